package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiedui.id.ChildId;

/**
 * Which teacher may mentor which child, and how many: rules put together by the host.
 *
 * <pre>{@code
 * AssignmentPolicy policy =
 *     AssignmentPolicy.teachesClass()
 *         .and(AssignmentPolicy.onePrimary())
 *         .and(AssignmentPolicy.loadAtMost(8))
 *         .and(AssignmentPolicy.rule(ourOwn));
 *
 * AssignmentDecision decision = policy.decide(mentee, candidate, MentorRole.PRIMARY, pairs);
 * if (decision instanceof AssignmentDecision.Refused refused) {
 *   refused.reasons().forEach(reason -> out.println(reason.wording().in(locale)));
 * }
 * }</pre>
 *
 * <p>Every policy refuses to pair a teacher with a child twice, unless as an acting parent besides
 * ({@link MentorRole#goesWith}), and keeps a candidate's own limit.
 *
 * <p>Immutable and thread-safe if the host's rules are.
 */
public final class AssignmentPolicy {

  private static final AssignmentPolicy ANYBODY =
      new AssignmentPolicy(ImmutableList.of(), OptionalInt.empty(), false);

  private final ImmutableList<PairRule> rules;
  private final OptionalInt limit;
  private final boolean classTeachersOnly;

  private AssignmentPolicy(
      ImmutableList<PairRule> rules, OptionalInt limit, boolean classTeachersOnly) {
    this.rules = rules;
    this.limit = limit;
    this.classTeachersOnly = classTeachersOnly;
  }

  /**
   * Anybody may mentor any child, each child once.
   *
   * @return the policy without a rule of its own
   */
  public static AssignmentPolicy anybody() {
    return ANYBODY;
  }

  /**
   * A mentor is the homeroom teacher or a subject teacher of the child's class (班主任、科任老师与本班留守儿童结对).
   *
   * @return the policy; its refusals have the code {@code teaches-class}
   */
  public static AssignmentPolicy teachesClass() {
    PairRule rule =
        question ->
            question.candidate().teaches().contains(question.mentee().classId())
                ? Optional.empty()
                : Optional.of(Refusal.OTHER_CLASS);
    return new AssignmentPolicy(ImmutableList.of(rule), OptionalInt.empty(), true);
  }

  /**
   * A child has one primary mentor; all others support.
   *
   * @return the policy; its refusals have the code {@code one-primary}
   */
  public static AssignmentPolicy onePrimary() {
    return rule(
        question ->
            question.role() == MentorRole.PRIMARY
                    && question.others().stream()
                        .anyMatch(other -> other.role() == MentorRole.PRIMARY)
                ? Optional.of(Refusal.HAS_PRIMARY)
                : Optional.empty());
  }

  /**
   * A teacher mentors at most so many children, in whatever role; one to whom it has two roles
   * counts once.
   *
   * @param children how many, 0 or more
   * @return the policy; its refusals have the code {@code load-limit} and the numbers {@code load}
   *     and {@code limit}
   * @throws IllegalArgumentException if it is negative
   */
  public static AssignmentPolicy loadAtMost(int children) {
    checkArgument(children >= 0, "limit (%s) must not be negative", children);
    return new AssignmentPolicy(ImmutableList.of(), OptionalInt.of(children), false);
  }

  /**
   * A rule of the host.
   *
   * @param rule the rule
   * @return the policy
   */
  public static AssignmentPolicy rule(PairRule rule) {
    return new AssignmentPolicy(ImmutableList.of(rule), OptionalInt.empty(), false);
  }

  /**
   * Returns this policy with the rules of another as well; of two limits the lower holds.
   *
   * @param other the other policy
   * @return the stricter policy
   */
  public AssignmentPolicy and(AssignmentPolicy other) {
    return new AssignmentPolicy(
        ImmutableList.<PairRule>builder().addAll(rules).addAll(other.rules).build(),
        lower(limit, other.limit),
        classTeachersOnly || other.classTeachersOnly);
  }

  private static OptionalInt lower(OptionalInt one, OptionalInt other) {
    IntStream both = IntStream.concat(one.stream(), other.stream());
    return both.min();
  }

  /**
   * Finds how many children a teacher may have.
   *
   * @param candidate the teacher
   * @return the lower of its own limit and the policy's, or empty if there is neither
   */
  public OptionalInt findLimit(Candidate candidate) {
    return lower(limit, candidate.limit());
  }

  /**
   * Decides whether a teacher may mentor a child, as things stand.
   *
   * @param mentee the child
   * @param candidate the teacher
   * @param role what the teacher would be to the child
   * @param pairs all pairs that there are, of one school; the teacher's count as its load
   * @return accepted, or refused with every reason
   */
  public AssignmentDecision decide(
      Mentee mentee, Candidate candidate, MentorRole role, Collection<MentorPair> pairs) {
    ImmutableSet<MentorPair> others =
        pairs.stream()
            .filter(pair -> pair.child().equals(mentee.child()))
            .collect(toImmutableSet());
    ImmutableSet<ChildId> mentored =
        pairs.stream()
            .filter(pair -> pair.mentor().equals(candidate.teacher()))
            .map(MentorPair::child)
            .collect(toImmutableSet());
    int load = mentored.size();
    ImmutableList.Builder<Refusal> reasons = ImmutableList.builder();
    reasons.addAll(refusals(new PairRule.Question(mentee, candidate, role, others)));
    OptionalInt most = findLimit(candidate);
    if (most.isPresent() && load >= most.getAsInt() && !mentored.contains(mentee.child())) {
      reasons.add(Refusal.loadLimit(load, most.getAsInt()));
    }
    ImmutableList<Refusal> all = reasons.build();
    MentorPair pair = MentorPair.of(mentee.child(), candidate.teacher(), role);
    return all.isEmpty()
        ? AssignmentDecision.Accepted.of(pair)
        : new AssignmentDecision.Refused(pair, all);
  }

  /** What speaks against a pair apart from the teacher's load. */
  ImmutableList<Refusal> refusals(PairRule.Question question) {
    ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
    if (isPaired(question)) {
      refusals.add(Refusal.PAIRED_ALREADY);
    }
    for (PairRule rule : rules) {
      rule.findRefusal(question).ifPresent(refusals::add);
    }
    return refusals.build();
  }

  /** Whether nothing speaks against a pair apart from the teacher's load. */
  boolean allows(PairRule.Question question) {
    if (isPaired(question)) {
      return false;
    }
    for (PairRule rule : rules) {
      if (rule.findRefusal(question).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPaired(PairRule.Question question) {
    for (MentorPair other : question.others()) {
      if (other.mentor().equals(question.candidate().teacher())
          && !other.role().goesWith(question.role())) {
        return true;
      }
    }
    return false;
  }

  /** Whether only teachers of the child's class can pass, so that nobody else need be asked. */
  boolean isForClassTeachersOnly() {
    return classTeachersOnly;
  }
}
