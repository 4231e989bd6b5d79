package org.jiedui.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.Summary;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars that are written and read back, by this package and by the library alone. */
class IcsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant STAMP = Instant.parse("2025-08-31T16:00:00Z");

  private static final CalendarEvent MEETING =
      new CalendarEvent(
          "parents:2025-1.week2:c-1@qingshi.jiedui",
          2,
          DateRange.parse("2025-09-12/2025-09-12"),
          Optional.of(LocalTime.of(15, 30)),
          90,
          "开学家长会",
          Optional.of("各班教室"),
          Optional.of("负责人：曹思\n班级：一年级1班"),
          ImmutableList.of("家长会"),
          false);

  private static String write(CalendarEvent... events) {
    return IcsWriter.write("青石小学", List.of(events), STAMP, ZONE);
  }

  @Test
  void write_eventWithATime_isInUtc() {
    assertThat(write(MEETING))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            PRODID:-//jiedui.org//Jiedui//ZH
            VERSION:2.0
            CALSCALE:GREGORIAN
            X-WR-CALNAME:青石小学
            BEGIN:VEVENT
            UID:parents:2025-1.week2:c-1@qingshi.jiedui
            DTSTAMP:20250831T160000Z
            SEQUENCE:2
            DTSTART:20250912T073000Z
            DTEND:20250912T090000Z
            SUMMARY:开学家长会
            LOCATION:各班教室
            DESCRIPTION:负责人：曹思\\n班级：一年级1班
            CATEGORIES:家长会
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void write_cancelledWholeDays_saysSo() {
    CalendarEvent cancelled =
        new CalendarEvent(
            "a@b",
            3,
            DateRange.parse("2025-10-01/2025-10-08"),
            Optional.empty(),
            0,
            "国庆活动",
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(),
            true);
    assertThat(write(cancelled))
        .contains("DTSTART;VALUE=DATE:20251001\r\nDTEND;VALUE=DATE:20251009\r\n")
        .contains("STATUS:CANCELLED\r\n");
    assertThat(IcsReader.read(write(cancelled), ZONE).events()).containsExactly(cancelled);
  }

  @Test
  void write_longChineseText_isFoldedByOctets() throws Exception {
    String title = "关爱留守学生见真情😀".repeat(20);
    String text = write(CalendarEvent.wholeDays("a@b", MEETING.days(), title));
    for (String line : Splitter.on("\r\n").split(text)) {
      assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
      assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
    }
    assertThat(IcsReader.read(text, ZONE).events().get(0).summary()).isEqualTo(title);
    Calendar byLibrary = new CalendarBuilder().build(new StringReader(text));
    CalendarComponent event = byLibrary.<CalendarComponent>getComponents(Component.VEVENT).get(0);
    assertThat(event.<Summary>getRequiredProperty("SUMMARY").getValue()).isEqualTo(title);
    assertThat(byLibrary.validate().getEntries()).isEmpty();
  }

  @Test
  void write_control_cannotAddLines() {
    String text =
        write(
            CalendarEvent.wholeDays(
                "a@b", MEETING.days(), "一\r\nEND:VEVENT\rBEGIN:VEVENT\u0000\u0085;,\\n"));
    assertThat(text).containsOnlyOnce("BEGIN:VEVENT\r\n");
    assertThat(IcsReader.read(text, ZONE).events().get(0).summary())
        .isEqualTo("一\nEND:VEVENT\nBEGIN:VEVENT  ;,\\n");
  }

  @Test
  void write_twoOfOneUid_isRejected() {
    assertThatThrownBy(() -> write(MEETING, MEETING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two events have the uid parents:2025-1.week2:c-1@qingshi.jiedui");
  }

  @Test
  void read_whatWasWritten_isEqual() {
    long seed = 20250901;
    Random random = new Random(seed);
    String letters = "一二三abc ,;:\\\"\n😀（）";
    for (int round = 0; round < 200; round++) {
      List<CalendarEvent> events = new ArrayList<>();
      for (int i = 0; i < random.nextInt(6); i++) {
        boolean timed = random.nextBoolean();
        LocalDate day = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(300));
        LocalTime start = LocalTime.of(random.nextInt(20), random.nextInt(60));
        events.add(
            new CalendarEvent(
                "e" + i + "@x",
                random.nextInt(4),
                timed
                    ? DateRange.ofDay(day)
                    : DateRange.ofClosed(day, day.plusDays(random.nextInt(9))),
                timed ? Optional.of(start) : Optional.empty(),
                timed ? 1 + random.nextInt(200) : 0,
                "题" + text(random, letters) + "完",
                random.nextBoolean()
                    ? Optional.of("在" + text(random, letters) + "。")
                    : Optional.empty(),
                Optional.empty(),
                random.nextBoolean()
                    ? ImmutableList.of("节日活动", "甲" + text(random, letters) + "乙\\")
                    : ImmutableList.of(),
                random.nextBoolean()));
      }
      String written = IcsWriter.write("x", events, STAMP, ZONE);
      assertThat(IcsReader.read(written, ZONE))
          .as("seed %s, round %s", seed, round)
          .satisfies(
              calendar -> {
                assertThat(calendar.problems()).isEmpty();
                assertThat(calendar.events()).containsExactlyInAnyOrderElementsOf(events);
              });
    }
  }

  private static String text(Random random, String letters) {
    int[] codePoints = letters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(60); i++) {
      text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return text.toString();
  }

  private static String calendar(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY:s\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the event's lines                                            | its days              | time  | minutes
          DTSTART;VALUE=DATE:20251001                                    | 2025-10-01/2025-10-01 |       | 0
          DTSTART;VALUE=DATE:20251001 DTEND;VALUE=DATE:20251001          | 2025-10-01/2025-10-01 |       | 0
          DTSTART;VALUE=DATE:20251001 DURATION:P8D                       | 2025-10-01/2025-10-08 |       | 0
          DTSTART:20251001T160000Z DTEND:20251001T170000Z                | 2025-10-02/2025-10-02 | 00:00 | 60
          DTSTART;TZID=Asia/Tokyo:20251001T160000 DURATION:PT90M         | 2025-10-01/2025-10-01 | 15:00 | 90
          DTSTART;TZID=Our Own Time:20251001T160000 DURATION:PT1H        | 2025-10-01/2025-10-01 | 16:00 | 60
          DTSTART:20251001T160000 DTEND:20251001T170000                  | 2025-10-01/2025-10-01 | 16:00 | 60
          DTSTART:20251001T230000 DTEND:20251002T010000                  | 2025-10-01/2025-10-02 |       | 0
          DTSTART:20251001T000000 DTEND:20251004T000000                  | 2025-10-01/2025-10-03 |       | 0
          DTSTART:20251001T160000                                        | 2025-10-01/2025-10-01 |       | 0
          """)
  void read_waysToWriteDays(String lines, String days, LocalTime time, int minutes) {
    // A blank may stand in a zone's name, but before each of these words a line begins.
    String[] own =
        lines.replace(" DTEND", "\nDTEND").replace(" DURATION", "\nDURATION").split("\n");
    IcsCalendar read = IcsReader.read(calendar(own), ZONE);
    assertThat(read.problems()).isEmpty();
    CalendarEvent event = read.events().get(0);
    assertThat(event.days()).hasToString(days);
    assertThat(event.startsAt()).isEqualTo(Optional.ofNullable(time));
    assertThat(event.minutes()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # line                                                | problem
          RRULE:FREQ=WEEKLY                                     | an event that repeats is not read
          X-NOTHING:1                                           | it has no first day
          DTSTART:soon                                          | its days cannot be read
          DTSTART;VALUE=DATE:20250230                           | its days cannot be read
          DTSTART:20251002T160000 DTEND:20251001T160000         | it ends before it begins
          """)
  void read_whatCannotBeRead_isAProblem(String lines, String problem) {
    IcsCalendar read = IcsReader.read(calendar(lines.split(" ")), ZONE);
    assertThat(read.events()).isEmpty();
    assertThat(read.problems())
        .extracting(each -> each.uid().orElseThrow() + ": " + each.wording().english())
        .containsExactly("u: " + problem);
  }

  @Test
  void read_noCalendar_isOneProblem() {
    assertThat(IcsReader.read("日期,名称\n", ZONE).problems())
        .extracting(each -> each.wording().chinese())
        .containsExactly("第 1 行不是日历格式");
  }

  @Test
  void read_severalVersions_theLatestCounts() {
    String two =
        calendar("DTSTART;VALUE=DATE:20251002", "SEQUENCE:2")
            .replace(
                "END:VCALENDAR\r\n",
                """
                BEGIN:VEVENT
                UID:u
                SUMMARY:s
                SEQUENCE:1
                DTSTART;VALUE=DATE:20251001
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER:-PT1H
                DESCRIPTION:x
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """
                    .replace("\n", "\r\n"));
    assertThat(IcsReader.read("\uFEFF" + two, ZONE).events())
        .extracting(CalendarEvent::day)
        .containsExactly(LocalDate.parse("2025-10-02"));
  }

  @Test
  void dayMarks_written_areReadBack() {
    List<DayMark> marks =
        List.of(
            DayMark.of(DateRange.parse("2025-11-10/2025-11-12"), DayKind.EXAM).withName("期中检测"),
            DayMark.of(DateRange.parse("2025-09-28/2025-09-28"), DayKind.MAKE_UP).withName("换课"),
            DayMark.of(DateRange.parse("2025-10-01/2025-10-08"), DayKind.PUBLIC_HOLIDAY)
                .withName("国庆中秋"));
    IcsDayMarks.Marks read =
        IcsDayMarks.read(IcsWriter.write("教学日历", IcsDayMarks.events(marks), STAMP, ZONE), ZONE);
    assertThat(read.problems()).isEmpty();
    assertThat(read.marks()).containsExactlyInAnyOrderElementsOf(marks);
  }

  @ParameterizedTest
  @CsvSource({
    "国庆节（休）, PUBLIC_HOLIDAY",
    "国庆节（班）, MAKE_UP",
    "国庆放假, PUBLIC_HOLIDAY",
    "周日调休上课, MAKE_UP",
    "期末考试, EXAM",
    "台风停课, CLOSED",
    "照常上课, TEACHING"
  })
  void dayMarks_name_tellsTheKind(String name, DayKind kind) {
    String text = write(CalendarEvent.wholeDays("a@b", MEETING.days(), name));
    assertThat(IcsDayMarks.read(text, ZONE).marks())
        .containsExactly(DayMark.of(MEETING.days(), kind).withName(name));
  }

  @Test
  void dayMarks_unclearOrTwice_areProblems() {
    IcsDayMarks.Marks read =
        IcsDayMarks.read(
            write(
                CalendarEvent.wholeDays("a", DateRange.parse("2025-11-10/2025-11-12"), "期中考试"),
                CalendarEvent.wholeDays("b", DateRange.parse("2025-11-12/2025-11-12"), "停课"),
                CalendarEvent.wholeDays("c", DateRange.parse("2025-11-20/2025-11-20"), "运动会"),
                CalendarEvent.wholeDays("d", DateRange.parse("2025-11-21/2025-11-21"), "周末")
                    .withCategories("weekend")),
            ZONE);
    assertThat(read.marks()).hasSize(1);
    assertThat(read.problems())
        .extracting(each -> each.uid().orElseThrow() + ": " + each.wording().english())
        .containsExactly(
            "b: its days were marked before",
            "c: it does not say what its days are",
            "d: it does not say what its days are");
  }
}
