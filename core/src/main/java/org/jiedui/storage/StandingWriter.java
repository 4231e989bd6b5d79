package org.jiedui.storage;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;

/** Writes standings. */
public interface StandingWriter extends StandingReader {

  /**
   * Replaces all standings of a child.
   *
   * <p>Two rows of one rule must not be shown on the same day: the board would have two rows of one
   * position.
   *
   * @param school the school
   * @param child the child
   * @param rows the new rows, all of that child
   * @throws IllegalArgumentException if a row is of another child
   */
  void replace(SchoolId school, ChildId child, Collection<StandingRow> rows);

  /**
   * Replaces all standings of several children, each as {@link #replace} does: what a change of the
   * rules brings. A store may batch them.
   *
   * @param school the school
   * @param rows the new rows of each child, none if it has none; other children keep theirs
   * @throws IllegalArgumentException if a row is of another child than it stands under
   */
  default void replaceAll(SchoolId school, Map<ChildId, ? extends Collection<StandingRow>> rows) {
    rows.forEach((child, own) -> replace(school, child, own));
  }

  /**
   * Replaces the standings of several children under some rules; what they have under others stays.
   * So what changes by one kind of record is written without reading what the other kind says.
   *
   * @param school the school
   * @param rules the rules
   * @param rows the new rows of each child, none if it has none under these rules; other children
   *     keep theirs
   * @throws IllegalArgumentException if a row is of another child than it stands under, or of
   *     another rule
   */
  default void replaceAll(
      SchoolId school, Set<RuleId> rules, Map<ChildId, ? extends Collection<StandingRow>> rows) {
    ImmutableMap.Builder<ChildId, ImmutableList<StandingRow>> all = ImmutableMap.builder();
    rows.forEach(
        (child, own) -> {
          checkRules(rules, own);
          all.put(child, withKept(ofChild(school, child), rules, own));
        });
    replaceAll(school, all.buildOrThrow());
  }

  /**
   * Checks that rows are of some rules: for those who write a store.
   *
   * @param rules the rules
   * @param rows the rows
   * @throws IllegalArgumentException if a row is of another rule
   */
  static void checkRules(Set<RuleId> rules, Collection<StandingRow> rows) {
    for (StandingRow row : rows) {
      checkArgument(
          rules.contains(row.standing().rule()),
          "a standing of rule %s must not be stored as one of others",
          row.standing().rule());
    }
  }

  /**
   * Returns what a child has once its rows under some rules are replaced: for those who write a
   * store.
   *
   * @param stored all rows of the child
   * @param rules the rules
   * @param rows the new rows under these rules
   * @return the stored rows of other rules and the new ones
   */
  static ImmutableList<StandingRow> withKept(
      Collection<StandingRow> stored, Set<RuleId> rules, Collection<StandingRow> rows) {
    return Stream.concat(
            stored.stream().filter(row -> !rules.contains(row.standing().rule())), rows.stream())
        .collect(ImmutableList.toImmutableList());
  }
}
