package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
   * @throws IllegalArgumentException if two rules have the same id
   */
  public static RuleBook of(Collection<ContactRule> rules) {
    Map<RuleId, ContactRule> byId = new LinkedHashMap<>();
    for (ContactRule rule : rules) {
      checkArgument(byId.put(rule.id(), rule) == null, "two rules have the id %s", rule.id());
    }
    return new RuleBook(ImmutableMap.copyOf(byId));
  }

  /**
   * Checks that another book is this one and possibly more: every rule is there, and every version
   * of it as it was, but that the last one may have got a last day.
   *
   * @param later the other book
   * @throws IllegalArgumentException if a rule or a version is missing or changed; it names which
   */
  public void checkContinuedBy(RuleBook later) {
    for (ContactRule rule : rules.values()) {
      Optional<ContactRule> there = later.find(rule.id());
      checkArgument(there.isPresent(), "rule %s is missing from the new book", rule.id());
      there.get().checkContinues(rule);
    }
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
