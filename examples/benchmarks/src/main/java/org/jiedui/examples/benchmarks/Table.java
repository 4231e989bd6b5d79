package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.examples.benchmarks.Samples.Spread;

/**
 * A closing table: what was measured, how long it took, its ratio to something else, and the bar.
 *
 * <p>Not thread-safe.
 */
final class Table {

  /** What is asked of a ratio. */
  record Bar(boolean atMost, double limit) {

    static Bar atMost(double limit) {
      return new Bar(true, limit);
    }

    static Bar atLeast(double limit) {
      return new Bar(false, limit);
    }

    boolean isKeptBy(double ratio) {
      return atMost ? ratio <= limit : ratio >= limit;
    }

    String text() {
      return (atMost ? "≤ " : "≥ ") + number(limit);
    }
  }

  /**
   * A line.
   *
   * @param what what was measured
   * @param unit of what it is a time
   * @param each the time
   * @param extra what stands in the table's own column
   * @param ratio to what the line says, if to anything
   * @param bar what is asked of the ratio, if anything
   */
  record Row(
      String what,
      String unit,
      Spread each,
      String extra,
      Optional<Spread> ratio,
      Optional<Bar> bar) {

    /**
     * Creates a line.
     *
     * @param what what was measured
     * @param unit of what it is a time
     * @param each the time
     * @param extra what stands in the table's own column
     * @param ratio to what the line says, if to anything
     * @param bar what is asked of the ratio, if anything
     */
    Row {
      requireNonNull(what, "what");
      requireNonNull(unit, "unit");
      requireNonNull(each, "each");
      requireNonNull(extra, "extra");
      requireNonNull(ratio, "ratio");
      requireNonNull(bar, "bar");
    }

    List<String> cells() {
      return List.of(
          what,
          number(each.median()),
          number(each.least()) + "–" + number(each.most()),
          unit,
          extra,
          ratio.map(r -> number(r.median())).orElse(""),
          ratio.map(r -> number(r.least()) + "–" + number(r.most())).orElse(""),
          bar.map(Bar::text).orElse(""),
          bar.map(b -> b.isKeptBy(ratio.orElseThrow().median()) ? "yes" : "NO").orElse(""));
    }
  }

  private final ImmutableList<String> headings;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Creates a table without lines.
   *
   * @param extra the heading of the column of its own
   */
  Table(String extra) {
    this.headings =
        ImmutableList.of(
            "what", "median", "spread", "unit", extra, "ratio", "spread", "bar", "kept");
  }

  void add(Row row) {
    rows.add(row);
  }

  /** Adds a line without a ratio. */
  void add(String what, String unit, Spread each, String extra) {
    add(new Row(what, unit, each, extra, Optional.empty(), Optional.empty()));
  }

  /** Adds a line with a ratio and a bar. */
  void add(String what, String unit, Spread each, String extra, Spread ratio, Bar bar) {
    add(new Row(what, unit, each, extra, Optional.of(ratio), Optional.of(bar)));
  }

  /** Adds a line with a ratio of which nothing is asked. */
  void add(String what, String unit, Spread each, String extra, Spread ratio) {
    add(new Row(what, unit, each, extra, Optional.of(ratio), Optional.empty()));
  }

  /** Whether every bar was kept. */
  boolean areBarsKept() {
    return rows.stream()
        .allMatch(
            row ->
                row.bar()
                    .map(bar -> bar.isKeptBy(row.ratio().orElseThrow().median()))
                    .orElse(true));
  }

  static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  /** The table and the facts without which a number says nothing. */
  String markdown(Map<String, String> facts) {
    StringBuilder text = new StringBuilder();
    line(text, headings);
    line(text, headings.stream().map(heading -> "---").toList());
    rows.forEach(row -> line(text, row.cells()));
    text.append('\n');
    facts.forEach((fact, value) -> text.append("- ").append(fact + ": " + value + "\n"));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** The table with a comma between cells; numbers have no thousands' separators. */
  String csv() {
    StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
    for (Row row : rows) {
      text.append(
              String.join(
                  ",",
                  row.cells().stream()
                      .map(cell -> cell.replaceAll("(\\d),(\\d)", "$1$2").replace(",", ";"))
                      .toList()))
          .append('\n');
    }
    return text.toString();
  }
}
