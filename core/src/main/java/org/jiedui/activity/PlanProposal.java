package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.TemplateId;

/**
 * When everything that templates ask for should be, as a planner proposes it. Nothing is planned
 * until a person agrees.
 *
 * <p>Immutable.
 *
 * @param placements what has a day, by day, then by id
 * @param unplaced what has none, by id
 * @param idle the templates that ask for nothing in this plan, and why
 * @param dropped what was planned before and no template asks for any more, by id
 * @param weeks how many activities each week has, by its Monday, fixed ones too; every week of the
 *     plan
 * @param score how good it is
 * @param provenAims how many of the four aims, from the first on, are proven to be reached as far
 *     as they can be at all: 4 says that no plan is better
 */
public record PlanProposal(
    ImmutableList<ProposedActivity> placements,
    ImmutableList<Unplaced> unplaced,
    ImmutableSortedMap<TemplateId, Idle> idle,
    ImmutableList<ActivityId> dropped,
    ImmutableSortedMap<LocalDate, Integer> weeks,
    PlanScore score,
    int provenAims) {

  /** How many aims there are: placed, not moved, even, near the best day. */
  public static final int AIMS = 4;

  /**
   * Creates a proposal.
   *
   * @param placements what has a day, by day, then by id
   * @param unplaced what has none, by id
   * @param idle the templates that ask for nothing in this plan, and why
   * @param dropped what was planned before and no template asks for any more, by id
   * @param weeks how many activities each week has, by its Monday, fixed ones too; every week of
   *     the plan
   * @param score how good it is
   * @param provenAims how many of the four aims, from the first on, are proven to be reached as far
   *     as they can be at all: 4 says that no plan is better
   * @throws IllegalArgumentException if the proven aims are not 0 to 4
   */
  public PlanProposal {
    requireNonNull(placements, "placements");
    requireNonNull(unplaced, "unplaced");
    requireNonNull(idle, "idle");
    requireNonNull(dropped, "dropped");
    requireNonNull(weeks, "weeks");
    requireNonNull(score, "score");
    checkArgument(
        provenAims >= 0 && provenAims <= AIMS,
        "proven aims (%s) must be 0 to %s",
        provenAims,
        AIMS);
  }

  /**
   * Returns what the plan takes up: hand it to the next planning as the earlier plan.
   *
   * @return the bookings, by day, then by id
   */
  public ImmutableList<Booking> bookings() {
    return placements.stream().map(ProposedActivity::booking).collect(toImmutableList());
  }

  /**
   * Returns what is not as it was planned before.
   *
   * @return the placements with another day or leader
   */
  public ImmutableList<ProposedActivity> moved() {
    return placements.stream().filter(ProposedActivity::isMoved).collect(toImmutableList());
  }

  /**
   * Finds the day of an activity.
   *
   * @param id the activity
   * @return its placement, or empty if it has none
   */
  public Optional<ProposedActivity> find(ActivityId id) {
    return placements.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
