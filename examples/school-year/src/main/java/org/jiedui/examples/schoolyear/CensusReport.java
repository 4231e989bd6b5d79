package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Optional;
import org.jiedui.CareDesk;
import org.jiedui.calendar.Term;
import org.jiedui.census.AbsenceDefinition;
import org.jiedui.census.Census;
import org.jiedui.census.CensusCounts;
import org.jiedui.census.CensusLine;
import org.jiedui.census.LeftBehindStatus;
import org.jiedui.census.SchoolRollCode;
import org.jiedui.id.ClassId;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/** The census of a term for a terminal: who was not surveyed, and how many are left behind. */
final class CensusReport {

  private final SchoolText text;
  private final Optional<Term> term;

  /** The same pupils by each definition. */
  private final ImmutableList<Census> censuses;

  private CensusReport(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    this.text = text;
    this.term =
        desk.school().calendar(school.id()).stream()
            .flatMap(calendar -> calendar.terms().stream())
            .filter(each -> !each.first().isAfter(viewpoint.asOf()))
            .reduce((earlier, later) -> later);
    this.censuses =
        term.stream()
            .flatMap(
                found ->
                    AbsenceDefinition.all().stream()
                        .map(
                            definition ->
                                desk.census()
                                    .of(school.id(), found.label(), definition, viewpoint)))
            .collect(toImmutableList());
  }

  /**
   * Reads the census of the term that began last.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param text how it writes
   * @return the report; empty if no term has begun
   */
  static CensusReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    return new CensusReport(desk, school, viewpoint, text);
  }

  /** Returns the census for a terminal. */
  String text() {
    if (censuses.isEmpty()) {
      return "";
    }
    Census any = censuses.get(0);
    StringBuilder out = new StringBuilder();
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "五、摸底调查（%s，%s）：学生 %d 人，已调查 %d 人，未调查 %d 人\n",
                    "5. Census (%s, on %s): %d pupils, %d surveyed, %d not yet\n"),
                term.map(on -> on.name().orElse(on.label())).orElse(""),
                any.day(),
                any.counts().pupils(),
                any.counts().surveyed(),
                any.counts().unsurveyed()));
    appendUnsurveyed(out, any.unsurveyed());
    appendCounts(out);
    return out.toString();
  }

  private void appendUnsurveyed(StringBuilder out, List<CensusLine> unsurveyed) {
    if (!unsurveyed.isEmpty()) {
      out.append('\n').append(text.format(Wording.of("未调查：\n", "Not yet surveyed:\n")));
    }
    Multimaps.index(unsurveyed, CensusLine::classId)
        .asMap()
        .forEach(
            (classId, lines) ->
                out.append("  ")
                    .append(text.className(classId))
                    .append(text.format(Wording.of("：", ": ")))
                    .append(
                        lines.stream()
                            .map(line -> line.studentNumber().text())
                            .collect(joining(text.format(Wording.of("、", ", ")))))
                    .append('\n'));
  }

  /**
   * A row for each class and one for all; a column for each definition, the roll's by its codes.
   */
  private void appendCounts(StringBuilder out) {
    TextTable table =
        new TextTable(
            1,
            text.of(
                Wording.of("班级", "class"),
                Wording.of("学生", "pupils"),
                Wording.of("已调查", "surveyed"),
                Wording.of("民政口径", "civil affairs"),
                Wording.of("情况不明", "not known"),
                Wording.of("学籍：一方外出", "roll: one away"),
                Wording.of("学籍：双方外出", "roll: both away"),
                Wording.of("人口普查口径", "census")));
    for (ClassId classId : censuses.get(0).countsByClass().keySet()) {
      table.add(
          line(
              text.className(classId),
              censuses.stream()
                  .flatMap(
                      census -> Optional.ofNullable(census.countsByClass().get(classId)).stream())
                  .toList()));
    }
    table.add(
        line(text.of(Wording.of("合计", "all")), censuses.stream().map(Census::counts).toList()));
    out.append('\n').append(table);
  }

  private static ImmutableList<String> line(String name, List<CensusCounts> byDefinition) {
    CensusCounts civilAffairs = byDefinition.get(0);
    CensusCounts schoolRoll = byDefinition.get(1);
    CensusCounts census = byDefinition.get(2);
    return ImmutableList.of(
        name,
        String.valueOf(civilAffairs.pupils()),
        String.valueOf(civilAffairs.surveyed()),
        String.valueOf(civilAffairs.of(LeftBehindStatus.LEFT_BEHIND)),
        String.valueOf(civilAffairs.of(LeftBehindStatus.UNKNOWN)),
        String.valueOf(schoolRoll.of(SchoolRollCode.ONE_PARENT)),
        String.valueOf(schoolRoll.of(SchoolRollCode.BOTH_PARENTS)),
        String.valueOf(census.of(LeftBehindStatus.LEFT_BEHIND)));
  }
}
