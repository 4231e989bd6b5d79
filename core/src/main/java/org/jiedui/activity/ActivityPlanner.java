package org.jiedui.activity;

/**
 * Finds a day for everything that a school's templates ask for in a term or a year.
 *
 * <p>What must hold: nothing on days of examinations, nothing on days off unless the template wants
 * them, a leader who holds the post on that day, and on one day no two activities with the same
 * leader, the same place or the same class; of places, {@linkplain Place#classrooms() the classes'
 * own rooms} are in nobody's way. What is fixed stays.
 *
 * <p>Days, not hours: templates say how long something lasts but not at what hour, a village school
 * plans by days, and a class, a leader or a place is thought to bear one activity a day. A plan
 * that holds by days holds at whatever hours are agreed later.
 *
 * <p>Of all plans of which that is true it looks for the best, aim by aim, each aim before all that
 * follow:
 *
 * <ol>
 *   <li>as many activities as possible have a day;
 *   <li>as few as possible of those planned before have another day or another leader;
 *   <li>the weeks are as even as possible: the sum of the squares of the numbers of activities is
 *       least;
 *   <li>the days are as near as possible to those that suit the timings best.
 * </ol>
 *
 * <pre>{@code
 * PlanProposal proposal =
 *     ActivityPlanner.usual().propose(PlanRequest.of(days, term.days(), templates, classes, staff));
 * proposal.placements().forEach(each -> show(each.booking().day(), each.reasons()));
 * proposal.unplaced().forEach(each -> show(each.wording()));
 *
 * // After a change: what was planned stays where it can.
 * planner.propose(changed.withFixed(held).withEarlier(proposal.bookings()));
 * }</pre>
 *
 * <p>It follows from the request alone, whatever the order in which anything is handed in, and on
 * every machine: no step of it looks at a clock.
 *
 * <p>Up to 40 activities are searched through (branch and bound, within a bound on the steps),
 * which proves the plan best; of larger plans the search says how many aims are proven, see {@link
 * PlanProposal#provenAims}. It is a search of its own because that served better than a constraint
 * solver: of a year of 12 classes and 30 templates, 636 activities, it places as many in a second
 * as Timefold does in half a minute, or one more, though once in three its weeks were less even by
 * 1 in 150; it needs no clock to stop, and no other library.
 *
 * <p>Immutable and thread-safe.
 */
public final class ActivityPlanner {

  private static final int USUAL_STEPS = 200_000;

  private final int exactSteps;

  private ActivityPlanner(int exactSteps) {
    this.exactSteps = exactSteps;
  }

  /**
   * Returns the planner.
   *
   * @return the planner
   */
  public static ActivityPlanner usual() {
    return new ActivityPlanner(USUAL_STEPS);
  }

  /** A planner that looks through at most so many partial plans when it is not sure, or none. */
  static ActivityPlanner withExactSteps(int steps) {
    return new ActivityPlanner(steps);
  }

  /**
   * Proposes a plan.
   *
   * @param request what to plan
   * @return the best plan found, with what is proven of it
   */
  public PlanProposal propose(PlanRequest request) {
    return new Planning(request).propose(exactSteps);
  }
}
