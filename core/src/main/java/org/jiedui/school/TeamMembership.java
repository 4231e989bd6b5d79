package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.MembershipId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.Tenure;

/**
 * That a member of staff is in the school's care team (领导小组), and answers for something there.
 *
 * <p>Who takes another post or other responsibilities in the team ends this membership and begins
 * another one.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param staff the member of staff
 * @param post what they are in the team
 * @param responsibilities what they answer for, may be nothing; never study and daily life, which
 *     the homeroom teachers have by their classes
 * @param tenure on which days
 */
public record TeamMembership(
    SchoolId schoolId,
    MembershipId id,
    StaffId staff,
    TeamPost post,
    ImmutableSet<Responsibility> responsibilities,
    Tenure tenure) {

  /**
   * Creates a membership.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param staff the member of staff
   * @param post what they are in the team
   * @param responsibilities what they answer for, may be nothing; never study and daily life, which
   *     the homeroom teachers have by their classes
   * @param tenure on which days
   * @throws IllegalArgumentException if study and daily life is among the responsibilities
   */
  public TeamMembership {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(staff, "staff");
    requireNonNull(post, "post");
    requireNonNull(responsibilities, "responsibilities");
    requireNonNull(tenure, "tenure");
    for (Responsibility each : responsibilities) {
      checkArgument(
          !each.isOfHomeroomTeachers(),
          "%s follows from who is homeroom teacher, membership %s must not name it",
          each.code(),
          id);
    }
  }

  /**
   * Returns this membership as ended.
   *
   * @param end the last day and why
   * @return the closed membership
   * @throws IllegalArgumentException if it is closed already, or its last day is earlier than the
   *     day before its first
   */
  public TeamMembership closed(Tenure.Closing end) {
    return new TeamMembership(schoolId, id, staff, post, responsibilities, tenure.closed(end));
  }

  /** Returns the ids and the days. */
  @Override
  public String toString() {
    return "TeamMembership[" + schoolId + "/" + id + " " + tenure + "]";
  }
}
