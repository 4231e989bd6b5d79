package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jiedui.CareDesk;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.school.CareTeam;
import org.jiedui.school.Responsibility;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamRequirements;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/** The care team of a day with what it lacks, and how many children help each other. */
final class TeamReport {

  private final CareTeam team;
  private final ImmutableList<PeerPair> pairs;
  private final ImmutableMap<StaffId, StaffMember> staff;
  private final Locale locale;

  private TeamReport(CareDesk desk, School school, Viewpoint viewpoint, Locale locale) {
    this.team = desk.team().on(school.id(), viewpoint, TeamRequirements.defaults());
    Instant knownBefore = viewpoint.knownOn().plusDays(1).atStartOfDay(school.zone()).toInstant();
    this.pairs =
        desk.peers().pairs(school.id()).stream()
            .filter(
                pair ->
                    pair.tenure()
                        .daysKnownBefore(knownBefore)
                        .filter(days -> days.contains(viewpoint.asOf()))
                        .isPresent())
            .collect(toImmutableList());
    this.staff =
        desk.school().staff(school.id()).stream()
            .collect(toImmutableMap(StaffMember::id, member -> member));
    this.locale = locale;
  }

  /**
   * Reads a school's team and peers.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param locale the reader's locale
   * @return the report
   */
  static TeamReport of(CareDesk desk, School school, Viewpoint viewpoint, Locale locale) {
    return new TeamReport(desk, school, viewpoint, locale);
  }

  /** Returns both for a terminal. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append('\n')
        .append(
            format(
                Wording.of("六、领导小组（%d 人，缺口 %d 项）\n", "6. Care team (%d members, %d gaps)\n"),
                team.members().size(),
                team.gaps().size()));
    TextTable table =
        new TextTable(
            3,
            List.of(
                Wording.of("组内职务", "post").in(locale),
                Wording.of("成员", "member").in(locale),
                Wording.of("职责", "responsibilities").in(locale)));
    for (TeamMembership member : team.members()) {
      table.add(
          List.of(
              member.post().wording().in(locale), name(member.staff()), responsibilities(member)));
    }
    text.append('\n').append(table);
    team.gaps().forEach(gap -> text.append("! ").append(gap.wording().in(locale)).append('\n'));
    text.append('\n')
        .append(
            format(
                Wording.of(
                    "互助结对：学习 %d 对，生活 %d 对，帮助者 %d 人\n",
                    "Peer pairs: %d for study, %d for daily life, %d helpers\n"),
                count(PeerKind.STUDY),
                count(PeerKind.LIFE),
                pairs.stream().map(PeerPair::helper).distinct().count()));
    return text.toString();
  }

  /** What a member answers for, with the classes whose homeroom teacher they are. */
  private String responsibilities(TeamMembership member) {
    return Stream.concat(
            member.responsibilities().stream().sorted(),
            team.homeroomTeachers().containsValue(member.staff())
                ? Stream.of(Responsibility.STUDY_AND_DAILY_LIFE)
                : Stream.empty())
        .map(each -> each.wording().in(locale))
        .collect(joining(Wording.of("、", ", ").in(locale)));
  }

  private String name(StaffId id) {
    StaffMember member = staff.get(id);
    return member == null ? id.value() : id + " " + member.name().text();
  }

  private long count(PeerKind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).count();
  }

  private String format(Wording wording, Object... parts) {
    return String.format(Locale.ROOT, wording.in(locale), parts);
  }
}
