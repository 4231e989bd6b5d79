package org.jiedui.intake;

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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.text.Coded;

/** Reads the texts of drafts that passed their constraints; an empty text is no value. */
final class Texts {

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

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.anyOf(";；、")).trimResults().omitEmptyStrings();

  private Texts() {}

  static Optional<String> present(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
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

  /** A cadence, if the text is one. */
  static Optional<Cadence> cadence(String text) {
    try {
      return Optional.of(Cadence.parse(text.strip()));
    } catch (RuleSyntaxException e) {
      return Optional.empty();
    }
  }

  /** A whole number of digits alone, if the text is one. */
  static Optional<Integer> number(String text) {
    return present(text).filter(DIGITS::matchesAllOf).map(Ints::tryParse);
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

  static <E extends Enum<E> & Coded> ImmutableList<E> allCoded(Class<E> type, String text) {
    return words(text).stream()
        .map(word -> Coded.find(type, word).orElseThrow())
        .collect(toImmutableList());
  }
}
