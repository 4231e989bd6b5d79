package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.child.KeySupport;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;

/**
 * Which children of a school lack a mentor on a day.
 *
 * <p>A mentor is one who is assigned on the day, in whatever role, and has a post at the school.
 *
 * <p>Immutable.
 *
 * @param keySupport the children in care of key support who have no mentor, by class, then by id:
 *     there should be none
 * @param withoutMentor how many children in care have no mentor, those of key support included
 * @param inCare how many children are in care
 */
public record MentorGaps(ImmutableList<Gap> keySupport, int withoutMentor, int inCare) {

  /**
   * Creates gaps.
   *
   * @param keySupport the children in care of key support who have no mentor
   * @param withoutMentor how many children in care have no mentor, those of key support included
   * @param inCare how many children are in care
   * @throws IllegalArgumentException if the numbers are not ascending in this order
   */
  public MentorGaps {
    requireNonNull(keySupport, "keySupport");
    checkArgument(
        keySupport.size() <= withoutMentor && withoutMentor <= inCare,
        "of %s children in care, %s without mentor, %s cannot be of key support",
        inCare,
        withoutMentor,
        keySupport.size());
  }

  /**
   * A child of key support without a mentor.
   *
   * @param child the child
   * @param classId the class that it is in, if any
   * @param reason why it is one of key support: empty unless asked by somebody who may see
   *     children's files
   */
  public record Gap(ChildId child, Optional<ClassId> classId, Optional<KeySupport> reason) {

    /**
     * Creates a gap.
     *
     * @param child the child
     * @param classId the class that it is in, if any
     * @param reason why it is one of key support, if that may be seen
     */
    public Gap {
      requireNonNull(child, "child");
      requireNonNull(classId, "classId");
      requireNonNull(reason, "reason");
    }
  }
}
