package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A contact rule with all its versions, for instance "home visits at the start, middle and end of
 * term".
 *
 * <p>Immutable.
 */
public final class ContactRule {

  private final RuleId id;
  private final Wording title;
  private final Provenance provenance;
  private final ImmutableList<RuleVersion> versions;

  private ContactRule(
      RuleId id, Wording title, Provenance provenance, ImmutableList<RuleVersion> versions) {
    Written.check(title.chinese(), "the Chinese title of rule " + id);
    Written.check(title.english(), "the English title of rule " + id);
    checkArgument(!versions.isEmpty(), "rule %s must have a version", id);
    ImmutableSet<String> overlaps = overlaps(id, versions);
    checkArgument(overlaps.isEmpty(), "%s", String.join("; ", overlaps));
    this.id = id;
    this.title = title;
    this.provenance = provenance;
    this.versions = versions;
  }

  /** Which versions would be in force on one day; every pair of them. */
  private static ImmutableSet<String> overlaps(RuleId id, ImmutableList<RuleVersion> versions) {
    ImmutableSet.Builder<String> overlaps = ImmutableSet.builder();
    for (int i = 0; i < versions.size(); i++) {
      for (int j = i + 1; j < versions.size(); j++) {
        LocalDate later = versions.get(j).validFrom();
        Optional<LocalDate> until = versions.get(i).validUntil();
        if (versions.get(i).validFrom().equals(later)) {
          overlaps.add(String.format("rule %s has two versions from %s", id, later));
        } else if (until.isPresent() && !until.get().isBefore(later)) {
          overlaps.add(
              String.format(
                  "rule %s has a version until %s and another from %s: both would be in force",
                  id, until.get(), later));
        }
      }
    }
    return overlaps.build();
  }

  /**
   * Returns a rule.
   *
   * @param id the identifier, unique in a rule book
   * @param title what people call it; 1 to 100 characters in each language
   * @param provenance where it comes from
   * @param versions its versions in any order, at least one
   * @return the rule
   * @throws IllegalArgumentException if the title is too long, or has white space around it or
   *     control characters, there is no version, or two would be in force on one day; the message
   *     names every two
   */
  public static ContactRule of(
      RuleId id, Wording title, Provenance provenance, Collection<RuleVersion> versions) {
    return new ContactRule(
        id,
        title,
        provenance,
        ImmutableList.sortedCopyOf(Comparator.comparing(RuleVersion::validFrom), versions));
  }

  /**
   * Returns the identifier.
   *
   * @return the identifier
   */
  public RuleId id() {
    return id;
  }

  /**
   * Returns what people call it.
   *
   * @return the title
   */
  public Wording title() {
    return title;
  }

  /**
   * Returns where it comes from.
   *
   * @return the provenance
   */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Returns its versions.
   *
   * @return the versions by their first days, at least one
   */
  public ImmutableList<RuleVersion> versions() {
    return versions;
  }

  /**
   * Returns the last day on which a version is in force: the day before the next one, or its own
   * last day.
   *
   * @param index the index of the version in {@link #versions()}
   * @return the day, or empty if it is in force without end
   */
  public Optional<LocalDate> lastDayOf(int index) {
    Optional<LocalDate> own = versions.get(index).validUntil();
    if (own.isPresent() || index + 1 == versions.size()) {
      return own;
    }
    return Optional.of(versions.get(index + 1).validFrom().minusDays(1));
  }

  /**
   * Returns the version in force on a day.
   *
   * @param day the day
   * @return the version, or empty if none is
   */
  public Optional<RuleVersion> versionOn(LocalDate day) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).validFrom().isAfter(day)) {
        return lastDayOf(i).map(last -> !last.isBefore(day)).orElse(true)
            ? Optional.of(versions.get(i))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Says which versions of an earlier state are not here as they were; the last may have ended. */
  ImmutableList<String> breaksWith(ContactRule earlier) {
    ImmutableList.Builder<String> breaks = ImmutableList.builder();
    int last = earlier.versions.size() - 1;
    for (int i = 0; i <= last; i++) {
      RuleVersion before = earlier.versions.get(i);
      boolean kept =
          i < versions.size()
              && (versions.get(i).equals(before)
                  || (i == last
                      && before.validUntil().isEmpty()
                      && versions.get(i).endsLike(before)));
      if (!kept) {
        breaks.add(
            String.format(
                "version %s of rule %s, in force from %s, is missing or changed",
                i + 1, id, before.validFrom()));
      }
    }
    return breaks.build();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ContactRule other
        && id.equals(other.id)
        && title.equals(other.title)
        && provenance.equals(other.provenance)
        && versions.equals(other.versions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, title, provenance, versions);
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "ContactRule[" + id + "]";
  }
}
