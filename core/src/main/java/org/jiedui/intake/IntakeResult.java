package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What became of some drafts: the values of the good ones, and every violation of all of them.
 *
 * <p>Immutable.
 *
 * @param <V> what a good draft becomes
 * @param accepted the values of the good drafts, in the order of their rows
 * @param violations the faults and warnings, by row; those of one row as {@link
 *     DraftValidator#check} orders them
 */
public record IntakeResult<V>(
    ImmutableList<Accepted<V>> accepted, ImmutableList<Violation> violations) {

  /**
   * A good draft's value.
   *
   * @param <V> what it is
   * @param row the row that it stood in
   * @param value the value
   */
  public record Accepted<V>(int row, V value) {}

  static <V> IntakeResult<V> of(
      Collection<Accepted<V>> accepted, Collection<Violation> violations) {
    return new IntakeResult<>(
        ImmutableList.copyOf(accepted),
        ImmutableList.sortedCopyOf(Comparator.naturalOrder(), violations));
  }

  /** Returns the same with more violations; rows at which they are faults are not taken. */
  IntakeResult<V> with(Collection<Violation> more) {
    ImmutableSet<Integer> faulty =
        more.stream()
            .filter(violation -> violation.severity() == Severity.FAULT)
            .map(Violation::row)
            .collect(toImmutableSet());
    return of(
        accepted.stream().filter(each -> !faulty.contains(each.row())).collect(toImmutableList()),
        ImmutableList.<Violation>builder().addAll(violations).addAll(more).build());
  }

  /**
   * Returns the same with a violation at each row that cannot be right beside another: neither of
   * them is taken if the rule is a fault, for nobody can tell which is wrong.
   *
   * @param clash whether two values cannot both be right; symmetric
   * @param field the field to tell it at
   * @param rule the rule, with the other row as its detail
   */
  IntakeResult<V> withoutClashes(BiPredicate<V, V> clash, String field, DraftRule rule) {
    ImmutableList.Builder<Violation> more = ImmutableList.builder();
    for (int i = 0; i < accepted.size(); i++) {
      for (int j = 0; j < accepted.size(); j++) {
        if (i != j && clash.test(accepted.get(i).value(), accepted.get(j).value())) {
          more.add(Violation.of(accepted.get(i).row(), field, rule, accepted.get(j).row()));
          break;
        }
      }
    }
    return with(more.build());
  }

  /**
   * Returns the same with other values in the same rows.
   *
   * @param <W> what the values become
   * @param function makes the other values
   * @return the result with them
   */
  public <W> IntakeResult<W> map(Function<V, W> function) {
    return new IntakeResult<>(
        accepted.stream()
            .map(each -> new Accepted<>(each.row(), function.apply(each.value())))
            .collect(toImmutableList()),
        violations);
  }

  /**
   * Returns this result after a further check of each good value, as a desk makes it against what
   * is stored. A value with a fault is accepted no longer.
   *
   * @param check gives the further violations of a value, at its row; called once for each value,
   *     in the order of the rows
   * @return the narrower result
   */
  public IntakeResult<V> checkedBy(Function<Accepted<V>, ? extends Collection<Violation>> check) {
    ImmutableList.Builder<Violation> more = ImmutableList.builder();
    accepted.forEach(each -> more.addAll(check.apply(each)));
    return with(more.build());
  }

  /**
   * Returns this result without any value if there is a fault: for what is taken as a whole.
   *
   * @return this result, or one in which nothing is accepted
   */
  public IntakeResult<V> allOrNone() {
    return faults().isEmpty() ? this : of(ImmutableList.of(), violations);
  }

  /**
   * Returns the values of the good drafts.
   *
   * @return the values in the order of their rows
   */
  public ImmutableList<V> values() {
    return accepted.stream().map(Accepted::value).collect(toImmutableList());
  }

  /**
   * Returns the values if every draft was good.
   *
   * @return the values in the order of their rows
   * @throws DraftRejectedException if there is a fault
   */
  public ImmutableList<V> valuesOrThrow() {
    if (!faults().isEmpty()) {
      throw new DraftRejectedException(faults());
    }
    return values();
  }

  /**
   * Returns the violations for which drafts were not taken.
   *
   * @return the faults by row
   */
  public ImmutableList<Violation> faults() {
    return withSeverity(Severity.FAULT);
  }

  /**
   * Returns the violations that stop nothing.
   *
   * @return the warnings by row
   */
  public ImmutableList<Violation> warnings() {
    return withSeverity(Severity.WARNING);
  }

  private ImmutableList<Violation> withSeverity(Severity severity) {
    return violations.stream()
        .filter(violation -> violation.severity() == severity)
        .collect(toImmutableList());
  }

  /**
   * Returns the rows that were not taken.
   *
   * @return the rows, ascending
   */
  public ImmutableSortedSet<Integer> faultyRows() {
    return faults().stream()
        .map(Violation::row)
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
