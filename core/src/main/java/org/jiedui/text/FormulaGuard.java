package org.jiedui.text;

import com.google.common.base.CharMatcher;

/**
 * Keeps an office program from running a cell of a table that looks like a formula.
 *
 * <p>Such a cell is written with an apostrophe in front, and read without it. Nothing is lost: a
 * cell that begins with apostrophes before what looks like a formula gets one more, and one alone
 * is taken away.
 *
 * <p>Example: {@code =1+1} is written {@code '=1+1}; the cell {@code '=1+1} is written {@code
 * ''=1+1}; {@code O'Neill} and {@code 'quoted'} stay as they are.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class FormulaGuard {

  private static final char MARK = '\'';
  private static final CharMatcher MARKS = CharMatcher.is(MARK);

  /** Some office programs take the full-width signs for the others. */
  private static final CharMatcher STARTERS = CharMatcher.anyOf("=+-@＝＋－＠\t\r\n");

  private FormulaGuard() {}

  /**
   * Returns a cell as it is to be written.
   *
   * @param cell the cell
   * @return the cell, with an apostrophe in front if it could be run
   */
  public static String guard(String cell) {
    return startsFormula(cell) ? MARK + cell : cell;
  }

  /**
   * Returns a cell that was written.
   *
   * @param written what {@link #guard} returned, or what somebody wrote by hand
   * @return the cell: {@code undo(guard(cell))} is {@code cell}
   */
  public static String undo(String written) {
    return startsFormula(written) && written.charAt(0) == MARK ? written.substring(1) : written;
  }

  private static boolean startsFormula(String cell) {
    String unmarked = MARKS.trimLeadingFrom(cell);
    return !unmarked.isEmpty() && STARTERS.matches(unmarked.charAt(0));
  }
}
