package org.jiedui.examples.schoolyear;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.CareDesk;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityStatus;
import org.jiedui.activity.ChildVerdict;
import org.jiedui.activity.PlanVerdict;
import org.jiedui.activity.QuotaState;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.Term;
import org.jiedui.compliance.Verdict;
import org.jiedui.id.RuleId;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * What is asked of a school's activities and how that stands, its home and its partners: the plan
 * with everything known, as it is printed, and the children as the board knows them.
 */
final class QuotaReport {

  /** That a child attended too little, so far or in the end. */
  private static final ImmutableSet<Verdict> TOO_LITTLE =
      Sets.immutableEnumSet(Verdict.MISSED, Verdict.PENDING);

  private static final String NONE = "—";

  private final CareDesk desk;
  private final School school;
  private final Viewpoint viewpoint;
  private final SchoolText text;
  private final ActivityBook book;
  private final Map<RuleId, ImmutableList<ChildVerdict>> coverage = new HashMap<>();

  private QuotaReport(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    this.desk = desk;
    this.school = school;
    this.viewpoint = viewpoint;
    this.text = text;
    this.book = desk.activityBook().get(school.id());
  }

  /**
   * Reads how what a school asks of its activities stands.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param text how it writes
   * @return the report; its text is empty if the school asks for nothing
   */
  static QuotaReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    return new QuotaReport(desk, school, viewpoint, text);
  }

  /** Returns it for a terminal. */
  String text() {
    StringBuilder out = new StringBuilder();
    if (!book.quotas().isEmpty()) {
      appendQuotas(out);
    }
    desk.school()
        .calendar(school.id())
        .flatMap(calendar -> calendar.termOn(viewpoint.asOf()))
        .map(Term::days)
        .ifPresent(term -> appendHomeAndPartners(out, term));
    return out.toString();
  }

  /** A period of a quota: where each class has its own, all classes stand in one line. */
  private record Period(RuleId quota, DateRange days, String amount) {}

  private void appendQuotas(StringBuilder out) {
    Map<Period, List<PlanVerdict>> periods =
        desk
            .activities()
            .judge(school.id(), Viewpoint.of(viewpoint.asOf(), PlanReport.EVERYTHING_KNOWN))
            .stream()
            .filter(each -> !each.days().start().isAfter(viewpoint.asOf()))
            .collect(
                Collectors.groupingBy(
                    each -> new Period(each.quota(), each.days(), each.amount().numbers()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    ImmutableMap<RuleId, Wording> titles = desk.board().titles(school.id());
    TextTable table =
        new TextTable(
            4,
            text.of(
                Wording.of("事项", "quota"),
                Wording.of("时段", "period"),
                Wording.of("应有次数", "asked"),
                Wording.of("情况", "state"),
                Wording.of("参加不足的学生", "children who attended too little")));
    periods.forEach(
        (period, verdicts) ->
            table.add(
                ImmutableList.of(
                    Optional.ofNullable(titles.get(period.quota()))
                        .map(text::of)
                        .orElseGet(() -> period.quota().value()),
                    period.days().toString(),
                    period.amount(),
                    states(verdicts),
                    childrenWithTooLittle(period))));
    out.append('\n')
        .append(
            text.of(
                Wording.of(
                    "九、活动要求落实情况（到查看日为止已开始的时段）\n\n",
                    "9. What is asked of activities (periods begun by the as-of date)\n\n")))
        .append(table);
  }

  private String states(Collection<PlanVerdict> verdicts) {
    boolean ofClasses = verdicts.stream().allMatch(each -> each.classId().isPresent());
    Map<QuotaState, Long> states =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(PlanVerdict::state, TreeMap::new, Collectors.counting()));
    return states.entrySet().stream()
        .map(
            entry ->
                ofClasses
                    ? text.format(
                        Wording.of("%s %d 班", "%s: %d classes"),
                        text.of(entry.getKey().wording()),
                        entry.getValue())
                    : text.of(entry.getKey().wording()))
        .collect(joining(text.of(Wording.of("，", ", "))));
  }

  private String childrenWithTooLittle(Period period) {
    boolean isOfChildren =
        book.quotas().stream()
            .anyMatch(quota -> quota.id().equals(period.quota()) && quota.eachChild() > 0);
    if (!isOfChildren) {
      return NONE;
    }
    return String.valueOf(
        coverage
            .computeIfAbsent(
                period.quota(), id -> desk.attendance().coverage(school.id(), id, viewpoint))
            .stream()
            .map(ChildVerdict::window)
            .filter(window -> period.days().contains(window.days().start()))
            .filter(window -> TOO_LITTLE.contains(window.verdict()))
            .count());
  }

  private void appendHomeAndPartners(StringBuilder out, DateRange term) {
    if (!book.homeHours().isEmpty()) {
      ImmutableList<OpeningHours.Opening> openings =
          desk.activityBook().openings(school.id(), term);
      long minutes =
          openings.stream()
              .mapToLong(each -> Duration.between(each.from(), each.until()).toMinutes())
              .sum();
      out.append(
          text.format(
              Wording.of(
                  "\n留守儿童之家本学期开放 %d 次，共 %d 小时\n",
                  "\nOpenings of the home this term: %d, %d hours in all\n"),
              openings.size(),
              Duration.ofMinutes(minutes).toHours()));
    }
    if (!book.partners().isEmpty()) {
      LocalDate today = viewpoint.asOf();
      out.append(
          text.format(
              Wording.of(
                  "\n合作单位 %d 个，到查看日参与已开展的活动 %d 项\n",
                  "\nPartners: %d, at %d activities held by the as-of date\n"),
              book.partners().stream().filter(each -> each.days().contains(today)).count(),
              desk.activities().plan(school.id(), term, viewpoint.knownOn()).activities().stream()
                  .map(Activity::status)
                  .filter(QuotaReport::isHeldWithAPartner)
                  .filter(status -> !status.arrangement().day().isAfter(today))
                  .count()));
    }
  }

  private static boolean isHeldWithAPartner(ActivityStatus status) {
    return status.state() == ActivityState.HELD && status.arrangement().partner().isPresent();
  }
}
