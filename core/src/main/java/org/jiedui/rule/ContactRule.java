package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
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
    for (int i = 1; i < versions.size(); i++) {
      RuleVersion earlier = versions.get(i - 1);
      RuleVersion later = versions.get(i);
      checkArgument(
          earlier.validFrom().isBefore(later.validFrom()),
          "rule %s has two versions from %s",
          id,
          later.validFrom());
      checkArgument(
          earlier.validUntil().isEmpty() || earlier.validUntil().get().isBefore(later.validFrom()),
          "rule %s has a version until %s and another from %s: both would be in force",
          id,
          earlier.validUntil().orElse(null),
          later.validFrom());
    }
    this.id = id;
    this.title = title;
    this.provenance = provenance;
    this.versions = versions;
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
   *     control characters, there is no version, or two would be in force on one day
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

  /** Checks that every version of an earlier state is here as it was; the last may have ended. */
  void checkContinues(ContactRule earlier) {
    int last = earlier.versions.size() - 1;
    for (int i = 0; i <= last; i++) {
      RuleVersion before = earlier.versions.get(i);
      boolean kept =
          i < versions.size()
              && (versions.get(i).equals(before)
                  || (i == last
                      && before.validUntil().isEmpty()
                      && versions.get(i).endsLike(before)));
      checkArgument(
          kept,
          "version %s of rule %s, in force from %s, is missing or changed",
          i + 1,
          id,
          before.validFrom());
    }
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
