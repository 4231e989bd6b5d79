package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.CareDesk;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.school.CareTeam;
import org.jiedui.school.Responsibility;
import org.jiedui.school.School;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamRequirements;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/** The care team of a day with what it lacks, and how many children help each other. */
final class TeamReport {

  private final CareTeam team;
  private final ImmutableList<PeerPair> pairs;
  private final SchoolText text;

  private TeamReport(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    this.team = desk.team().on(school.id(), viewpoint, TeamRequirements.defaults());
    Instant knownBefore = viewpoint.knownBefore(school.zone());
    this.pairs =
        desk.peers().pairs(school.id()).stream()
            .filter(pair -> pair.tenure().isOn(viewpoint.asOf(), knownBefore))
            .collect(toImmutableList());
    this.text = text;
  }

  /**
   * Reads a school's team and peers.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param text how it writes
   * @return the report
   */
  static TeamReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    return new TeamReport(desk, school, viewpoint, text);
  }

  /** Returns both for a terminal. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append('\n')
        .append(
            text.format(
                Wording.of("六、领导小组（%d 人，缺口 %d 项）\n", "6. Care team (%d members, %d gaps)\n"),
                team.members().size(),
                team.gaps().size()));
    TextTable table =
        new TextTable(
            3,
            text.of(
                Wording.of("组内职务", "post"),
                Wording.of("成员", "member"),
                Wording.of("职责", "responsibilities")));
    for (TeamMembership member : team.members()) {
      table.add(
          List.of(
              text.of(member.post().wording()),
              text.staffName(member.staff()),
              responsibilities(member)));
    }
    out.append('\n').append(table);
    team.gaps().forEach(gap -> out.append("! ").append(text.of(gap.wording())).append('\n'));
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "互助结对：学习 %d 对，生活 %d 对，帮助者 %d 人\n",
                    "Peer pairs: %d for study, %d for daily life, %d helpers\n"),
                count(PeerKind.STUDY),
                count(PeerKind.LIFE),
                pairs.stream().map(PeerPair::helper).distinct().count()));
    return out.toString();
  }

  /** What a member answers for, with the classes whose homeroom teacher they are. */
  private String responsibilities(TeamMembership member) {
    return Stream.concat(
            member.responsibilities().stream().sorted(),
            team.homeroomTeachers().containsValue(member.staff())
                ? Stream.of(Responsibility.STUDY_AND_DAILY_LIFE)
                : Stream.empty())
        .map(each -> text.of(each.wording()))
        .collect(joining(text.of(Wording.of("、", ", "))));
  }

  private long count(PeerKind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).count();
  }
}
