package org.jiedui.time;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every small range over a leap day is compared with a Guava range of the same days. */
class DateRangeTest {

  private static final LocalDate FROM = LocalDate.of(2024, 2, 24);
  private static final LocalDate TO = LocalDate.of(2024, 3, 7);

  /** A range, and the same days as Guava sees them. */
  private record Pair(DateRange days, Range<LocalDate> guava) {}

  private static ImmutableList<LocalDate> span() {
    return FROM.datesUntil(TO).collect(toImmutableList());
  }

  /** All ranges in the span, sorted: by start, then by end, the open one last. */
  private static ImmutableList<Pair> all() {
    ImmutableList.Builder<Pair> all = ImmutableList.builder();
    for (LocalDate start : span()) {
      start
          .plusDays(1)
          .datesUntil(TO.plusDays(1))
          .forEach(
              end -> all.add(new Pair(DateRange.of(start, end), Range.closedOpen(start, end))));
      all.add(new Pair(DateRange.startingOn(start), Range.atLeast(start)));
    }
    return all.build();
  }

  @Test
  void all_hasEveryRangeOfTwelveDays() {
    assertThat(all()).hasSize(12 * 13 / 2 + 12);
  }

  @Test
  void contains_everyDay_agreesWithGuava() {
    for (Pair pair : all()) {
      for (LocalDate day = FROM.minusDays(2); day.isBefore(TO.plusDays(2)); day = day.plusDays(1)) {
        assertThat(pair.days().contains(day))
            .as("%s contains %s", pair.days(), day)
            .isEqualTo(pair.guava().contains(day));
      }
    }
  }

  @Test
  void encloses_everyPair_agreesWithGuava() {
    for (Pair one : all()) {
      for (Pair other : all()) {
        assertThat(one.days().encloses(other.days()))
            .as("%s encloses %s", one.days(), other.days())
            .isEqualTo(one.guava().encloses(other.guava()));
      }
    }
  }

  @Test
  void intersection_everyPair_agreesWithGuava() {
    for (Pair one : all()) {
      for (Pair other : all()) {
        Optional<Range<LocalDate>> common =
            one.guava().isConnected(other.guava())
                ? Optional.of(one.guava().intersection(other.guava()))
                    .filter(range -> !range.isEmpty())
                : Optional.empty();
        assertThat(one.days().intersection(other.days()).map(DateRange::toRange))
            .as("%s and %s", one.days(), other.days())
            .isEqualTo(common);
        assertThat(one.days().overlaps(other.days()))
            .as("%s overlaps %s", one.days(), other.days())
            .isEqualTo(common.isPresent());
      }
    }
  }

  @Test
  void length_everyRange_isTheNumberOfItsDays() {
    for (Pair pair : all()) {
      if (pair.guava().hasUpperBound()) {
        long days = pair.guava().lowerEndpoint().datesUntil(pair.guava().upperEndpoint()).count();
        assertThat(pair.days().length()).as("%s", pair.days()).hasValue(days);
        assertThat(pair.days().end()).contains(pair.guava().upperEndpoint());
        assertThat(pair.days().last()).contains(pair.guava().upperEndpoint().minusDays(1));
        assertThat(pair.days().hasEnd()).isTrue();
      } else {
        assertThat(pair.days().length()).isEmpty();
        assertThat(pair.days().end()).isEmpty();
        assertThat(pair.days().last()).isEmpty();
        assertThat(pair.days().hasEnd()).isFalse();
      }
      assertThat(pair.days().start()).isEqualTo(pair.guava().lowerEndpoint());
    }
  }

  @Test
  void from_everyKindOfBound_givesTheSameDays() {
    for (Pair pair : all()) {
      assertThat(pair.days().toRange()).isEqualTo(pair.guava());
      assertThat(DateRange.from(pair.guava())).isEqualTo(pair.days());
      LocalDate before = pair.days().start().minusDays(1);
      if (pair.days().end().isEmpty()) {
        assertThat(DateRange.from(Range.greaterThan(before))).isEqualTo(pair.days());
        continue;
      }
      LocalDate end = pair.days().end().get();
      LocalDate last = end.minusDays(1);
      assertThat(DateRange.from(Range.closed(pair.days().start(), last))).isEqualTo(pair.days());
      assertThat(DateRange.from(Range.openClosed(before, last))).isEqualTo(pair.days());
      assertThat(DateRange.from(Range.open(before, end))).isEqualTo(pair.days());
      assertThat(DateRange.ofClosed(pair.days().start(), last)).isEqualTo(pair.days());
    }
  }

