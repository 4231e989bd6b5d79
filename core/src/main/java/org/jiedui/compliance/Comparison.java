package org.jiedui.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.child.CareHistory;
import org.jiedui.compliance.ChangedChild.ChangedWindows;
import org.jiedui.compliance.ComparisonReport.RuleTotals;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleBookDiff;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * Compares how two rule books, or one book in two calendars, judge children, one child after
 * another: what would change, and for whom.
 *
 * <pre>{@code
 * Evaluator now = Evaluator.of(present, calendar);
 * Evaluator then = Evaluator.of(proposed, calendar);
 * Comparison comparison = now.compareWith(then, Viewpoint.on(day));
 * records.forEach(comparison::add);
 * comparison.report().changed(); // the children that the proposed book judges otherwise
 * }</pre>
 *
 * <p>Cost: for each child that of two tallies, and a few comparisons for each window. Memory is
 * allocated only for children whose windows differ, and held for them alone. Not thread-safe; use
 * one for each thread.
 */
public final class Comparison {

  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownOn;
  private final Side before;
  private final Side after;
  private final ImmutableList<RuleId> rules;
  private final List<ChangedChild> changed = new ArrayList<>();
  private int children;

  Comparison(Evaluator before, Evaluator after, Viewpoint viewpoint) {
    this.viewpoint = viewpoint;
    this.asOf = RuleSeries.day(viewpoint.asOf());
    this.knownOn = RuleSeries.day(viewpoint.knownOn());
    this.rules =
        Stream.of(before.ruleBook(), after.ruleBook())
            .flatMap(book -> book.rules().stream())
            .map(ContactRule::id)
            .collect(ImmutableSet.toImmutableSet())
            .asList();
    this.before = new Side(before, rules);
    this.after = new Side(after, rules);
  }

  /**
   * Judges a child by both.
   *
   * @param record what is known of the child, packed or not
   * @return this comparison
   */
  @CanIgnoreReturnValue
  public Comparison add(CareRecord record) {
    children++;
    CareHistory history = record.historyKnownOn(knownOn);
    before.lookAt(record, history, asOf, knownOn);
    after.lookAt(record, history, asOf, knownOn);
    List<ChangedWindows> differing = null;
    for (int rule = 0; rule < rules.size(); rule++) {
      before.judge(rule);
      after.judge(rule);
      if (before.showsTheSameAs(after)) {
        continue;
      }
      ImmutableList<JudgedWindow> was = before.windows();
      ImmutableList<JudgedWindow> is = after.windows();
      ChangedWindows change = new ChangedWindows(rules.get(rule), onlyIn(was, is), onlyIn(is, was));
      // They may only come in another order.
      if (!change.before().isEmpty() || !change.after().isEmpty()) {
        if (differing == null) {
          differing = new ArrayList<>();
        }
        differing.add(change);
      }
    }
    if (differing != null) {
      changed.add(new ChangedChild(record.childId(), ImmutableList.copyOf(differing)));
    }
    return this;
  }

  /** What an officer reads of a window. */
  private record Shown(
      DateRange days, LocalDate deadline, Verdict verdict, Optional<LocalDate> settledOn) {

    static final Comparator<Shown> ORDER =
        Comparator.comparing(Shown::days)
            .thenComparing(Shown::deadline)
            .thenComparing(Shown::verdict);

    static Shown of(JudgedWindow window) {
      return new Shown(window.days(), window.deadline(), window.verdict(), window.settledOn());
    }
  }

  /** The windows of a list that are not in another; as often as they are there more often. */
  private static ImmutableList<JudgedWindow> onlyIn(
      List<JudgedWindow> windows, List<JudgedWindow> others) {
    Multiset<Shown> left = HashMultiset.create();
    others.forEach(window -> left.add(Shown.of(window)));
    return windows.stream()
        .filter(window -> !left.remove(Shown.of(window)))
        .sorted(Comparator.comparing(Shown::of, Shown.ORDER))
        .collect(toImmutableList());
  }

  /**
   * Returns what was found so far.
   *
   * @return the report
   */
  public ComparisonReport report() {
    return new ComparisonReport(
        viewpoint,
        RuleBookDiff.between(before.ruleBook(), after.ruleBook()),
        children,
        IntStream.range(0, rules.size())
            .mapToObj(
                rule -> new RuleTotals(rules.get(rule), before.counts(rule), after.counts(rule)))
            .collect(toImmutableList()),
        ImmutableList.copyOf(changed));
  }

  /** One of the two evaluators, with the windows of the child and rule judged last as columns. */
  @SuppressWarnings("EnumOrdinal") // the columns of counts never leave this class
  private static final class Side implements VerdictSink {

    private static final int VERDICTS = Verdict.values().length;
    private static final int FIRST_CAPACITY = 64;

    /** For each window: version, first day, last day, deadline, and day of completion. */
    private static final int COLUMNS = 5;

    /** The version is not shown. */
    private static final int FIRST_SHOWN = 1;

    private final Evaluator evaluator;

