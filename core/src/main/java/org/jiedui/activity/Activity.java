package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;

/**
 * Something that a school plans, holds or cancels.
 *
 * <p>What it is stands in its parts; what becomes of it is a history to which facts are only added,
 * so that the plan of last month can be shown again.
 *
 * <pre>{@code
 * Activity lecture =
 *     Activity.draft(schoolId, placement, recordedAt, planner)
 *         .with(ActivityFact.agreed(later, principal))
 *         .with(ActivityFact.moved(arrangement.onDay(friday), "下雨", laterStill, leader));
 * lecture.status().state(); // MOVED
 * lecture.statusKnownOn(yesterday, zone); // AGREED, on the day of before
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id its identifier
 * @param template the template that it comes from, if any
 * @param kind what it is
 * @param title what people call it
 * @param audience for which of the children in care
 * @param classes the classes that take part
 * @param history what was recorded of it, in the order in which it was; the first is the draft
 */
public record Activity(
    SchoolId schoolId,
    ActivityId id,
    Optional<TemplateId> template,
    ActivityKind kind,
    Wording title,
    Scope audience,
    ImmutableSet<ClassId> classes,
    ImmutableList<ActivityFact> history) {

  /**
   * Creates an activity.
   *
   * @param schoolId the school
   * @param id its identifier
   * @param template the template that it comes from, if any
   * @param kind what it is
   * @param title what people call it
   * @param audience for which of the children in care
   * @param classes the classes that take part
   * @param history what was recorded of it, in the order in which it was; the first is the draft
   * @throws IllegalArgumentException if the history is empty, does not begin with the draft, goes
   *     back in time, or has a step that cannot follow the one before
   */
  public Activity {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(template, "template");
    requireNonNull(kind, "kind");
    requireNonNull(title, "title");
    requireNonNull(audience, "audience");
    requireNonNull(classes, "classes");
    requireNonNull(history, "history");
    checkArgument(!history.isEmpty(), "activity %s must have a history", id);
    checkOrder(id, history);
    statusAfter(id, history);
  }

  private static void checkOrder(ActivityId id, List<ActivityFact> history) {
    for (int i = 1; i < history.size(); i++) {
      checkArgument(
          !history.get(i).recordedAt().isBefore(history.get(i - 1).recordedAt()),
          "step %s of activity %s must not be recorded before the one before it",
          history.get(i).step().code(),
          id);
    }
  }

  /**
   * Returns an activity that is proposed and comes from no template.
   *
   * @param schoolId the school
   * @param id its identifier
   * @param kind what it is
   * @param title what people call it
   * @param audience for which of the children in care
   * @param classes the classes that take part
   * @param drafted the first fact, a draft
   * @return the activity
   * @throws IllegalArgumentException if the fact is no draft
   */
  public static Activity of(
      SchoolId schoolId,
      ActivityId id,
      ActivityKind kind,
      Wording title,
      Scope audience,
      ImmutableSet<ClassId> classes,
      ActivityFact drafted) {
    return new Activity(
        schoolId, id, Optional.empty(), kind, title, audience, classes, ImmutableList.of(drafted));
  }

  /**
   * Returns the draft of what a planner proposes.
   *
   * @param schoolId the school
   * @param placement the proposal
   * @param at when it was recorded
   * @param by who recorded it
   * @return the activity
   */
  public static Activity draft(
      SchoolId schoolId, ProposedActivity placement, Instant at, ActorId by) {
    ActivityTemplate template = placement.template();
    return new Activity(
        schoolId,
        placement.id(),
        Optional.of(template.id()),
        template.kind(),
        template.title(),
        template.audience(),
        placement.booking().classes(),
        ImmutableList.of(ActivityFact.drafted(Arrangement.from(placement), at, by)));
  }

  /**
   * Returns this activity with one thing more that was recorded.
   *
   * @param fact what was recorded, not before anything else
   * @return the activity
   * @throws IllegalArgumentException if it goes back in time or cannot follow, see {@link
   *     ActivityStep#from}
   */
  public Activity with(ActivityFact fact) {
    return new Activity(
        schoolId,
        id,
        template,
        kind,
        title,
        audience,
        classes,
        ImmutableList.<ActivityFact>builder().addAll(history).add(fact).build());
  }

  /**
   * Returns where it is, with everything known.
   *
   * @return the status
   */
  public ActivityStatus status() {
    return statusAfter(id, history);
  }

  /**
   * Finds where it was with what was recorded up to a day.
   *
   * @param knownOn the last day whose records are seen
   * @param zone the school's zone: on which day something was recorded
   * @return the status, or empty if it was not even a draft
   */
  public Optional<ActivityStatus> statusKnownOn(LocalDate knownOn, ZoneId zone) {
    return statusKnownBefore(knownOn.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * Finds where it was with what was recorded before an instant.
   *
   * @param instant only what was recorded strictly before is seen
   * @return the status, or empty if it was not even a draft
   */
  public Optional<ActivityStatus> statusKnownBefore(Instant instant) {
    return knownBefore(instant).map(Activity::status);
  }

  /**
   * Finds this activity as it was with what was recorded before an instant.
   *
   * @param instant only what was recorded strictly before is seen
   * @return the activity, or empty if it was not even a draft
   */
  public Optional<Activity> knownBefore(Instant instant) {
    ImmutableList<ActivityFact> known =
        history.stream()
            .filter(fact -> fact.recordedAt().isBefore(instant))
            .collect(ImmutableList.toImmutableList());
    return known.isEmpty() ? Optional.empty() : Optional.of(withHistory(known));
  }

  private static ActivityStatus statusAfter(ActivityId id, List<ActivityFact> facts) {
    ActivityFact first = facts.get(0);
    checkArgument(
        first.step() == ActivityStep.DRAFT,
        "the history of activity %s must begin with a draft, not with %s",
        id,
        first.step().code());
    ActivityStatus status =
        new ActivityStatus(
            ActivityState.DRAFT, first.arrangement().orElseThrow(), Optional.empty());
    Deque<ActivityStatus> before = new ArrayDeque<>();
    for (ActivityFact fact : facts.subList(1, facts.size())) {
      checkArgument(
          fact.step().from().contains(status.state()),
          "step %s must not follow in activity %s, which is %s",
          fact.step().code(),
          id,
          status.state().code());
      ActivityStatus now = status;
      Arrangement arrangement = fact.arrangement().orElse(now.arrangement());
      status =
          switch (fact.step()) {
            case DRAFT -> throw new IllegalStateException("a draft never follows");
            case AGREE -> new ActivityStatus(ActivityState.AGREED, arrangement, fact.text());
            case MOVE ->
                new ActivityStatus(
                    now.state() == ActivityState.DRAFT ? ActivityState.DRAFT : ActivityState.MOVED,
                    arrangement,
                    fact.text());
            case HOLD, CANCEL -> {
              before.push(now);
              yield new ActivityStatus(
                  fact.step() == ActivityStep.HOLD ? ActivityState.HELD : ActivityState.CANCELLED,
                  arrangement,
                  fact.text());
            }
            case REOPEN -> {
              ActivityStatus again = before.pop();
              yield new ActivityStatus(again.state(), again.arrangement(), fact.text());
            }
            case NOTE -> now;
          };
    }
    return status;
  }

  /**
   * Returns how often it was changed since it was drafted: the number by which calendars that
   * follow it tell a newer version from an older one. A note is no change.
   *
   * @return 0 or more
   */
  public int sequence() {
    return (int) history.stream().filter(fact -> fact.step() != ActivityStep.NOTE).count() - 1;
  }

  /**
   * Finds what was noted of it last.
   *
   * @return the note, or empty if there is none; it may be personal
   */
  public Optional<String> findNote() {
    return history.reverse().stream()
        .filter(fact -> fact.step() == ActivityStep.NOTE)
        .findFirst()
        .flatMap(ActivityFact::text);
  }

  /**
   * Finds what it takes up.
   *
   * @return its booking, or empty if it is cancelled
   */
  public Optional<Booking> findBooking() {
    ActivityStatus now = status();
    if (!now.state().isOn()) {
      return Optional.empty();
    }
    Arrangement arrangement = now.arrangement();
    return Optional.of(
        new Booking(
            id, arrangement.day(), arrangement.leader(), arrangement.place(), classes, template));
  }

  /**
   * Whether another is this one and possibly more: nothing that was recorded is gone.
   *
   * @param later the other
   * @return true if all but the history is equal, and the other's history begins with this one's
   */
  public boolean isContinuedBy(Activity later) {
    return withHistory(later.history).equals(later)
        && later.history.size() >= history.size()
        && later.history.subList(0, history.size()).equals(history);
  }

  private Activity withHistory(ImmutableList<ActivityFact> other) {
    return new Activity(schoolId, id, template, kind, title, audience, classes, other);
  }

  /** Returns the ids alone. */
  @Override
  public String toString() {
    return "Activity[" + schoolId + "/" + id + "]";
  }
}
