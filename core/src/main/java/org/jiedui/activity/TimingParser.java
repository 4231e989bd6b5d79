package org.jiedui.activity;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.calendar.Festival;
import org.jiedui.calendar.Milestone;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Reads timings, word by word. */
final class TimingParser {

  private static final Pattern WORD = Pattern.compile("[^ ]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}");

  private static final Wording FORMS =
      Wording.of(
          "on、near、week、at、weekly、monthly、holiday、vacation 或 2 per term",
          "on, near, week, at, weekly, monthly, holiday, vacation, or 2 per term");
  private static final Wording END = Wording.of("结尾", "the end");
  private static final Wording WEEKDAYS =
      Wording.of(
          Arrays.stream(DayOfWeek.values()).map(Timings::textOf).collect(joining("、")),
          Arrays.stream(DayOfWeek.values()).map(Timings::textOf).collect(joining(", ")));

  private record Word(String text, int start) {}

  private final String text;
  private final ImmutableList<Word> words;
  private int next;

  TimingParser(String text) {
    this.text = text;
    ImmutableList.Builder<Word> all = ImmutableList.builder();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      all.add(new Word(matcher.group(), matcher.start()));
    }
    this.words = all.build();
  }

  Timing parse() {
    Timing timing = timing();
    if (hasNext()) {
      throw expected(END);
    }
    return timing;
  }

  private Timing timing() {
    if (!hasNext()) {
      throw expected(FORMS);
    }
    switch (words.get(next).text()) {
      case "on" -> {
        next++;
        return new Timing.NearFestival(one(Festival.class), 0, 0);
      }
      case "near" -> {
        next++;
        return near();
      }
      case "week" -> {
        next++;
        return week();
      }
      case "at" -> {
        next++;
        return new Timing.AtMilestone(one(Milestone.class));
      }
      case "weekly" -> {
        next++;
        return new Timing.EachWeek(weekday());
      }
      case "monthly" -> {
        next++;
        return monthly();
      }
      case "holiday" -> {
        next++;
        return new Timing.InHoliday(
            hasNext() ? Optional.of(one(Festival.class)) : Optional.empty());
      }
      case "vacation" -> {
        next++;
        return new Timing.InVacation(
            hasNext() ? Optional.of(one(Vacation.class)) : Optional.empty());
      }
      default -> {
        return perTerm();
      }
    }
  }

  private Timing near() {
    Festival festival = one(Festival.class);
    take("from");
    int from = number(-Timings.MAX_DAYS, Timings.MAX_DAYS);
    take("to");
    return new Timing.NearFestival(festival, from, number(from, Timings.MAX_DAYS));
  }

  private Timing week() {
    int start = next;
    int number = number(-Timings.MAX_WEEKS, Timings.MAX_WEEKS);
    if (number == 0) {
      next = start;
      throw expected(Wording.of("1 到 30，或 -1 到 -30", "a number from 1 to 30, or from -1 to -30"));
    }
    return new Timing.InWeek(number, hasNext() ? Optional.of(weekday()) : Optional.empty());
  }

  private Timing monthly() {
    DayOfWeek weekday = weekday();
    if (!hasNext()) {
      return new Timing.EachMonth(weekday, 1);
    }
    if (words.get(next).text().equals("-1")) {
      next++;
      return new Timing.EachMonth(weekday, -1);
    }
    return new Timing.EachMonth(weekday, number(1, Timings.MAX_IN_MONTH));
  }

  private Timing perTerm() {
    if (!NUMBER.matcher(words.get(next).text()).matches()) {
      throw expected(FORMS);
    }
    int times = number(1, Timings.MAX_WEEKS);
    take("per");
    take("term");
    return new Timing.PerTerm(times);
  }

  private boolean hasNext() {
    return next < words.size();
  }

  private void take(String word) {
    if (!hasNext() || !words.get(next).text().equals(word)) {
      throw expected(Wording.of(word, word));
    }
    next++;
  }

  private <E extends Enum<E> & Coded> E one(Class<E> type) {
    Optional<E> found = hasNext() ? Coded.find(type, words.get(next).text()) : Optional.<E>empty();
    if (found.isEmpty()) {
      throw expected(
          Wording.of(String.join("、", Coded.codes(type)), String.join(", ", Coded.codes(type))));
    }
    next++;
    return found.get();
  }

  private DayOfWeek weekday() {
    if (hasNext()) {
      for (DayOfWeek weekday : DayOfWeek.values()) {
        if (Timings.textOf(weekday).equals(Ascii.toLowerCase(words.get(next).text()))) {
          next++;
          return weekday;
        }
      }
    }
    throw expected(WEEKDAYS);
  }

  private int number(int min, int max) {
    if (hasNext() && NUMBER.matcher(words.get(next).text()).matches()) {
      int number = Integer.parseInt(words.get(next).text());
      if (number >= min && number <= max) {
        next++;
        return number;
      }
    }
    throw expected(Wording.of(min + " 到 " + max + " 的整数", "a number from " + min + " to " + max));
  }

  private RuleSyntaxException expected(Wording what) {
    return new RuleSyntaxException(text, hasNext() ? words.get(next).start() : text.length(), what);
  }
}
