package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.CareDesk;
import org.jiedui.MentorGaps;
import org.jiedui.child.Child;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.ProposedPair;
import org.jiedui.mentor.Unserved;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.text.Wording;

/** Who mentors how many, who of key support has nobody, and who is proposed for whom. */
final class MentorReport {

  private final LocalDate day;
  private final Locale locale;
  private final ImmutableList<MentorPair> pairs;
  private final MentorGaps gaps;
  private final MatchProposal proposal;
  private final ImmutableMap<ChildId, Child> children;
  private final ImmutableMap<StaffId, StaffMember> staff;
  private final ImmutableMap<ClassId, String> classes;

  private MentorReport(CareDesk desk, School school, LocalDate day, Locale locale) {
    this.day = day;
    this.locale = locale;
    this.pairs = desk.mentors().pairs(school.id(), day);
    this.gaps = desk.mentors().gapsWithReasons(school.id(), day);
    this.proposal = desk.mentors().propose(school.id(), day);
    this.children =
        index(desk.children().page(school.id(), Optional.empty(), Integer.MAX_VALUE), Child::id);
    this.staff = index(desk.school().staff(school.id()), StaffMember::id);
    this.classes =
        desk.school().classes(school.id()).stream()
            .collect(toImmutableMap(ClassGroup::id, ClassGroup::name));
  }

  private static <K, V> ImmutableMap<K, V> index(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(toImmutableMap(key, each -> each));
  }

  /**
   * Reads a school's mentors, with everything known.
   *
   * @param desk the desk of somebody who keeps them
   * @param school the school
   * @param day the day on which to look
   * @param locale the reader's locale
   * @return the report
   */
  static MentorReport of(CareDesk desk, School school, LocalDate day, Locale locale) {
    return new MentorReport(desk, school, day, locale);
  }

  /** Returns it for a terminal. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append('\n')
        .append(
            format(
                Wording.of(
                    "七、结对帮扶（在档 %d 人，其中 %d 人还没有帮扶教师；教师所带含不在档的学生）\n\n",
                    "7. Mentors (%d in care, %d of them without a mentor; loads count all"
                        + " children)\n\n"),
                gaps.inCare(),
                gaps.withoutMentor()))
        .append(loads());
    text.append('\n')
        .append(
            format(
                Wording.of("重点帮扶而没有帮扶教师的（%d 人）\n", "Of key support without a mentor (%d)\n"),
                gaps.keySupport().size()));
    if (!gaps.keySupport().isEmpty()) {
      text.append('\n').append(gapTable());
    }
    ImmutableList<ProposedPair> proposed = proposal.newPairs();
    text.append('\n')
        .append(
            format(
                Wording.of(
                    "建议结对（%d 人，接受之前什么也不改变）\n",
                    "Proposed mentors (%d; nothing changes before they are accepted)\n"),
                proposed.size()));
    if (!proposed.isEmpty()) {
      text.append('\n').append(proposalTable(proposed));
    }
    for (Unserved left : proposal.unserved()) {
      text.append(studentNumber(left.child()))
          .append("  ")
          .append(left.wording().in(locale))
          .append('\n');
    }
    return text.toString();
  }

  private TextTable loads() {
    TextTable table =
        new TextTable(
            1,
            words(
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
                            Stream.of(staffName(teacher)),
                            Stream.concat(roles, Stream.of(load)).map(String::valueOf))
                        .toList());
              }
            });
    return table;
  }

  private TextTable gapTable() {
    TextTable table =
        new TextTable(
            4,
            words(
                Wording.of("学籍号", "student"),
                Wording.of("姓名", "name"),
                Wording.of("班级", "class"),
                Wording.of("重点帮扶原因", "reason of key support")));
    gaps.keySupport()
        .forEach(
            gap ->
                table.add(
                    ImmutableList.of(
                        studentNumber(gap.child()),
                        name(gap.child()),
                        gap.classId().map(this::className).orElse("—"),
                        gap.reason().map(KeySupport::reason).orElse("—"))));
    return table;
  }

  private TextTable proposalTable(List<ProposedPair> proposed) {
    TextTable table =
        new TextTable(
            5,
            words(
                Wording.of("学籍号", "student"),
                Wording.of("姓名", "name"),
                Wording.of("班级", "class"),
                Wording.of("建议教师", "proposed"),
                Wording.of("理由", "reasons")));
    for (ProposedPair each : proposed) {
      ChildId child = each.pair().child();
      table.add(
          ImmutableList.of(
              studentNumber(child),
              name(child),
              child(child)
                  .flatMap(found -> found.facts().placement().on(day))
                  .map(Placement::classId)
                  .map(this::className)
                  .orElse("—"),
              staffName(each.pair().mentor()),
              each.reasons().stream()
                  .map(reason -> reason.in(locale))
                  .collect(joining(Wording.of("；", "; ").in(locale)))));
    }
    return table;
  }

  private Optional<Child> child(ChildId id) {
    return Optional.ofNullable(children.get(id));
  }

  private String studentNumber(ChildId id) {
    return child(id).map(found -> found.studentNumber().text()).orElseGet(id::value);
  }

  private String name(ChildId id) {
    return child(id).map(found -> found.name().text()).orElse("—");
  }

  private String className(ClassId id) {
    return Optional.ofNullable(classes.get(id)).orElseGet(id::value);
  }

  private String staffName(StaffId id) {
    StaffMember member = staff.get(id);
    return member == null ? id.value() : id + " " + member.name().text();
  }

  private List<String> words(Wording... wordings) {
    return Stream.of(wordings).map(wording -> wording.in(locale)).collect(toImmutableList());
  }

  private String format(Wording wording, Object... parts) {
    return String.format(Locale.ROOT, wording.in(locale), parts);
  }
}
