package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.jiedui.intake.Severity;
import org.jiedui.intake.Violation;

/**
 * What became of a file's rows.
 *
 * @param table the file
 * @param columns its columns
 * @param violations the faults and warnings of its rows
 */
record FileReport(CsvTable table, Columns<?> columns, ImmutableList<Violation> violations) {

  /** The heading of a field's column, as the file has it. */
  String heading(String field) {
    return columns.heading(field, table.headings());
  }

  /** How many rows were taken. */
  int accepted() {
    return table.rows().size() - rejected().size();
  }

  ImmutableList<Violation> faults() {
    return violations.stream()
        .filter(violation -> violation.severity() == Severity.FAULT)
        .collect(ImmutableList.toImmutableList());
  }

  ImmutableList<Violation> warnings() {
    return violations.stream()
        .filter(violation -> violation.severity() == Severity.WARNING)
        .collect(ImmutableList.toImmutableList());
  }

  /** The rows that were not taken, as they stand in the file. */
  ImmutableList<CsvTable.Row> rejected() {
    ImmutableSet<Integer> faulty = faults().stream().map(Violation::row).collect(toImmutableSet());
    return table.rows().stream()
        .filter(row -> faulty.contains(row.number()))
        .collect(ImmutableList.toImmutableList());
  }
}
