package org.jiedui.examples.schoolyear;

import com.google.common.base.CharMatcher;

/**
 * Keeps an office program from running a cell that looks like a formula: such a cell is written
 * with an apostrophe in front, and read without it.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class FormulaGuard {

  private static final CharMatcher STARTERS = CharMatcher.anyOf("=+-@\t\r");
  private static final char MARK = '\'';

  private FormulaGuard() {}

  static String guard(String cell) {
    return startsFormula(cell) ? MARK + cell : cell;
  }

  static String undo(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK && startsFormula(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  private static boolean startsFormula(String cell) {
    return !cell.isEmpty() && STARTERS.matches(cell.charAt(0));
  }
}
