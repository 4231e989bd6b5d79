package org.jiedui.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.testing.EqualsTester;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jiedui.time.Timeline.Entry;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant SEPTEMBER = Instant.parse("2025-09-01T08:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2025-10-09T08:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2025-11-03T08:00:00Z");

  private static final Timeline<String> CARERS =
      Timeline.<String>empty()
          .with(DateRange.parse("2025-09-01/.."), "grandmother", SEPTEMBER)
          .with(DateRange.parse("2025-10-05/.."), "aunt", OCTOBER);

  private static DateRange days(String text) {
    return DateRange.parse(text);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** What is known before an instant, in the words of the tables. */
  private static Map<String, String> known(Timeline<String> timeline, Instant before) {
    ImmutableMap.Builder<String, String> known = ImmutableMap.builder();
    for (Map.Entry<Range<LocalDate>, String> entry :
        timeline.knownBefore(before).asMapOfRanges().entrySet()) {
      known.put(DateRange.from(entry.getKey()).toString(), entry.getValue());
    }
    return known.buildOrThrow();
  }

  @Test
  void on_overriddenDays_isWhatWasRecordedLater() {
    assertThat(CARERS.on(day("2025-10-04"))).contains("grandmother");
    assertThat(CARERS.on(day("2025-10-05"))).contains("aunt");
    assertThat(CARERS.on(day("2025-08-31"))).isEmpty();
  }

  @Test
  void with_daysInTheMiddle_overridesThoseDaysOnly() {
    Timeline<String> timeline = CARERS.with(days("2025-09-10/2025-09-12"), "uncle", NOVEMBER);
    assertThat(known(timeline, Instant.MAX))
        .containsExactly(
            Map.entry("2025-09-01/2025-09-09", "grandmother"),
            Map.entry("2025-09-10/2025-09-12", "uncle"),
            Map.entry("2025-09-13/2025-10-04", "grandmother"),
            Map.entry("2025-10-05/..", "aunt"));
  }

  @Test
  void knownBefore_anInstant_seesOnlyWhatWasRecordedStrictlyBefore() {
    assertThat(known(CARERS, SEPTEMBER)).isEmpty();
    assertThat(known(CARERS, SEPTEMBER.plusNanos(1)))
        .containsExactly(Map.entry("2025-09-01/..", "grandmother"));
    assertThat(known(CARERS, OCTOBER)).containsExactly(Map.entry("2025-09-01/..", "grandmother"));
    assertThat(known(CARERS, OCTOBER.plusNanos(1)))
        .containsExactly(
            Map.entry("2025-09-01/2025-10-04", "grandmother"), Map.entry("2025-10-05/..", "aunt"));
  }

  @Test
  void known_isWithEverythingSeen() {
    assertThat(CARERS.known()).isEqualTo(CARERS.knownBefore(Instant.MAX));
  }

  @Test
  void without_someDays_leavesNothingOnThem() {
    Timeline<String> timeline = CARERS.without(days("2025-09-20/2025-10-10"), NOVEMBER);
    assertThat(timeline.on(day("2025-10-01"))).isEmpty();
    assertThat(known(timeline, Instant.MAX))
        .containsExactly(
            Map.entry("2025-09-01/2025-09-19", "grandmother"), Map.entry("2025-10-11/..", "aunt"));
    assertThat(known(timeline, NOVEMBER)).isEqualTo(known(CARERS, NOVEMBER));
  }

  @Test
  void known_neighboursOfTheSameValue_areJoined() {
    Timeline<String> timeline =
        Timeline.<String>empty()
            .with(days("2025-09-01/2025-09-10"), "aunt", SEPTEMBER)
            .with(days("2025-09-11/2025-09-20"), "aunt", OCTOBER)
            .with(days("2025-09-22/2025-09-30"), "aunt", OCTOBER);
    assertThat(known(timeline, Instant.MAX))
        .containsExactly(
            Map.entry("2025-09-01/2025-09-20", "aunt"), Map.entry("2025-09-22/2025-09-30", "aunt"));
  }

  @Test
  void with_equalInstants_theOneAddedLaterOverrides() {
    Timeline<String> timeline =
        Timeline.<String>empty()
            .with(days("2025-09-01/.."), "grandmother", SEPTEMBER)
            .with(days("2025-09-01/.."), "aunt", SEPTEMBER);
    assertThat(timeline.on(day("2025-09-01"))).contains("aunt");
    assertThat(known(timeline, Instant.MAX)).containsExactly(Map.entry("2025-09-01/..", "aunt"));
  }

  @Test
  void with_recordedEarlierButAddedLater_doesNotOverride() {
    Timeline<String> timeline =
        Timeline.<String>empty()
            .with(days("2025-10-05/.."), "aunt", OCTOBER)
            .with(days("2025-09-01/.."), "grandmother", SEPTEMBER);
    assertThat(timeline).isEqualTo(CARERS);
    assertThat(timeline.entries())
        .extracting(Entry::recordedAt)
        .containsExactly(SEPTEMBER, OCTOBER);
  }

  @Test
  void of_entriesInAnyOrder_isTheSameTimeline() {
    List<Entry<String>> entries =
        List.of(
            new Entry<>(days("2025-10-05/.."), Optional.of("aunt"), OCTOBER),
            new Entry<>(days("2025-09-01/.."), Optional.of("grandmother"), SEPTEMBER));
    assertThat(Timeline.of(entries)).isEqualTo(CARERS);
  }

  @Test
  void on_everyDay_agreesWithKnown() {
    long seed = 7101;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Timeline<String> timeline = Timeline.empty();
      for (int i = 0; i < 6; i++) {
        LocalDate first = day("2024-02-20").plusDays(random.nextInt(20));
        DateRange range =
            random.nextInt(4) == 0
                ? DateRange.startingOn(first)
                : DateRange.ofClosed(first, first.plusDays(random.nextInt(10)));
        Instant at = SEPTEMBER.plusSeconds(random.nextInt(3));
        timeline =
            random.nextInt(4) == 0
                ? timeline.without(range, at)
                : timeline.with(range, "carer " + random.nextInt(3), at);
      }
      for (int i = -2; i < 35; i++) {
        LocalDate day = day("2024-02-20").plusDays(i);
        assertThat(timeline.on(day))
            .as("seed %s, round %s, %s on %s", seed, round, timeline, day)
            .isEqualTo(Optional.ofNullable(timeline.known().get(day)));
        for (int second = 0; second < 4; second++) {
          Instant before = SEPTEMBER.plusSeconds(second);
          assertThat(timeline.on(day, before))
              .as("seed %s, round %s, %s on %s before %s", seed, round, timeline, day, before)
              .isEqualTo(Optional.ofNullable(timeline.knownBefore(before).get(day)));
        }
      }
    }
  }

  @Test
  void lastRecordedAt_isOfTheLastEntry() {
    assertThat(CARERS.lastRecordedAt()).contains(OCTOBER);
    assertThat(Timeline.empty().lastRecordedAt()).isEmpty();
    assertThat(Timeline.empty().isEmpty()).isTrue();
    assertThat(CARERS.isEmpty()).isFalse();
  }

  @Test
  void isContinuedBy_onlyIfNothingIsGone() {
    Timeline<String> longer = CARERS.without(days("2025-12-01/.."), NOVEMBER);
    assertThat(CARERS.isContinuedBy(longer)).isTrue();
    assertThat(CARERS.isContinuedBy(CARERS)).isTrue();
    assertThat(Timeline.<String>empty().isContinuedBy(CARERS)).isTrue();
    assertThat(longer.isContinuedBy(CARERS)).isFalse();
    Timeline<String> rewritten =
        Timeline.<String>empty()
            .with(days("2025-09-01/.."), "neighbour", SEPTEMBER)
            .with(days("2025-10-05/.."), "aunt", OCTOBER);
    assertThat(CARERS.isContinuedBy(rewritten)).isFalse();
  }

  @Test
  void equals_isByEntriesInTheirOrder() {
    List<Entry<String>> reversed = new ArrayList<>(CARERS.entries());
    Collections.reverse(reversed);
    new EqualsTester()
        .addEqualityGroup(CARERS, Timeline.of(reversed))
        .addEqualityGroup(Timeline.empty(), Timeline.of(List.of()))
        .addEqualityGroup(CARERS.without(days("2025-12-01/.."), NOVEMBER))
        .testEquals();
  }

  @Test
  void toString_hasNoValues() {
    assertThat(CARERS)
        .hasToString("[2025-09-01/..@2025-09-01T08:00:00Z, 2025-10-05/..@2025-10-09T08:00:00Z]");
  }
}
