package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;

/**
 * Who may do which step with an activity: a table of posts that a school changes as it likes.
 *
 * <p>{@link #usual} is:
 *
 * <table>
 * <caption>Who may do what</caption>
 * <tr><th>step</th><th>principal, vice-principal</th><th>chief counsellor</th>
 *     <th>homeroom teacher</th><th>its leader</th></tr>
 * <tr><td>draft</td><td>yes</td><td>yes</td><td>own class</td><td>no</td></tr>
 * <tr><td>agree</td><td>yes</td><td>yes</td><td>no</td><td>no</td></tr>
 * <tr><td>move</td><td>yes</td><td>yes</td><td>no</td><td>yes</td></tr>
 * <tr><td>hold</td><td>yes</td><td>yes</td><td>own class</td><td>yes</td></tr>
 * <tr><td>cancel</td><td>yes</td><td>yes</td><td>no</td><td>no</td></tr>
 * <tr><td>reopen</td><td>yes</td><td>no</td><td>no</td><td>no</td></tr>
 * <tr><td>note</td><td>yes</td><td>yes</td><td>own class</td><td>yes</td></tr>
 * </table>
 *
 * <p>A homeroom teacher whom the table names may only with what is for no other class than the own
 * ones. Who may not even see an activity is not asked here.
 *
 * <p>Immutable and thread-safe.
 */
public final class ActivityPolicy {

  private static final ActivityPolicy USUAL =
      new ActivityPolicy(
          ImmutableSetMultimap.<ActivityStep, Post>builder()
              .putAll(
                  ActivityStep.DRAFT,
                  Post.PRINCIPAL,
                  Post.VICE_PRINCIPAL,
                  Post.CHIEF_COUNSELLOR,
                  Post.HOMEROOM_TEACHER)
              .putAll(
                  ActivityStep.AGREE, Post.PRINCIPAL, Post.VICE_PRINCIPAL, Post.CHIEF_COUNSELLOR)
              .putAll(ActivityStep.MOVE, Post.PRINCIPAL, Post.VICE_PRINCIPAL, Post.CHIEF_COUNSELLOR)
              .putAll(
                  ActivityStep.HOLD,
                  Post.PRINCIPAL,
                  Post.VICE_PRINCIPAL,
                  Post.CHIEF_COUNSELLOR,
                  Post.HOMEROOM_TEACHER)
              .putAll(
                  ActivityStep.CANCEL, Post.PRINCIPAL, Post.VICE_PRINCIPAL, Post.CHIEF_COUNSELLOR)
              .putAll(ActivityStep.REOPEN, Post.PRINCIPAL, Post.VICE_PRINCIPAL)
              .putAll(
                  ActivityStep.NOTE,
                  Post.PRINCIPAL,
                  Post.VICE_PRINCIPAL,
                  Post.CHIEF_COUNSELLOR,
                  Post.HOMEROOM_TEACHER)
              .build(),
          Sets.immutableEnumSet(ActivityStep.MOVE, ActivityStep.HOLD, ActivityStep.NOTE));

  private final ImmutableSetMultimap<ActivityStep, Post> posts;
  private final ImmutableSet<ActivityStep> byLeader;

  private ActivityPolicy(
      ImmutableSetMultimap<ActivityStep, Post> posts, ImmutableSet<ActivityStep> byLeader) {
    this.posts = posts;
    this.byLeader = byLeader;
  }

  /**
   * Returns the table above.
   *
   * @return the policy
   */
  public static ActivityPolicy usual() {
    return USUAL;
  }

  /**
   * Returns the same policy with another row.
   *
   * @param step the step
   * @param leader whether who leads the activity may do it
   * @param who the posts that may do it, instead of those before
   * @return the policy
   */
  public ActivityPolicy withStep(ActivityStep step, boolean leader, Post... who) {
    ImmutableSetMultimap.Builder<ActivityStep, Post> table = ImmutableSetMultimap.builder();
    posts.entries().stream().filter(entry -> entry.getKey() != step).forEach(table::put);
    table.putAll(step, who);
    return new ActivityPolicy(
        table.build(),
        Arrays.stream(ActivityStep.values())
            .filter(each -> each == step ? leader : byLeader.contains(each))
            .collect(Sets.toImmutableEnumSet()));
  }

  /**
   * Returns the posts that may do a step.
   *
   * @param step the step
   * @return the posts
   */
  public ImmutableSet<Post> postsFor(ActivityStep step) {
    return posts.get(step);
  }

  /**
   * Whether who leads an activity may do a step, whatever the post.
   *
   * @param step the step
   * @return true if so
   */
  public boolean isForLeader(ActivityStep step) {
    return byLeader.contains(step);
  }

  /**
   * Decides whether somebody may draft an activity.
   *
   * @param drafted the activity, with its first fact alone
   * @param who who wants to
   * @return accepted, or refused with every reason
   */
  public StepDecision decideDraft(Activity drafted, Doer who) {
    return decision(ActivityStep.DRAFT, refusalsOf(ActivityStep.DRAFT, drafted, who));
  }

  /**
   * Decides whether somebody may do a step with an activity as it stands.
   *
   * @param fact the step, as it would be recorded
   * @param activity the activity before it
   * @param who who wants to
   * @param today the day on which it is done: nothing is held before its day
   * @return accepted, or refused with every reason
   */
  public StepDecision decide(ActivityFact fact, Activity activity, Doer who, LocalDate today) {
    ActivityStep step = fact.step();
    ActivityStatus now = activity.status();
    ImmutableList.Builder<StepRefusal> reasons = ImmutableList.builder();
    reasons.addAll(refusalsOf(step, activity, who));
    if (!step.from().contains(now.state())) {
      reasons.add(
          new StepRefusal(
              "wrong-state",
              Wording.of(
                  "活动" + now.state().wording().chinese() + "，不能" + step.wording().chinese(),
                  "it is %s, so one cannot %s it"
                      .formatted(now.state().wording().english(), step.wording().english()))));
    }
    Optional<LocalDate> day =
        step == ActivityStep.HOLD
            ? Optional.of(fact.arrangement().orElse(now.arrangement()).day())
            : Optional.empty();
    day.filter(today::isBefore)
        .ifPresent(
            later ->
                reasons.add(
                    new StepRefusal(
                        "not-yet",
                        Wording.of(
                            "活动日期 " + later + " 未到", "its day, " + later + ", is to come"))));
    return decision(step, reasons.build());
  }

  private ImmutableList<StepRefusal> refusalsOf(ActivityStep step, Activity activity, Doer who) {
    boolean leads = activity.status().arrangement().leader().equals(who.id());
    boolean may =
        (leads && byLeader.contains(step))
            || posts.get(step).stream().anyMatch(post -> holds(who, post, activity));
    if (may) {
      return ImmutableList.of();
    }
    return ImmutableList.of(
        new StepRefusal(
            "not-permitted",
            Wording.of(
                "无权" + step.wording().chinese() + "该活动",
                "may not " + step.wording().english() + " this activity")));
  }

  private static boolean holds(Doer who, Post post, Activity activity) {
    return who.posts().contains(post)
        && (post != Post.HOMEROOM_TEACHER
            || (!activity.classes().isEmpty() && who.homeroomOf().containsAll(activity.classes())));
  }

  private static StepDecision decision(ActivityStep step, ImmutableList<StepRefusal> reasons) {
    return reasons.isEmpty()
        ? new StepDecision.Accepted(step)
        : new StepDecision.Refused(step, reasons);
  }
}
