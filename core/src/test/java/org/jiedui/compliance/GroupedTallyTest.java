package org.jiedui.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.child.Trait;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Breakdowns, compared with the listings of the same children grouped one by one. */
class GroupedTallyTest {

  private static final int CHILDREN = 25;

  private static final ImmutableList<Grouping> GROUPINGS =
      ImmutableList.<Grouping>builder()
          .addAll(
              Stream.of(Dimension.values())
                  .map(each -> Grouping.by(each))
                  .collect(toImmutableList()))
          .add(Grouping.by(Dimension.RULE, Dimension.MONTH))
          .add(Grouping.by(Dimension.SCHOOL, Dimension.GRADE, Dimension.RULE))
          .add(Grouping.by(Dimension.MONTH, Dimension.RESPONSIBLE, Dimension.MENTOR))
          .build();

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** What held of one made-up child. */
  private record Made(
      SchoolId school,
      Evaluator evaluator,
      CareRecord record,
      ImmutableRangeMap<LocalDate, ClassId> classes,
      ImmutableRangeMap<LocalDate, Integer> grades,
      ImmutableRangeMap<LocalDate, StaffId> mentors,
      ImmutableRangeMap<LocalDate, StaffId> teachers)
      implements Attribution {

    @Override
    public ImmutableRangeMap<LocalDate, StaffId> responsible(RuleVersion version) {
      // Which of two depends on the version, as who makes the contact does.
      return version.times() == 1 ? teachers : mentors;
    }

    Group groupOf(Dimension dimension, JudgedWindow window) {
      LocalDate on = window.deadline();
      Optional<Group> group =
          switch (dimension) {
            case SCHOOL -> Optional.of(new Group.OfSchool(school));
            case RULE -> Optional.of(new Group.OfRule(window.rule()));
            case MONTH -> Optional.of(new Group.OfMonth(YearMonth.from(on)));
            case CLASS ->
                Optional.ofNullable(classes.get(on)).map(id -> new Group.OfClass(school, id));
            case GRADE -> Optional.ofNullable(grades.get(on)).map(Group.OfGrade::new);
            case MENTOR ->
                Optional.ofNullable(mentors.get(on)).map(id -> new Group.OfMentor(school, id));
            case RESPONSIBLE ->
                Optional.ofNullable(responsible(version(window)).get(on))
                    .map(id -> new Group.OfResponsible(school, id));
          };
      return group.orElseGet(() -> new Group.None(dimension));
    }

    private RuleVersion version(JudgedWindow window) {
      return evaluator
          .ruleBook()
          .find(window.rule())
          .orElseThrow()
          .versions()
          .get(window.version());
    }

    ImmutableList<JudgedWindow> windows(Viewpoint viewpoint) {
      return evaluator.ruleBook().rules().stream()
          .flatMap(rule -> evaluator.judge(record, rule.id(), viewpoint).windows().stream())
          .collect(toImmutableList());
    }
  }

  /** Three schools with books that share some rules, and children whose groups change. */
  private static ImmutableList<Made> make(long seed) {
    Random random = new Random(seed);
    List<RandomScenario> scenarios =
        LongStream.range(0, CHILDREN)
            .mapToObj(
                i ->
                    RandomScenario.make(
                        seed * CHILDREN + i, RandomScenario.allCadences(), List.of()))
            .toList();
    List<Evaluator> evaluators = new ArrayList<>();
    for (int school = 0; school < 3; school++) {
      evaluators.add(evaluator(scenarios, random));
    }
    ImmutableList.Builder<Made> made = ImmutableList.builder();
    for (RandomScenario scenario : scenarios) {
      int school = random.nextInt(3);
      made.add(
          new Made(
              SchoolId.of("s-" + school),
              evaluators.get(school),
              scenario.scenario().packedRecord(),
              days(random, i -> ClassId.of("c-" + i)),
              days(random, i -> i + 1),
              days(random, i -> StaffId.of("m-" + i)),
              days(random, i -> StaffId.of("t-" + i))));
    }
    return made.build();
  }

