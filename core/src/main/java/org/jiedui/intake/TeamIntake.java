package org.jiedui.intake;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.DerivedId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.StaffId;
import org.jiedui.school.Responsibility;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.time.Tenure;

/** Checks memberships of the care team against a school. */
final class TeamIntake {

  private final DraftValidator validator;

  TeamIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<TeamMembership> check(
      List<DraftRow<TeamDraft>> rows,
      SchoolDirectory directory,
      Collection<TeamMembership> stored,
      Recording recording,
      Instant now) {
    ImmutableMap<MembershipId, TeamMembership> known =
        stored.stream().collect(toImmutableMap(TeamMembership::id, each -> each));
    return new RowCheck<TeamDraft, TeamMembership>()
        .run(
            rows,
            validator,
            "staffNumber",
            draft -> RowKeys.of(draft.staffNumber().strip(), Texts.dateKey(draft.from())),
            (draft, row) -> {
              StaffId staff = directory.staff(draft.staffNumber(), "staffNumber", row);
              Days days = Days.of(draft.from(), draft.until(), row);
              ImmutableSet<Responsibility> responsibilities =
                  ImmutableSet.copyOf(
                      Texts.allCoded(Responsibility.class, draft.responsibilities()));
              if (responsibilities.stream().anyMatch(Responsibility::isOfHomeroomTeachers)) {
                row.report("responsibilities", DraftRule.FOLLOWS_FROM_CLASSES);
              }
              if (!row.isGood()) {
                return Optional.empty();
              }
              TeamMembership given =
                  new TeamMembership(
                      directory.school().id(),
                      MembershipId.of("t-" + DerivedId.digest(staff, days.from())),
                      staff,
                      Texts.coded(TeamPost.class, draft.post()).orElseThrow(),
                      responsibilities,
                      days.tenure(recording));
              TeamMembership before = known.get(given.id());
              return Optional.of(
                  before == null ? given : continued(before, given, days.until(), row, now));
            });
  }

  /** What is stored stays, but that it has ended meanwhile. */
  private static TeamMembership continued(
      TeamMembership before,
      TeamMembership given,
      Optional<LocalDate> until,
      RowCheck<TeamDraft, TeamMembership>.Row row,
      Instant now) {
    if (before.post() != given.post()) {
      row.report("post", DraftRule.STORED_KEPT);
    }
    if (!before.responsibilities().equals(given.responsibilities())) {
      row.report("responsibilities", DraftRule.STORED_KEPT);
    }
    Tenure tenure = Days.continued(before.tenure(), until, row, now);
    return tenure.equals(before.tenure()) ? before : before.closed(tenure.closing().orElseThrow());
  }
}