  @Test
  void parse_everyRange_readsWhatToStringPrints() {
    for (Pair pair : all()) {
      assertThat(DateRange.parse(pair.days().toString())).isEqualTo(pair.days());
    }
  }

  @Test
  void compareTo_isByStartThenByEndWithTheOpenEndLast() {
    List<DateRange> sorted = all().stream().map(Pair::days).toList();
    List<DateRange> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(20240229));
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(sorted);
    for (DateRange one : sorted) {
      for (DateRange other : sorted) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          first      | last       | days | text
          2025-09-01 | 2025-09-30 | 30   | 2025-09-01/2025-09-30
          2024-02-28 | 2024-03-01 | 3    | 2024-02-28/2024-03-01
          2025-02-28 | 2025-03-01 | 2    | 2025-02-28/2025-03-01
          2025-12-31 | 2026-01-01 | 2    | 2025-12-31/2026-01-01
          2024-02-29 | 2024-02-29 | 1    | 2024-02-29/2024-02-29
          2025-09-01 |            |      | 2025-09-01/..
          9999-12-31 | 9999-12-31 | 1    | 9999-12-31/9999-12-31
          """)
  void ofClosed_isWrittenWithBothEndsIncluded(
      LocalDate first, LocalDate last, Long days, String text) {
    DateRange range = DateRange.ofClosed(first, Optional.ofNullable(last));
    assertThat(range).hasToString(text);
    assertThat(range.length().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(days));
    assertThat(range.last()).isEqualTo(Optional.ofNullable(last));
  }

  @Test
  void ofDay_holdsThatDayAlone() {
    DateRange day = DateRange.ofDay(LocalDate.of(2024, 2, 29));
    assertThat(day).isEqualTo(DateRange.parse("2024-02-29/2024-02-29"));
    assertThat(day.length()).hasValue(1);
  }

  @Test
  void of_endBeforeStart_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 8, 31)))
        .withMessage("start (2026-09-01) must be before end (2026-08-31)");
  }

  @Test
  void of_noDay_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.of(FROM, FROM))
        .withMessage("start (2024-02-24) must be before end (2024-02-24)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.from(Range.open(FROM, FROM.plusDays(1))))
        .withMessage("start (2024-02-25) must be before end (2024-02-25)");
  }

  @Test
  void ofClosed_lastBeforeFirst_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.parse("2025-09-30/2025-09-01"))
        .withMessage("first (2025-09-30) must not be after last (2025-09-01)");
  }

  @Test
  void of_yearOutsideOneTo9999_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.startingOn(LocalDate.of(0, 12, 31)))
        .withMessage("start (0000-12-31) must be in years 1 to 9999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.startingOn(LocalDate.of(10000, 1, 1)))
        .withMessage("start (+10000-01-01) must be in years 1 to 9999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.of(FROM, LocalDate.of(10000, 1, 2)))
        .withMessageEndingWith("must be in years 1 to 9999");
    assertThat(DateRange.of(LocalDate.of(1, 1, 1), LocalDate.of(10000, 1, 1)))
        .hasToString("0001-01-01/9999-12-31");
  }

  @Test
  void from_noFirstDay_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.from(Range.lessThan(FROM)))
        .withMessage("the range must have a first day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                   | message
          2025-09-01             | a period is written first/last, such as 2025-09-01/2025-09-30
          /2025-09-01            | a period is written first/last, such as 2025-09-01/2025-09-30
          2025-02-29/2025-03-01  | a day that exists is written 2025-09-01
          2025-09-01/            | a day that exists is written 2025-09-01
          ../2025-09-01          | a day that exists is written 2025-09-01
          2025-9-1/2025-09-30    | a day that exists is written 2025-09-01
          2025-09-01/2025-09-30/ | a day that exists is written 2025-09-01
          2025-09-01/...         | a day that exists is written 2025-09-01
          """)
  void parse_anotherForm_isRejected(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.parse(text))
        .withMessage(message);
  }

  @Test
  void equals_isByDays() {
    new EqualsTester()
        .addEqualityGroup(
            DateRange.parse("2025-09-01/2025-09-30"),
            DateRange.of(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 10, 1)))
        .addEqualityGroup(DateRange.parse("2025-09-01/2025-10-01"))
        .addEqualityGroup(DateRange.parse("2025-09-02/2025-09-30"))
        .addEqualityGroup(
            DateRange.parse("2025-09-01/.."), DateRange.startingOn(LocalDate.of(2025, 9, 1)))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester()
        .setDefault(LocalDate.class, FROM)
        .setDefault(DateRange.class, DateRange.ofDay(FROM))
        .testAllPublicStaticMethods(DateRange.class);
  }
}
