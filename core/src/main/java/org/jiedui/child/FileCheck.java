package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;

/**
 * Finds what a child's file lacks of the fields and documents that it usually holds (档案完整性).
 *
 * <p>A field that says nothing for a child is not missing: the workplace of a parent at home, the
 * grade of a disability that the child does not have, or the carer of a child whose parent is
 * there. Of a parent without a name, the name alone and the whereabouts are missing, not each
 * field; of a carer who is asked for and missing, the carer alone. A carer is asked for if both
 * parents are away.
 *
 * <p>What changes with time is taken as it was on the as-of day and known on the known-on day; what
 * a file keeps no history of (names, phones, addresses, health) as it is stored.
 *
 * <p>Immutable and thread-safe.
 */
public final class FileCheck {

  private final ImmutableSet<FileField> asked;

  private FileCheck(ImmutableSet<FileField> asked) {
    this.asked = asked;
  }

  /**
   * Returns the check for the usual fields.
   *
   * @return the check for {@link FileField#usual()}
   */
  public static FileCheck usual() {
    return of(FileField.usual());
  }

  /**
   * Returns a check.
   *
   * @param asked what a file should hold
   * @return the check
   */
  public static FileCheck of(Collection<FileField> asked) {
    return new FileCheck(Sets.immutableEnumSet(asked));
  }

  /**
   * Returns what is missing from a child's file.
   *
   * @param child the child
   * @param viewpoint the day of which the file should speak, and the last day whose records are
   *     seen
   * @param zone the school's zone: on which day something was recorded
   * @return the gaps
   */
  public FileGaps gaps(Child child, Viewpoint viewpoint, ZoneId zone) {
    Gaps gaps = new Gaps(viewpoint.asOf(), viewpoint.knownBefore(zone));
    gaps.child(child);
    Optional<Whereabouts> father = gaps.on(child.facts().father());
    Optional<Whereabouts> mother = gaps.on(child.facts().mother());
    gaps.parent(
        child.father(),
        father,
        FileField.FATHER_NAME,
        FileField.FATHER_BIRTH_DATE,
        FileField.FATHER_PHONE,
        FileField.FATHER_WHEREABOUTS,
        FileField.FATHER_WORKPLACE,
        FileField.FATHER_EMPLOYER,
        FileField.FATHER_ABILITY,
        FileField.FATHER_CONTACT_WISH);
    gaps.parent(
        child.mother(),
        mother,
        FileField.MOTHER_NAME,
        FileField.MOTHER_BIRTH_DATE,
        FileField.MOTHER_PHONE,
        FileField.MOTHER_WHEREABOUTS,
        FileField.MOTHER_WORKPLACE,
        FileField.MOTHER_EMPLOYER,
        FileField.MOTHER_ABILITY,
        FileField.MOTHER_CONTACT_WISH);
    gaps.carer(
        gaps.on(child.facts().carer()),
        father.map(Whereabouts::away).orElse(false) && mother.map(Whereabouts::away).orElse(false));
    return new FileGaps(child.id(), Sets.immutableEnumSet(Sets.intersection(gaps.missing, asked)));
  }

  /**
   * Returns what is missing from the files of children.
   *
   * @param children the children
   * @param viewpoint the day of which the files should speak, and the last day whose records are
   *     seen
   * @param zone the school's zone: on which day something was recorded
   * @return the summary
   */
  public FileSummary summary(Collection<Child> children, Viewpoint viewpoint, ZoneId zone) {
    return FileSummary.of(children.stream().map(child -> gaps(child, viewpoint, zone)).toList());
  }

  /** What is found missing of one child's file; not thread-safe. */
  private static final class Gaps {

    private final LocalDate day;
    private final Instant knownBefore;
    private final Set<FileField> missing = EnumSet.noneOf(FileField.class);

    Gaps(LocalDate day, Instant knownBefore) {
      this.day = day;
      this.knownBefore = knownBefore;
    }

    <T> Optional<T> on(Timeline<T> timeline) {
      return timeline.on(day, knownBefore);
    }

    private void ask(FileField field, Optional<?> value) {
      if (value.isEmpty()) {
        missing.add(field);
      }
    }

    private void askDone(FileField field, Optional<LocalDate> done) {
      ask(field, done.filter(on -> !on.isAfter(day)));
    }

    void child(Child child) {
      ask(FileField.ETHNICITY, child.ethnicity());
      ask(FileField.RESIDENT_ID, child.residentId());
      ask(FileField.REGISTRATION, child.registration());
      ChildProfile profile = child.profile();
      ask(FileField.REGISTRATION_PLACE, profile.registrationPlace());
      ask(FileField.RESIDENCE, profile.residence());
      ask(FileField.CLASS, on(child.facts().placement()));
      ask(FileField.HEALTH, profile.health());
      profile
          .health()
          .filter(health -> health.kind() == HealthKind.DISABILITY)
          .filter(health -> health.disability().isEmpty() || health.grade().isEmpty())
          .ifPresent(health -> missing.add(FileField.DISABILITY));
      ask(FileField.SCHOOLING, on(child.facts().schooling()));
      Optional<Living> living = on(child.facts().living());
      ask(FileField.LIVING, living);
      if (living.isEmpty()) {
        ask(FileField.BOARDING, on(child.facts().boarding()));
      }
      ask(FileField.INCOME_SOURCE, profile.incomeSource());
      ask(FileField.AID, profile.aid());
    }

    void parent(
        Optional<Parent> parent,
        Optional<Whereabouts> whereabouts,
        FileField name,
        FileField birthDate,
        FileField phone,
        FileField where,
        FileField workplace,
        FileField employer,
        FileField ability,
        FileField wish) {
      boolean away = whereabouts.map(Whereabouts::away).orElse(false);
      ask(name, parent);
      ask(where, whereabouts);
      if (whereabouts.isPresent()) {
        ask(ability, whereabouts.flatMap(Whereabouts::ableToCare));
      }
      if (away) {
        ask(workplace, whereabouts.flatMap(Whereabouts::workplace));
      }
      if (parent.isPresent()) {
        ask(birthDate, parent.get().birthDate());
        ask(phone, parent.get().phone());
        if (away) {
          ask(employer, parent.get().employer());
          ask(wish, parent.get().contactWish());
        }
      }
    }

    void carer(Optional<Carer> carer, boolean bothAway) {
      if (carer.isEmpty()) {
        if (bothAway) {
          missing.add(FileField.CARER);
        }
        return;
      }
      Carer known = carer.get();
      ask(FileField.CARER_BIRTH_DATE, known.birthDate());
      ask(FileField.CARER_PHONE, known.phone());
      ask(FileField.CARER_ADDRESS, known.address());
      ask(FileField.CARER_OCCUPATION, known.suitability().occupation());
      ask(FileField.CARER_HEALTH, known.suitability().health());
      ask(FileField.CARER_CAPACITY, known.suitability().fullCapacity());
      askDone(FileField.CARER_RATING, known.suitability().rating().map(CarerRating::ratedOn));
      askDone(FileField.SCHOOL_NOTICE, known.delegation().schoolNotifiedOn());
      askDone(FileField.VILLAGE_NOTICE, known.delegation().villageNotifiedOn());
      askDone(FileField.CHILD_VIEW, known.delegation().childHeardOn());
    }
  }

  /** Returns what a file should hold. */
  @Override
  public String toString() {
    return "FileCheck" + asked;
  }
}
