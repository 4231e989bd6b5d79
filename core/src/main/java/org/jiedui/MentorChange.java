package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiedui.child.Child;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.AssignmentDecision.Accepted;
import org.jiedui.mentor.AssignmentDecision.Refused;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.Refusal;
import org.jiedui.storage.CareWriter;
import org.jiedui.time.Tenure.Closing;

/**
 * Pairs that are to begin on one day, some in place of others that end the day before: decided on
 * together, and written in one transaction as far as the policy lets them.
 */
final class MentorChange {

  private final Gate gate;
  private final CareWriter writer;
  private final SchoolId school;
  private final LocalDate from;
  private final String reason;
  private final MentorRoll roll;
  private final List<Step> steps = new ArrayList<>();
  private final List<MentorAssignment> displaced = new ArrayList<>();
  private final Map<ChildId, Child> children = new LinkedHashMap<>();

  /** A pair that is to begin, and the assignment in whose place. */
  private record Step(MentorPair pair, Optional<MentorAssignment> replaced) {}

  /**
   * Prepares a change.
   *
   * @param from the first day of the new pairs
   * @param reason why the pairs that are replaced end
   */
  MentorChange(Gate gate, CareWriter writer, SchoolId school, LocalDate from, String reason) {
    checkArgument(!reason.isBlank(), "reason must not be blank");
    this.gate = gate;
    this.writer = writer;
    this.school = school;
    this.from = from;
    this.reason = reason;
    this.roll = MentorRoll.of(gate.office(), writer, school);
  }

  /** Adds a pair that is to begin. */
  void add(MentorPair pair) {
    steps.add(new Step(pair, Optional.empty()));
  }

  /**
   * Adds a pair that is to begin in the place of another of the same child, if that still holds.
   */
  void add(MentorPair pair, MentorPair replaced) {
    steps.add(new Step(pair, find(replaced)));
  }

  /** Adds a pair that ends if its teacher's place is taken by others, and stays otherwise. */
  void addDisplaced(MentorPair pair) {
    find(pair).filter(this::canEnd).ifPresent(displaced::add);
  }

  /** Whether an assignment of a pair holds, or ends just then: what a replacement needs. */
  boolean isThere(MentorPair pair) {
    LocalDate lastDay = from.minusDays(1);
    return roll.assignments().stream()
        .anyMatch(each -> isOf(pair, each) && (each.isOn(from) || each.isOn(lastDay)));
  }

  /** Finds the assignment, without an end yet, by which a pair holds on the first day. */
  private Optional<MentorAssignment> find(MentorPair pair) {
    return roll.assignments().stream()
        .filter(each -> isOf(pair, each) && each.isOn(from) && each.closing().isEmpty())
        .findFirst();
  }

  /** A second primary mentor counts as a supporting one, so it is not the very role that tells. */
  private static boolean isOf(MentorPair pair, MentorAssignment assignment) {
    return assignment.childId().equals(pair.child())
        && assignment.mentor().equals(pair.mentor())
        && !assignment.role().goesWith(pair.role());
  }

  private boolean canEnd(MentorAssignment assignment) {
    return assignment.from().isBefore(from);
  }

