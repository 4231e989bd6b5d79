package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiedui.Gate.Count;
import org.jiedui.MentorGaps.Gap;
import org.jiedui.access.Operation;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.IntakeResult.Accepted;
import org.jiedui.intake.MentorDraft;
import org.jiedui.intake.Recording;
import org.jiedui.intake.SchoolDirectory;
import org.jiedui.intake.Severity;
import org.jiedui.intake.Violation;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.EndedPair;
import org.jiedui.mentor.Handover;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.MatchRequest;
import org.jiedui.mentor.Mentee;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.ProposedPair;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Tenure.Closing;

/** The desk for mentor assignments (结对帮扶). Thread-safe. */
public final class MentorsDesk {

  /** Nothing ends when somebody is assigned, so this is the reason of nothing. */
  private static final String ASSIGNED = "assigned";

  private static final EndedRecords<AssignmentId, MentorAssignment> ASSIGNMENTS =
      new EndedRecords<>(
          "assignment",
          MentorAssignment::schoolId,
          MentorAssignment::id,
          MentorAssignment::tenure,
          MentorAssignment::closed);

  private final Gate gate;

  MentorsDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks mentor assignments against the constraints, the school and the office's policy; stores
   * nothing.
   *
   * <p>The policy is asked about each row as of its first day, beside what is stored and the rows
   * that began before, those of one day in the order of the file. What it would refuse is a warning
   * or a fault with every reason, as {@link MentorSettings#onImport()} says.
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
        (writer, count) -> {
          SchoolDirectory directory = Directories.of(writer, school);
          IntakeResult<MentorAssignment> result =
              gate.intake().mentors(rows, directory, recording, gate.now());
          ImmutableListMultimap<Integer, Violation> refusals =
              refusals(result.accepted(), directory, MentorRoll.of(gate.office(), writer, school));
          return result.checkedBy(each -> refusals.get(each.row()));
        });
  }

  /** What the policy says against the rows of a file, by row. */
  private ImmutableListMultimap<Integer, Violation> refusals(
      List<Accepted<MentorAssignment>> rows, SchoolDirectory directory, MentorRoll roll) {
    DraftRule rule =
        settings().onImport() == Severity.FAULT
            ? DraftRule.MENTOR_REFUSED
            : DraftRule.MENTOR_POLICY;
    ImmutableMap<ChildId, Child> children =
        Maps.uniqueIndex(directory.children().values(), Child::id);
    ImmutableSet<AssignmentId> inFile =
        rows.stream().map(row -> row.value().id()).collect(toImmutableSet());
    List<MentorAssignment> standing =
        new ArrayList<>(
            roll.assignments().stream().filter(each -> !inFile.contains(each.id())).toList());
    ImmutableListMultimap.Builder<Integer, Violation> refusals = ImmutableListMultimap.builder();
    rows.stream()
        .sorted(Comparator.comparing(row -> row.value().from()))
        .forEach(
            row -> {
              MentorAssignment assignment = row.value();
              Child child = Optional.ofNullable(children.get(assignment.childId())).orElseThrow();
              AssignmentDecision decision =
                  roll.decide(child, assignment.pair(), assignment.from(), standing);
              if (decision instanceof AssignmentDecision.Refused refused) {
                refused
                    .reasons()
                    .forEach(
                        reason ->
                            refusals.put(
                                row.row(),
                                Violation.of(row.row(), "staffNumber", rule, reason.wording())));
              }
              if (decision.isAccepted() || rule.severity() == Severity.WARNING) {
                standing.add(assignment);
              }
            });
    return refusals.build();
  }

  private MentorSettings settings() {
    return gate.office().settings().mentors();
  }

  /**
   * Pairs a teacher with a child if the office's policy lets it. A pair that begins on that day
   * already is returned as it is stored.
   *
   * <p>The policy is asked as of the first day, and as of later ones on which more pairs of the
   * child or the teacher begin.
   *
   * @param school the school
   * @param pair the child, the teacher, and what the teacher is to be to the child
   * @param from the first day
   * @return accepted, with what is stored; or refused with every reason, and nothing is stored
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or teacher
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public AssignmentDecision assign(SchoolId school, MentorPair pair, LocalDate from) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        pair.child(),
        (writer, count) -> {
          writer.children().get(school, pair.child());
          writer.staff().get(school, pair.mentor());
          MentorChange change = new MentorChange(gate, writer, school, from, ASSIGNED);
          change.add(pair);
          return made(change, count).get(0);
        });
  }

  private static ImmutableList<AssignmentDecision> made(MentorChange change, Count count) {
    ImmutableList<AssignmentDecision> decisions = change.make();
    count.add((int) decisions.stream().filter(AssignmentDecision::isAccepted).count());
    return decisions;
  }

  /**
   * Gives a child of one teacher to another in the same role: the pair ends and the new one begins
   * the day after, or neither. So is a proposal of a {@link Handover} accepted one by one, or
   * somebody else chosen. What was done so already is returned as it is stored.
   *
   * @param school the school
   * @param ending the pair that ends
   * @param successor the teacher who takes over
   * @param lastDay the last day of the pair that ends, included
   * @param reason why it ends, not blank
   * @return accepted, with what is stored; or refused with every reason, and nothing is changed
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or teacher
   * @throws IllegalArgumentException if there is no such pair on the last day, the successor is the
   *     same teacher, or the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public AssignmentDecision replace(
      SchoolId school, MentorPair ending, StaffId successor, LocalDate lastDay, String reason) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        ending.child(),
        (writer, count) -> {
          checkArgument(
              !successor.equals(ending.mentor()),
              "%s must be taken over by another teacher",
              ending);
          writer.children().get(school, ending.child());
          writer.staff().get(school, successor);
          MentorChange change = new MentorChange(gate, writer, school, lastDay.plusDays(1), reason);
          checkArgument(change.isThere(ending), "%s are no pair on %s", ending, lastDay);
          change.add(MentorPair.of(ending.child(), successor, ending.role()), ending);
          return made(change, count).get(0);
        });
  }

  /**
   * Takes in assignments that were recorded elsewhere, all or none: those that are new, and the
   * ends of those that the school has. One that is stored as given is left alone, so taking in the
   * same ones again changes nothing. The policy is not asked: {@link #check} did that.
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
          assignments.stream()
              .map(MentorAssignment::mentor)
              .distinct()
              .forEach(mentor -> writer.staff().get(school, mentor));
          List<MentorAssignment> taken =
              ASSIGNMENTS.takeIn(writer.assignments(), school, assignments);
          count.add(taken.size());
          Set<ChildId> touched =
              taken.stream().map(MentorAssignment::childId).collect(toImmutableSet());
          if (!touched.isEmpty()) {
            StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
          }
          return assignments;
        });
  }

  /**
   * Ends an assignment. One that ended on that day for that reason is returned as it is stored.
   *
   * @param school the school
   * @param assignment the assignment
   * @param lastDay its last day, included; the day before its first if it never came about
   * @param reason why, not blank
   * @return the closed assignment
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such assignment
   * @throws IllegalArgumentException if it ended otherwise already, would end before the eve of its
   *     first day, or the reason is blank
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
          count.about(stored.value().childId());
          Closing end = new Closing(lastDay, reason, gate.now());
          if (stored.value().closing().filter(end::isSame).isPresent()) {
            return stored.value();
          }
          MentorAssignment closed = stored.value().closed(end);
          writer.assignments().update(closed, stored.version());
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, closed.childId());
          return closed;
        });
  }

  /**
   * Proposes primary mentors for the children in care of a school, by the office's policy and
   * preferences: all that there are on a day are up for change, though kept if possible. Nothing is
   * stored.
   *
   * @param school the school
   * @param day the day
   * @return the proposal, for people to review
   */
  @Performs(Operation.KEEP_MENTORS)
  public MatchProposal propose(SchoolId school, LocalDate day) {
    return propose(school, day, mentee -> true);
  }

  /**
   * Proposes primary mentors for the children in care of a class; all pairs of other classes stay.
   *
   * @param school the school
   * @param classId the class
   * @param day the day
   * @return the proposal, for people to review
   */
  @Performs(Operation.KEEP_MENTORS)
  public MatchProposal proposeForClass(SchoolId school, ClassId classId, LocalDate day) {
    return propose(school, day, mentee -> mentee.classId().equals(classId));
  }

  private MatchProposal propose(SchoolId school, LocalDate day, Predicate<Mentee> which) {
    return gate.look(
        Operation.KEEP_MENTORS,
        school,
        (reader, count) -> {
          MentorRoll roll = MentorRoll.of(gate.office(), reader, school);
          ImmutableList<Mentee> mentees =
              reader.children().all(school).stream()
                  .filter(child -> isInCare(child, day))
                  .flatMap(child -> roll.mentee(child, day).stream())
                  .filter(which)
                  .collect(toImmutableList());
          count.add(mentees.size());
          return roll.matcher()
              .propose(
                  MatchRequest.of(MentorRole.PRIMARY, mentees, roll.candidates(day).values())
                      .withPairs(roll.pairs(day)));
        });
  }

  private static boolean isInCare(Child child, LocalDate day) {
    return child.facts().care().on(day).filter(CareStatus::inCare).isPresent();
  }

  /**
   * Accepts a proposal as a whole. Each new pair is decided on again, as things stand, in this one
   * step: those that the policy lets begin, in the place of the pair that the child had, if any;
   * the others change nothing.
   *
   * <p>A pair that the proposal ends because its place goes to others ends if it does go to them. A
   * pair that the policy speaks against, and for which nobody else was found, stays: somebody must
   * {@link #close} it.
   *
   * @param school the school
   * @param proposal the proposal
   * @param from the first day of the new pairs
   * @param reason why those that they replace end, not blank
   * @return a decision on each new pair, by child
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public ImmutableList<AssignmentDecision> accept(
      SchoolId school, MatchProposal proposal, LocalDate from, String reason) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        (writer, count) -> {
          MentorChange change = new MentorChange(gate, writer, school, from, reason);
          proposal.newPairs().forEach(each -> add(change, each.pair(), proposal));
          proposal.ended().stream()
              .filter(each -> each.refusals().isEmpty())
              .filter(each -> proposal.find(each.pair().child()).isEmpty())
              .forEach(each -> change.addDisplaced(each.pair()));
          return made(change, count);
        });
  }

  private static void add(MentorChange change, MentorPair pair, MatchProposal proposal) {
    proposal.ended().stream()
        .map(EndedPair::pair)
        .filter(ended -> ended.child().equals(pair.child()))
        .findFirst()
        .ifPresentOrElse(ended -> change.add(pair, ended), () -> change.add(pair));
  }

  /**
   * Accepts what a proposal has for one child, in the place of the pair that the child had, if any.
   * All other pairs stay, so this may be refused for a place that others still take.
   *
   * @param school the school
   * @param proposal the proposal
   * @param child the child
   * @param from the first day of the new pair
   * @param reason why the one that it replaces ends, not blank
   * @return accepted, with what is stored; or refused with every reason, and nothing is changed
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the proposal has no new pair for the child, or the reason
   *     is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public AssignmentDecision acceptOne(
      SchoolId school, MatchProposal proposal, ChildId child, LocalDate from, String reason) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        child,
        (writer, count) -> {
          Optional<ProposedPair> proposed = proposal.find(child).filter(each -> !each.kept());
          checkArgument(proposed.isPresent(), "nobody new is proposed for child %s", child);
          MentorChange change = new MentorChange(gate, writer, school, from, reason);
          add(change, proposed.get().pair(), proposal);
          return made(change, count).get(0);
        });
  }

  /**
   * Proposes who takes over the mentees of a teacher who leaves, as of the day after its last. A
   * pair that has an end already, or whose child is in no class then, is not handed over. Nothing
   * is stored.
   *
   * @param school the school
   * @param leaving the teacher
   * @param lastDay its last day as a mentor
   * @return the proposals, for people to review
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such teacher
   */
  @Performs(Operation.KEEP_MENTORS)
  public Handover handover(SchoolId school, StaffId leaving, LocalDate lastDay) {
    return gate.look(
        Operation.KEEP_MENTORS,
        school,
        (reader, count) -> {
          LocalDate from = lastDay.plusDays(1);
          reader.staff().get(school, leaving);
          MentorRoll roll = MentorRoll.of(gate.office(), reader, school);
          ImmutableList<MentorAssignment> open =
              roll.assignments().stream()
                  .filter(each -> each.mentor().equals(leaving))
                  .filter(each -> each.isOn(lastDay) && each.closing().isEmpty())
                  .collect(toImmutableList());
          ImmutableMap<ChildId, Mentee> mentees =
              reader
                  .children()
                  .findAll(school, open.stream().map(MentorAssignment::childId).toList())
                  .values()
                  .stream()
                  .flatMap(child -> roll.mentee(child.value(), from).stream())
                  .collect(toImmutableMap(Mentee::child, each -> each));
          count.add(mentees.size());
          Set<AssignmentId> ending =
              open.stream()
                  .filter(each -> mentees.containsKey(each.childId()))
                  .map(MentorAssignment::id)
                  .collect(toImmutableSet());
          return Handover.of(
              leaving,
              roll.matcher(),
              mentees.values(),
              roll.candidates(from).values(),
              MentorPair.on(
                  from,
                  roll.assignments().stream()
                      .filter(each -> !each.mentor().equals(leaving) || ending.contains(each.id()))
                      .toList()));
        });
  }

  /**
   * Accepts a handover as a whole. Each proposal is decided on again, as things stand, in this one
   * step: for those that the policy lets, the leaving teacher's pair ends and the new one begins
   * the day after; the others change nothing. Mentees for whom nobody was proposed stay with the
   * leaving teacher until somebody is found, or {@link #close} ends it.
   *
   * @param school the school
   * @param handover the handover
   * @param lastDay the leaving teacher's last day as a mentor
   * @param reason why its pairs end, not blank
   * @return a decision on each proposal, by child
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_MENTORS)
  public ImmutableList<AssignmentDecision> acceptHandover(
      SchoolId school, Handover handover, LocalDate lastDay, String reason) {
    return gate.run(
        Operation.KEEP_MENTORS,
        school,
        (writer, count) -> {
          MentorChange change = new MentorChange(gate, writer, school, lastDay.plusDays(1), reason);
          for (ProposedPair proposed : handover.proposals()) {
            MentorPair pair = proposed.pair();
            change.add(pair, MentorPair.of(pair.child(), handover.leaving(), pair.role()));
          }
          return made(change, count);
        });
  }

  /**
   * Returns which children lack a mentor on a day.
   *
   * @param school the school
   * @param day the day
   * @return the gaps, without the reasons of key support
   */
  @Performs(Operation.SEE_MENTORS)
  public MentorGaps gaps(SchoolId school, LocalDate day) {
    return gate.look(
        Operation.SEE_MENTORS,
        school,
        (reader, count) -> gaps(reader, school, day, any -> Optional.empty(), count));
  }

  /**
   * Returns which children lack a mentor on a day, with why they are of key support: for those who
   * may see children's files.
   *
   * @param school the school
   * @param day the day
   * @return the gaps
   */
  @Performs(Operation.SEE_CHILDREN)
  public MentorGaps gapsWithReasons(SchoolId school, LocalDate day) {
    return gate.look(
        Operation.SEE_CHILDREN,
        school,
        (reader, count) -> gaps(reader, school, day, Optional::of, count));
  }

  private MentorGaps gaps(
      CareReader reader,
      SchoolId school,
      LocalDate day,
      Function<KeySupport, Optional<KeySupport>> reason,
      Count count) {
    MentorRoll roll = MentorRoll.of(gate.office(), reader, school);
    ImmutableSet<ChildId> mentored =
        roll.pairs(day).stream()
            .filter(pair -> roll.candidates(day).containsKey(pair.mentor()))
            .map(MentorPair::child)
            .collect(toImmutableSet());
    ImmutableList<Child> inCare =
        reader.children().all(school).stream()
            .filter(child -> isInCare(child, day))
            .collect(toImmutableList());
    ImmutableList<Child> without =
        inCare.stream().filter(child -> !mentored.contains(child.id())).collect(toImmutableList());
    count.add(without.size());
    return new MentorGaps(
        without.stream()
            .flatMap(
                child ->
                    child.facts().keySupport().on(day).stream()
                        .map(
                            support ->
                                new Gap(
                                    child.id(),
                                    child.facts().placement().on(day).map(Placement::classId),
                                    reason.apply(support))))
            .sorted(
                Comparator.comparing((Gap gap) -> gap.classId().map(ClassId::value).orElse(""))
                    .thenComparing(Gap::child))
            .collect(toImmutableList()),
        without.size(),
        inCare.size());
  }

  /**
   * Returns who is paired with whom on a day, each child's primary mentor told from the others.
   *
   * @param school the school
   * @param day the day
   * @return the pairs by child
   */
  @Performs(Operation.SEE_MENTORS)
  public ImmutableList<MentorPair> pairs(SchoolId school, LocalDate day) {
    return gate.look(
        Operation.SEE_MENTORS,
        school,
        (reader, count) -> {
          ImmutableList<MentorPair> pairs = MentorPair.on(day, reader.assignments().all(school));
          count.add(pairs.size());
          return pairs;
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
