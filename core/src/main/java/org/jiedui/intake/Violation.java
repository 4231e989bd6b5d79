package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jiedui.text.Wording;

/**
 * A rule that a field of a draft breaks.
 *
 * <p>It never holds the value. Immutable.
 *
 * @param row the row of the file, counted as an office program does: 1 is the line of headings; 0
 *     for a form
 * @param field the field, for instance {@code father.phone}
 * @param rule the rule
 * @param details what the rule allows, to put into its words; one that reads the same in both
 *     languages, such as a number, has the same text twice; field names among them are marked by a
 *     leading {@code #}
 */
public record Violation(int row, String field, DraftRule rule, ImmutableList<Wording> details)
    implements Comparable<Violation> {

  private static final Comparator<Violation> ORDER =
      Comparator.comparingInt(Violation::row)
          .thenComparing(Violation::severity)
          .thenComparing(Violation::field)
          .thenComparing(Violation::rule);

  /**
   * Returns a violation.
   *
   * @param row the row, 0 for a form
   * @param field the field
   * @param rule the rule
   * @param details what the rule allows: {@link Wording}s, and numbers, field names and other texts
   *     that read the same in both languages
   * @return the violation
   * @throws IllegalArgumentException if a detail is blank
   */
  public static Violation of(int row, String field, DraftRule rule, Object... details) {
    return new Violation(
        row,
        field,
        rule,
        Arrays.stream(details).map(Violation::wording).collect(ImmutableList.toImmutableList()));
  }

  /** Returns a detail in both languages. */
  static Wording wording(Object detail) {
    if (detail instanceof Wording wording) {
      return wording;
    }
    String text = String.valueOf(detail);
    return Wording.of(text, text);
  }

  /**
   * Returns how serious it is.
   *
   * @return the severity of the rule
   */
  public Severity severity() {
    return rule.severity();
  }

  /**
   * Returns the reason in words.
   *
   * @param locale the reader's locale
   * @return for instance {@code 必填，不能为空}
   */
  public String message(Locale locale) {
    return message(locale, field -> field);
  }

  /**
   * Returns the reason in words, with the names that the reader knows the fields by.
   *
   * @param locale the reader's locale
   * @param columns gives the column's heading for a field
   * @return for instance {@code 不能早于建档日期}
   */
  public String message(Locale locale, UnaryOperator<String> columns) {
    Object[] shown =
        details.stream()
            .map(detail -> detail.in(locale))
            .map(text -> text.startsWith("#") ? columns.apply(text.substring(1)) : text)
            .toArray();
    return String.format(Locale.ROOT, rule.wording().in(locale), shown);
  }

  @Override
  public int compareTo(Violation other) {
    return ORDER.compare(this, other);
  }

  /** Returns the row, the field and the code. */
  @Override
  public String toString() {
    return "row " + row + " " + field + " " + rule.code();
  }
}
