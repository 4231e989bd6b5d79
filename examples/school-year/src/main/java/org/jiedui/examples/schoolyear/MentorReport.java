package org.jiedui.examples.schoolyear;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.CareDesk;
import org.jiedui.MentorGaps;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.ProposedPair;
import org.jiedui.mentor.Unserved;
import org.jiedui.school.School;
import org.jiedui.text.Wording;

/**
 * Who mentors how many, who of key support has nobody, and who is proposed for whom; children stand
 * by their student numbers alone.
 */
final class MentorReport {

  private final LocalDate day;
  private final SchoolText text;
  private final ImmutableList<MentorPair> pairs;
  private final MentorGaps gaps;
  private final MatchProposal proposal;

  private MentorReport(CareDesk desk, School school, LocalDate day, SchoolText text) {
    this.day = day;
    this.text = text;
    this.pairs = desk.mentors().pairs(school.id(), day);
    this.gaps = desk.mentors().gapsWithReasons(school.id(), day);
    this.proposal = desk.mentors().propose(school.id(), day);
  }

  /**
   * Reads a school's mentors, with everything known.
   *
   * @param desk the desk of somebody who keeps them
   * @param school the school
   * @param day the day on which to look
   * @param text how it writes
   * @return the report
   */
  static MentorReport of(CareDesk desk, School school, LocalDate day, SchoolText text) {
    return new MentorReport(desk, school, day, text);
  }

  /** Returns it for a terminal. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "七、结对帮扶（在档 %d 人，其中 %d 人还没有帮扶教师；教师所带含不在档的学生）\n\n",
                    "7. Mentors (%d in care, %d of them without a mentor; loads count all"
                        + " children)\n\n"),
                gaps.inCare(),
                gaps.withoutMentor()))
        .append(loads());
    out.append('\n')
        .append(
            text.format(
                Wording.of("重点帮扶而没有帮扶教师的（%d 人）\n", "Of key support without a mentor (%d)\n"),
                gaps.keySupport().size()));
    if (!gaps.keySupport().isEmpty()) {
      out.append('\n').append(gapTable());
    }
    ImmutableList<ProposedPair> proposed = proposal.newPairs();
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "建议结对（%d 人，接受之前什么也不改变）\n",
                    "Proposed mentors (%d; nothing changes before they are accepted)\n"),
                proposed.size()));
    if (!proposed.isEmpty()) {
      out.append('\n').append(proposalTable(proposed));
    }
    for (Unserved left : proposal.unserved()) {
      out.append(text.studentNumber(left.child()))
          .append("  ")
          .append(text.of(left.wording()))
          .append('\n');
    }
    return out.toString();
  }

  private TextTable loads() {
    TextTable table =
        new TextTable(
            1,
            text.of(
                Wording.of("教师", "teacher"),
                MentorRole.PRIMARY.wording(),
                MentorRole.SUPPORTING.wording(),
                MentorRole.ACTING_PARENT.wording(),
                Wording.of("学生", "children")));
    ImmutableSetMultimap<StaffId, MentorPair> byMentor =
        ImmutableSetMultimap.copyOf(Multimaps.index(pairs, MentorPair::mentor));
    proposal
        .loads()
        .keySet()
        .forEach(
            teacher -> {
              Collection<MentorPair> own = byMentor.get(teacher);
              Stream<Long> roles =
                  Stream.of(MentorRole.values())
                      .map(role -> own.stream().filter(pair -> pair.role() == role).count());
              long load = own.stream().map(MentorPair::child).distinct().count();
              if (load > 0) {
                table.add(
                    Stream.concat(
                            Stream.of(text.staffName(teacher)),
                            Stream.concat(roles, Stream.of(load)).map(String::valueOf))
                        .toList());
              }
            });
    return table;
  }

  private TextTable gapTable() {
    TextTable table =
        new TextTable(
            3,
            text.of(
                Wording.of("学籍号", "student"),
                Wording.of("班级", "class"),
                Wording.of("重点帮扶原因", "reason of key support")));
    gaps.keySupport()
        .forEach(
            gap ->
                table.add(
                    ImmutableList.of(
                        text.studentNumber(gap.child()),
                        gap.classId().map(text::className).orElse("—"),
                        gap.reason().map(KeySupport::reason).orElse("—"))));
    return table;
  }

  private TextTable proposalTable(List<ProposedPair> proposed) {
    TextTable table =
        new TextTable(
            4,
            text.of(
                Wording.of("学籍号", "student"),
                Wording.of("班级", "class"),
                Wording.of("建议教师", "proposed"),
                Wording.of("理由", "reasons")));
    for (ProposedPair each : proposed) {
      ChildId child = each.pair().child();
      table.add(
          ImmutableList.of(
              text.studentNumber(child),
              text.findChild(child)
                  .flatMap(found -> found.facts().placement().on(day))
                  .map(Placement::classId)
                  .map(text::className)
                  .orElse("—"),
              text.staffName(each.pair().mentor()),
              each.reasons().stream()
                  .map(text::of)
                  .collect(joining(text.of(Wording.of("；", "; "))))));
    }
    return table;
  }
}
