package org.jiedui.school;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;

/**
 * Who is in a school's care team (领导小组) on a day, who answers for what, and what is lacking.
 *
 * <p>Only who holds a post at the school on the day holds a responsibility. Study and daily life is
 * the homeroom teachers', each for a class.
 *
 * <p>Example: the vice-principal left on 31 October, and nobody has recorded an end of the
 * membership. On 1 November the team has two gaps: a member whose post ended, and nobody for safety
 * and legal education.
 *
 * <p>Immutable.
 */
public final class CareTeam {

  private static final Comparator<TeamMembership> BY_POST =
      Comparator.comparing(TeamMembership::post)
          .thenComparing(TeamMembership::staff)
          .thenComparing(TeamMembership::id);

  private final LocalDate day;
  private final ImmutableList<TeamMembership> members;
  private final ImmutableMap<ClassId, StaffId> homeroomTeachers;
  private final ImmutableSetMultimap<Responsibility, StaffId> holders;
  private final ImmutableList<TeamGap> gaps;

  private CareTeam(
      LocalDate day,
      ImmutableList<TeamMembership> members,
      ImmutableMap<ClassId, StaffId> homeroomTeachers,
      ImmutableSetMultimap<Responsibility, StaffId> holders,
      ImmutableList<TeamGap> gaps) {
    this.day = day;
    this.members = members;
    this.homeroomTeachers = homeroomTeachers;
    this.holders = holders;
    this.gaps = gaps;
  }

  /**
   * What a team is made of: the records of one school.
   *
   * @param memberships its memberships, also those of other days
   * @param staff its staff
   * @param classes the classes of the school year that the day is in
   */
  public record Records(
      ImmutableList<TeamMembership> memberships,
      ImmutableList<StaffMember> staff,
      ImmutableList<ClassGroup> classes) {

    /**
     * Creates records.
     *
     * @param memberships its memberships, also those of other days
     * @param staff its staff
     * @param classes the classes of the school year that the day is in
     */
    public Records {
      requireNonNull(memberships, "memberships");
      requireNonNull(staff, "staff");
      requireNonNull(classes, "classes");
    }
  }

  /**
   * Returns the team of a day with everything known.
   *
   * @param records the records of one school
   * @param needed what the school asks of its team
   * @param day the day
   * @return the team
   */
  public static CareTeam on(Records records, TeamRequirements needed, LocalDate day) {
    return knownBefore(records, needed, day, Instant.MAX);
  }

  /**
   * Returns the team of a day as known at an instant.
   *
   * @param records the records of one school
   * @param needed what the school asks of its team
   * @param day the day
   * @param knownBefore only what was recorded strictly before is seen
   * @return the team
   */
  public static CareTeam knownBefore(
      Records records, TeamRequirements needed, LocalDate day, Instant knownBefore) {
    ImmutableSet<StaffId> inPost = inPost(records.staff(), day, knownBefore);
    ImmutableList<TeamMembership> members =
        records.memberships().stream()
            .filter(each -> each.tenure().isOn(day, knownBefore))
            .sorted(BY_POST)
            .collect(toImmutableList());
    ImmutableMap.Builder<ClassId, StaffId> homeroom = ImmutableMap.builder();
    ImmutableList.Builder<TeamGap> classGaps = ImmutableList.builder();
    for (ClassGroup group : inOrder(records.classes())) {
      Optional<StaffId> named = group.homeroomTeacher().on(day, knownBefore);
      if (named.filter(inPost::contains).isPresent()) {
        homeroom.put(group.id(), named.get());
      } else {
        classGaps.add(new TeamGap.NoHomeroomTeacher(group.id(), named));
      }
    }
    ImmutableMap<ClassId, StaffId> homeroomTeachers = homeroom.buildOrThrow();
    ImmutableSetMultimap<Responsibility, StaffId> holders =
        holders(members, inPost, homeroomTeachers);
    ImmutableList.Builder<TeamGap> gaps = ImmutableList.builder();
    needed.responsibilities().stream()
        .sorted()
        .filter(each -> !each.isOfHomeroomTeachers() && !holders.containsKey(each))
        .forEach(each -> gaps.add(new TeamGap.NobodyHolds(each)));
    members.stream()
        .filter(each -> !inPost.contains(each.staff()))
        .forEach(each -> gaps.add(new TeamGap.PostEnded(each.id(), each.staff())));
    if (needed.responsibilities().contains(Responsibility.STUDY_AND_DAILY_LIFE)) {
      gaps.addAll(classGaps.build());
    }
    return new CareTeam(day, members, homeroomTeachers, holders, gaps.build());
  }

  private static ImmutableSet<StaffId> inPost(
      Collection<StaffMember> staff, LocalDate day, Instant knownBefore) {
    return staff.stream()
        .filter(member -> member.post().on(day, knownBefore).isPresent())
        .map(StaffMember::id)
        .collect(toImmutableSet());
  }

  private static ImmutableList<ClassGroup> inOrder(Collection<ClassGroup> classes) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparingInt(ClassGroup::grade).thenComparing(ClassGroup::id), classes);
  }

  private static ImmutableSetMultimap<Responsibility, StaffId> holders(
      Collection<TeamMembership> members,
      ImmutableSet<StaffId> inPost,
      ImmutableMap<ClassId, StaffId> homeroomTeachers) {
    ImmutableSetMultimap.Builder<Responsibility, StaffId> holders =
        ImmutableSetMultimap.<Responsibility, StaffId>builder()
            .orderKeysBy(Comparator.naturalOrder());
    for (TeamMembership member : members) {
      if (inPost.contains(member.staff())) {
        member.responsibilities().forEach(each -> holders.put(each, member.staff()));
      }
    }
    holders.putAll(Responsibility.STUDY_AND_DAILY_LIFE, homeroomTeachers.values());
    return holders.build();
  }

  /**
   * Returns the day.
   *
   * @return the day on which this is the team
   */
  public LocalDate day() {
    return day;
  }

  /**
   * Returns the memberships of the day.
   *
   * @return those that hold on the day, the head first; also of members whose post ended
   */
  public ImmutableList<TeamMembership> members() {
    return members;
  }

  /**
   * Returns who answers for what.
   *
   * @return the staff by responsibility; of study and daily life, every homeroom teacher
   */
  public ImmutableSetMultimap<Responsibility, StaffId> holders() {
    return holders;
  }

  /**
   * Returns who answers for the study and daily life of each class.
   *
   * @return the homeroom teachers by class, in the order of the grades; classes without one are
   *     missing
   */
  public ImmutableMap<ClassId, StaffId> homeroomTeachers() {
    return homeroomTeachers;
  }

  /**
   * Returns what is lacking.
   *
   * @return responsibilities that nobody holds, then members whose post ended, then classes without
   *     a homeroom teacher
   */
  public ImmutableList<TeamGap> gaps() {
    return gaps;
  }

  /** Returns the day and how much is lacking. */
  @Override
  public String toString() {
    return "CareTeam[" + day + ", members=" + members.size() + ", gaps=" + gaps.size() + "]";
  }
}
