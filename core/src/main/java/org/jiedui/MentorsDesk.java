package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiedui.access.Operation;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.MentorDraft;
import org.jiedui.intake.Recording;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorAssignment.Closing;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.Versioned;

/** The desk for mentor assignments (结对帮扶). Thread-safe. */
public final class MentorsDesk {

  private final Gate gate;

  MentorsDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks mentor assignments against the constraints and the school; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param recording when the assignments count as recorded
   * @return the good assignments, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_MENTORS)
  public IntakeResult<MentorAssignment> check(
      SchoolId school, List<DraftRow<MentorDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        (writer, count) ->
            gate.intake().mentors(rows, Directories.of(writer, school), recording, gate.now()));
  }

  /**
   * Pairs a teacher with a child.
   *
   * @param school the school
   * @param child the child
   * @param mentor the teacher
   * @param from the first day
   * @return the assignment
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or teacher
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public MentorAssignment assign(SchoolId school, ChildId child, StaffId mentor, LocalDate from) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          MentorAssignment assignment =
              MentorAssignment.open(
                  school,
                  AssignmentId.of(gate.office().settings().ids().get()),
                  writer.children().get(school, child).value().id(),
                  writer.staff().get(school, mentor).value().id(),
                  from,
                  gate.now());
          writer.assignments().insert(assignment);
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, child);
          return assignment;
        });
  }

  /**
   * Takes in assignments that were recorded elsewhere, all or none: those that are new, and the
   * ends of those that the school has. One that is stored as given is left alone, so taking in the
   * same ones again changes nothing.
   *
   * @param school the school
   * @param assignments the assignments
   * @throws IllegalArgumentException if one is of another school
   * @throws org.jiedui.storage.DuplicateRecordException if the school has one of that id that
   *     differs otherwise than in being open
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or teacher
   */
  @Performs(Operation.KEEP_MENTORS)
  public void importAll(SchoolId school, Collection<MentorAssignment> assignments) {
    gate.run(
        Operation.KEEP_MENTORS,
        school,
        (writer, count) -> {
          ImmutableMap<AssignmentId, Versioned<MentorAssignment>> stored =
              writer
                  .assignments()
                  .findAll(school, assignments.stream().map(MentorAssignment::id).toList());
          Set<ChildId> touched = new LinkedHashSet<>();
          List<MentorAssignment> fresh = new ArrayList<>();
          for (MentorAssignment assignment : assignments) {
            SchoolDesk.checkSchool(school, assignment.schoolId());
            Versioned<MentorAssignment> before = stored.get(assignment.id());
            if (before == null) {
              fresh.add(assignment);
            } else if (before.value().equals(assignment)) {
              continue;
            } else if (isEnded(before.value(), assignment)) {
              writer.assignments().update(assignment, before.version());
            } else {
              throw new DuplicateRecordException("assignment", school, assignment.id());
            }
            count.add(1);
            touched.add(assignment.childId());
          }
          fresh.stream()
              .map(MentorAssignment::mentor)
              .distinct()
              .forEach(mentor -> writer.staff().get(school, mentor));
          writer.assignments().insertAll(fresh);
          if (!touched.isEmpty()) {
            StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
          }
          return assignments;
        });
  }

  /** Whether an assignment is a stored one that was open, with an end and nothing else changed. */
  private static boolean isEnded(MentorAssignment stored, MentorAssignment assignment) {
    return stored.closing().isEmpty()
        && assignment.closing().map(end -> stored.closed(end).equals(assignment)).orElse(false);
  }

  /**
   * Ends an assignment.
   *
   * @param school the school
   * @param assignment the assignment
   * @param lastDay its last day, included
   * @param reason why, not blank
   * @return the closed assignment
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such assignment
   * @throws IllegalArgumentException if it ended already, would end before it begins, or the reason
   *     is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public MentorAssignment close(
      SchoolId school, AssignmentId assignment, LocalDate lastDay, String reason) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        (writer, count) -> {
          count.add(1);
          Versioned<MentorAssignment> stored = writer.assignments().get(school, assignment);
          MentorAssignment closed = stored.value().closed(new Closing(lastDay, reason, gate.now()));
          count.about(closed.childId());
          writer.assignments().update(closed, stored.version());
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, closed.childId());
          return closed;
        });
  }

  /**
   * Returns the assignments of a child.
   *
   * @param school the school
   * @param child the child
   * @return the assignments, closed ones too
   */
  @Performs(Operation.SEE_MENTORS)
  public ImmutableList<MentorAssignment> ofChild(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_MENTORS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<MentorAssignment> assignments = reader.assignments().ofChild(school, child);
          count.add(assignments.size());
          return assignments;
        });
  }
}
