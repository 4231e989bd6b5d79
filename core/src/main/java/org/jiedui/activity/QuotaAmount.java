package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.text.Wording;

/**
 * How many activities there must be in each of which periods.
 *
 * <p>Example: {@code 1-2 per-term} is one or two a term, {@code 1+ per-year} at least one a school
 * year, {@code 1+ term-start} at least one at the start of each term, {@code 0-3 P1M} at most three
 * a month of term.
 *
 * <p>Immutable.
 *
 * @param min the least, 0 to 366
 * @param max the most, if there is one; not less than the least, at most 366
 * @param cadence the periods: terms, school years, milestones, weeks or months of term
 */
@Immutable
public record QuotaAmount(int min, OptionalInt max, Cadence cadence) {

  private static final int LIMIT = 366;
  private static final Pattern FORM = Pattern.compile("\\s*([0-9]{1,3})(\\+|-([0-9]{1,3}))? (.*)");

  /**
   * Creates an amount.
   *
   * @param min the least, 0 to 366
   * @param max the most, if there is one; not less than the least, at most 366
   * @param cadence the periods: terms, school years, milestones, weeks or months of term
   * @throws IllegalArgumentException if a number is not 0 to 366, they descend, nothing is asked
   *     for, or the periods depend on the child
   */
  public QuotaAmount {
    requireNonNull(max, "max");
    requireNonNull(cadence, "cadence");
    checkArgument(
        min >= 0 && min <= max.orElse(LIMIT) && max.orElse(LIMIT) <= LIMIT,
        "%s to %s must be 0 to %s and ascend",
        min,
        max.isPresent() ? max.getAsInt() : "any",
        LIMIT);
    checkArgument(min > 0 || max.isPresent(), "a quota must ask for something");
    checkArgument(
        !(cadence instanceof Cadence.Rolling) && !(cadence instanceof Cadence.AfterEvent),
        "the periods of a quota must not depend on the child, as those of \"%s\" do",
        cadence.text());
  }

  /**
   * Reads a text form.
   *
   * @param text a number, or two, or one and a plus, then a cadence
   * @return the amount
   * @throws RuleSyntaxException if the text has another form
   * @throws IllegalArgumentException if a rule of the constructor is broken
   */
  public static QuotaAmount parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new RuleSyntaxException(
          text,
          0,
          Wording.of(
              "次数和周期，如 1-2 per-term 或 1+ per-year",
              "a number and a period, such as 1-2 per-term or 1+ per-year"));
    }
    int min = Integer.parseInt(matcher.group(1));
    String more = matcher.group(2);
    OptionalInt max =
        more == null
            ? OptionalInt.of(min)
            : more.equals("+")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(matcher.group(3)));
    return new QuotaAmount(min, max, cadence(text, matcher.start(4)));
  }

  /** Reads the cadence at the end of a text; positions are those of the whole text. */
  private static Cadence cadence(String text, int start) {
    try {
      return Cadence.parse(text.substring(start));
    } catch (RuleSyntaxException e) {
      throw new RuleSyntaxException(text, start + e.position(), e.expected());
    }
  }

  /**
   * Returns the text form.
   *
   * @return the text that {@link #parse} reads back to an equal amount
   */
  public String text() {
    return numbers() + " " + cadence.text();
  }

  /**
   * Returns the numbers alone.
   *
   * @return for instance {@code 1-2}, {@code 1+} or {@code 3}
   */
  public String numbers() {
    if (max.isEmpty()) {
      return min + "+";
    }
    return max.getAsInt() == min ? String.valueOf(min) : min + "-" + max.getAsInt();
  }

  @Override
  public String toString() {
    return text();
  }
}
