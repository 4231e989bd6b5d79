package org.jiedui.storage.jdbc;

import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import org.jiedui.id.MembershipId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.school.Responsibility;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;

/** Memberships of the care team. */
final class Memberships extends Records<MembershipId, TeamMembership> {

  private static final Kind<MembershipId, TeamMembership> KIND =
      new Kind<>(
          "membership",
          "{team_membership}",
          "membership_id",
          Columns.of(
              ObjectArrays.concat(
                  new String[] {"staff_id", "post", "responsibilities"},
                  Tenures.COLUMNS,
                  String.class)),
          TeamMembership::schoolId,
          TeamMembership::id);

  Memberships(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(TeamMembership membership, Params params) {
    params.value(membership.staff()).code(membership.post()).codes(membership.responsibilities());
    Tenures.bind(membership.tenure(), params);
  }

  @Override
  TeamMembership read(SchoolId school, Row row) throws SQLException {
    return new TeamMembership(
        school,
        row.id("membership_id", MembershipId::of),
        row.id("staff_id", StaffId::of),
        row.code("post", TeamPost.class),
        row.codes("responsibilities", Responsibility.class),
        Tenures.read(row));
  }
}
