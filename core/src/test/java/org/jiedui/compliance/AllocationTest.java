package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.child.CareFacts;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

/**
 * Contacts and windows cost no memory: a child with many takes as many bytes as one with few, each
 * rule having at least one window.
 */
class AllocationTest {

  private static final int ROUNDS = 50;
  private static final Viewpoint VIEWPOINT = Viewpoint.on(LocalDate.of(2026, 7, 4));
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A child that changes its class, with a mentor. */
  private record Somewhere() implements Attribution {

    private static final ImmutableRangeMap<LocalDate, ClassId> CLASSES =
        ImmutableRangeMap.<LocalDate, ClassId>builder()
            .put(Range.lessThan(LocalDate.of(2026, 1, 1)), ClassId.of("c-1"))
            .put(Range.atLeast(LocalDate.of(2026, 1, 1)), ClassId.of("c-2"))
            .build();
    private static final ImmutableRangeMap<LocalDate, Integer> GRADES =
        ImmutableRangeMap.of(Range.all(), 3);
    private static final ImmutableRangeMap<LocalDate, StaffId> MENTORS =
        ImmutableRangeMap.of(
            Range.closed(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 3, 1)), StaffId.of("m"));

    @Override
    public SchoolId school() {
      return Scenario.SCHOOL;
    }

    @Override
    public ImmutableRangeMap<LocalDate, ClassId> classes() {
      return CLASSES;
    }

    @Override
    public ImmutableRangeMap<LocalDate, Integer> grades() {
      return GRADES;
    }

    @Override
    public ImmutableRangeMap<LocalDate, StaffId> mentors() {
      return MENTORS;
    }

    @Override
    public ImmutableRangeMap<LocalDate, StaffId> responsible(RuleVersion version) {
      return MENTORS;
    }
  }

  private static Evaluator evaluator(String windows, String rolling, String afterEvent) {
    return Evaluator.of(
        RuleBook.of(
            List.of(
                Scenario.inTheSchoolYear2025()
                    .version("2025-09-01", windows, v -> v.season(Season.YEAR))
                    .rule(RuleId.of("windows")),
                Scenario.inTheSchoolYear2025()
                    .version("2025-09-01", rolling, v -> v)
                    .rule(RuleId.of("rolling")),
                Scenario.inTheSchoolYear2025()
                    .version("2025-09-01", afterEvent, v -> v)
                    .rule(RuleId.of("after-event")))),
        Scenario.inTheSchoolYear2025().calendar());
  }

  private static CareRecord record(int contacts) {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .inCare("2025-09-01/..")
            .exempt("2025-10-10/2025-10-12")
            .concerns("2025-09-12");
    CareFacts facts = scenario.facts();
    String days =
        IntStream.range(0, contacts)
            .mapToObj(i -> LocalDate.of(2025, 9, 2).plusDays(i % 250).toString())
            .sorted()
            .collect(Collectors.joining(" "));
    scenario.contacts(days);
    ContactSeries series = scenario.packedRecord().contacts();
    return CareRecord.packed(
        Scenario.CHILD, facts, scenario.record().exemptions(), series, Scenario.ZONE);
  }

  private static long bytesOf(Runnable work) {
    // Columns grow to their size, and every group is seen once.
    work.run();
    work.run();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static long bytesOfTally(Evaluator evaluator, CareRecord record) {
    Tally tally = evaluator.newTally(VIEWPOINT);
    return bytesOf(() -> tally.add(record));
  }

  private static long bytesOfGroupedTally(Evaluator evaluator, CareRecord record) {
    ImmutableList<Grouping> groupings =
        Sets.powerSet(EnumSet.allOf(Dimension.class)).stream()
            .filter(dimensions -> !dimensions.isEmpty() && dimensions.size() < 4)
            .map(dimensions -> new Grouping(ImmutableList.copyOf(dimensions)))
            .collect(ImmutableList.toImmutableList());
    GroupedTally tally = GroupedTally.of(VIEWPOINT, groupings);
    Somewhere somewhere = new Somewhere();
    return bytesOf(() -> tally.add(evaluator, record, somewhere));
  }

  private final Evaluator fewWindows =
      evaluator("per-year", "every 300 days", "after concern-raised 30 days");
  private final Evaluator manyWindows =
      evaluator("P1W", "every 3 days", "after concern-raised 7 days");

  @Test
  void tally_contactsAndWindows_allocateNothing() {
    long few = bytesOfTally(fewWindows, record(0));
    assertThat(bytesOfTally(manyWindows, record(0))).isLessThanOrEqualTo(few);
    assertThat(bytesOfTally(manyWindows, record(400))).isLessThanOrEqualTo(few);
  }

  @Test
  void groupedTally_contactsAndWindows_allocateNothing() {
    long few = bytesOfGroupedTally(fewWindows, record(0));
    assertThat(bytesOfGroupedTally(manyWindows, record(0))).isLessThanOrEqualTo(few);
    assertThat(bytesOfGroupedTally(manyWindows, record(400))).isLessThanOrEqualTo(few);
  }

  /** A child of a school of its own, with a mentor of its own. */
  private record Elsewhere(SchoolId school) implements Attribution {

    @Override
    public ImmutableRangeMap<LocalDate, ClassId> classes() {
      return ImmutableRangeMap.of();
    }

    @Override
    public ImmutableRangeMap<LocalDate, Integer> grades() {
      return ImmutableRangeMap.of();
    }

    @Override
    public ImmutableRangeMap<LocalDate, StaffId> mentors() {
      return ImmutableRangeMap.of(Range.all(), StaffId.of("m"));
    }

    @Override
    public ImmutableRangeMap<LocalDate, StaffId> responsible(RuleVersion version) {
      return ImmutableRangeMap.of();
    }
  }

  private static long bytesOfSchools(Evaluator evaluator, CareRecord record, int schools) {
    GroupedTally tally =
        GroupedTally.of(
            VIEWPOINT, List.of(Grouping.by(Dimension.SCHOOL, Dimension.MENTOR, Dimension.MONTH)));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < schools; i++) {
      tally.add(evaluator, record, new Elsewhere(SchoolId.of("s-" + i)));
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void groupedTally_manySchools_takeMemoryByTheirCells() {
    CareRecord record = record(0);
    bytesOfSchools(fewWindows, record, 100);
    long some = bytesOfSchools(fewWindows, record, 1024);
    // Four times the cells: if each school had a place for the mentors of all, it were 16 times.
    assertThat(bytesOfSchools(fewWindows, record, 4096)).isLessThan(6 * some);
  }
}
