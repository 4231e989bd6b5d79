package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.child.CareHistory;
import org.jiedui.child.Trait;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.ContactRule;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * Counts verdicts over the children of one or many schools, in all and broken down.
 *
 * <pre>{@code
 * GroupedTally tally =
 *     GroupedTally.of(viewpoint, List.of(Grouping.by(Dimension.CLASS), Grouping.by(Dimension.MONTH)));
 * tally.add(evaluator, record, attribution);
 * tally.total().rate();
 * tally.breakdowns().get(0).cells();
 * }</pre>
 *
 * <p>Cost: that of a {@link Tally}, and for each window and grouping a look-up of its cell by
 * numbers; no allocation for a contact or a window. Memory: by cells, not by children. Not
 * thread-safe; use one for each thread and {@linkplain #merge merge} them.
 */
@SuppressWarnings("EnumOrdinal") // the columns of codes never leave this class
public final class GroupedTally {

  private static final int DIMENSIONS = Dimension.values().length;

  /** Where a rule stands: in the book of the first school that has it. */
  private record RuleRank(SchoolId school, int index) implements Comparable<RuleRank> {

    private static final Comparator<RuleRank> ORDER =
        Comparator.comparing(RuleRank::school).thenComparing(RuleRank::index);

    @Override
    public int compareTo(RuleRank other) {
      return ORDER.compare(this, other);
    }
  }

  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownOn;
  private final ImmutableList<Grouping> groupings;
  private final ImmutableList<Group> only;
  private final EnumSet<Dimension> needed = EnumSet.noneOf(Dimension.class);

  private final Dimension[] neededDimensions;

  private final Judge judge = new Judge();
  private final VerdictSink sink = this::window;
  private final GroupIndex[] index = new GroupIndex[DIMENSIONS];
  private final CellTable[] tables;
  private final CellCount total = new CellCount();
  private final Map<RuleId, RuleRank> ranks = new HashMap<>();
  private final Map<RuleId, Long> unjudged = new HashMap<>();
  private long children;
  private long inCare;

  /** The wanted code of each dimension, or -1 if any will do. */
  private final int[] wanted = new int[DIMENSIONS];

  // For the school at hand.

  private @Nullable Evaluator evaluator;
  private @Nullable SchoolId school;
  private int[] ruleCodes = {};
  private DayCodes[][] responsible = {};

  // For the child at hand.

  private long child;
  private @Nullable Attribution attribution;
  private final DayCodes[] held = new DayCodes[DIMENSIONS];
  private final CellCount own = new CellCount();
  private final List<CellCount> touched = new ArrayList<>();
  private int judgedWindows;

  // For the window at hand.

  private final int[] codes = new int[DIMENSIONS];
  private final MonthCodes months = new MonthCodes(month -> code(new Group.OfMonth(month)));

  private GroupedTally(
      Viewpoint viewpoint, Collection<Grouping> groupings, Collection<Group> only) {
    this.viewpoint = viewpoint;
    this.asOf = RuleSeries.day(viewpoint.asOf());
    this.knownOn = RuleSeries.day(viewpoint.knownOn());
    this.groupings = ImmutableList.copyOf(groupings);
    this.only = ImmutableList.copyOf(only);
    for (Dimension dimension : Dimension.values()) {
      index[dimension.ordinal()] = new GroupIndex(dimension);
      held[dimension.ordinal()] = new DayCodes();
    }
    this.groupings.forEach(grouping -> needed.addAll(grouping.dimensions()));
    this.tables = this.groupings.stream().map(CellTable::new).toArray(CellTable[]::new);
    Arrays.fill(wanted, -1);
    for (Group group : this.only) {
      Dimension dimension = group.dimension();
      checkArgument(
          wanted[dimension.ordinal()] < 0, "only one %s can be asked for", dimension.code());
      wanted[dimension.ordinal()] = code(group);
      needed.add(dimension);
    }
    neededDimensions = needed.toArray(Dimension[]::new);
  }

  /**
   * Starts to count every window.
   *
   * @param viewpoint the dates under which to judge
   * @param groupings by what to break down, none if only the total is wanted
   * @return an empty tally
   */
  public static GroupedTally of(Viewpoint viewpoint, Collection<Grouping> groupings) {
    return new GroupedTally(viewpoint, groupings, ImmutableList.of());
  }

  /**
   * Starts to count the windows of some groups alone: a cell of a breakdown, looked at again.
   *
   * @param viewpoint the dates under which to judge
   * @param groupings by what to break down, none if only the total is wanted
   * @param only the groups, at most one of each dimension; a window counts if it belongs to all
   * @return an empty tally
   * @throws IllegalArgumentException if there are two groups of one dimension
   */
  public static GroupedTally of(
      Viewpoint viewpoint, Collection<Grouping> groupings, Collection<Group> only) {
    return new GroupedTally(viewpoint, groupings, only);
  }

  /**
   * Judges a child by every rule and counts the verdicts.
   *
   * @param by the evaluator of the child's school
   * @param record what is known of the child
   * @param where where its windows belong
   * @return what was counted of this child
   */
  @CanIgnoreReturnValue
  public Counts add(Evaluator by, CareRecord record, Attribution where) {
    child++;
    attribution = where;
    if (by != evaluator || !where.school().equals(school)) {
      aim(by, where.school());
    }
    codes[Dimension.SCHOOL.ordinal()] =
        needed.contains(Dimension.SCHOOL) ? code(new Group.OfSchool(where.school())) : 0;
    CareHistory history = record.historyKnownOn(knownOn);
    boolean isMember = isMemberOn(asOf);
    boolean isInCare = isMember && (history.traitsOn(viewpoint.asOf()) & Trait.IN_CARE.mask()) != 0;
    own.clear();
    touched.clear();
    judge.lookAt(by.patterns(), record, history, asOf, knownOn);
    for (int rule = 0; rule < ruleCodes.length; rule++) {
      judgedWindows = 0;
      codes[Dimension.RULE.ordinal()] = ruleCodes[rule];
      for (RuleSeries series : by.seriesOf(rule)) {
        judge.aim(series);
        judge.judge(sink);
      }
      if (isInCare && judgedWindows == 0 && isWanted(Dimension.RULE, ruleCodes[rule])) {
        unjudged.merge(by.ruleBook().rules().get(rule).id(), 1L, Long::sum);
      }
    }
    for (CellCount cell : touched) {
      cell.endChild();
    }
    Counts counts = own.counts();
    if (isMember || counts.windows() > 0) {
      children++;
    }
    if (isInCare) {
      inCare++;
    }
    return counts;
  }

  /** Sets up what is the same for all children of a school. */
  private void aim(Evaluator by, SchoolId newSchool) {
    evaluator = by;
    school = newSchool;
    ImmutableList<ContactRule> rules = by.ruleBook().rules();
    ruleCodes = new int[rules.size()];
    responsible = new DayCodes[rules.size()][];
    for (int i = 0; i < ruleCodes.length; i++) {
      RuleId id = rules.get(i).id();
      ruleCodes[i] = code(new Group.OfRule(id));
      ranks.merge(id, new RuleRank(newSchool, i), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      responsible[i] = new DayCodes[rules.get(i).versions().size()];
      for (int v = 0; v < responsible[i].length; v++) {
        responsible[i][v] = new DayCodes();
      }
    }
  }

  private int code(Group group) {
    return index[group.dimension().ordinal()].codeOf(group);
  }

  private boolean isWanted(Dimension dimension, int code) {
    return wanted[dimension.ordinal()] < 0 || wanted[dimension.ordinal()] == code;
  }

  /** Whether the child itself belongs, on a day, to the groups that are asked for. */
  private boolean isMemberOn(int day) {
    return only.isEmpty()
        || (isWanted(Dimension.SCHOOL, codes[Dimension.SCHOOL.ordinal()])
            && isMemberOn(Dimension.CLASS, day)
            && isMemberOn(Dimension.GRADE, day)
            && isMemberOn(Dimension.MENTOR, day));
  }

  private boolean isMemberOn(Dimension dimension, int day) {
    return wanted[dimension.ordinal()] < 0 || wanted[dimension.ordinal()] == heldOn(dimension, day);
  }

  private void window(
      RuleSeries series,
      int version,
      int first,
      int last,
      int deadline,
      Ground ground,
      int settledOn) {
    for (Dimension dimension : neededDimensions) {
      switch (dimension) {
        case SCHOOL, RULE -> {}
        case MONTH -> codes[dimension.ordinal()] = months.on(deadline);
        case RESPONSIBLE -> codes[dimension.ordinal()] = responsibleOn(series, version, deadline);
        case GRADE, CLASS, MENTOR -> codes[dimension.ordinal()] = heldOn(dimension, deadline);
      }
      if (!isWanted(dimension, codes[dimension.ordinal()])) {
        return;
      }
    }
    Verdict verdict = ground.verdict();
    if (verdict != Verdict.NOT_APPLICABLE) {
      judgedWindows++;
    }
    count(own, verdict);
    count(total, verdict);
    for (CellTable table : tables) {
      count(table.at(codes), verdict);
    }
  }

  private void count(CellCount cell, Verdict verdict) {
    if (cell.add(child, verdict)) {
      touched.add(cell);
    }
  }

  private int heldOn(Dimension dimension, int day) {
    DayCodes days = held[dimension.ordinal()];
    if (!days.isFilledFor(child)) {
      Attribution where = attribution();
      SchoolId at = where.school();
      switch (dimension) {
        case CLASS -> days.fill(child, where.classes(), id -> code(new Group.OfClass(at, id)));
        case GRADE -> days.fill(child, where.grades(), grade -> code(new Group.OfGrade(grade)));
        case MENTOR -> days.fill(child, where.mentors(), id -> code(new Group.OfMentor(at, id)));
        case SCHOOL, RULE, RESPONSIBLE, MONTH ->
            throw new IllegalArgumentException(dimension + " does not depend on the day alone");
      }
    }
    return days.on(day, GroupIndex.NONE);
  }

  private int responsibleOn(RuleSeries series, int version, int day) {
    DayCodes days = responsible[series.ruleIndex][series.versionOffset + version];
    if (!days.isFilledFor(child)) {
      Attribution where = attribution();
      SchoolId at = where.school();
      days.fill(
          child,
          where.responsible(series.versions.get(version)),
          staff -> code(new Group.OfResponsible(at, staff)));
    }
    return days.on(day, GroupIndex.NONE);
  }

  private Attribution attribution() {
    if (attribution == null) {
      throw new IllegalStateException("no child is at hand");
    }
    return attribution;
  }

  /**
   * Adds what another tally has counted over other children.
   *
   * @param other a tally of the same viewpoint, groupings and groups
   * @return this tally
   * @throws IllegalArgumentException if the other counts something else
   */
  @CanIgnoreReturnValue
  public GroupedTally merge(GroupedTally other) {
    checkArgument(
        other != this
            && viewpoint.equals(other.viewpoint)
            && groupings.equals(other.groupings)
            && only.equals(other.only),
        "only another tally of the same viewpoint, groupings and groups can be merged");
    total.add(other.total);
    children += other.children;
    inCare += other.inCare;
    other.ranks.forEach(
        (rule, rank) -> ranks.merge(rule, rank, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    other.unjudged.forEach((rule, count) -> unjudged.merge(rule, count, Long::sum));
    int[] translated = new int[DIMENSIONS];
    for (int i = 0; i < tables.length; i++) {
      CellTable table = tables[i];
      other.tables[i].forEach(
          (path, cell) -> {
            for (int d = 0; d < path.length; d++) {
              int dimension = table.dimensions.get(d).ordinal();
              translated[dimension] = code(other.index[dimension].group(path[d]));
            }
            table.at(translated).add(cell);
          });
    }
    return this;
  }

  /**
   * Returns the dates under which it judges.
   *
   * @return the viewpoint
   */
  public Viewpoint viewpoint() {
    return viewpoint;
  }

  /**
   * Returns how many children were looked at; if only some groups count, those that have a window
   * of them or belong to them on the as-of date.
   *
   * @return 0 or more
   */
  public long children() {
    return children;
  }

  /**
   * Returns how many of the children are in care, and belong to the groups that count, on the as-of
   * date.
   *
   * @return 0 or more
   */
  public long inCare() {
    return inCare;
  }

  /**
   * Returns what was counted in all.
   *
   * @return the counts
   */
  public Counts total() {
    return total.counts();
  }

  /**
   * Returns, for each rule, how many of the children in care it judged by no window at all: nobody
   * falls out unseen.
   *
   * @return the numbers, 0 too, by rule in the order of the book; a rule of several schools stands
   *     where the first of them, by id, has it
   */
  public ImmutableMap<RuleId, Long> unjudged() {
    ImmutableMap.Builder<RuleId, Long> counts = ImmutableMap.builder();
    ranks.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(rule -> isWanted(Dimension.RULE, code(new Group.OfRule(rule))))
        .forEach(rule -> counts.put(rule, unjudged.getOrDefault(rule, 0L)));
    return counts.buildOrThrow();
  }

  /**
   * Returns what was counted, broken down.
   *
   * @return a breakdown for each grouping, in its order
   */
  public ImmutableList<Breakdown> breakdowns() {
    ImmutableList.Builder<Breakdown> breakdowns = ImmutableList.builder();
    for (int i = 0; i < tables.length; i++) {
      List<Breakdown.Cell> cells = new ArrayList<>();
      CellTable table = tables[i];
      table.forEach(
          (path, cell) -> cells.add(new Breakdown.Cell(groups(table, path), cell.counts())));
      cells.sort(this::compare);
      breakdowns.add(new Breakdown(groupings.get(i), ImmutableList.copyOf(cells)));
    }
    return breakdowns.build();
  }

  private ImmutableList<Group> groups(CellTable table, int[] path) {
    ImmutableList.Builder<Group> groups = ImmutableList.builder();
    for (int d = 0; d < path.length; d++) {
      groups.add(index[table.dimensions.get(d).ordinal()].group(path[d]));
    }
    return groups.build();
  }

  private int compare(Breakdown.Cell a, Breakdown.Cell b) {
    for (int d = 0; d < a.groups().size(); d++) {
      int order = compare(a.groups().get(d), b.groups().get(d));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Rules in the order of the book, all others in their own; none of them comes last. */
  private int compare(Group a, Group b) {
    if (a instanceof Group.None || b instanceof Group.None) {
      return Boolean.compare(a instanceof Group.None, b instanceof Group.None);
    }
    if (a instanceof Group.OfRule left && b instanceof Group.OfRule right) {
      return rank(left).compareTo(rank(right));
    }
    if (a instanceof Group.OfGrade left && b instanceof Group.OfGrade right) {
      return Integer.compare(left.grade(), right.grade());
    }
    return a.text().compareTo(b.text());
  }

  private RuleRank rank(Group.OfRule group) {
    RuleRank rank = ranks.get(group.rule());
    if (rank == null) {
      throw new IllegalStateException("rule " + group.rule() + " was not counted");
    }
    return rank;
  }
}
