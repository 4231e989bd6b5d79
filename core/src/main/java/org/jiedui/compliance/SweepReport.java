package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.Viewpoint;

/**
 * How the rules were kept over a class, a school or many schools, for the windows that began on or
 * before the as-of date.
 *
 * <p>It holds numbers alone, so that its size does not depend on the children. Those behind the
 * windows are listed by {@code ReportsDesk.childrenBehind}; those whom a rule judged by no window,
 * by {@code ReportsDesk.compliance} of their school.
 *
 * <p>Of a class, the children are its members on the as-of date and those with one of its windows;
 * in care, and judged or not by a window of this class, are its members.
 *
 * <p>Immutable.
 *
 * @param viewpoint the dates under which it was judged
 * @param schools the schools that were swept, by id
 * @param withoutRules those of them whose children were not judged, as the school has no rule book
 *     or no calendar yet
 * @param children how many children were looked at
 * @param inCare how many of them are in care on the as-of date
 * @param total what was counted in all
 * @param unjudged for each rule, how many of the children in care it judged by no window at all
 * @param breakdowns a breakdown for each grouping that was asked for, in its order
 */
public record SweepReport(
    Viewpoint viewpoint,
    ImmutableList<SchoolId> schools,
    ImmutableList<SchoolId> withoutRules,
    long children,
    long inCare,
    Counts total,
    ImmutableMap<RuleId, Long> unjudged,
    ImmutableList<Breakdown> breakdowns) {

  /**
   * Creates a report.
   *
   * @param viewpoint the dates under which it was judged
   * @param schools the schools that were swept, by id
   * @param withoutRules those of them whose children were not judged, as the school has no rule
   *     book or no calendar yet
   * @param children how many children were looked at
   * @param inCare how many of them are in care on the as-of date
   * @param total what was counted in all
   * @param unjudged for each rule, how many of the children in care it judged by no window at all
   * @param breakdowns a breakdown for each grouping that was asked for, in its order
   */
  public SweepReport {
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(schools, "schools");
    requireNonNull(withoutRules, "withoutRules");
    requireNonNull(total, "total");
    requireNonNull(unjudged, "unjudged");
    requireNonNull(breakdowns, "breakdowns");
  }

  /**
   * Finds the breakdown by a grouping.
   *
   * @param grouping by what
   * @return the breakdown, or empty if it was not asked for
   */
  public Optional<Breakdown> find(Grouping grouping) {
    return breakdowns.stream().filter(each -> each.grouping().equals(grouping)).findFirst();
  }
}
