package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * The activities of a school, whatever became of them.
 *
 * <pre>{@code
 * PlanProposal proposal = planner.propose(request.withFixed(plan.fixed()).withEarlier(plan.drafts()));
 * ActivityPlan next = plan.redraft(proposal, schoolId, now, actor);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ActivityPlan {

  private static final ActivityPlan EMPTY = new ActivityPlan(ImmutableSortedMap.of());

  private final ImmutableSortedMap<ActivityId, Activity> activities;

  private ActivityPlan(ImmutableSortedMap<ActivityId, Activity> activities) {
    this.activities = activities;
  }

  /**
   * Returns a plan without activities.
   *
   * @return the empty plan
   */
  public static ActivityPlan empty() {
    return EMPTY;
  }

  /**
   * Returns a plan of activities.
   *
   * @param activities the activities of one school, in any order
   * @return the plan
   * @throws IllegalArgumentException if two have the same id
   */
  public static ActivityPlan of(Collection<Activity> activities) {
    return new ActivityPlan(
        activities.stream()
            .collect(
                ImmutableSortedMap.toImmutableSortedMap(
                    Comparator.<ActivityId>naturalOrder(), Activity::id, each -> each)));
  }

  /**
   * Returns the activities.
   *
   * @return the activities by id, cancelled ones too
   */
  public ImmutableList<Activity> activities() {
    return activities.values().asList();
  }

  /**
   * Finds an activity.
   *
   * @param id its identifier
   * @return the activity, or empty if the plan has none of that id
   */
  public Optional<Activity> find(ActivityId id) {
    return Optional.ofNullable(activities.get(id));
  }

  /**
   * Returns this plan with an activity, instead of the one with its id if there is one.
   *
   * @param activity the activity
   * @return the plan
   * @throws IllegalArgumentException if it does not continue the one that is there
   */
  public ActivityPlan with(Activity activity) {
    @Nullable Activity before = activities.get(activity.id());
    checkArgument(
        before == null || before.isContinuedBy(activity),
        "activity %s must continue what was recorded of it",
        activity.id());
    Map<ActivityId, Activity> all = new TreeMap<>(activities);
    all.put(activity.id(), activity);
    return new ActivityPlan(ImmutableSortedMap.copyOf(all));
  }

  /**
   * Returns what a new planning leaves as it is.
   *
   * @return what the agreed, moved and held activities take up, by id
   */
  public ImmutableList<Booking> fixed() {
    return bookings(ActivityState::isFixed);
  }

  /**
   * Returns what a new planning may move, though as little as possible.
   *
   * @return what the drafts take up, by id
   */
  public ImmutableList<Booking> drafts() {
    return bookings(state -> state == ActivityState.DRAFT);
  }

  private ImmutableList<Booking> bookings(Predicate<ActivityState> states) {
    return activities.values().stream()
        .filter(each -> states.test(each.status().state()))
        .flatMap(each -> each.findBooking().stream())
        .collect(toImmutableList());
  }

  /**
   * Returns this plan as a planner proposes it: what is new is drafted, drafts that have another
   * day or leader are moved, drafts for which no day is left or no template asks any more are
   * cancelled, and cancelled drafts that have a day again are reopened. What is agreed or held, and
   * what was cancelled after it was agreed, stays.
   *
   * @param proposal the proposal
   * @param schoolId the school
   * @param at when it is recorded, not before anything that was
   * @param by who records it
   * @return the plan
   */
  public ActivityPlan redraft(PlanProposal proposal, SchoolId schoolId, Instant at, ActorId by) {
    Map<ActivityId, Activity> all = new TreeMap<>(activities);
    for (ProposedActivity placement : proposal.placements()) {
      @Nullable Activity before = all.get(placement.id());
      all.put(
          placement.id(),
          before == null
              ? Activity.draft(schoolId, placement, at, by)
              : redrafted(before, placement, at, by));
    }
    for (Unplaced unplaced : proposal.unplaced()) {
      all.computeIfPresent(
          unplaced.id(), (id, draft) -> dropped(draft, "没有可用的日子 / no day is left", at, by));
    }
    for (ActivityId id : proposal.dropped()) {
      all.computeIfPresent(
          id, (any, draft) -> dropped(draft, "模板不再要求 / no template asks for it", at, by));
    }
    return new ActivityPlan(ImmutableSortedMap.copyOf(all));
  }

  private static Activity redrafted(
      Activity before, ProposedActivity placement, Instant at, ActorId by) {
    Activity draft = before;
    if (before.status().state() == ActivityState.CANCELLED) {
      draft = before.with(ActivityFact.reopened("重新排入计划 / planned again", at, by));
    }
    ActivityStatus now = draft.status();
    if (now.state() != ActivityState.DRAFT) {
      return before;
    }
    Booking was = draft.findBooking().orElseThrow();
    if (placement.booking().isKeptFrom(was)) {
      return draft;
    }
    Arrangement moved =
        now.arrangement().onDay(placement.booking().day()).ledBy(placement.booking().leader());
    return draft.with(ActivityFact.moved(moved, "重新排期 / planned anew", at, by));
  }

  private static Activity dropped(Activity draft, String reason, Instant at, ActorId by) {
    return draft.status().state() == ActivityState.DRAFT
        ? draft.with(ActivityFact.cancelled(reason, at, by))
        : draft;
  }

  /**
   * Returns what a partner takes part in.
   *
   * @param partner the partner
   * @return the activities that name it as they are arranged
   */
  public ActivityPlan withPartner(PartnerId partner) {
    return where(each -> each.status().arrangement().partner().filter(partner::equals).isPresent());
  }

  /**
   * Returns the part of this plan in which a class takes part.
   *
   * @param classId the class
   * @return the plan
   */
  public ActivityPlan ofClass(ClassId classId) {
    return where(each -> each.classes().contains(classId));
  }

  /**
   * Returns the part of this plan that somebody leads.
   *
   * @param leader who
   * @return the plan
   */
  public ActivityPlan ledBy(StaffId leader) {
    return where(each -> each.status().arrangement().leader().equals(leader));
  }

  /**
   * Returns the part of this plan for which something is so.
   *
   * @param which what must be so
   * @return the plan
   */
  public ActivityPlan where(Predicate<Activity> which) {
    return of(activities.values().stream().filter(which).collect(toImmutableList()));
  }

  /**
   * Returns this plan as it was with what was recorded up to a day.
   *
   * @param knownOn the last day whose records are seen
   * @param zone the school's zone: on which day something was recorded
   * @return the plan, without the activities that were not even drafts
   */
  public ActivityPlan knownOn(LocalDate knownOn, ZoneId zone) {
    Instant end = knownOn.plusDays(1).atStartOfDay(zone).toInstant();
    return of(
        activities.values().stream()
            .flatMap(each -> each.knownBefore(end).stream())
            .collect(toImmutableList()));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ActivityPlan other && activities.equals(other.activities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(activities);
  }

  /** Returns the ids of the activities. */
  @Override
  public String toString() {
    return "ActivityPlan" + activities.keySet();
  }
}
