package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;

/**
 * That a teacher leaves the school, or teaches other classes, from a day on.
 *
 * <p>Applied to a record, it adds what ends and what begins, and takes nothing back: what was known
 * before can still be asked. Of other teachers nothing changes, but that a class has one homeroom
 * teacher: who takes a class over replaces who had it.
 *
 * <p>Example: T10, homeroom teacher of class 2025-1-1, leaves from 2025-11-01 on. The class has T10
 * until 31 October and then nobody; if T11 was recorded as its homeroom teacher from December on
 * already, that stays.
 *
 * <p>Immutable.
 *
 * @param staff who
 * @param from the first day on which it is so
 * @param reason why, not blank
 * @param post the post from then on; empty if they leave
 * @param homeroomOf the classes whose homeroom teacher they are from then on
 * @param teaches the classes in which they teach a subject from then on
 */
public record StaffChange(
    StaffId staff,
    LocalDate from,
    String reason,
    Optional<Post> post,
    ImmutableSet<ClassId> homeroomOf,
    ImmutableSet<ClassId> teaches) {

  /**
   * Creates a change.
   *
   * @param staff who
   * @param from the first day on which it is so
   * @param reason why, not blank
   * @param post the post from then on; empty if they leave
   * @param homeroomOf the classes whose homeroom teacher they are from then on
   * @param teaches the classes in which they teach a subject from then on
   * @throws IllegalArgumentException if the reason is blank, or who leaves has classes
   */
  public StaffChange {
    requireNonNull(staff, "staff");
    requireNonNull(from, "from");
    requireNonNull(reason, "reason");
    requireNonNull(post, "post");
    requireNonNull(homeroomOf, "homeroomOf");
    requireNonNull(teaches, "teaches");
    checkArgument(!reason.isBlank(), "reason must not be blank");
    checkArgument(
        post.isPresent() || (homeroomOf.isEmpty() && teaches.isEmpty()),
        "%s must not leave and have classes",
        staff);
  }

  /**
   * Somebody leaves the school.
   *
   * @param staff who
   * @param from the first day on which they are not there any more
   * @param reason why, not blank
   * @return the change
   * @throws IllegalArgumentException if the reason is blank
   */
  public static StaffChange leaves(StaffId staff, LocalDate from, String reason) {
    return new StaffChange(
        staff, from, reason, Optional.empty(), ImmutableSet.of(), ImmutableSet.of());
  }

  /**
   * Somebody stays and teaches these classes and no others.
   *
   * @param staff who
   * @param from the first day on which it is so
   * @param reason why, not blank
   * @param post the post from then on
   * @param homeroomOf the classes whose homeroom teacher they are
   * @param teaches the classes in which they teach a subject
   * @return the change
   * @throws IllegalArgumentException if the reason is blank
   */
  public static StaffChange teaches(
      StaffId staff,
      LocalDate from,
      String reason,
      Post post,
      ImmutableSet<ClassId> homeroomOf,
      ImmutableSet<ClassId> teaches) {
    return new StaffChange(staff, from, reason, Optional.of(post), homeroomOf, teaches);
  }

  /**
   * Whether they leave the school.
   *
   * @return true if they hold no post any more
   */
  public boolean isDeparture() {
    return post.isEmpty();
  }

  private Range<LocalDate> fromThen() {
    return Range.atLeast(from);
  }

  /**
   * Returns a member of staff after this change.
   *
   * @param member the member of staff whom it is about
   * @param recordedAt when it is recorded
   * @return the member with the post from then on; the same if that is known already
   * @throws IllegalArgumentException if it is about somebody else
   */
  public StaffMember applyTo(StaffMember member, Instant recordedAt) {
    checkArgument(member.id().equals(staff), "%s is not %s", member.id(), staff);
    ImmutableRangeMap<LocalDate, Post> known = member.post().known().subRangeMap(fromThen());
    Timeline<Post> posts = member.post();
    if (post.isPresent()) {
      posts = replaced(posts, post.get(), recordedAt);
    } else {
      for (Range<LocalDate> days : known.asMapOfRanges().keySet()) {
        posts = posts.without(DateRange.from(days), notBefore(posts, recordedAt));
      }
    }
    return posts.equals(member.post())
        ? member
        : new StaffMember(
            member.schoolId(), member.id(), member.name(), member.sex(), member.phone(), posts);
  }

  /**
   * Returns a class after this change.
   *
   * @param group any class of the school
   * @param recordedAt when it is recorded
   * @return the class with its teachers from then on; the same if that is known already
   */
  public ClassGroup applyTo(ClassGroup group, Instant recordedAt) {
    Timeline<StaffId> homeroom = homeroom(group, recordedAt);
    Timeline<ImmutableSet<StaffId>> subjects = subjects(group, recordedAt);
    return homeroom.equals(group.homeroomTeacher()) && subjects.equals(group.subjectTeachers())
        ? group
        : new ClassGroup(
            group.schoolId(),
            group.id(),
            group.schoolYear(),
            group.name(),
            group.grade(),
            homeroom,
            subjects);
  }

  private Timeline<StaffId> homeroom(ClassGroup group, Instant recordedAt) {
    Timeline<StaffId> teachers = group.homeroomTeacher();
    if (homeroomOf.contains(group.id())) {
      return replaced(teachers, staff, recordedAt);
    }
    for (Map.Entry<Range<LocalDate>, StaffId> entry :
        teachers.known().subRangeMap(fromThen()).asMapOfRanges().entrySet()) {
      if (entry.getValue().equals(staff)) {
        teachers =
            teachers.without(DateRange.from(entry.getKey()), notBefore(teachers, recordedAt));
      }
    }
    return teachers;
  }

  private Timeline<ImmutableSet<StaffId>> subjects(ClassGroup group, Instant recordedAt) {
    boolean stays = teaches.contains(group.id());
    Timeline<ImmutableSet<StaffId>> teachers = group.subjectTeachers();
    RangeSet<LocalDate> unknown = TreeRangeSet.create();
    unknown.add(fromThen());
    for (Map.Entry<Range<LocalDate>, ImmutableSet<StaffId>> entry :
        teachers.known().subRangeMap(fromThen()).asMapOfRanges().entrySet()) {
      unknown.remove(entry.getKey());
      if (entry.getValue().contains(staff) != stays) {
        teachers =
            teachers.with(
                DateRange.from(entry.getKey()),
                stays
                    ? Sets.union(entry.getValue(), ImmutableSet.of(staff)).immutableCopy()
                    : others(entry.getValue()),
                notBefore(teachers, recordedAt));
      }
    }
    if (stays) {
      for (Range<LocalDate> days : unknown.asRanges()) {
        teachers =
            teachers.with(
                DateRange.from(days), ImmutableSet.of(staff), notBefore(teachers, recordedAt));
      }
    }
    return teachers;
  }

  private ImmutableSet<StaffId> others(ImmutableSet<StaffId> all) {
    return all.stream().filter(each -> !each.equals(staff)).collect(toImmutableSet());
  }

  private <T> Timeline<T> replaced(Timeline<T> stored, T value, Instant recordedAt) {
    return stored.known().subRangeMap(fromThen()).equals(ImmutableRangeMap.of(fromThen(), value))
        ? stored
        : stored.with(DateRange.startingOn(from), value, notBefore(stored, recordedAt));
  }

  /** What was taken in for days to come counts as recorded then, and is overridden all the same. */
  private static Instant notBefore(Timeline<?> stored, Instant recordedAt) {
    return stored.lastRecordedAt().filter(last -> last.isAfter(recordedAt)).orElse(recordedAt);
  }

  /**
   * Returns a membership of the care team after this change. Who leaves the school leaves the team;
   * who teaches other classes stays in it.
   *
   * @param membership any membership of the school
   * @param recordedAt when it is recorded
   * @return the membership, ended on the eve if it is theirs and has no end yet; the same otherwise
   */
  public TeamMembership applyTo(TeamMembership membership, Instant recordedAt) {
    if (!isDeparture()
        || !membership.staff().equals(staff)
        || membership.tenure().closing().isPresent()) {
      return membership;
    }
    LocalDate first = membership.tenure().from();
    LocalDate lastDay = (from.isAfter(first) ? from : first).minusDays(1);
    return membership.closed(new Tenure.Closing(lastDay, reason, recordedAt));
  }

  /** Returns who and when; the reason may be personal. */
  @Override
  public String toString() {
    return "StaffChange[" + staff + " from " + from + "]";
  }
}
