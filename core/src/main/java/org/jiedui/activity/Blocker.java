package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.calendar.DayKind;
import org.jiedui.id.ActivityId;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;

/**
 * One thing that keeps an activity from a day.
 *
 * <p>Immutable.
 */
public sealed interface Blocker {

  /**
   * Returns what it is, for people; with ids, without names of persons.
   *
   * @return the wording
   */
  Wording wording();

  /**
   * The day is not one for it: examinations, or a day off that is not wanted.
   *
   * @param kind what the day is
   * @param name what people call the day, if somebody marked it
   */
  record NotThatDay(DayKind kind, Optional<String> name) implements Blocker {

    /**
     * Creates a blocker.
     *
     * @param kind what the day is
     * @param name what people call the day, if somebody marked it
     */
    public NotThatDay {
      requireNonNull(kind, "kind");
      requireNonNull(name, "name");
    }

    @Override
    public Wording wording() {
      return name.map(
              text ->
                  Wording.of(
                      kind.wording().chinese() + "（" + text + "）",
                      kind.wording().english() + " (" + text + ")"))
          .orElse(kind.wording());
    }
  }

  /**
   * Nobody holds the post that is to lead it on that day.
   *
   * @param post the post
   */
  record NobodyLeads(Post post) implements Blocker {

    /**
     * Creates a blocker.
     *
     * @param post the post
     */
    public NobodyLeads {
      requireNonNull(post, "post");
    }

    @Override
    public Wording wording() {
      return Wording.of(
          "当日无人担任" + post.wording().chinese(),
          "nobody is " + post.wording().english() + " on that day");
    }
  }

  /**
   * Another activity has what it needs.
   *
   * @param clash what of it
   * @param what the id of the leader or class, or the name of the place
   * @param by the other activity
   * @param fixed whether the other was fixed before, and not planned with it
   */
  record Taken(Clash clash, String what, ActivityId by, boolean fixed) implements Blocker {

    /**
     * Creates a blocker.
     *
     * @param clash what of it
     * @param what the id of the leader or class, or the name of the place
     * @param by the other activity
     * @param fixed whether the other was fixed before, and not planned with it
     */
    public Taken {
      requireNonNull(clash, "clash");
      requireNonNull(what, "what");
      requireNonNull(by, "by");
    }

    @Override
    public Wording wording() {
      return Wording.of(
          "%s %s 已用于%s活动 %s".formatted(clash.wording().chinese(), what, fixed ? "已定" : "", by),
          "%s %s is taken by %s%s"
              .formatted(clash.wording().english(), what, fixed ? "the fixed " : "", by));
    }
  }
}