    /** The indexes, in the book, of the rules that are compared; -1 if it does not have one. */
    private final int[] indexOfRule;

    private final Judge judge = new Judge();

    private int size;
    private RuleSeries[] series = new RuleSeries[FIRST_CAPACITY];
    private Ground[] grounds = new Ground[FIRST_CAPACITY];
    private int[] columns = new int[COLUMNS * FIRST_CAPACITY];

    // For each rule.
    private final long[][] verdicts;
    private final long[] childrenWithWindows;
    private final long[] childrenDecided;
    private final long[] childrenAllMet;

    Side(Evaluator evaluator, ImmutableList<RuleId> rules) {
      this.evaluator = evaluator;
      ImmutableMap<RuleId, Integer> indexes = indexes(evaluator.ruleBook());
      this.indexOfRule = rules.stream().mapToInt(rule -> indexes.getOrDefault(rule, -1)).toArray();
      this.verdicts = new long[rules.size()][VERDICTS];
      this.childrenWithWindows = new long[rules.size()];
      this.childrenDecided = new long[rules.size()];
      this.childrenAllMet = new long[rules.size()];
    }

    private static ImmutableMap<RuleId, Integer> indexes(RuleBook book) {
      ImmutableMap.Builder<RuleId, Integer> indexes = ImmutableMap.builder();
      for (int i = 0; i < book.rules().size(); i++) {
        indexes.put(book.rules().get(i).id(), i);
      }
      return indexes.buildOrThrow();
    }

    RuleBook ruleBook() {
      return evaluator.ruleBook();
    }

    void lookAt(CareRecord record, CareHistory history, int asOf, int knownOn) {
      judge.lookAt(evaluator.patterns(), record, history, asOf, knownOn);
    }

    /** Judges by a rule and counts; a rule that the book does not have gives no window. */
    void judge(int rule) {
      size = 0;
      if (indexOfRule[rule] < 0) {
        return;
      }
      ImmutableList<RuleSeries> all = evaluator.seriesOf(indexOfRule[rule]);
      for (int i = 0; i < all.size(); i++) {
        judge.aim(all.get(i));
        judge.judge(this);
      }
      long[] counts = verdicts[rule];
      int decided = 0;
      int met = 0;
      for (int w = 0; w < size; w++) {
        Verdict verdict = grounds[w].verdict();
        counts[verdict.ordinal()]++;
        met += verdict == Verdict.MET ? 1 : 0;
        decided +=
            verdict == Verdict.MET || verdict == Verdict.LATE || verdict == Verdict.MISSED ? 1 : 0;
      }
      childrenWithWindows[rule] += size > 0 ? 1 : 0;
      childrenDecided[rule] += decided > 0 ? 1 : 0;
      childrenAllMet[rule] += decided > 0 && met == decided ? 1 : 0;
    }

    @Override
    public void window(
        RuleSeries from,
        int version,
        int first,
        int last,
        int deadline,
        Ground ground,
        int settledOn) {
      if (size == grounds.length) {
        series = Arrays.copyOf(series, 2 * size);
        grounds = Arrays.copyOf(grounds, 2 * size);
        columns = Arrays.copyOf(columns, COLUMNS * 2 * size);
      }
      series[size] = from;
      grounds[size] = ground;
      int column = COLUMNS * size++;
      columns[column++] = version;
      columns[column++] = first;
      columns[column++] = last;
      columns[column++] = deadline;
      columns[column] = settledOn;
    }

    /** Whether the windows judged last show the same as those of the other, in the same order. */
    boolean showsTheSameAs(Side other) {
      if (size != other.size) {
        return false;
      }
      for (int w = 0; w < size; w++) {
        int from = COLUMNS * w + FIRST_SHOWN;
        int to = COLUMNS * (w + 1);
        if (grounds[w].verdict() != other.grounds[w].verdict()
            || !Arrays.equals(columns, from, to, other.columns, from, to)) {
          return false;
        }
      }
      return true;
    }

    ImmutableList<JudgedWindow> windows() {
      ImmutableList.Builder<JudgedWindow> windows = ImmutableList.builder();
      for (int w = 0; w < size; w++) {
        int column = COLUMNS * w;
        windows.add(
            Evaluator.window(
                series[w],
                columns[column],
                columns[column + 1],
                columns[column + 2],
                columns[column + 3],
                grounds[w],
                columns[column + 4]));
      }
      return windows.build();
    }

    Optional<Counts> counts(int rule) {
      if (indexOfRule[rule] < 0) {
        return Optional.empty();
      }
      long[] counts = verdicts[rule];
      return Optional.of(
          new Counts(
              counts[Verdict.MET.ordinal()],
              counts[Verdict.LATE.ordinal()],
              counts[Verdict.MISSED.ordinal()],
              counts[Verdict.PENDING.ordinal()],
              counts[Verdict.EXCUSED.ordinal()],
              counts[Verdict.NOT_APPLICABLE.ordinal()],
              childrenWithWindows[rule],
              childrenDecided[rule],
              childrenAllMet[rule]));
    }
  }
}
