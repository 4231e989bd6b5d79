package org.jiedui.activity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.jiedui.compliance.JudgedWindow;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.text.Wording;

/**
 * Whether a child, or a guardian of it, attended what a quota asks for in a period, and why we say
 * so.
 *
 * <p>Immutable.
 *
 * @param childId the child
 * @param window the period and the verdict, as that of a contact rule
 * @param needed how many it must attend
 * @param attended what was attended in the period, by day
 * @param missed what was held for its class and not attended, by day
 * @param unrecorded what was held for its class, and nothing is recorded of it, by day
 */
public record ChildVerdict(
    ChildId childId,
    JudgedWindow window,
    int needed,
    ImmutableList<ActivityId> attended,
    ImmutableList<ActivityId> missed,
    ImmutableList<ActivityId> unrecorded) {

  /**
   * Creates a verdict.
   *
   * @param childId the child
   * @param window the period and the verdict, as that of a contact rule
   * @param needed how many it must attend
   * @param attended what was attended in the period, by day
   * @param missed what was held for its class and not attended, by day
   * @param unrecorded what was held for its class, and nothing is recorded of it, by day
   */
  public ChildVerdict {
    requireNonNull(childId, "childId");
    requireNonNull(window, "window");
    requireNonNull(attended, "attended");
    requireNonNull(missed, "missed");
    requireNonNull(unrecorded, "unrecorded");
  }

  /**
   * Returns the verdict and why, for people.
   *
   * @return for instance {@code missed: 0 of 1 in 2025-09-01/2026-01-17; not at A2}
   */
  public Wording wording() {
    return Wording.of(
        "%s：%s 应参加 %s 次，已参加 %s 次%s%s%s"
            .formatted(
                window.verdict().wording().in(Locale.CHINESE),
                window.days(),
                needed,
                attended.size(),
                list("；参加 ", "、", attended),
                list("；未参加 ", "、", missed),
                list("；未登记 ", "、", unrecorded)),
        "%s: %s of %s in %s%s%s%s"
            .formatted(
                window.verdict().wording().in(Locale.ENGLISH),
                attended.size(),
                needed,
                window.days(),
                list("; at ", ", ", attended),
                list("; not at ", ", ", missed),
                list("; not recorded at ", ", ", unrecorded)));
  }

  private static String list(String head, String separator, ImmutableList<ActivityId> ids) {
    return ids.isEmpty()
        ? ""
        : head + ids.stream().map(ActivityId::value).collect(joining(separator));
  }

  /** Returns the child's id and the period. */
  @Override
  public String toString() {
    return "ChildVerdict[" + childId + " " + window.days() + "]";
  }
}