  /**
   * Decides, and writes what is accepted. A pair that is refused leaves the one that it was to
   * replace as it was; that may take a place on which others counted, so they are decided on anew.
   *
   * @return a decision on each pair, in the order in which they were added
   */
  ImmutableList<AssignmentDecision> make() {
    Map<Step, AssignmentDecision> decisions = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> !step.replaced().map(this::canEnd).orElse(true))
        .forEach(
            step ->
                decisions.put(
                    step, new Refused(step.pair(), ImmutableList.of(Refusal.BEGINS_THEN))));
    Set<Step> refused = new HashSet<>(decisions.keySet());
    List<MentorAssignment> standing = decide(refused, decisions);
    while (refused.size() < refusedIn(decisions)) {
      decisions.forEach(
          (step, decision) -> {
            if (!decision.isAccepted()) {
              refused.add(step);
            }
          });
      standing = decide(refused, decisions);
    }
    write(decisions, standing);
    return steps.stream()
        .map(step -> Optional.ofNullable(decisions.get(step)).orElseThrow())
        .collect(toImmutableList());
  }

  private static int refusedIn(Map<Step, AssignmentDecision> decisions) {
    return (int) decisions.values().stream().filter(each -> !each.isAccepted()).count();
  }

  /** Decides on all steps but those that are refused, and returns what would stand. */
  private List<MentorAssignment> decide(
      Set<Step> refused, Map<Step, AssignmentDecision> decisions) {
    Set<MentorAssignment> ending = new HashSet<>(displaced);
    steps.stream()
        .filter(step -> !refused.contains(step))
        .forEach(step -> step.replaced().ifPresent(ending::add));
    List<MentorAssignment> standing =
        new ArrayList<>(
            roll.assignments().stream()
                .map(each -> ending.contains(each) ? ended(each) : each)
                .toList());
    for (Step step : steps) {
      if (refused.contains(step)) {
        continue;
      }
      Optional<MentorAssignment> made = findMade(step.pair());
      AssignmentDecision decision =
          made.<AssignmentDecision>map(Accepted::of)
              .orElseGet(
                  () -> roll.decide(child(step.pair().child()), step.pair(), from, standing));
      if (decision instanceof Accepted accepted && accepted.assignment().isEmpty()) {
        MentorAssignment assignment = opened(step.pair());
        standing.add(assignment);
        decision = Accepted.of(assignment);
      }
      decisions.put(step, decision);
    }
    return standing;
  }

  /** What is stored already just so is not made again. */
  private Optional<MentorAssignment> findMade(MentorPair pair) {
    return roll.assignments().stream()
        .filter(each -> each.pair().equals(pair))
        .filter(each -> each.from().equals(from) && each.closing().isEmpty())
        .findFirst();
  }

  private Child child(ChildId id) {
    return children.computeIfAbsent(id, any -> writer.children().get(school, id).value());
  }

  private MentorAssignment opened(MentorPair pair) {
    return MentorAssignment.open(school, gate.newId(AssignmentId::of), pair, from, gate.now());
  }

  private MentorAssignment ended(MentorAssignment assignment) {
    return assignment.closed(new Closing(from.minusDays(1), reason, gate.now()));
  }

  private void write(Map<Step, AssignmentDecision> decisions, List<MentorAssignment> standing) {
    Set<ChildId> touched = new LinkedHashSet<>();
    List<MentorAssignment> fresh = new ArrayList<>();
    Set<MentorAssignment> ending = new LinkedHashSet<>();
    decisions.forEach(
        (step, decision) -> {
          if (decision instanceof Accepted accepted) {
            accepted
                .assignment()
                .filter(assignment -> !roll.assignments().contains(assignment))
                .ifPresent(fresh::add);
            step.replaced().ifPresent(ending::add);
          }
        });
    for (MentorAssignment each : displaced) {
      if (!ending.contains(each) && isFull(each, standing)) {
        ending.add(each);
      }
    }
    for (MentorAssignment each : ending) {
      writer
          .assignments()
          .update(ended(each), writer.assignments().get(school, each.id()).version());
      touched.add(each.childId());
    }
    writer.assignments().insertAll(fresh);
    fresh.forEach(each -> touched.add(each.childId()));
    if (!touched.isEmpty()) {
      StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
    }
  }

  /** Whether nothing is left of the place of somebody who was to make room. */
  private boolean isFull(MentorAssignment each, List<MentorAssignment> standing) {
    boolean full = !roll.decide(child(each.childId()), each.pair(), from, standing).isAccepted();
    if (!full) {
      standing.add(each);
    }
    return full;
  }
}
