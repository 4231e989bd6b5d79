package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiedui.access.Operation;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.ContactCard;
import org.jiedui.child.FileCheck;
import org.jiedui.child.FileGaps;
import org.jiedui.child.FileSummary;
import org.jiedui.child.Finding;
import org.jiedui.child.GuardianshipCheck;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.HouseholdDraft;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.school.ClassGroup;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;

/**
 * The desk for what children's files say of their families: contact cards, what a file lacks, what
 * is otherwise than the law asks, concerns, and households. Thread-safe.
 */
public final class FilesDesk {

  private final Gate gate;

  FilesDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Returns the contact card of a child.
   *
   * @param school the school
   * @param child the child
   * @param day the day for which it speaks
   * @return the card
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.SEE_CARDS)
  public ContactCard card(SchoolId school, ChildId child, LocalDate day) {
    return gate.look(
        Operation.SEE_CARDS,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          return new Cards(reader, school, day).of(reader.children().get(school, child).value());
        });
  }

  /**
   * Returns the contact cards of the children in care on a day.
   *
   * @param school the school
   * @param group the class, or empty for all
   * @param day the day for which they speak
   * @return the cards by class, as grades ascend, and student number; children in no class last
   */
  @Performs(Operation.SEE_CARDS)
  public ImmutableList<ContactCard> cards(SchoolId school, Optional<ClassId> group, LocalDate day) {
    return gate.look(
        Operation.SEE_CARDS,
        school,
        (reader, count) -> {
          Cards cards = new Cards(reader, school, day);
          ImmutableList<ContactCard> all =
              children(reader, school)
                  .filter(child -> isInCare(child, day, Instant.MAX))
                  .filter(child -> group.isEmpty() || group.equals(classOf(child, day)))
                  .sorted(cards.order())
                  .map(cards::of)
                  .collect(toImmutableList());
          count.add(all.size());
          return all;
        });
  }

  private static Optional<ClassId> classOf(Child child, LocalDate day) {
    return child.facts().placement().on(day).map(Placement::classId);
  }

  /** Makes cards with the names of a school and its classes. */
  private static final class Cards {

    private final String school;
    private final ImmutableMap<ClassId, ClassGroup> classes;
    private final LocalDate day;

    Cards(CareReader reader, SchoolId school, LocalDate day) {
      this.school = reader.schools().get(school).value().name();
      this.classes =
          reader.classes().all(school).stream().collect(toImmutableMap(ClassGroup::id, g -> g));
      this.day = day;
    }

    private Optional<ClassGroup> group(Child child) {
      return classOf(child, day).map(classes::get);
    }

    Comparator<Child> order() {
      return Comparator.<Child>comparingInt(
              child -> group(child).map(ClassGroup::grade).orElse(Integer.MAX_VALUE))
          .thenComparing(child -> classOf(child, day).map(ClassId::value).orElse(""))
          .thenComparing(child -> child.studentNumber().text());
    }

    ContactCard of(Child child) {
      return ContactCard.of(child, school, group(child).map(ClassGroup::name), day);
    }
  }

  /**
   * Returns what a child's file lacks of its usual fields and documents.
   *
   * @param school the school
   * @param child the child
   * @param viewpoint the day of which the file should speak, and the last day whose records are
   *     seen
   * @return the gaps
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.CHECK_FILES)
  public FileGaps gaps(SchoolId school, ChildId child, Viewpoint viewpoint) {
    return gate.look(
        Operation.CHECK_FILES,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          return FileCheck.usual()
              .gaps(reader.children().get(school, child).value(), viewpoint, zone(reader, school));
        });
  }

  /**
   * Returns what the files of the children in care lack.
   *
   * @param school the school
   * @param viewpoint the day on which they are in care and of which the files should speak, and the
   *     last day whose records are seen
   * @return the gaps of each file
   */
  @Performs(Operation.CHECK_FILES)
  public FileSummary gapsOfAll(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.CHECK_FILES,
        school,
        (reader, count) -> {
          ZoneId zone = zone(reader, school);
          Instant knownBefore = viewpoint.knownBefore(zone);
          FileSummary summary =
              FileCheck.usual()
                  .summary(
                      children(reader, school)
                          .filter(child -> isInCare(child, viewpoint.asOf(), knownBefore))
                          .collect(toImmutableList()),
                      viewpoint,
                      zone);
          count.add(summary.files().size());
          return summary;
        });
  }

  /**
   * Returns what is otherwise than the law asks in a child's family.
   *
   * @param school the school
   * @param child the child
   * @param viewpoint the day of the check, and the last day whose records are seen
   * @return the findings
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.CHECK_FILES)
  public ImmutableList<Finding> findings(SchoolId school, ChildId child, Viewpoint viewpoint) {
    return gate.look(
        Operation.CHECK_FILES,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          return check()
              .findings(
                  reader.children().get(school, child).value(), viewpoint, zone(reader, school));
        });
  }

  /**
   * Returns what is otherwise than the law asks in the families of a school's children: those who
   * are in a class on the day of the check, left-behind or not, or in care.
   *
   * @param school the school
   * @param viewpoint the day of the check, and the last day whose records are seen
   * @return the findings by child, as ids ascend; children without any are missing
   */
  @Performs(Operation.CHECK_FILES)
  public ImmutableListMultimap<ChildId, Finding> findingsOfAll(
      SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.CHECK_FILES,
        school,
        (reader, count) -> {
          ZoneId zone = zone(reader, school);
          Instant knownBefore = viewpoint.knownBefore(zone);
          ImmutableListMultimap.Builder<ChildId, Finding> findings =
              ImmutableListMultimap.builder();
          children(reader, school)
              .filter(child -> isHere(child, viewpoint.asOf(), knownBefore))
              .forEach(
                  child -> {
                    count.add(1);
                    findings.putAll(child.id(), check().findings(child, viewpoint, zone));
                  });
          return findings.build();
        });
  }

  private GuardianshipCheck check() {
    return GuardianshipCheck.of(gate.office().settings().guardianship());
  }

  private static Stream<Child> children(CareReader reader, SchoolId school) {
    return reader.children().page(school, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(Versioned::value);
  }

  private static ZoneId zone(CareReader reader, SchoolId school) {
    return reader.schools().get(school).value().zone();
  }

  private static boolean isInCare(Child child, LocalDate day, Instant knownBefore) {
    return child.facts().care().on(day, knownBefore).map(CareStatus::inCare).orElse(false);
  }

  private static boolean isHere(Child child, LocalDate day, Instant knownBefore) {
    return child.facts().placement().on(day, knownBefore).isPresent()
        || isInCare(child, day, knownBefore);
  }

  /**
   * Opens a concern.
   *
   * @param school the school
   * @param child the child
   * @param kind what it is about
   * @param from the first day on which it is open
   * @param note what was seen; not blank
   * @return the child; unchanged if a concern of this kind is open on that day with the same note
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the note is blank, or a concern of this kind is open on
   *     that day with another note
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CONCERNS)
  public Child openConcern(
      SchoolId school, ChildId child, ConcernKind kind, LocalDate from, String note) {
    checkArgument(!note.isBlank(), "note must not be blank");
    Concern concern = new Concern(kind, Optional.of(note));
    return change(
        Operation.KEEP_CONCERNS,
        school,
        child,
        stored -> {
          Optional<Concern> open = concerns(stored, kind).on(from);
          if (open.equals(Optional.of(concern))) {
            return stored;
          }
          checkArgument(
              open.isEmpty(), "a concern %s of child %s is open on %s already", kind, child, from);
          return stored.withFacts(
              stored
                  .facts()
                  .withConcern(kind, t -> t.with(DateRange.startingOn(from), concern, gate.now())));
        });
  }

  /**
   * Closes a concern that is open.
   *
   * @param school the school
   * @param child the child
   * @param kind what it is about
   * @param lastDay its last day
   * @param note why it is closed; not blank
   * @return the child; unchanged if the concern was closed so already
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the note is blank, or no concern of this kind is open on
   *     that day, or it was closed with another note
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CONCERNS)
  public Child closeConcern(
      SchoolId school, ChildId child, ConcernKind kind, LocalDate lastDay, String note) {
    checkArgument(!note.isBlank(), "note must not be blank");
    return change(
        Operation.KEEP_CONCERNS,
        school,
        child,
        stored -> {
          Timeline<Concern> timeline = concerns(stored, kind);
          Concern open =
              timeline
                  .on(lastDay)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "no concern %s of child %s is open on %s"
                                  .formatted(kind, child, lastDay)));
          if (open.closingNote().equals(Optional.of(note))
              && timeline.on(lastDay.plusDays(1)).isEmpty()) {
            return stored;
          }
          checkArgument(
              open.closingNote().isEmpty(),
              "the concern %s of child %s on %s was closed already",
              kind,
              child,
              lastDay);
          LocalDate first = begin(timeline, lastDay);
          return stored.withFacts(
              stored
                  .facts()
                  .withConcern(
                      kind,
                      t ->
                          t.with(DateRange.ofClosed(first, lastDay), open.closed(note), gate.now())
                              .without(DateRange.startingOn(lastDay.plusDays(1)), gate.now())));
        });
  }

  private static Timeline<Concern> concerns(Child child, ConcernKind kind) {
    return child.facts().concerns().getOrDefault(kind, Timeline.empty());
  }

  private static LocalDate begin(Timeline<Concern> timeline, LocalDate day) {
    return timeline.known().asMapOfRanges().keySet().stream()
        .filter(days -> days.contains(day))
        .map(days -> days.lowerEndpoint())
        .findFirst()
        .orElse(day);
  }

  /**
   * Changes what a file says of a child's household: its profile, its parents, its facts.
   *
   * <pre>{@code
   * desk.files().changeHousehold(school, child, c ->
   *     c.withProfile(c.profile().withAid(Optional.of("无"))));
   * }</pre>
   *
   * @param school the school
   * @param child the child
   * @param change takes the child, gives it changed
   * @return the changed child
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or class
   * @throws IllegalArgumentException if the change gives another child, or leaves out what was
   *     recorded
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_HOUSEHOLDS)
  public Child changeHousehold(SchoolId school, ChildId child, UnaryOperator<Child> change) {
    return change(Operation.KEEP_HOUSEHOLDS, school, child, change);
  }

  private Child change(
      Operation operation, SchoolId school, ChildId child, UnaryOperator<Child> change) {
    return gate.run(
        operation,
        school,
        child,
        (writer, count) -> {
          Versioned<Child> stored = writer.children().get(school, child);
          Child changed =
              update(
                  writer, KeptCare.of(gate, writer, school), stored, change.apply(stored.value()));
          if (!changed.equals(stored.value())) {
            count.add(1);
            StandingKeeper.of(gate.office(), writer, school).refresh(writer, child);
          }
          return changed;
        });
  }

  /** Stores a child whose household changed, with the care that follows, unless nothing did. */
  private static Child update(
      CareWriter writer, KeptCare care, Versioned<Child> stored, Child changed) {
    checkArgument(
        isSame(stored.value(), changed),
        "a change of the household of child %s must not change who it is",
        stored.value().id());
    if (stored.value().equals(changed)) {
      return changed;
    }
    CareFacts before = stored.value().facts();
    if (!before.equals(changed.facts())) {
      ChildrenDesk.checkContinued(stored.value(), changed.facts());
      ChildrenDesk.checkClasses(writer, changed.schoolId(), ImmutableList.of(changed));
    }
    Child kept = care.changed(stored.value(), changed);
    writer.children().update(kept, stored.version());
    return kept;
  }

  private static boolean isSame(Child stored, Child changed) {
    return changed
        .withParents(stored.father(), stored.mother())
        .withProfile(stored.profile())
        .withFacts(stored.facts())
        .equals(stored);
  }

  /**
   * Checks a table of households against the constraints, against itself and against the school;
   * stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows, one for each child
   * @param recording when what they add counts as recorded
   * @return the children of the good rows, with what these add, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_HOUSEHOLDS)
  public IntakeResult<Child> checkHouseholds(
      SchoolId school, List<DraftRow<HouseholdDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_HOUSEHOLDS,
        school,
        (writer, count) ->
            gate.intake().households(rows, Directories.of(writer, school), recording));
  }

  /**
   * Takes in households that were checked, all or none. A child who is stored as given is left
   * alone, so taking in the same table again changes nothing.
   *
   * @param school the school
   * @param children the children, whom the school has
   * @return how many were changed
   * @throws org.jiedui.storage.RecordNotFoundException if the school lacks one of them
   * @throws IllegalArgumentException if one is another child, or leaves out what was recorded
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_HOUSEHOLDS)
  public int importHouseholds(SchoolId school, Collection<Child> children) {
    return gate.run(
        Operation.KEEP_HOUSEHOLDS,
        school,
        (writer, count) -> {
          Set<ChildId> touched = new LinkedHashSet<>();
          ImmutableMap<ChildId, Versioned<Child>> stored =
              writer.children().findAll(school, children.stream().map(Child::id).toList());
          KeptCare care = KeptCare.of(gate, writer, school);
          for (Child child : children) {
            Versioned<Child> before = stored.get(child.id());
            Versioned<Child> row =
                before == null ? writer.children().get(school, child.id()) : before;
            Child changed = update(writer, care, row, care.completed(row.value(), child));
            if (!changed.equals(row.value())) {
              touched.add(child.id());
            }
          }
          if (!touched.isEmpty()) {
            StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
          }
          count.add(touched.size());
          return touched.size();
        });
  }
}