  private static Evaluator evaluator(List<RandomScenario> scenarios, Random random) {
    SchoolCalendar calendar =
        scenarios.get(random.nextInt(CHILDREN)).scenario().evaluator().calendar();
    List<ContactRule> rules = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(numbers, random);
    for (int number : numbers.subList(0, 3)) {
      ContactRule rule =
          scenarios.get(random.nextInt(CHILDREN)).scenario().evaluator().ruleBook().rules().get(0);
      ContactRule renamed =
          ContactRule.of(
              RuleId.of("r-" + number), rule.title(), rule.provenance(), rule.versions());
      try {
        Evaluator.of(RuleBook.of(List.of(renamed)), calendar);
        rules.add(renamed);
      } catch (IllegalArgumentException milestonesMissing) {
        // Another calendar than its own may lack them.
      }
    }
    return Evaluator.of(RuleBook.of(rules), calendar);
  }

  private static <T> ImmutableRangeMap<LocalDate, T> days(Random random, Function<Integer, T> of) {
    ImmutableRangeMap.Builder<LocalDate, T> days = ImmutableRangeMap.builder();
    LocalDate day = RandomScenario.FIRST.plusDays(random.nextInt(200) - 100);
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      LocalDate end = day.plusDays(1 + random.nextInt(200));
      boolean open = i == pieces - 1 && random.nextBoolean();
      days.put(open ? Range.atLeast(day) : Range.closedOpen(day, end), of.apply(random.nextInt(3)));
      day = end.plusDays(random.nextInt(3) == 0 ? 20 : 0);
    }
    return days.build();
  }

  private static Viewpoint viewpoint(long seed) {
    return RandomScenario.make(seed, RandomScenario.allCadences(), List.of()).viewpoint();
  }

  /** Counts windows one by one, in the plainest way. */
  private static final class Plain {
    private final Map<Verdict, Long> windows = new EnumMap<>(Verdict.class);
    private final Set<Made> children = new HashSet<>();
    private final Set<Made> decided = new HashSet<>();
    private final Set<Made> notAllMet = new HashSet<>();

    void add(Made child, JudgedWindow window) {
      windows.merge(window.verdict(), 1L, Long::sum);
      children.add(child);
      if (Set.of(Verdict.MET, Verdict.LATE, Verdict.MISSED).contains(window.verdict())) {
        decided.add(child);
      }
      if (Set.of(Verdict.LATE, Verdict.MISSED).contains(window.verdict())) {
        notAllMet.add(child);
      }
    }

    Counts counts() {
      return new Counts(
          windows.getOrDefault(Verdict.MET, 0L),
          windows.getOrDefault(Verdict.LATE, 0L),
          windows.getOrDefault(Verdict.MISSED, 0L),
          windows.getOrDefault(Verdict.PENDING, 0L),
          windows.getOrDefault(Verdict.EXCUSED, 0L),
          windows.getOrDefault(Verdict.NOT_APPLICABLE, 0L),
          children.size(),
          decided.size(),
          decided.size() - notAllMet.size());
    }
  }

  private static Map<List<Group>, Counts> plainly(
      List<Made> children, Viewpoint viewpoint, Grouping grouping) {
    Map<List<Group>, Plain> cells = new HashMap<>();
    for (Made child : children) {
      for (JudgedWindow window : child.windows(viewpoint)) {
        List<Group> groups =
            grouping.dimensions().stream().map(each -> child.groupOf(each, window)).toList();
        cells.computeIfAbsent(groups, any -> new Plain()).add(child, window);
      }
    }
    Map<List<Group>, Counts> counts = new HashMap<>();
    cells.forEach((groups, plain) -> counts.put(groups, plain.counts()));
    return counts;
  }

  private static GroupedTally tally(List<Made> children, Viewpoint viewpoint) {
    GroupedTally tally = GroupedTally.of(viewpoint, GROUPINGS);
    children.forEach(child -> tally.add(child.evaluator(), child.record(), child));
    return tally;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void breakdowns_areTheListingsGrouped_andAddUp(long seed) {
    ImmutableList<Made> children = make(seed);
    Viewpoint viewpoint = viewpoint(seed);
    GroupedTally tally = tally(children, viewpoint);
    Counts total = tally.total();
    for (Breakdown breakdown : tally.breakdowns()) {
      Map<List<Group>, Counts> cells = new HashMap<>();
      breakdown.cells().forEach(cell -> cells.put(cell.groups(), cell.counts()));
      assertThat(cells)
          .as("%s", breakdown.grouping())
          .isEqualTo(plainly(children, viewpoint, breakdown.grouping()));
      for (Verdict verdict : Verdict.values()) {
        assertThat(breakdown.cells().stream().mapToLong(cell -> cell.counts().of(verdict)).sum())
            .isEqualTo(total.of(verdict));
      }
    }
    assertThat(tally.children()).isEqualTo(CHILDREN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void merged_inAnyOrder_isTheWhole(long seed) {
    ImmutableList<Made> children = make(seed);
    Viewpoint viewpoint = viewpoint(seed);
    GroupedTally whole = tally(children, viewpoint);
    List<Made> shuffled = new ArrayList<>(children);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = new Random(seed).nextInt(CHILDREN);
    GroupedTally merged =
        tally(shuffled.subList(cut, CHILDREN), viewpoint)
            .merge(tally(shuffled.subList(0, cut), viewpoint));
    assertThat(merged.breakdowns()).isEqualTo(whole.breakdowns());
    assertThat(merged.total()).isEqualTo(whole.total());
    assertThat(merged.unjudged().entrySet()).containsExactlyElementsOf(whole.unjudged().entrySet());
    assertThat(merged.children()).isEqualTo(whole.children());
    assertThat(merged.inCare()).isEqualTo(whole.inCare());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cells_areTheSumOfTheChildrenBehindThem(long seed) {
    ImmutableList<Made> children = make(seed);
    Viewpoint viewpoint = viewpoint(seed);
    for (Breakdown breakdown : tally(children, viewpoint).breakdowns()) {
      for (Breakdown.Cell cell : breakdown.cells()) {
        GroupedTally behind = GroupedTally.of(viewpoint, List.of(), cell.groups());
        List<Counts> own =
            children.stream()
                .map(child -> behind.add(child.evaluator(), child.record(), child))
                .toList();
        assertThat(behind.total()).isEqualTo(cell.counts());
        assertThat(own.stream().mapToLong(Counts::windows).sum())
            .isEqualTo(cell.counts().windows());
        assertThat(own.stream().filter(counts -> counts.windows() > 0).count())
            .isEqualTo(cell.counts().children());
        assertThat(own.stream().mapToLong(Counts::childrenAllMet).sum())
            .isEqualTo(cell.counts().childrenAllMet());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneSchool_countsWhatTheTallyOfItsEvaluatorCounts(long seed) {
    ImmutableList<Made> all = make(seed);
    Viewpoint viewpoint = viewpoint(seed);
    ImmutableList<Made> school =
        all.stream()
            .filter(child -> child.school().value().equals("s-0"))
            .collect(toImmutableList());
    if (school.isEmpty()) {
      return;
    }
    Tally tally = school.get(0).evaluator().newTally(viewpoint);
    school.forEach(child -> tally.add(child.record()));
    ComplianceReport report = tally.report();
    GroupedTally grouped = tally(school, viewpoint);
    assertThat(grouped.inCare()).isEqualTo(report.inCare());
    assertThat(grouped.children()).isEqualTo(report.children());
    assertThat(grouped.unjudged().keySet())
        .containsExactlyElementsOf(report.rules().stream().map(RuleTally::rule).toList());
    for (RuleTally rule : report.rules()) {
      assertThat(grouped.unjudged()).containsEntry(rule.rule(), (long) rule.unjudged().size());
    }
    assertThat(grouped.total().windows())
        .isEqualTo(report.rules().stream().mapToLong(RuleTally::windows).sum());
    assertThat(grouped.total().rate())
        .isEqualTo(
            new Rate(
                report.rules().stream().mapToLong(rule -> rule.rate().part()).sum(),
                report.rules().stream().mapToLong(rule -> rule.rate().total()).sum()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onlyAClass_countsItsMembersAndWindows(long seed) {
    ImmutableList<Made> children = make(seed);
    Viewpoint viewpoint = viewpoint(seed);
    SchoolId school = SchoolId.of("s-1");
    ClassId classId = ClassId.of("c-1");
    GroupedTally tally =
        GroupedTally.of(viewpoint, List.of(), List.of(new Group.OfClass(school, classId)));
    children.forEach(child -> tally.add(child.evaluator(), child.record(), child));
    List<Made> members =
        children.stream()
            .filter(child -> child.school().equals(school))
            .filter(child -> classId.equals(child.classes().get(viewpoint.asOf())))
            .toList();
    assertThat(tally.inCare())
        .isEqualTo(
            members.stream()
                .filter(
                    child ->
                        (child
                                    .record()
                                    .historyKnownOn(viewpoint.knownOn())
                                    .traitsOn(viewpoint.asOf())
                                & Trait.IN_CARE.mask())
                            != 0)
                .count());
    Set<Made> looked = new HashSet<>(members);
    children.stream()
        .filter(
            child ->
                child.windows(viewpoint).stream()
                    .anyMatch(
                        window ->
                            child
                                .groupOf(Dimension.CLASS, window)
                                .equals(new Group.OfClass(school, classId))))
        .forEach(looked::add);
    assertThat(tally.children()).isEqualTo(looked.size());
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void attribution_rangesWithAnyBounds_meanTheDaysInThem(Range<LocalDate> days, long in) {
    CareRecord record =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", v -> v)
            .inCare("2025-09-01/..")
            .packedRecord();
    Evaluator evaluator =
        Scenario.inTheSchoolYear2025().version("2025-09-01", "P1M", v -> v).evaluator();
    ImmutableRangeMap<LocalDate, Integer> grades = ImmutableRangeMap.of(days, 3);
    Made made =
        new Made(
            SchoolId.of("s"),
            evaluator,
            record,
            ImmutableRangeMap.of(),
            grades,
            ImmutableRangeMap.of(),
            ImmutableRangeMap.of());
    // Deadlines are the last days of September, October and November.
    GroupedTally tally =
        GroupedTally.of(
            Viewpoint.on(LocalDate.of(2025, 11, 30)), List.of(Grouping.by(Dimension.GRADE)));
    tally.add(evaluator, record, made);
    assertThat(tally.breakdowns().get(0).find(new Group.OfGrade(3)).map(Counts::windows).orElse(0L))
        .isEqualTo(in);
  }

  static Stream<Arguments> bounds() {
    LocalDate september = LocalDate.of(2025, 9, 30);
    LocalDate october = LocalDate.of(2025, 10, 31);
    return Stream.of(
        Arguments.of(Range.closedOpen(september, october), 1),
        Arguments.of(Range.closed(september, october), 2),
        Arguments.of(Range.open(september, october), 0),
        Arguments.of(Range.openClosed(september, october), 1),
        Arguments.of(Range.atMost(october), 2),
        Arguments.of(Range.lessThan(october), 1),
        Arguments.of(Range.greaterThan(september), 2),
        Arguments.of(Range.all(), 3));
  }

  @Test
  void of_twoGroupsOfOneDimension_isRejected() {
    assertThatThrownBy(
            () ->
                GroupedTally.of(
                    viewpoint(1), List.of(), List.of(new Group.OfGrade(1), new Group.OfGrade(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only one grade can be asked for");
  }

  @Test
  void merge_ofAnotherQuestion_isRejected() {
    GroupedTally tally = GroupedTally.of(viewpoint(1), GROUPINGS);
    GroupedTally other = GroupedTally.of(viewpoint(1), List.of());
    assertThatThrownBy(() -> tally.merge(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tally.merge(tally)).isInstanceOf(IllegalArgumentException.class);
  }
}
