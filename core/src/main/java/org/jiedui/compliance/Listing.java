package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.RuleId;
import org.jiedui.time.Viewpoint;

/**
 * The windows of one rule for one child that began on or before the as-of date, each judged.
 *
 * <p>Immutable.
 *
 * @param rule the rule
 * @param viewpoint the dates under which it was judged
 * @param windows the windows, by first day, then by last
 */
public record Listing(RuleId rule, Viewpoint viewpoint, ImmutableList<JudgedWindow> windows) {

  /**
   * Creates a listing.
   *
   * @param rule the rule
   * @param viewpoint the dates under which it was judged
   * @param windows the windows, by first day, then by last
   */
  public Listing {
    requireNonNull(rule, "rule");
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(windows, "windows");
  }

  /**
   * Returns how many windows were missed in a row: those that end the list of windows whose
   * deadline is past. Excused and not applicable windows are skipped over.
   *
   * @return 0 or more
   */
  public int missedInARow() {
    int missed = 0;
    for (JudgedWindow window : windows.reverse()) {
      if (window.deadline().isBefore(viewpoint.asOf())) {
        switch (window.verdict()) {
          case MISSED -> missed++;
          case EXCUSED, NOT_APPLICABLE -> {
            continue;
          }
          case MET, LATE, PENDING -> {
            return missed;
          }
        }
      }
    }
    return missed;
  }
}
