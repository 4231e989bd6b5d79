package org.jiedui.ics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jiedui.calendar.CalendarEvent;

/**
 * Writes events as iCalendar, so that a calendar that is subscribed to replaces what it had: the
 * same event has the same UID, a later version a higher SEQUENCE, and what is cancelled stays in
 * the file and says so.
 *
 * <p>Days are days and no times; times are written in UTC, so that no description of time zones is
 * needed. Lines have at most 75 octets of UTF-8 and are folded between characters. The same events
 * and the same stamp give the same text. It has no METHOD: it is a calendar to subscribe to and no
 * invitation, which would need an organizer (RFC 5546).
 */
public final class IcsWriter {

  private static final String PRODUCT = "-//jiedui.org//Jiedui//ZH";
  private static final int MAX_OCTETS = 75;
  private static final String END_OF_LINE = "\r\n";

  private static final Comparator<CalendarEvent> ORDER =
      Comparator.comparing(CalendarEvent::days).thenComparing(CalendarEvent::uid);

  private static final CharMatcher CONTROL =
      CharMatcher.javaIsoControl().and(CharMatcher.isNot('\n'));

  private IcsWriter() {}

  /**
   * Writes a calendar.
   *
   * @param name what people call it
   * @param events the events, in any order
   * @param stamp when it was made: the DTSTAMP of every event
   * @param zone the zone in which the events have their times
   * @return the text, in UTF-8 when a host stores it, the last line ended too
   * @throws IllegalArgumentException if two events have the same identifier
   */
  public static String write(
      String name, Collection<CalendarEvent> events, Instant stamp, ZoneId zone) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", plain(name).replace('\n', ' ')));
    Set<String> uids = new HashSet<>();
    for (CalendarEvent event : ImmutableList.sortedCopyOf(ORDER, events)) {
      checkArgument(uids.add(event.uid()), "two events have the uid %s", event.uid());
      calendar.add(component(event, stamp, zone));
    }
    return folded(calendar.toString());
  }

  private static VEvent component(CalendarEvent event, Instant stamp, ZoneId zone) {
    // Without the library's own stamp, which would be the time of a clock.
    VEvent component = new VEvent(false);
    component.add(new Uid(plain(event.uid())));
    component.add(new DtStamp(stamp));
    component.add(new Sequence(event.sequence()));
    if (event.startsAt().isPresent()) {
      Instant start =
          LocalDateTime.of(event.day(), event.startsAt().get()).atZone(zone).toInstant();
      component.add(new DtStart<>(start));
      component.add(new DtEnd<>(start.plusSeconds(60L * event.minutes())));
    } else {
      component.add(new DtStart<>(event.day()));
      component.add(new DtEnd<>(event.days().end().orElseThrow()));
    }
    component.add(new Summary(plain(event.summary())));
    event.place().ifPresent(place -> component.add(new Location(plain(place))));
    event.note().ifPresent(note -> component.add(new Description(plain(note))));
    if (!event.categories().isEmpty()) {
      component.add(
          new Categories(
              new TextList(
                  event.categories().stream().map(IcsWriter::plain).toArray(String[]::new))));
    }
    component.add(
        event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    return component;
  }

  /** Line feeds are escaped by the library; no other control character may stand in a text. */
  private static String plain(String text) {
    return CONTROL.replaceFrom(text.replace("\r\n", "\n").replace('\r', '\n'), ' ');
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    for (String line : Splitter.on(END_OF_LINE).omitEmptyStrings().split(text)) {
      fold(line, folded);
      folded.append(END_OF_LINE);
    }
    return folded.toString();
  }

  /** The library folds by characters, of which a Chinese one has three octets. */
  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int codePoint = line.codePointAt(i);
      String character = Character.toString(codePoint);
      int size = character.getBytes(UTF_8).length;
      if (octets + size > MAX_OCTETS) {
        folded.append(END_OF_LINE).append(' ');
        octets = 1;
      }
      folded.append(character);
      octets += size;
      i += character.length();
    }
  }
}
