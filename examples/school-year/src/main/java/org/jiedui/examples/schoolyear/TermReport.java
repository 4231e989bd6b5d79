package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.BoardRow;
import org.jiedui.CareDesk;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.RuleTally;
import org.jiedui.id.RuleId;
import org.jiedui.id.StaffId;
import org.jiedui.school.School;
import org.jiedui.storage.BoardQuery;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/** The board and the compliance table of a school, for people and for programs. */
final class TermReport {

  private static final int FRACTION_DECIMALS = 4;

  private final School school;
  private final Viewpoint viewpoint;
  private final SchoolText text;
  private final String term;
  private final ImmutableList<BoardRow> board;
  private final ComplianceReport compliance;
  private final ImmutableMap<RuleId, Wording> titles;

  private TermReport(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    this.school = school;
    this.viewpoint = viewpoint;
    this.text = text;
    this.term =
        desk.school()
            .calendar(school.id())
            .flatMap(calendar -> calendar.termOn(viewpoint.asOf()))
            .map(on -> on.name().orElse(on.label()))
            .orElseGet(() -> text.of(Wording.of("假期", "holidays")));
    this.titles = desk.board().titles(school.id());
    ImmutableList<RuleId> order = titles.keySet().asList();
    this.board =
        desk
            .board()
            .pageKnownOn(
                BoardQuery.on(school.id(), viewpoint.asOf()).limit(Integer.MAX_VALUE),
                viewpoint.knownOn())
            .stream()
            .sorted(
                Comparator.comparing(this::classOrder)
                    .thenComparing(BoardRow::deadline)
                    .thenComparing(BoardRow::studentNumber)
                    .thenComparing(row -> order.indexOf(row.position().rule())))
            .collect(toImmutableList());
    this.compliance = desk.reports().compliance(school.id(), viewpoint);
  }

  /**
   * Reads a school's board and compliance table.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param text how it writes
   * @return the report
   */
  static TermReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    return new TermReport(desk, school, viewpoint, text);
  }

  private String classOrder(BoardRow row) {
    return row.classId()
        .flatMap(text::findClass)
        .map(group -> String.format(Locale.ROOT, "%02d %s", group.grade(), group.id()))
        .orElse("99");
  }

  /** Returns both for a terminal. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        text.format(
            Wording.of(
                "%s %s　查看日 %s，知悉日 %s　学生 %d 人，在档 %d 人\n",
                "%s %s, as of %s, known on %s: %d pupils, %d in care\n"),
            school.name(),
            term,
            viewpoint.asOf(),
            viewpoint.knownOn(),
            compliance.children(),
            compliance.inCare()));
    appendBoard(out);
    appendCompliance(out);
    return out.toString();
  }

  private void appendBoard(StringBuilder out) {
    out.append('\n')
        .append(
            text.format(
                Wording.of("一、现在要联系或安排参加的（共 %d 项）\n", "1. Contacts and attendance due now (%d)\n"),
                board.size()));
    ImmutableListMultimap<String, BoardRow> byClass =
        Multimaps.index(board, row -> row.classId().map(text::className).orElse("—"));
    byClass
        .asMap()
        .forEach(
            (name, rows) -> {
              TextTable table =
                  new TextTable(
                      6,
                      text.of(
                          Wording.of("学籍号", "student"),
                          Wording.of("姓名", "name"),
                          Wording.of("事项", "rule"),
                          Wording.of("责任人", "responsible"),
                          Wording.of("时段", "window"),
                          Wording.of("状态", "state"),
                          Wording.of("超期天数", "days overdue")));
              rows.forEach(row -> table.add(line(row)));
              out.append('\n')
                  .append(text.format(Wording.of("%s（%d 项）\n", "%s (%d)\n"), name, rows.size()))
                  .append(table);
            });
  }

  private List<String> line(BoardRow row) {
    return ImmutableList.of(
        row.studentNumber().text(),
        row.name().text(),
        ruleTitle(row.position().rule()),
        row.responsible().map(text::staffName).orElse("—"),
        row.opens() + "/" + row.deadline(),
        text.of(row.state().wording()),
        row.daysOverdue() == 0 ? "" : String.valueOf(row.daysOverdue()));
  }

  private String ruleTitle(RuleId id) {
    Wording title = titles.get(id);
    return title == null ? id.value() : text.of(title);
  }

  private void appendCompliance(StringBuilder out) {
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "二、联系制度落实情况（到查看日为止已开始的时段）\n",
                    "2. How the rules were kept (windows begun by the as-of date)\n")));
    TextTable table =
        new TextTable(
            1,
            text.of(
                Wording.of("事项", "rule"),
                Wording.of("按时完成", "met"),
                Wording.of("补做", "late"),
                Wording.of("未完成", "missed"),
                Wording.of("进行中", "pending"),
                Wording.of("免除", "excused"),
                Wording.of("不适用", "not applicable"),
                Wording.of("按时率", "rate"),
                Wording.of("无时段学生", "children without a window")));
    for (RuleTally tally : compliance.rules()) {
      table.add(
          ImmutableList.of(
              ruleTitle(tally.rule()),
              String.valueOf(tally.met()),
              String.valueOf(tally.late()),
              String.valueOf(tally.missed()),
              String.valueOf(tally.pending()),
              String.valueOf(tally.excused()),
              String.valueOf(tally.notApplicable()),
              tally
                  .rate()
                  .percent(1)
                  .map(percent -> percent + "%")
                  .orElseGet(() -> text.of(Wording.of("无", "none"))),
              String.valueOf(tally.unjudged().size())));
    }
    out.append('\n').append(table);
  }

  /** Returns the board for programs, the headings first. */
  List<List<String>> boardRows() {
    ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
    rows.add(
        ImmutableList.of(
            "student", "rule", "opens", "deadline", "state", "days_overdue", "responsible"));
    for (BoardRow row : board) {
      rows.add(
          ImmutableList.of(
              row.studentNumber().text(),
              row.position().rule().value(),
              row.opens().toString(),
              row.deadline().toString(),
              row.state().code(),
              String.valueOf(row.daysOverdue()),
              row.responsible().map(StaffId::value).orElse("")));
    }
    return rows.build();
  }

  /** Returns the compliance table for programs, the headings first. */
  List<List<String>> complianceRows() {
    ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
    rows.add(
        ImmutableList.of(
            "rule", "met", "late", "missed", "pending", "excused", "not_applicable", "rate"));
    for (RuleTally tally : compliance.rules()) {
      Optional<BigDecimal> rate = tally.rate().fraction(FRACTION_DECIMALS);
      rows.add(
          ImmutableList.of(
              tally.rule().value(),
              String.valueOf(tally.met()),
              String.valueOf(tally.late()),
              String.valueOf(tally.missed()),
              String.valueOf(tally.pending()),
              String.valueOf(tally.excused()),
              String.valueOf(tally.notApplicable()),
              rate.map(BigDecimal::toPlainString).orElse("none")));
    }
    return rows.build();
  }
}
