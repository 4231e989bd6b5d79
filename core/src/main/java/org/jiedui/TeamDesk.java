package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.intake.TeamDraft;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.school.CareTeam;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.RecordCheckFinding;
import org.jiedui.school.Responsibility;
import org.jiedui.school.StaffChange;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.school.TeamRequirements;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Viewpoint;

/**
 * The desk for the care team (领导小组), for checks of the staff's records, and for teachers who leave
 * or take other classes. Thread-safe.
 */
public final class TeamDesk {

  private static final EndedRecords<MembershipId, TeamMembership> MEMBERSHIPS =
      new EndedRecords<>(
          "membership",
          TeamMembership::schoolId,
          TeamMembership::id,
          TeamMembership::tenure,
          TeamMembership::closed);

  private final Gate gate;

  TeamDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks memberships against the constraints and the school; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param recording when the memberships count as recorded
   * @return the good memberships, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_TEAM)
  public IntakeResult<TeamMembership> check(
      SchoolId school, List<DraftRow<TeamDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) ->
            gate.intake()
                .team(
                    rows,
                    Directories.of(writer, school),
                    writer.memberships().all(school),
                    recording,
                    gate.now()));
  }

  /**
   * Takes in memberships that were recorded elsewhere, all or none: those that are new, and the
   * ends of those that the school has. One that is stored as given is left alone, so taking in the
   * same ones again changes nothing.
   *
   * @param school the school
   * @param memberships the memberships
   * @throws IllegalArgumentException if one is of another school
   * @throws org.jiedui.storage.DuplicateRecordException if the school has one of that id that
   *     differs otherwise than in being open
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such member of staff
   */
  @Performs(Operation.KEEP_TEAM)
  public void importAll(SchoolId school, Collection<TeamMembership> memberships) {
    gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) -> {
          memberships.stream()
              .map(TeamMembership::staff)
              .distinct()
              .forEach(staff -> writer.staff().get(school, staff));
          count.add(MEMBERSHIPS.takeIn(writer.memberships(), school, memberships).size());
          return memberships;
        });
  }

  /**
   * Takes somebody into the team.
   *
   * @param school the school
   * @param staff the member of staff
   * @param post what they are in the team
   * @param responsibilities what they answer for, may be nothing
   * @param from the first day
   * @return the membership
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such member of staff
   * @throws IllegalArgumentException if study and daily life is among the responsibilities: it is
   *     the homeroom teachers' by their classes
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_TEAM)
  public TeamMembership join(
      SchoolId school,
      StaffId staff,
      TeamPost post,
      ImmutableSet<Responsibility> responsibilities,
      LocalDate from) {
    return gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) -> {
          count.add(1);
          TeamMembership membership =
              new TeamMembership(
                  school,
                  gate.newId(MembershipId::of),
                  writer.staff().get(school, staff).value().id(),
                  post,
                  responsibilities,
                  Tenure.startingOn(from, gate.now()));
          writer.memberships().insert(membership);
          return membership;
        });
  }

  /**
   * Ends a membership.
   *
   * @param school the school
   * @param membership the membership
   * @param lastDay its last day, included; the day before its first if it never came about
   * @param reason why, not blank
   * @return the closed membership
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such membership
   * @throws IllegalArgumentException if it ended already, would end before it begins, or the reason
   *     is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_TEAM)
  public TeamMembership close(
      SchoolId school, MembershipId membership, LocalDate lastDay, String reason) {
    return gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) -> {
          count.add(1);
          Versioned<TeamMembership> stored = writer.memberships().get(school, membership);
          TeamMembership closed =
              stored.value().closed(new Tenure.Closing(lastDay, reason, gate.now()));
          writer.memberships().update(closed, stored.version());
          return closed;
        });
  }

  /**
   * Returns the team of a day, with what is lacking.
   *
   * @param school the school
   * @param viewpoint the day, and up to which day records are seen
   * @param needed what the school asks of its team
   * @return the team; its classes are those of the school year that began last by then
   */
  @Performs(Operation.SEE_TEAM)
  public CareTeam on(SchoolId school, Viewpoint viewpoint, TeamRequirements needed) {
    return gate.look(
        Operation.SEE_TEAM,
        school,
        (reader, count) -> {
          CareTeam team =
              team(
                  reader, school, needed, viewpoint.asOf(), knownBefore(reader, school, viewpoint));
          count.add(team.members().size());
          return team;
        });
  }

  private static Instant knownBefore(CareReader reader, SchoolId school, Viewpoint viewpoint) {
    return viewpoint.knownBefore(reader.schools().get(school).value().zone());
  }

  private static CareTeam team(
      CareReader reader,
      SchoolId school,
      TeamRequirements needed,
      LocalDate day,
      Instant knownBefore) {
    return CareTeam.knownBefore(
        new CareTeam.Records(
            reader.memberships().all(school),
            reader.staff().all(school),
            classesOn(reader, school, day)),
        needed,
        day,
        knownBefore);
  }

  /** The school year that began last by a day; empty if the calendar has none. */
  private static Optional<SchoolYear> yearOf(CareReader reader, SchoolId school, LocalDate day) {
    return reader.calendars().find(school).stream()
        .flatMap(calendar -> calendar.value().years().stream())
        .filter(year -> !year.days().start().isAfter(day))
        .reduce((earlier, later) -> later);
  }

  private static ImmutableList<ClassGroup> classesOn(
      CareReader reader, SchoolId school, LocalDate day) {
    Optional<SchoolYear> year = yearOf(reader, school, day);
    return reader.classes().all(school).stream()
        .filter(group -> year.filter(of -> of.year() == group.schoolYear()).isPresent())
        .collect(toImmutableList());
  }

  /**
   * Returns all memberships, also those that ended.
   *
   * @param school the school
   * @return the memberships by id
   */
  @Performs(Operation.SEE_TEAM)
  public ImmutableList<TeamMembership> memberships(SchoolId school) {
    return gate.look(
        Operation.SEE_TEAM,
        school,
        (reader, count) -> {
          ImmutableList<TeamMembership> all = reader.memberships().all(school);
          count.add(all.size());
          return all;
        });
  }

  /**
   * Records that somebody's records were checked (未成年人保护法 art. 62). If that is recorded for the day
   * already, nothing is written.
   *
   * @param school the school
   * @param staff whose records
   * @param day the day on which they were checked, not after today
   * @return the check
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such member of staff
   * @throws IllegalArgumentException if the day has not come yet
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_TEAM)
  public RecordCheck recordCheck(SchoolId school, StaffId staff, LocalDate day) {
    return gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) -> {
          StaffId id = writer.staff().get(school, staff).value().id();
          LocalDate today = writer.schools().get(school).value().dayOf(gate.now());
          checkArgument(!day.isAfter(today), "a check (%s) must not be after today", day);
          count.add(1);
          Optional<RecordCheck> stored =
              writer.recordChecks().all(school).stream()
                  .filter(check -> check.staff().equals(id) && check.checkedOn().equals(day))
                  .findFirst();
          if (stored.isPresent()) {
            return stored.get();
          }
          RecordCheck check =
              new RecordCheck(school, gate.newId(RecordCheckId::of), id, day, gate.now());
          writer.recordChecks().insert(check);
          return check;
        });
  }

  /**
   * Returns the checks of the staff's records.
   *
   * @param school the school
   * @return the checks by day, then staff number
   */
  @Performs(Operation.KEEP_TEAM)
  public ImmutableList<RecordCheck> recordChecks(SchoolId school) {
    return gate.look(
        Operation.KEEP_TEAM,
        school,
        (reader, count) -> {
          ImmutableList<RecordCheck> checks =
              ImmutableList.sortedCopyOf(
                  Comparator.comparing(RecordCheck::checkedOn).thenComparing(RecordCheck::staff),
                  reader.recordChecks().all(school));
          count.add(checks.size());
          return checks;
        });
  }

  /**
   * Finds whose records must be checked.
   *
   * @param school the school
   * @param viewpoint the day, and up to which day records are seen
   * @param needed how long a check stands
   * @return those who hold a post on the day, without a check or with one out of date, by number
   */
  @Performs(Operation.KEEP_TEAM)
  public ImmutableList<RecordCheckFinding> recordCheckFindings(
      SchoolId school, Viewpoint viewpoint, TeamRequirements needed) {
    return gate.look(
        Operation.KEEP_TEAM,
        school,
        (reader, count) -> {
          ImmutableList<RecordCheckFinding> findings =
              RecordCheckFinding.findAll(
                  reader.staff().all(school),
                  reader.recordChecks().all(school),
                  needed,
                  viewpoint.asOf(),
                  knownBefore(reader, school, viewpoint));
          count.add(findings.size());
          return findings;
        });
  }

  /**
   * Records that a teacher leaves or takes other classes: the post, the classes, and for who leaves
   * the memberships of the care team, from the day on. Nothing is taken back, past contacts keep
   * their author, and who answers for what follows on the board at once. Mentor assignments stay:
   * they are handed over one by one.
   *
   * <p>What is recorded already is not written again, and the answer is the same.
   *
   * <pre>{@code
   * LeftOpen open = desk.team().apply(school, StaffChange.leaves(teacher, monday, "retired"));
   * open.mentees(); // who needs another mentor
   * }</pre>
   *
   * @param school the school
   * @param change who, from when, and what they do then
   * @return what nobody does from that day on
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such member of staff or class
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_TEAM)
  public LeftOpen apply(SchoolId school, StaffChange change) {
    return gate.run(
        Operation.KEEP_TEAM,
        school,
        (writer, count) -> {
          Instant now = gate.now();
          Versioned<StaffMember> member = writer.staff().get(school, change.staff());
          change.homeroomOf().forEach(id -> writer.classes().get(school, id));
          change.teaches().forEach(id -> writer.classes().get(school, id));
          StaffMember changed = change.applyTo(member.value(), now);
          if (!changed.equals(member.value())) {
            writer.staff().update(changed, member.version());
            count.add(1);
          }
          count.add(endMemberships(writer, school, change, now));
          int classes = changeClasses(writer, school, change, now);
          count.add(classes);
          if (classes > 0) {
            StandingKeeper.of(gate.office(), writer, school).refreshAll(writer);
          }
          return leftOpen(writer, school, change);
        });
  }

  private static int endMemberships(
      CareWriter writer, SchoolId school, StaffChange change, Instant now) {
    int ended = 0;
    for (Versioned<TeamMembership> stored :
        writer.memberships().page(school, Optional.empty(), Integer.MAX_VALUE)) {
      TeamMembership membership = change.applyTo(stored.value(), now);
      if (!membership.equals(stored.value())) {
        writer.memberships().update(membership, stored.version());
        ended++;
      }
    }
    return ended;
  }

  private static int changeClasses(
      CareWriter writer, SchoolId school, StaffChange change, Instant now) {
    int changed = 0;
    for (Versioned<ClassGroup> stored :
        writer.classes().page(school, Optional.empty(), Integer.MAX_VALUE)) {
      ClassGroup group = change.applyTo(stored.value(), now);
      if (!group.equals(stored.value())) {
        writer.classes().update(group, stored.version());
        changed++;
      }
    }
    return changed;
  }

  private static LeftOpen leftOpen(CareReader reader, SchoolId school, StaffChange change) {
    LocalDate from = change.from();
    CareTeam team = team(reader, school, TeamRequirements.defaults(), from, Instant.MAX);
    ImmutableSet<Responsibility> responsibilities =
        reader.memberships().all(school).stream()
            .filter(each -> each.staff().equals(change.staff()))
            .filter(
                each ->
                    !each.tenure().from().isBefore(from) || each.tenure().isOn(from.minusDays(1)))
            .flatMap(each -> each.responsibilities().stream())
            .filter(each -> !team.holders().containsKey(each))
            .sorted()
            .collect(toImmutableSet());
    return new LeftOpen(
        classesLeft(reader, school, change), responsibilities, menteesLeft(reader, school, change));
  }

  /** The year's classes that name the teacher on some day, and have a day to come without any. */
  private static ImmutableSet<ClassId> classesLeft(
      CareReader reader, SchoolId school, StaffChange change) {
    Optional<DateRange> days =
        yearOf(reader, school, change.from())
            .flatMap(year -> year.days().intersection(DateRange.startingOn(change.from())));
    if (days.isEmpty()) {
      return ImmutableSet.of();
    }
    return classesOn(reader, school, change.from()).stream()
        .filter(
            group ->
                group.homeroomTeacher().entries().stream()
                    .anyMatch(entry -> entry.value().equals(Optional.of(change.staff()))))
        .filter(group -> hasDayWithoutTeacher(group, days.get().toRange()))
        .map(ClassGroup::id)
        .collect(toImmutableSet());
  }

  private static boolean hasDayWithoutTeacher(ClassGroup group, Range<LocalDate> days) {
    RangeSet<LocalDate> without = TreeRangeSet.create();
    without.add(days);
    without.removeAll(group.homeroomTeacher().known().asMapOfRanges().keySet());
    return !without.isEmpty();
  }

  /**
   * Children whose mentor the teacher is from the day on without being there, or in their class.
   */
  private static ImmutableSet<ChildId> menteesLeft(
      CareReader reader, SchoolId school, StaffChange change) {
    ImmutableList<MentorAssignment> open =
        reader.assignments().all(school).stream()
            .filter(each -> each.mentor().equals(change.staff()))
            .filter(
                each ->
                    each.closing().filter(end -> end.lastDay().isBefore(change.from())).isEmpty())
            .collect(toImmutableList());
    if (change.isDeparture()) {
      return open.stream().map(MentorAssignment::childId).sorted().collect(toImmutableSet());
    }
    ImmutableMap<ClassId, ClassGroup> classes =
        reader.classes().all(school).stream()
            .collect(ImmutableMap.toImmutableMap(ClassGroup::id, group -> group));
    ImmutableMap<ChildId, Versioned<Child>> children =
        reader
            .children()
            .findAll(school, open.stream().map(MentorAssignment::childId).distinct().toList());
    return open.stream()
        .filter(
            each -> {
              LocalDate day = each.from().isAfter(change.from()) ? each.from() : change.from();
              return !Optional.ofNullable(children.get(each.childId()))
                  .flatMap(child -> child.value().facts().placement().on(day))
                  .flatMap(in -> Optional.ofNullable(classes.get(in.classId())))
                  .filter(group -> teaches(group, change.staff(), day))
                  .isPresent();
            })
        .map(MentorAssignment::childId)
        .sorted()
        .collect(toImmutableSet());
  }

  private static boolean teaches(ClassGroup group, StaffId staff, LocalDate day) {
    return group.homeroomTeacher().on(day).equals(Optional.of(staff))
        || group.subjectTeachers().on(day).filter(all -> all.contains(staff)).isPresent();
  }
}
