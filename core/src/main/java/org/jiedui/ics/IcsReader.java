package org.jiedui.ics;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from iCalendar: those on whole days, and those with a time, in the zone of the
 * school. One that lasts over midnight is read as whole days; one that repeats is told as a
 * problem.
 *
 * <p>What a calendar says of time zones is not looked at: a zone that is named is that of the time
 * zone database, and one that it does not know is taken for the school's.
 */
public final class IcsReader {

  private static final CharMatcher BYTE_ORDER_MARK = CharMatcher.is('\uFEFF');
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
  private static final int DATE_LENGTH = 8;
  private static final int TIME_LENGTH = 6;
  private static final int MINUTES_OF_DAY = 1440;

  /** An escape, or a comma or a semicolon that is escaped. */
  private final ZoneId zone;

  private IcsReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Reads a calendar.
   *
   * @param text the text, with or without a byte order mark
   * @param zone the school's zone
   * @return the events and what could not be read; a text that is no calendar has one problem
   */
  public static IcsCalendar read(String text, ZoneId zone) {
    RawEvents raw = new RawEvents();
    ImmutableList.Builder<IcsProblem> problems = ImmutableList.builder();
    try {
      Reader unfolded =
          new UnfoldingReader(new StringReader(BYTE_ORDER_MARK.trimLeadingFrom(text)));
      new CalendarParserImpl().parse(unfolded, raw);
    } catch (ParserException e) {
      problems.add(
          new IcsProblem(
              Optional.empty(),
              Wording.of(
                  "第 " + e.getLineNo() + " 行不是日历格式",
                  "line " + e.getLineNo() + " is not that of a calendar")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new IcsReader(zone).read(raw, problems);
  }

  private IcsCalendar read(RawEvents raw, ImmutableList.Builder<IcsProblem> problems) {
    Map<String, CalendarEvent> events = new LinkedHashMap<>();
    int number = 0;
    for (RawEvents.Raw each : raw.events()) {
      number++;
      Optional<String> uid = textOf(each, "UID");
      try {
        CalendarEvent event = event(each, uid.orElse("event-" + number));
        @Nullable CalendarEvent before = events.get(event.uid());
        if (before == null || before.sequence() <= event.sequence()) {
          events.put(event.uid(), event);
        }
      } catch (Unreadable e) {
        problems.add(new IcsProblem(uid, e.wording));
      }
    }
    return new IcsCalendar(ImmutableList.copyOf(events.values()), problems.build());
  }

  /** Says why an event cannot be read. */
  private static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    Unreadable(String chinese, String english) {
      super(english);
      this.wording = Wording.of(chinese, english);
    }
  }

  private CalendarEvent event(RawEvents.Raw raw, String uid) throws Unreadable {
    if (raw.properties().containsKey("RRULE") || raw.properties().containsKey("RDATE")) {
      throw new Unreadable("不支持重复的日程", "an event that repeats is not read");
    }
    RawEvents.@Nullable Property start = raw.properties().get("DTSTART");
    if (start == null) {
      throw new Unreadable("没有开始日期", "it has no first day");
    }
    Optional<String> summary = textOf(raw, "SUMMARY");
    if (summary.isEmpty()) {
      throw new Unreadable("没有名称", "it has no name");
    }
    try {
      return event(raw, uid, start, summary.get());
    } catch (DateTimeException | ArithmeticException e) {
      throw new Unreadable("日期无法识别", "its days cannot be read");
    }
  }

  private CalendarEvent event(
      RawEvents.Raw raw, String uid, RawEvents.Property start, String summary) throws Unreadable {
    RawEvents.@Nullable Property end = raw.properties().get("DTEND");
    RawEvents.@Nullable Property duration = raw.properties().get("DURATION");
    DateRange days;
    Optional<LocalTime> startsAt = Optional.empty();
    int minutes = 0;
    if (isDate(start)) {
      LocalDate first = date(start.value());
      LocalDate after =
          end != null
              ? date(end.value())
              : duration != null ? first.plus(Period.parse(duration.value())) : first.plusDays(1);
      // Some programs write an end that is the first day itself.
      days = DateRange.of(first, after.isAfter(first) ? after : first.plusDays(1));
    } else {
      LocalDateTime from = time(start);
      LocalDateTime to =
          end != null
              ? time(end)
              : duration != null ? from.plus(Duration.parse(duration.value())) : from;
      if (to.isBefore(from)) {
        throw new Unreadable("结束早于开始", "it ends before it begins");
      }
      long length = Duration.between(from, to).toMinutes();
      boolean isWithinADay =
          length > 0
              && length <= MINUTES_OF_DAY
              && !to.isAfter(from.toLocalDate().plusDays(1).atStartOfDay());
      if (isWithinADay) {
        days = DateRange.ofDay(from.toLocalDate());
        startsAt = Optional.of(from.toLocalTime());
        minutes = (int) length;
      } else {
        days =
            DateRange.ofClosed(
                from.toLocalDate(),
                to.equals(from) ? to.toLocalDate() : to.minusSeconds(1).toLocalDate());
      }
    }
    return new CalendarEvent(
        uid,
        sequence(raw),
        days,
        startsAt,
        minutes,
        summary,
        textOf(raw, "LOCATION"),
        textOf(raw, "DESCRIPTION"),
        categories(raw),
        textOf(raw, "STATUS")
            .filter(status -> Ascii.equalsIgnoreCase(status, "CANCELLED"))
            .isPresent());
  }

  private static boolean isDate(RawEvents.Property property) {
    return property.value().length() == DATE_LENGTH;
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(
        text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text,
        DateTimeFormatter.BASIC_ISO_DATE);
  }

  private LocalDateTime time(RawEvents.Property property) {
    String text = property.value();
    if (isDate(property)) {
      return date(text).atStartOfDay();
    }
    if (text.length() < DATE_LENGTH + 1 + TIME_LENGTH || text.charAt(DATE_LENGTH) != 'T') {
      throw new DateTimeException("no date and time");
    }
    LocalTime ofDay =
        LocalTime.parse(text.substring(DATE_LENGTH + 1, DATE_LENGTH + 1 + TIME_LENGTH), TIME);
    LocalDateTime written = LocalDateTime.of(date(text), ofDay);
    ZoneId from =
        text.endsWith("Z")
            ? ZoneOffset.UTC
            : Optional.ofNullable(property.parameters().get("TZID"))
                .flatMap(IcsReader::findZone)
                .orElse(zone);
    return written.atZone(from).withZoneSameInstant(zone).toLocalDateTime();
  }

  private static Optional<ZoneId> findZone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int sequence(RawEvents.Raw raw) {
    return textOf(raw, "SEQUENCE")
        .filter(text -> text.length() <= 9 && CharMatcher.inRange('0', '9').matchesAllOf(text))
        .map(Integer::valueOf)
        .orElse(0);
  }

  private static ImmutableList<String> categories(RawEvents.Raw raw) {
    RawEvents.@Nullable Property property = raw.properties().get("CATEGORIES");
    if (property == null) {
      return ImmutableList.of();
    }
    return decoded(property.value(), CharMatcher.is(',')).stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<String> textOf(RawEvents.Raw raw, String name) {
    return Optional.ofNullable(raw.properties().get(name))
        .map(property -> decoded(property.value()).strip())
        .filter(text -> !text.isEmpty());
  }

  private static String decoded(String text) {
    return decoded(text, CharMatcher.none()).get(0);
  }

  /**
   * The texts that escaped ones stand for (RFC 5545, section 3.3.11). The library replaces one
   * escape after the other over the whole text, and so takes a backslash before a line feed for
   * something else.
   */
  private static ImmutableList<String> decoded(String text, CharMatcher separator) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        decoded.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else if (separator.matches(letter)) {
        texts.add(decoded.toString());
        decoded.setLength(0);
      } else {
        decoded.append(letter);
      }
    }
    return texts.add(decoded.toString()).build();
  }
}
