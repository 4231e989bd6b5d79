package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.id.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * The contact rules of a school.
 *
 * <p>Immutable.
 */
public final class RuleBook {

  private static final RuleBook EMPTY = new RuleBook(ImmutableMap.of());

  private final ImmutableMap<RuleId, ContactRule> rules;

  private RuleBook(ImmutableMap<RuleId, ContactRule> rules) {
    this.rules = rules;
  }

  /**
   * Returns a book without rules.
   *
   * @return the empty book
   */
  public static RuleBook empty() {
    return EMPTY;
  }

  /**
   * Returns a book of rules.
   *
   * @param rules the rules, in the order in which people list them
   * @return the book
   * @throws IllegalArgumentException if two rules have the same id; the message names every such id
   */
  public static RuleBook of(Collection<ContactRule> rules) {
    Map<RuleId, ContactRule> byId = new LinkedHashMap<>();
    Set<String> twice = new LinkedHashSet<>();
    for (ContactRule rule : rules) {
      if (byId.put(rule.id(), rule) != null) {
        twice.add("two rules have the id " + rule.id());
      }
    }
    refuse(ImmutableList.copyOf(twice));
    return new RuleBook(ImmutableMap.copyOf(byId));
  }

  /**
   * Checks that another book is this one and possibly more: every rule is there, and every version
   * of it as it was, but that the last one may have got a last day.
   *
   * @param later the other book
   * @throws IllegalArgumentException if a rule or a version is missing or changed; the message
   *     names every one
   */
  public void checkContinuedBy(RuleBook later) {
    ImmutableList.Builder<String> breaks = ImmutableList.builder();
    for (ContactRule rule : rules.values()) {
      later
          .find(rule.id())
          .ifPresentOrElse(
              there -> breaks.addAll(there.breaksWith(rule)),
              () -> breaks.add("rule " + rule.id() + " is missing from the new book"));
    }
    refuse(breaks.build());
  }

  /**
   * Finds what makes it impossible to judge by this book in a calendar. Other contradictions, such
   * as two versions of a rule in force on one day or a scope with an unknown word, cannot be in a
   * book at all.
   *
   * @param calendar the calendar
   * @return every version that goes by milestones with every term that has none, by rule, version
   *     and term; none if the two fit
   */
  public ImmutableList<Contradiction> contradictionsIn(SchoolCalendar calendar) {
    ImmutableList.Builder<Contradiction> contradictions = ImmutableList.builder();
    for (ContactRule rule : rules.values()) {
      for (RuleVersion version : rule.versions()) {
        for (Term term : calendar.terms()) {
          if (!version.cadence().fits(term)) {
            contradictions.add(
                new Contradiction(rule.id(), version.validFrom(), version.cadence(), term));
          }
        }
      }
    }
    return contradictions.build();
  }

  /**
   * Checks that this book can be judged by in a calendar.
   *
   * @param calendar the calendar
   * @throws IllegalArgumentException if there is a contradiction; the message names every one, see
   *     {@link #contradictionsIn}
   */
  public void checkFits(SchoolCalendar calendar) {
    refuse(
        contradictionsIn(calendar).stream()
            .map(contradiction -> contradiction.wording().english())
            .collect(toImmutableList()));
  }

  private static void refuse(ImmutableList<String> faults) {
    checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
  }

  /**
   * Returns the rules.
   *
   * @return the rules, in the order in which people list them
   */
  public ImmutableList<ContactRule> rules() {
    return rules.values().asList();
  }

  /**
   * Finds a rule.
   *
   * @param id its identifier
   * @return the rule, or empty if the book has none of that id
   */
  public Optional<ContactRule> find(RuleId id) {
    return Optional.ofNullable(rules.get(id));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RuleBook other && rules().equals(other.rules());
  }

  @Override
  public int hashCode() {
    return rules().hashCode();
  }

  /** Returns the ids of the rules. */
  @Override
  public String toString() {
    return "RuleBook" + rules.keySet();
  }
}
