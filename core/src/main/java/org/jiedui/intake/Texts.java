package org.jiedui.intake;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.primitives.Ints;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;

/** Reads the texts of drafts that passed their constraints; an empty text is no value. */
final class Texts {

  /** Hours and minutes, as office programs write them, or nothing. */
  static final String TIME = "\\s*(([01]?[0-9]|2[0-3])[:：][0-5][0-9])?\\s*";

  /** 8:05 as well as 08:05. */
  private static final DateTimeFormatter HOURS_AND_MINUTES =
      DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  /** How long a {@link PlainText} may be. */
  static final int MAX_PLAIN = 100;

  /** A text without control characters, but that it may have tabs and line breaks within. */
  static final String PLAIN = "[[^\\p{Cc}\\p{Cs}]\\t\\r\\n]*";

  /** As office programs write dates: 2025-09-01, 2025/9/1, 2025.9.1. */
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");

  /** As people write dates: 2025年9月1日. */
  private static final Pattern CHINESE_DATE =
      Pattern.compile("([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})日");

  /** The days that a date range can hold together with the day after. */
  private static final Range<LocalDate> DAYS =
      Range.closedOpen(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9').precomputed();

  private static final int MAX_ID = 64;

  private static final CharMatcher ID =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(DIGITS)
          .or(CharMatcher.anyOf("._:-"))
          .precomputed();

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.anyOf(";；、")).trimResults().omitEmptyStrings();

  private Texts() {}

  static Optional<String> present(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  /** Whether a text without white space around it is an identifier. */
  static boolean isId(String text) {
    return !text.isEmpty() && text.length() <= MAX_ID && ID.matchesAllOf(text);
  }

  static Optional<LocalDate> date(String text) {
    // Full-width digits and signs come from Chinese input methods.
    String narrow = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    Matcher matcher = DATE.matcher(narrow);
    if (!matcher.matches()) {
      matcher = CHINESE_DATE.matcher(narrow);
      if (!matcher.matches()) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(3)),
                  Integer.parseInt(matcher.group(4))))
          .filter(DAYS);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time of day of a text that matches {@link #TIME}. */
  static Optional<LocalTime> time(String text) {
    return present(text).map(each -> LocalTime.parse(each.replace('：', ':'), HOURS_AND_MINUTES));
  }

  /** A cadence, if the text is one. */
  static Optional<Cadence> cadence(String text) {
    try {
      return Optional.of(Cadence.parse(text.strip()));
    } catch (RuleSyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * An amount of activities, empty if its numbers or its periods are none that a quota can have.
   *
   * @throws RuleSyntaxException if the text has another form
   */
  static Optional<QuotaAmount> amount(String text) {
    try {
      return Optional.of(QuotaAmount.parse(text));
    } catch (RuleSyntaxException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A whole number of digits alone, if the text is one. */
  static Optional<Integer> number(String text) {
    return present(text).filter(DIGITS::matchesAllOf).map(Ints::tryParse);
  }

  /**
   * Checks that a text is read back as it is, and returns it.
   *
   * @throws IllegalArgumentException if a draft would not take it, or take it otherwise
   */
  static String checkCell(String text, Object id) {
    checkArgument(
        text.length() <= MAX_PLAIN && text.equals(text.strip()) && text.matches(PLAIN),
        "the texts of %s must be at most %s characters, without white space around them",
        id,
        MAX_PLAIN);
    return text;
  }

  /**
   * The first and the last day as two cells, the second empty if there is none yet.
   *
   * @throws IllegalArgumentException if a draft would not take one of them
   */
  static ImmutableList<String> dayCells(DateRange days) {
    checkArgument(
        DAYS.contains(days.last().orElse(days.start())),
        "days (%s) must end before 9999-12-31 to be read back",
        days);
    return ImmutableList.of(
        days.start().toString(), days.last().map(LocalDate::toString).orElse(""));
  }

  /** A date for comparison: the same however it is written. */
  static String dateKey(String text) {
    return date(text).map(LocalDate::toString).orElseGet(text::strip);
  }

  /** A student number for comparison: the same however it is written. */
  static String studentNumberKey(String text) {
    return Ascii.toUpperCase(text.strip());
  }

  static ImmutableList<String> words(String text) {
    return ImmutableList.copyOf(WORDS.split(text));
  }

  static <E extends Enum<E> & Coded> Optional<E> coded(Class<E> type, String text) {
    return Coded.find(type, text.strip());
  }

  /** Whether a text says yes; an empty one says no. */
  static boolean isYes(String text) {
    return coded(YesNo.class, text).orElse(YesNo.NO) == YesNo.YES;
  }

  static <E extends Enum<E> & Coded> ImmutableList<E> allCoded(Class<E> type, String text) {
    return words(text).stream()
        .map(word -> Coded.find(type, word).orElseThrow())
        .collect(toImmutableList());
  }
}
