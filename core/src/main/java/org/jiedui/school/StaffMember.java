package org.jiedui.school;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.time.Timeline;

/**
 * A member of a school's staff.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the staff number (工号)
 * @param name the name
 * @param sex the sex
 * @param phone the phone, if known
 * @param post the post, over time
 */
public record StaffMember(
    SchoolId schoolId,
    StaffId id,
    PersonName name,
    Sex sex,
    Optional<PhoneNumber> phone,
    Timeline<Post> post) {

  /**
   * Creates a staff member.
   *
   * @param schoolId the school
   * @param id the staff number (工号)
   * @param name the name
   * @param sex the sex
   * @param phone the phone, if known
   * @param post the post, over time
   */
  public StaffMember {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(sex, "sex");
    requireNonNull(phone, "phone");
    requireNonNull(post, "post");
  }

  /** Returns the ids alone: the rest is personal. */
  @Override
  public String toString() {
    return "StaffMember[" + schoolId + "/" + id + "]";
  }
}
