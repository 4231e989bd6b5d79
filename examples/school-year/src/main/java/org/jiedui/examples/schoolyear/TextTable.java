package org.jiedui.examples.schoolyear;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * A table for a terminal. Chinese characters take two columns, and the table is aligned all the
 * same.
 */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final int numbersFrom;

  /**
   * Creates a table.
   *
   * @param numbersFrom the first of the columns that hold numbers and are set to the right
   * @param headings the headings
   */
  TextTable(int numbersFrom, List<String> headings) {
    this.numbersFrom = numbersFrom;
    lines.add(headings);
  }

  void add(List<String> cells) {
    lines.add(cells);
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** Returns the lines, each ended by a line feed, without spaces at their ends. */
  @Override
  public String toString() {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < lines.size(); row++) {
      append(text, lines.get(row), widths);
      if (row == 0) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
          rules.add("-".repeat(width));
        }
        append(text, rules, widths);
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(i >= numbersFrom ? padding + cells.get(i) : cells.get(i) + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
