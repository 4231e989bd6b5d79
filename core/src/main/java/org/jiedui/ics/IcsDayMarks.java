package org.jiedui.ics;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a county says of its days, as a calendar: holidays, make-up days, exam weeks, days without
 * lessons. Every school of the county reads the same file and adds its own to it.
 *
 * <p>What a day is follows from the event's categories, if one is a kind's code or Chinese name, or
 * else from its name: {@code 期末考试} is an examination, {@code 国庆节（休）} and {@code 国庆放假} a public
 * holiday, {@code 国庆节（班）} and {@code 调休上课} a make-up day, {@code 停课} closed. Cancelled events are
 * left out.
 */
public final class IcsDayMarks {

  /** By which words in an event's name its kind is told, the first that is there. */
  private enum Hint {
    EXAM(DayKind.EXAM, "考试", "期中考", "期末考", "exam"),
    MAKE_UP(DayKind.MAKE_UP, "调休上课", "补课", "（班）", "(班)", "补班", "make-up"),
    CLOSED(DayKind.CLOSED, "停课", "closed"),
    HOLIDAY(DayKind.PUBLIC_HOLIDAY, "放假", "节假日", "（休）", "(休)", "调休", "holiday"),
    TEACHING(DayKind.TEACHING, "照常上课", "上课", "teaching");

    private final DayKind kind;
    private final ImmutableList<String> words;

    Hint(DayKind kind, String... words) {
      this.kind = kind;
      this.words = ImmutableList.copyOf(words);
    }
  }

  private IcsDayMarks() {}

  /**
   * What was read.
   *
   * @param marks the marks, in the order of the text, no two of the same day
   * @param problems what could not be read, or does not say what its days are
   */
  public record Marks(ImmutableList<DayMark> marks, ImmutableList<IcsProblem> problems) {

    /**
     * Creates a result.
     *
     * @param marks the marks, in the order of the text, no two of the same day
     * @param problems what could not be read, or does not say what its days are
     */
    public Marks {
      requireNonNull(marks, "marks");
      requireNonNull(problems, "problems");
    }
  }

  /**
   * Reads a calendar of day marks.
   *
   * @param text the text
   * @param zone the school's zone
   * @return the marks and the problems
   */
  public static Marks read(String text, ZoneId zone) {
    IcsCalendar calendar = IcsReader.read(text, zone);
    List<IcsProblem> problems = new ArrayList<>(calendar.problems());
    List<DayMark> marks = new ArrayList<>();
    for (CalendarEvent event : calendar.events()) {
      if (event.cancelled()) {
        continue;
      }
      Optional<DayKind> kind = findKind(event);
      if (kind.isEmpty()) {
        problems.add(problem(event, "看不出是放假、调休、考试还是停课", "it does not say what its days are"));
      } else if (marks.stream().anyMatch(mark -> mark.days().overlaps(event.days()))) {
        problems.add(problem(event, "与前面的日子重复", "its days were marked before"));
      } else {
        marks.add(DayMark.of(event.days(), kind.get()).withName(event.summary()));
      }
    }
    return new Marks(ImmutableList.copyOf(marks), ImmutableList.copyOf(problems));
  }

  private static IcsProblem problem(CalendarEvent event, String chinese, String english) {
    return new IcsProblem(Optional.of(event.uid()), Wording.of(chinese, english));
  }

  private static Optional<DayKind> findKind(CalendarEvent event) {
    Stream<DayKind> byCategory =
        event.categories().stream()
            .flatMap(word -> Coded.find(DayKind.class, word).stream())
            .filter(kind -> kind != DayKind.WEEKEND && kind != DayKind.VACATION);
    Stream<DayKind> byName =
        Arrays.stream(Hint.values())
            .filter(hint -> hint.words.stream().anyMatch(event.summary()::contains))
            .map(hint -> hint.kind);
    return Stream.concat(byCategory, byName).findFirst();
  }

  /**
   * Returns marks as events, to write a county's calendar: {@link #read} finds them again.
   *
   * @param marks the marks, no two of the same first day
   * @return an event for each, named as the mark or as its kind
   */
  public static ImmutableList<CalendarEvent> events(Collection<DayMark> marks) {
    return marks.stream().map(IcsDayMarks::event).collect(toImmutableList());
  }

  private static CalendarEvent event(DayMark mark) {
    LocalDate first = mark.days().start();
    return CalendarEvent.wholeDays(
            mark.kind().code() + "-" + first + "@days.jiedui",
            mark.days(),
            mark.name().orElse(mark.kind().wording().chinese()))
        .withCategories(mark.kind().code());
  }
}
