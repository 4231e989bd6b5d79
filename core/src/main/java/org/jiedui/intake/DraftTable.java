package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiedui.text.FormulaGuard;

/**
 * A kind of table that schools keep, and how its rows become drafts: which columns it has, under
 * which headings, and which of them must be there. Each draft that is read from a table of its own
 * has one, for instance {@link ActivityDraft#TABLE}.
 *
 * <p>The library reads such tables as CSV. Whoever reads them from another place, such as the sheet
 * of an office program, binds the rows with it:
 *
 * <pre>{@code
 * DraftTable<ActivityDraft> table = ActivityDraft.TABLE;
 * DraftRow<ActivityDraft> row =
 *     new DraftRow<>(
 *         sheetRow.number(),
 *         table.draft(field -> sheetRow.cell(columnOf.get(field)))); // columns by table.findField
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <D> the draft
 */
public final class DraftTable<D> {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final CharMatcher BYTE_ORDER_MARK = CharMatcher.is('\uFEFF');

  private final ImmutableList<String> fields;
  private final ImmutableMap<String, String> names;
  private final ImmutableSet<String> needed;
  private final Function<UnaryOperator<String>, D> bind;

  /**
   * Creates a kind of table.
   *
   * @param fields the fields of the draft, which are headings too, in the order in which they are
   *     written
   * @param names other headings, each with its field
   * @param needed the fields whose columns must be there
   * @param bind makes a draft; it is given a function from field to text
   */
  DraftTable(
      ImmutableList<String> fields,
      ImmutableMap<String, String> names,
      ImmutableSet<String> needed,
      Function<UnaryOperator<String>, D> bind) {
    this.fields = fields;
    this.names = names;
    this.needed = needed;
    this.bind = bind;
  }

  /**
   * Returns the fields of the draft, which are headings too.
   *
   * @return the fields, in the order in which they are written
   */
  public ImmutableList<String> fields() {
    return fields;
  }

  /**
   * Returns the headings that a table may have in place of the fields.
   *
   * @return the field of each heading, in Chinese; a field may have several
   */
  public ImmutableMap<String, String> names() {
    return names;
  }

  /**
   * Returns the fields whose columns must be there.
   *
   * @return the fields
   */
  public ImmutableSet<String> needed() {
    return needed;
  }

  /**
   * Finds the field that a heading is for.
   *
   * @param heading the heading, without white space around it
   * @return the field, or empty if a table of this kind has no such column
   */
  public Optional<String> findField(String heading) {
    return fields.contains(heading)
        ? Optional.of(heading)
        : Optional.ofNullable(names.get(heading));
  }

  /**
   * Binds a row.
   *
   * @param cells gives the text of each field; the empty text for one that the row does not have
   * @return the draft
   */
  public D draft(UnaryOperator<String> cells) {
    return bind.apply(cells);
  }

  /**
   * The rows of a text that could be told apart.
   *
   * @param <D> the draft
   * @param rows the drafts, by row
   * @param violations what is wrong with the table itself: with its headings, or the cells of a row
   */
  record Table<D>(ImmutableList<DraftRow<D>> rows, ImmutableList<Violation> violations) {

    /** Has the rows checked; they are taken all or not at all. */
    <V> IntakeResult<V> check(Function<List<DraftRow<D>>, IntakeResult<V>> checking) {
      return checking.apply(rows).with(violations).allOrNone();
    }
  }

  /** Writes lines of cells under the fields as headings, the last line ended too. */
  String write(Stream<? extends Collection<String>> lines) {
    return Stream.concat(
            Stream.of(fields),
            lines.map(cells -> cells.stream().map(FormulaGuard::guard).collect(toImmutableList())))
        .map(cells -> FORMAT.format(cells.toArray()) + FORMAT.getRecordSeparator())
        .collect(joining());
  }

  /** Reads a text as far as it is a table; what its cells say is not looked at yet. */
  Table<D> read(String text) {
    ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(BYTE_ORDER_MARK.trimLeadingFrom(text), FORMAT)) {
      for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); line++) {
        lines.add(ImmutableList.copyOf(records.next().toList()));
      }
    } catch (IOException | UncheckedIOException e) {
      violations.add(Violation.of(line, "", DraftRule.NOT_A_TABLE));
    }
    return table(lines.build(), violations);
  }

  private Table<D> table(
      ImmutableList<ImmutableList<String>> lines, ImmutableList.Builder<Violation> violations) {
    ImmutableList<Optional<String>> columns =
        lines.isEmpty()
            ? ImmutableList.of()
            : lines.get(0).stream()
                .map(String::strip)
                .map(this::findField)
                .collect(toImmutableList());
    ImmutableList<Violation> ofHeadings = ofHeadings(columns);
    violations.addAll(ofHeadings);
    ImmutableList.Builder<DraftRow<D>> rows = ImmutableList.builder();
    for (int i = 1; ofHeadings.isEmpty() && i < lines.size(); i++) {
      ImmutableList<String> cells = lines.get(i);
      int row = i + 1;
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (cells.size() == columns.size()) {
        rows.add(new DraftRow<>(row, draft(columns, cells)));
      } else {
        DraftRule rule =
            cells.size() > columns.size() ? DraftRule.TOO_MANY_CELLS : DraftRule.TOO_FEW_CELLS;
        violations.add(Violation.of(row, "", rule, cells.size(), columns.size()));
      }
    }
    return new Table<>(rows.build(), violations.build());
  }

  private ImmutableList<Violation> ofHeadings(ImmutableList<Optional<String>> columns) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (int i = 0; i < columns.size(); i++) {
      Optional<String> field = columns.get(i);
      if (field.isEmpty()) {
        // Whatever stands there may be personal: somebody chose the wrong file.
        violations.add(Violation.of(1, "", DraftRule.UNKNOWN_COLUMN, i + 1));
      } else if (columns.indexOf(field) < i) {
        violations.add(Violation.of(1, field.get(), DraftRule.REPEATED_COLUMN, i + 1));
      }
    }
    for (String each : needed) {
      if (!columns.contains(Optional.of(each))) {
        violations.add(Violation.of(1, each, DraftRule.MISSING_COLUMN));
      }
    }
    return violations.build();
  }

  private D draft(ImmutableList<Optional<String>> columns, ImmutableList<String> cells) {
    Map<String, String> byField = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byField.put(columns.get(i).orElseThrow(), FormulaGuard.undo(cells.get(i)));
    }
    return draft(field -> byField.getOrDefault(field, ""));
  }
}
