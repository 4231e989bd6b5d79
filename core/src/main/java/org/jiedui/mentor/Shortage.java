package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;

/**
 * Children who compete for teachers who can take fewer, and what it would take to serve them all.
 *
 * <p>None of the children may be mentored by anybody but these teachers, and these are full. So
 * whatever is proposed, {@link #missing()} of the children are left; it depends on the matcher's
 * aims which.
 *
 * <p>Immutable.
 *
 * @param children all the children who compete, served or not
 * @param unserved those of them who are left
 * @param teachers the teachers whose limits bind
 * @param places how many of the children these can take within their limits, 0 or more
 * @param raises limits with which every child would be served: one way of several, the one that
 *     spreads what is missing over the teachers who have least
 */
public record Shortage(
    ImmutableSortedSet<ChildId> children,
    ImmutableSortedSet<ChildId> unserved,
    ImmutableSortedSet<StaffId> teachers,
    int places,
    ImmutableList<Raise> raises) {

  /**
   * Creates a shortage.
   *
   * @param children all the children who compete, served or not
   * @param unserved those of them who are left
   * @param teachers the teachers whose limits bind
   * @param places how many of the children these can take within their limits, 0 or more
   * @param raises limits with which every child would be served: one way of several, the one that
   *     spreads what is missing over the teachers who have least
   * @throws IllegalArgumentException if it is not as many as there are too few places who are left
   */
  public Shortage {
    requireNonNull(children, "children");
    requireNonNull(unserved, "unserved");
    requireNonNull(teachers, "teachers");
    requireNonNull(raises, "raises");
    checkArgument(
        unserved.size() == children.size() - places,
        "%s children with %s places must leave as many, not %s",
        children.size(),
        places,
        unserved.size());
  }

  /**
   * That a teacher would have to take more than its limit.
   *
   * @param teacher the teacher
   * @param limit how many children it can have at most now
   * @param needed how many it would have to have, more than {@code limit}
   */
  public record Raise(StaffId teacher, int limit, int needed) {

    /**
     * Creates a raise.
     *
     * @param teacher the teacher
     * @param limit how many children it can have at most now
     * @param needed how many it would have to have, more than {@code limit}
     * @throws IllegalArgumentException if it is not more
     */
    public Raise {
      requireNonNull(teacher, "teacher");
      checkArgument(
          needed > limit, "teacher %s must need more (%s) than %s", teacher, needed, limit);
    }
  }

  /**
   * Returns how many places are missing.
   *
   * @return 1 or more
   */
  public int missing() {
    return unserved.size();
  }

  /**
   * Returns the shortage for people.
   *
   * <p>Example: 3 children have 2 places; T10 would have to take 3 instead of 2.
   *
   * @return the wording
   */
  public Wording wording() {
    return Wording.of(
        "%s 名学生只有 %s 个名额；%s"
            .formatted(
                children.size(),
                places,
                raises.stream()
                    .map(
                        raise ->
                            "%s 需由至多 %s 人增至 %s 人"
                                .formatted(raise.teacher(), raise.limit(), raise.needed()))
                    .collect(joining("，"))),
        "%s children have %s places; %s"
            .formatted(
                children.size(),
                places,
                raises.stream()
                    .map(
                        raise ->
                            "%s would have to take %s instead of %s"
                                .formatted(raise.teacher(), raise.needed(), raise.limit()))
                    .collect(joining(", "))));
  }
}
