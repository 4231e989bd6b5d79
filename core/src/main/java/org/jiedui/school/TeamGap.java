package org.jiedui.school;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;

/**
 * Something that the care team lacks on a day. It is told, and stops nothing.
 *
 * <p>Immutable.
 */
public sealed interface TeamGap {

  /**
   * Returns it in words, with ids.
   *
   * @return for instance {@code 没有人承担：思想品德教育}
   */
  Wording wording();

  /**
   * Nobody answers for something that the school needs.
   *
   * @param responsibility what
   */
  record NobodyHolds(Responsibility responsibility) implements TeamGap {

    /**
     * Creates a gap.
     *
     * @param responsibility what nobody answers for
     */
    public NobodyHolds {
      requireNonNull(responsibility, "responsibility");
    }

    @Override
    public Wording wording() {
      Wording what = responsibility.wording();
      return Wording.of("没有人承担：" + what.chinese(), "nobody holds: " + what.english());
    }
  }

  /**
   * Somebody is still in the team, but holds no post at the school any more. What they answered for
   * nobody holds.
   *
   * @param membership the membership, which nobody has ended
   * @param staff who
   */
  record PostEnded(MembershipId membership, StaffId staff) implements TeamGap {

    /**
     * Creates a gap.
     *
     * @param membership the membership, which nobody has ended
     * @param staff who
     */
    public PostEnded {
      requireNonNull(membership, "membership");
      requireNonNull(staff, "staff");
    }

    @Override
    public Wording wording() {
      return Wording.of(
          "小组成员 " + staff + " 已不在岗", "member " + staff + " of the team holds no post any more");
    }
  }

  /**
   * A class has no homeroom teacher, so nobody answers for its study and daily life.
   *
   * @param classId the class
   * @param former the teacher whom the class still names, but who holds no post any more; empty if
   *     the class names nobody
   */
  record NoHomeroomTeacher(ClassId classId, Optional<StaffId> former) implements TeamGap {

    /**
     * Creates a gap.
     *
     * @param classId the class
     * @param former the teacher whom the class still names, but who holds no post any more; empty
     *     if the class names nobody
     */
    public NoHomeroomTeacher {
      requireNonNull(classId, "classId");
      requireNonNull(former, "former");
    }

    @Override
    public Wording wording() {
      return former
          .map(
              teacher ->
                  Wording.of(
                      "班级 " + classId + " 的班主任 " + teacher + " 已不在岗",
                      "homeroom teacher "
                          + teacher
                          + " of class "
                          + classId
                          + " holds no post any more"))
          .orElseGet(
              () ->
                  Wording.of(
                      "班级 " + classId + " 没有班主任", "class " + classId + " has no homeroom teacher"));
    }
  }
}
