package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiedui.intake.Severity;
import org.jiedui.intake.Violation;
import org.jiedui.text.Wording;

/**
 * Tells a school office which rows have which faults, all at once.
 *
 * <p>Every fault has its line. Only where one and the same fault stands in very many rows of a file
 * (a roster that names other children, say), the terminal shows the rows in one line; the file
 * {@code faults.csv} has a line for each in any case.
 */
final class FaultReport {

  private static final int MANY = 20;

  private final List<FileReport> reports;
  private final Locale locale;

  FaultReport(List<FileReport> reports, Locale locale) {
    this.reports = reports;
    this.locale = locale;
  }

  /** Returns the lines for the terminal; empty if there is nothing to tell. */
  String text() {
    TextTable table = new TextTable(Integer.MAX_VALUE, headings());
    int lines = 0;
    for (FileReport report : reports) {
      SetMultimap<String, Violation> same = LinkedHashMultimap.create();
      report.violations().forEach(v -> same.put(v.field() + " " + v.rule().code(), v));
      List<Violation> ordered = new ArrayList<>();
      List<List<String>> summaries = new ArrayList<>();
      for (Collection<Violation> group : same.asMap().values()) {
        if (group.size() > MANY) {
          summaries.add(summary(report, group));
        } else {
          ordered.addAll(group);
        }
      }
      ordered.stream().sorted().forEach(violation -> table.add(line(report, violation)));
      summaries.forEach(table::add);
      lines += ordered.size() + summaries.size();
    }
    return lines == 0 ? "" : table.toString();
  }

  private List<String> summary(FileReport report, Collection<Violation> group) {
    Violation first = group.iterator().next();
    String rows =
        group.stream()
            .limit(3)
            .map(violation -> String.valueOf(violation.row()))
            .collect(Collectors.joining(", ", "", ", …"));
    List<String> line = new ArrayList<>(line(report, first));
    line.set(1, rows + Wording.of("（共 %s 行）", " (%s rows)").in(locale).formatted(group.size()));
    return line;
  }

  /** Returns a line for each violation, the headings first. */
  List<List<String>> rows() {
    ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
    rows.add(headings());
    for (FileReport report : reports) {
      report.violations().stream().sorted().forEach(violation -> rows.add(line(report, violation)));
    }
    return rows.build();
  }

  private List<String> headings() {
    return ImmutableList.of(
        Wording.of("文件", "file").in(locale),
        Wording.of("行", "row").in(locale),
        Wording.of("列", "column").in(locale),
        Wording.of("类别", "kind").in(locale),
        Wording.of("代码", "code").in(locale),
        Wording.of("原因", "reason").in(locale));
  }

  private List<String> line(FileReport report, Violation violation) {
    UnaryOperator<String> heading = report::heading;
    return ImmutableList.of(
        report.table().file(),
        String.valueOf(violation.row()),
        heading.apply(violation.field()),
        violation.severity() == Severity.FAULT
            ? Wording.of("错误", "fault").in(locale)
            : Wording.of("提醒", "warning").in(locale),
        violation.rule().code(),
        violation.message(locale, heading));
  }
}
