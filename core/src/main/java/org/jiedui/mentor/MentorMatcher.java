package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Proposes which teachers should mentor the children of a class or a school.
 *
 * <p>Of all proposals that the policy allows it finds one that is best, aim by aim, each aim before
 * all that follow:
 *
 * <ol>
 *   <li>as many children of key support as possible have a mentor;
 *   <li>as many children as possible have one;
 *   <li>as many existing pairs as possible are kept;
 *   <li>loads are as even as possible: the sum of their squares is least;
 *   <li>the preferences give as many points as possible.
 * </ol>
 *
 * <pre>{@code
 * MentorMatcher matcher =
 *     MentorMatcher.of(
 *         AssignmentPolicy.teachesClass()
 *             .and(AssignmentPolicy.onePrimary())
 *             .and(AssignmentPolicy.loadAtMost(2)),
 *         Preference.usual());
 *
 * MatchProposal proposal =
 *     matcher.propose(
 *         MatchRequest.of(MentorRole.PRIMARY, mentees, Candidate.allOf(classes, today))
 *             .withPairs(MentorPair.on(today, assignments)));
 *
 * proposal.pairs().forEach(pair -> show(pair.pair(), pair.reasons()));
 * proposal.unserved().forEach(left -> show(left.child(), left.wording()));
 * }</pre>
 *
 * <p>Example: T10 and T11 teach class 5-1 and take two children each. c-1 and c-2 are with T10,
 * c-3, c-4 and c-5 with nobody; c-5 is of key support. c-1 and c-2 stay with T10, c-5 and one of
 * c-3 and c-4 come to T11. The other is left: 5 children have 4 places, and T10 would have to take
 * 3 instead of 2.
 *
 * <p>A teacher who has another role towards a child, say as its acting parent, is proposed for no
 * second one, but keeps two that it has.
 *
 * <p>The proposal is exact, not a heuristic, and follows from the request alone: the order in which
 * children, teachers and pairs are handed in does not matter, nor does the machine. Where several
 * proposals are equally good, which of them is made depends on the ids.
 *
 * <p>Children who share no teacher, even by way of others, are matched apart, so a county is
 * matched as fast as its classes. Those who do depend on each other may be so many that their
 * number times the points of the preferences stays below 500 million: 50,000 with 10,000 points.
 *
 * <p>Immutable, and thread-safe if the policy and the preferences are.
 */
public final class MentorMatcher {

  /** The most points that all preferences together can give. */
  public static final int MAX_POINTS = 10 * Preference.MAX_POINTS;

  private final AssignmentPolicy policy;
  private final ImmutableList<Preference> preferences;

  private MentorMatcher(AssignmentPolicy policy, ImmutableList<Preference> preferences) {
    this.policy = policy;
    this.preferences = preferences;
  }

  /**
   * Returns a matcher.
   *
   * @param policy who may mentor whom, and how many
   * @param preferences what makes one a better mentor than another, at most 10; none if it does not
   *     matter who of those that may
   * @return the matcher
   * @throws IllegalArgumentException if there are more, or two have the same code
   */
  public static MentorMatcher of(
      AssignmentPolicy policy, Collection<? extends Preference> preferences) {
    ImmutableList<Preference> all = ImmutableList.copyOf(preferences);
    checkArgument(
        all.size() * Preference.MAX_POINTS <= MAX_POINTS,
        "there must be at most 10 preferences, not %s",
        all.size());
    Set<String> codes = new HashSet<>();
    for (Preference preference : all) {
      checkArgument(
          codes.add(preference.code()), "preference %s is there twice", preference.code());
    }
    return new MentorMatcher(policy, all);
  }

  /**
   * Returns who may mentor whom.
   *
   * @return the policy
   */
  public AssignmentPolicy policy() {
    return policy;
  }

  /**
   * Returns what makes one a better mentor than another.
   *
   * @return the preferences
   */
  public ImmutableList<Preference> preferences() {
    return preferences;
  }

  /**
   * Proposes a mentor for each child of a request, as far as possible.
   *
   * @param request the children and teachers
   * @return the best proposal
   * @throws IllegalArgumentException if more children depend on each other than can be matched, or
   *     a preference gives fewer than 0 or more than {@link Preference#MAX_POINTS} points
   */
  public MatchProposal propose(MatchRequest request) {
    return new Matching(this, request).propose();
  }

  /** What the preferences give a pair. */
  int points(Mentee mentee, Candidate candidate) {
    int points = 0;
    for (Preference preference : preferences) {
      points += points(preference, mentee, candidate);
    }
    return points;
  }

  static int points(Preference preference, Mentee mentee, Candidate candidate) {
    int points = preference.points(mentee, candidate);
    checkArgument(
        points >= 0 && points <= Preference.MAX_POINTS,
        "preference %s must give 0 to %s points, not %s",
        preference.code(),
        Preference.MAX_POINTS,
        points);
    return points;
  }
}
