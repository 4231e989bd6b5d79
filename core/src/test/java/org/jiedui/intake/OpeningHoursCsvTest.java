package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.intake.SampleSchool.FIRST_DAY;
import static org.jiedui.intake.SampleSchool.texts;

import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursCsvTest {

  private static final OpeningHours FRIDAY =
      new OpeningHours(
          DayOfWeek.FRIDAY,
          LocalTime.of(16, 0),
          LocalTime.of(17, 30),
          DateRange.startingOn(FIRST_DAY),
          false);

  private static final OpeningHours SATURDAY =
      new OpeningHours(
          DayOfWeek.SATURDAY,
          LocalTime.of(8, 5),
          LocalTime.of(11, 0),
          DateRange.parse("2025-10-01/2026-01-17"),
          true);

  private static IntakeResult<OpeningHours> read(String csv) {
    return SampleSchool.INTAKE.openingHours(csv);
  }

  private static IntakeResult<OpeningHours> hours(String... changes) {
    return SampleSchool.INTAKE.openingHours(Drafts.goodRows(OpeningHoursDraft.class, changes));
  }

  private static String write(OpeningHours... hours) {
    return OpeningHoursCsv.write(List.of(hours));
  }

  @Test
  void columns_areTheFieldsOfADraft() {
    assertThat(OpeningHoursCsv.COLUMNS)
        .containsExactlyElementsOf(
            Arrays.stream(OpeningHoursDraft.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void write_hours_areTheirLines_andReadBackEqual() {
    String text = write(FRIDAY, SATURDAY);
    assertThat(text)
        .isEqualTo(
            String.join(",", OpeningHoursCsv.COLUMNS)
                + "\r\nfriday,16:00,17:30,2025-09-01,,no\r\n"
                + "saturday,08:05,11:00,2025-10-01,2026-01-17,yes\r\n");
    assertThat(read(text).valuesOrThrow()).containsExactly(FRIDAY, SATURDAY);
    assertThat(read(write()).valuesOrThrow()).isEmpty();
  }

  @ParameterizedTest(name = "500 tables of seed {0}")
  @ValueSource(longs = {1, 20250901, -7})
  void read_randomHours_areThoseThatWereWritten(long seed) {
    Random random = new Random(seed);
    int most = 0;
    for (int i = 0; i < 500; i++) {
      List<OpeningHours> hours = new ArrayList<>();
      for (int n = random.nextInt(12); n > 0; n--) {
        OpeningHours next = randomHours(random);
        if (hours.stream().noneMatch(next::overlaps)) {
          hours.add(next);
        }
      }
      most = Math.max(most, hours.size());
      String text = OpeningHoursCsv.write(hours);
      assertThat(read(text).valuesOrThrow())
          .as("seed %s, table %s: %s", seed, i, text)
          .isEqualTo(hours);
    }
    assertThat(most).isGreaterThan(8);
  }

  private static OpeningHours randomHours(Random random) {
    int opens = random.nextInt(24 * 60 - 1);
    int closes = opens + 1 + random.nextInt(24 * 60 - 1 - opens);
    LocalDate first = FIRST_DAY.plusDays(random.nextInt(800) - 400);
    return new OpeningHours(
        DayOfWeek.of(1 + random.nextInt(7)),
        LocalTime.ofSecondOfDay(opens * 60L),
        LocalTime.ofSecondOfDay(closes * 60L),
        DateRange.ofClosed(
            first,
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(first.plusDays(random.nextInt(400)))),
        random.nextBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "MONDAY, monday 星期一 周一 一 1",
    "TUESDAY, tuesday 星期二 周二 二 2",
    "WEDNESDAY, wednesday 星期三 周三 三 3",
    "THURSDAY, thursday 星期四 周四 四 4",
    "FRIDAY, friday 星期五 周五 五 5",
    "SATURDAY, saturday 星期六 周六 六 6",
    "SUNDAY, sunday 星期日 星期天 周日 日 天 7"
  })
  void read_weekday_howeverItIsWritten_isThatDay(DayOfWeek day, String names) {
    for (String name : names.split(" ", -1)) {
      assertThat(hours("weekday=" + name).valuesOrThrow())
          .as(name)
          .extracting(OpeningHours::weekday)
          .containsExactly(day);
    }
  }

  @Test
  void read_chineseHeadings_areHours() {
    assertThat(
            read("""
                    \uFEFF星期,开门时间,关门时间,开始日期
                    五,16:00,17：30,2025年9月1日
                    """)
                .valuesOrThrow())
        .containsExactly(FRIDAY);
    assertThat(
            read("""
                    休息日开放,结束日期,开始日期,关门时间,开门时间,星期
                    是,2026-01-17,2025-10-01,11:00,8:05,6
                    """)
                .valuesOrThrow())
        .containsExactly(SATURDAY);
  }

  @Test
  void read_faults_areToldTogether_andNothingIsTaken() {
    IntakeResult<OpeningHours> result =
        read(
            write(FRIDAY, SATURDAY)
                + "someday,25:00,noon,x,2025-09-31,maybe\r\n"
                + "monday,17:00,17:00,2025-09-01,2025-08-31,no\r\n"
                + "周五,17:00,18:00,2025-09-01,,\r\n"
                + "monday,9:00\r\n");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 weekday hours-overlap",
            "row 4 closesAt not-a-time",
            "row 4 daysOff not-one-of",
            "row 4 from not-a-date",
            "row 4 opensAt not-a-time",
            "row 4 until not-a-date",
            "row 4 weekday not-one-of",
            "row 5 closesAt not-after",
            "row 5 until ends-before-start",
            "row 6 weekday hours-overlap",
            "row 7  too-few-cells");
    assertThat(result.values()).isEmpty();
    assertThat(hours("closesAt=15:59").violations().get(0).message(Locale.CHINESE))
        .isEqualTo("必须晚于opensAt");
    assertThat(hours("weekday=x").violations().get(0).message(Locale.CHINESE))
        .isEqualTo("只能填：星期一、星期二、星期三、星期四、星期五、星期六、星期日");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # beside Fridays, 16:00 to 17:30, from 2025-09-01 on | overlaps
          weekday=六                                           | no
          opensAt=17:30 && closesAt=18:00                      | no
          opensAt=15:00 && closesAt=16:00                      | no
          from=2025-01-01 && until=2025-08-31                  | no
          from=2025-01-01 && until=2025-09-01                  | yes
          opensAt=17:29 && closesAt=18:00                      | yes
          opensAt=15:00 && closesAt=18:00                      | yes
          daysOff=是                                           | yes
                                                               | yes
          """)
  void hours_thatOverlap_areBothFaulty_andNoneIsTaken(String second, String overlaps) {
    IntakeResult<OpeningHours> result = hours("", second == null ? "" : second, "weekday=1");
    assertThat(texts(result.violations()))
        .isEqualTo(
            overlaps.equals("yes")
                ? List.of("row 2 weekday hours-overlap", "row 3 weekday hours-overlap")
                : List.of());
    assertThat(result.values()).hasSize(overlaps.equals("yes") ? 0 : 3);
  }

  @Test
  void write_daysThatNobodyCouldReadBack_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                write(
                    new OpeningHours(
                        DayOfWeek.FRIDAY,
                        LocalTime.of(16, 0),
                        LocalTime.of(17, 30),
                        DateRange.parse("2025-09-01/9999-12-31"),
                        false)))
        .withMessageContaining("9999-12-31");
  }
}
