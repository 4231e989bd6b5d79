package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;

/**
 * A member of staff who does something with an activity, as of one day.
 *
 * <p>Immutable.
 *
 * @param id who
 * @param posts the posts held
 * @param homeroomOf the classes whose homeroom teacher it is
 */
public record Doer(StaffId id, ImmutableSet<Post> posts, ImmutableSet<ClassId> homeroomOf) {

  /**
   * Creates a doer.
   *
   * @param id who
   * @param posts the posts held
   * @param homeroomOf the classes whose homeroom teacher it is
   */
  public Doer {
    requireNonNull(id, "id");
    requireNonNull(posts, "posts");
    requireNonNull(homeroomOf, "homeroomOf");
  }

  /**
   * Returns somebody who may do whatever any post may: who keeps the system for the school.
   *
   * @param id who
   * @param classes the classes of the activity that it is about
   * @return the doer
   */
  public static Doer whoMayAll(StaffId id, Collection<ClassId> classes) {
    return new Doer(
        id, Sets.immutableEnumSet(EnumSet.allOf(Post.class)), ImmutableSet.copyOf(classes));
  }

  /**
   * Returns a member of staff as of a day.
   *
   * @param member who
   * @param classes the classes of the school
   * @param day the day
   * @return the doer; the homeroom teacher of a class holds that post, whatever else
   */
  public static Doer on(LocalDate day, StaffMember member, Collection<ClassGroup> classes) {
    ImmutableSet<ClassId> own =
        classes.stream()
            .filter(
                group -> group.homeroomTeacher().on(day).filter(member.id()::equals).isPresent())
            .map(ClassGroup::id)
            .collect(ImmutableSet.toImmutableSet());
    Set<Post> posts = member.post().on(day).stream().collect(Collectors.toSet());
    if (!own.isEmpty()) {
      posts.add(Post.HOMEROOM_TEACHER);
    }
    return new Doer(member.id(), Sets.immutableEnumSet(posts), own);
  }
}
