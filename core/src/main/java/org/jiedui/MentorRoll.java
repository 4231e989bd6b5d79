package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jiedui.child.Child;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.Candidate;
import org.jiedui.mentor.Mentee;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorMatcher;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.Refusal;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.CareReader;

/**
 * What is stored of a school that matters for who mentors whom, read once within one transaction,
 * and what the policy says to it.
 */
final class MentorRoll {

  private final MentorSettings settings;
  private final SchoolId school;
  private final ImmutableList<ClassGroup> classes;
  private final ImmutableList<StaffMember> staff;
  private final ImmutableList<MentorAssignment> assignments;
  private final Map<LocalDate, ImmutableMap<StaffId, Candidate>> candidates = new HashMap<>();

  private MentorRoll(MentorSettings settings, CareReader reader, SchoolId school) {
    this.settings = settings;
    this.school = school;
    this.classes = reader.classes().all(school);
    this.staff = reader.staff().all(school);
    this.assignments = reader.assignments().all(school);
  }

  static MentorRoll of(CareOffice office, CareReader reader, SchoolId school) {
    return new MentorRoll(office.settings().mentors(), reader, school);
  }

  MentorMatcher matcher() {
    return settings.matcher();
  }

  /** Returns all assignments of the school, closed ones too. */
  ImmutableList<MentorAssignment> assignments() {
    return assignments;
  }

  /** Returns who is paired with whom on a day. */
  ImmutableList<MentorPair> pairs(LocalDate day) {
    return MentorPair.on(day, assignments);
  }

  /** Returns everybody with a post on a day, by id, with the classes that they teach then. */
  ImmutableMap<StaffId, Candidate> candidates(LocalDate day) {
    return candidates.computeIfAbsent(day, this::candidatesOn);
  }

  private ImmutableMap<StaffId, Candidate> candidatesOn(LocalDate day) {
    ImmutableMap<StaffId, ImmutableSet<ClassId>> teaches =
        Candidate.allOf(classes, day).stream()
            .collect(toImmutableMap(Candidate::teacher, Candidate::teaches));
    return staff.stream()
        .filter(member -> member.post().on(day).isPresent())
        .map(
            member ->
                Candidate.of(member.id(), teaches.getOrDefault(member.id(), ImmutableSet.of()))
                    .withSex(member.sex()))
        .collect(toImmutableMap(Candidate::teacher, this::withKnowledge));
  }

  private Candidate withKnowledge(Candidate candidate) {
    Candidate known = settings.knowledge().about(school, candidate);
    checkArgument(
        known.teacher().equals(candidate.teacher()),
        "what is known of teacher %s must not be about another",
        candidate.teacher());
    return known;
  }

  /**
   * Finds a child as it can be mentored on a day: with its class, and a bond with whoever mentored
   * it before. Empty if it is in no class.
   */
  Optional<Mentee> mentee(Child child, LocalDate day) {
    return Mentee.find(child.id(), child.facts(), day)
        .map(
            mentee ->
                withKnowledge(
                    mentee
                        .withSex(child.sex())
                        .withBonds(
                            assignments.stream()
                                .filter(
                                    assignment ->
                                        assignment.childId().equals(child.id())
                                            && assignment.from().isBefore(day))
                                .map(MentorAssignment::mentor)
                                .collect(toImmutableSet()))));
  }

  private Mentee withKnowledge(Mentee mentee) {
    Mentee known = settings.knowledge().about(school, mentee);
    checkArgument(
        known.child().equals(mentee.child()),
        "what is known of child %s must not be about another",
        mentee.child());
    return known;
  }

  /**
   * Asks the policy whether a pair may be made from a day on, without end: on that day, and on
   * every later one on which more of the child's or the teacher's pairs begin.
   *
   * @param standing all assignments beside which it would stand
   */
  AssignmentDecision decide(
      Child child, MentorPair pair, LocalDate from, Collection<MentorAssignment> standing) {
    Optional<Mentee> mentee = mentee(child, from);
    if (mentee.isEmpty()) {
      return new AssignmentDecision.Refused(pair, ImmutableList.of(Refusal.NO_CLASS));
    }
    Candidate candidate = candidates(from).get(pair.mentor());
    if (candidate == null) {
      return new AssignmentDecision.Refused(pair, ImmutableList.of(Refusal.NOT_A_CANDIDATE));
    }
    ImmutableList<MentorAssignment> concerned =
        standing.stream()
            .filter(
                other ->
                    other.childId().equals(pair.child()) || other.mentor().equals(pair.mentor()))
            .collect(toImmutableList());
    NavigableSet<LocalDate> days = new TreeSet<>();
    days.add(from);
    concerned.stream().map(MentorAssignment::from).filter(from::isBefore).forEach(days::add);
    for (LocalDate day : days) {
      AssignmentDecision decision =
          matcher()
              .policy()
              .decide(mentee.get(), candidate, pair.role(), MentorPair.on(day, concerned));
      if (!decision.isAccepted()) {
        return decision;
      }
    }
    return AssignmentDecision.Accepted.of(pair);
  }
}
