package org.jiedui.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

/** The competitors judge as the library does, on any day of the school year. */
class PeersTest {

  private static final long SEED = 7;
  private static final County COUNTY = County.draw(SEED, 150);
  private static final Evaluator EVALUATOR = Peers.evaluator();

  /** Every 23rd day of the year; all facts are known, and of the contacts more or fewer. */
  private static List<Viewpoint> viewpoints() {
    List<Viewpoint> viewpoints = new ArrayList<>();
    for (LocalDate day = PresetRules.VALID_FROM.minusDays(3);
        day.isBefore(PresetRules.calendar().horizon());
        day = day.plusDays(23)) {
      LocalDate knownOn = day.isAfter(LifeCourse.LAST_RECORDED) ? day : LifeCourse.LAST_RECORDED;
      viewpoints.add(Viewpoint.of(day, knownOn));
    }
    return viewpoints;
  }

  private static VerdictCounts expected(Viewpoint viewpoint) {
    CareRecord[] records = COUNTY.packedRecords();
    return Peers.count(EVALUATOR, records, 0, records.length, viewpoint);
  }

  private static void checkOnEveryViewpoint(String who, Peers.Counter counter) throws Exception {
    for (Viewpoint viewpoint : viewpoints()) {
      assertThat(counter.count(viewpoint))
          .as("%s, seed %s, %s", who, SEED, viewpoint)
          .isEqualTo(expected(viewpoint));
    }
  }

  @Test
  void primitiveLoop_countsAsTheLibrary() throws Exception {
    checkOnEveryViewpoint("primitive loop", new PrimitiveLoop(COUNTY.children())::count);
  }

  @Test
  void objectsAndStreams_countAsTheLibrary() throws Exception {
    checkOnEveryViewpoint("objects", new ObjectsAndStreams(COUNTY.children())::count);
  }

  @Test
  void ruleEngine_countsAsTheLibrary() throws Exception {
    checkOnEveryViewpoint("rule engine", new RuleEngine(COUNTY.children())::count);
  }

  @Test
  void postgresql_countsAsTheLibrary() throws Exception {
    try (SqlCounts sql = SqlCounts.load(COUNTY.children())) {
      checkOnEveryViewpoint("PostgreSQL", sql::count);
    }
  }

  @Test
  void county_hasEveryVerdict() {
    int[] columns = new int[VerdictCounts.COLUMNS];
    for (Viewpoint viewpoint : viewpoints()) {
      for (int column = 0; column < columns.length; column++) {
        columns[column] += (int) expected(viewpoint).total(column);
      }
    }
    assertThat(columns).doesNotContain(0);
  }

  @Test
  void county_sameSeed_isTheSame() {
    VerdictCounts counts = expected(Periods.at(0));
    CareRecord[] again = County.draw(SEED, 150).packedRecords();
    assertThat(Peers.count(EVALUATOR, again, 0, again.length, Periods.at(0))).isEqualTo(counts);
  }

  @Test
  void check_anotherAnswer_isRefused() {
    CareRecord[] records = COUNTY.packedRecords();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Peers.check("a loop over fewer", EVALUATOR, records, this::ofFewerChildren))
        .withMessageContaining("a loop over fewer judges home-visit otherwise");
  }

  private VerdictCounts ofFewerChildren(Viewpoint viewpoint) {
    return new PrimitiveLoop(COUNTY.children().subList(0, 140)).count(viewpoint);
  }

  @Test
  void periods_areFreshInEachRound() {
    List<Viewpoint> all = new ArrayList<>();
    for (int round = 0; round < Periods.DIFFERENT; round++) {
      all.add(Periods.at(round));
    }
    assertThat(all).doesNotHaveDuplicates();
  }
}
