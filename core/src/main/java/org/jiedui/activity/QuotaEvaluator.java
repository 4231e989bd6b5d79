package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.child.Placement;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.JudgedWindow;
import org.jiedui.compliance.Schedule;
import org.jiedui.compliance.ScheduledWindow;
import org.jiedui.compliance.Standing;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether enough is planned and held, and whether each child attended enough. Built once
 * for the quotas and a calendar.
 *
 * <p>Children are judged by the very {@link Evaluator} of contacts, attendance being what contacts
 * are there: half a period in scope is needed, exemptions excuse, what was recorded later was not
 * known before, and the standing is of the same kind. The plan is judged by the same windows.
 *
 * <pre>{@code
 * QuotaEvaluator evaluator = QuotaEvaluator.of(quotas, calendar, zone);
 * Viewpoint today = Viewpoint.on(LocalDate.of(2025, 12, 1));
 * evaluator.judgePlan(plan, classes, today).forEach(each -> show(each.wording()));
 * evaluator.judge(AttendanceRecord.of(id, facts, exemptions, plan, attendance, zone), quota, today);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class QuotaEvaluator {

  private static final ContactPattern ATTENDS =
      ContactPattern.of(List.of(Party.OTHER_STAFF), List.of(Party.CHILD), List.of(Channel.MEETING));

  private final ImmutableListMultimap<RuleId, ActivityQuota> quotas;
  private final SchoolCalendar calendar;
  private final ZoneId zone;
  private final Map<RuleId, Evaluator> evaluators = new LinkedHashMap<>();
  private final Map<RuleId, ImmutableList<Period>> periods = new LinkedHashMap<>();

  /** A window of a quota and the version that judges it. */
  private record Period(ActivityQuota quota, int version, SchoolYear year, DateRange days) {

    LocalDate last() {
      return days.last().orElseThrow();
    }
  }

  private QuotaEvaluator(
      ImmutableListMultimap<RuleId, ActivityQuota> quotas, SchoolCalendar calendar, ZoneId zone) {
    this.quotas = quotas;
    this.calendar = calendar;
    this.zone = zone;
    for (RuleId id : quotas.keySet()) {
      ImmutableList<ActivityQuota> versions = quotas.get(id);
      periods.put(id, periodsOf(versions));
      findRule(id, versions)
          .ifPresent(
              rule ->
                  evaluators.put(id, Evaluator.of(RuleBook.of(ImmutableList.of(rule)), calendar)));
    }
  }

  /**
   * Returns the evaluator of quotas in a calendar.
   *
   * @param quotas the quotas; those of one id are versions of it
   * @param calendar the terms
   * @param zone the school's zone: on which day something was recorded
   * @return the evaluator
   * @throws IllegalArgumentException if two versions of a quota are in force on one day or differ
   *     in the kinds, in being for each class or in the attendees, or quotas go by milestones and a
   *     term has none
   */
  public static QuotaEvaluator of(
      Collection<ActivityQuota> quotas, SchoolCalendar calendar, ZoneId zone) {
    ImmutableListMultimap<RuleId, ActivityQuota> byId =
        quotas.stream()
            .sorted(Comparator.comparing(ActivityQuota::validFrom))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(ActivityQuota::id, each -> each));
    for (RuleId id : byId.keySet()) {
      checkVersions(byId.get(id));
    }
    // The order in which they were given is that in which people list them.
    ImmutableListMultimap.Builder<RuleId, ActivityQuota> inOrder = ImmutableListMultimap.builder();
    quotas.stream()
        .map(ActivityQuota::id)
        .distinct()
        .forEach(id -> inOrder.putAll(id, byId.get(id)));
    return new QuotaEvaluator(inOrder.build(), calendar, zone);
  }

  private static void checkVersions(ImmutableList<ActivityQuota> versions) {
    for (int i = 1; i < versions.size(); i++) {
      ActivityQuota before = versions.get(i - 1);
      LocalDate from = versions.get(i).validFrom();
      checkArgument(
          versions.get(i).kinds().equals(before.kinds())
              && versions.get(i).eachClass() == before.eachClass()
              && versions.get(i).attendee() == before.attendee(),
          "versions of quota %s must be for the same activities and attendees",
          before.id());
      checkArgument(
          from.isAfter(before.validFrom())
              && before.validUntil().map(last -> last.isBefore(from)).orElse(true),
          "versions of quota %s must not both be in force on %s",
          before.id(),
          from);
    }
  }

  /** A version ends the day before the next one, or on a last day of its own. */
  private static Optional<LocalDate> lastDay(ImmutableList<ActivityQuota> versions, int index) {
    Optional<LocalDate> own = versions.get(index).validUntil();
    return own.isPresent() || index + 1 == versions.size()
        ? own
        : Optional.of(versions.get(index + 1).validFrom().minusDays(1));
  }

  private static Optional<ContactRule> findRule(RuleId id, ImmutableList<ActivityQuota> versions) {
    ImmutableList.Builder<RuleVersion> judging = ImmutableList.builder();
    for (int i = 0; i < versions.size(); i++) {
      ActivityQuota quota = versions.get(i);
      if (quota.eachChild() > 0) {
        RuleVersion.Builder version =
            RuleVersion.from(quota.validFrom())
                .scope(quota.scope())
                .pattern(ATTENDS)
                .cadence(quota.amount().cadence())
                .times(quota.eachChild())
                .season(Season.TERM);
        lastDay(versions, i).ifPresent(version::until);
        judging.add(version.build());
      }
    }
    ImmutableList<RuleVersion> all = judging.build();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ContactRule.of(id, versions.get(0).title(), versions.get(0).provenance(), all));
  }

  private ImmutableList<Period> periodsOf(ImmutableList<ActivityQuota> versions) {
    List<Period> all = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      ActivityQuota quota = versions.get(i);
      Schedule schedule =
          Schedule.of(quota.amount().cadence(), Season.TERM, calendar, quota.validFrom());
      for (ScheduledWindow window : schedule.windows()) {
        DateRange days = window.days();
        LocalDate from = i == 0 ? earliest(days, quota.validFrom()) : quota.validFrom();
        boolean ended = lastDay(versions, i).map(last -> last.isBefore(days.start())).orElse(false);
        if (!days.start().isBefore(from) && !ended) {
          all.add(new Period(quota, i, yearOf(days.start()), days));
        }
      }
    }
    return ImmutableList.sortedCopyOf(Comparator.comparing(Period::days), all);
  }

  /** A period in which the first version comes into force is judged by it. */
  private static LocalDate earliest(DateRange days, LocalDate validFrom) {
    return days.contains(validFrom) ? days.start() : validFrom;
  }

  private SchoolYear yearOf(LocalDate day) {
    return calendar.years().stream()
        .filter(year -> !year.days().start().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /**
   * Returns the quotas.
   *
   * @return the quotas in the order in which they were given, the versions of one by their first
   *     days
   */
  public ImmutableList<ActivityQuota> quotas() {
    return ImmutableList.copyOf(quotas.values());
  }

  /**
   * Judges the plan by every quota.
   *
   * @param plan the activities of the school
   * @param classes its classes; each counts in its own school year
   * @param viewpoint the dates under which to judge: what was held after the as-of date is still to
   *     come, what was recorded after the known-on date is not seen
   * @return for each quota, each class if it is for each, and each period of the calendar, also one
   *     to come, a verdict; by quota, class and period
   */
  public ImmutableList<PlanVerdict> judgePlan(
      ActivityPlan plan, Collection<ClassGroup> classes, Viewpoint viewpoint) {
    ImmutableList<Known> known = known(plan, viewpoint);
    ImmutableList.Builder<PlanVerdict> verdicts = ImmutableList.builder();
    for (RuleId id : quotas.keySet()) {
      for (Map.Entry<Optional<ClassId>, List<Period>> target : targets(id, classes).entrySet()) {
        target.getValue().stream()
            .map(period -> verdict(period, target.getKey(), known, viewpoint))
            .forEach(verdicts::add);
      }
    }
    return verdicts.build();
  }

  /** An activity and where it was with what is known. */
  private record Known(Activity activity, ActivityStatus status) {

    LocalDate day() {
      return status.arrangement().day();
    }

    ActivityId id() {
      return activity.id();
    }

    boolean counts(Period period, Optional<ClassId> classId) {
      return period.quota().kinds().contains(activity.kind())
          && classId.map(activity.classes()::contains).orElse(true);
    }
  }

  private ImmutableList<Known> known(ActivityPlan plan, Viewpoint viewpoint) {
    return plan.activities().stream()
        .flatMap(
            each ->
                each.statusKnownOn(viewpoint.knownOn(), zone).stream()
                    .map(status -> new Known(each, status)))
        .sorted(Comparator.comparing(Known::day).thenComparing(Known::id))
        .collect(toImmutableList());
  }

  /** The school, or each class with the periods of its year. */
  private Map<Optional<ClassId>, List<Period>> targets(RuleId id, Collection<ClassGroup> classes) {
    Map<Optional<ClassId>, List<Period>> targets = new LinkedHashMap<>();
    List<ClassGroup> sorted =
        classes.stream()
            .sorted(Comparator.comparing(ClassGroup::id))
            .collect(toCollection(ArrayList::new));
    for (Period period : periods.getOrDefault(id, ImmutableList.of())) {
      if (period.quota().eachClass()) {
        for (ClassGroup group : sorted) {
          if (group.schoolYear() == period.year().year()
              && GradeTest.of(period.quota().scope(), group.grade()) != GradeTest.NEVER) {
            targets.computeIfAbsent(Optional.of(group.id()), any -> new ArrayList<>()).add(period);
          }
        }
      } else {
        targets.computeIfAbsent(Optional.empty(), any -> new ArrayList<>()).add(period);
      }
    }
    return targets;
  }

  private static PlanVerdict verdict(
      Period period, Optional<ClassId> classId, ImmutableList<Known> known, Viewpoint viewpoint) {
    LocalDate asOf = viewpoint.asOf();
    ImmutableList.Builder<ActivityId> heldIds = ImmutableList.builder();
    ImmutableList.Builder<ActivityId> plannedIds = ImmutableList.builder();
    ImmutableList.Builder<ActivityId> unrecordedIds = ImmutableList.builder();
    ImmutableList.Builder<ActivityId> draftIds = ImmutableList.builder();
    known.stream()
        .filter(each -> period.days().contains(each.day()) && each.counts(period, classId))
        .forEach(
            each -> {
              boolean isPast = each.day().isBefore(asOf);
              switch (each.status().state()) {
                case HELD -> (each.day().isAfter(asOf) ? plannedIds : heldIds).add(each.id());
                case AGREED, MOVED -> (isPast ? unrecordedIds : plannedIds).add(each.id());
                case DRAFT -> draftIds.add(each.id());
                case CANCELLED -> {}
              }
            });
    ImmutableList<ActivityId> held = heldIds.build();
    ImmutableList<ActivityId> planned = plannedIds.build();
    return new PlanVerdict(
        period.quota().id(),
        period.version(),
        classId,
        period.days(),
        period.quota().amount(),
        state(period, held.size(), planned.size(), asOf),
        held,
        planned,
        unrecordedIds.build(),
        draftIds.build());
  }

  private static QuotaState state(Period period, int held, int planned, LocalDate asOf) {
    QuotaAmount amount = period.quota().amount();
    if (amount.max().isPresent() && held + planned > amount.max().getAsInt()) {
      return QuotaState.TOO_MANY;
    }
    if (held >= amount.min()) {
      return QuotaState.MET;
    }
    if (asOf.isAfter(period.last())) {
      return QuotaState.MISSED;
    }
    return held + planned >= amount.min() ? QuotaState.PLANNED : QuotaState.SHORT;
  }

  /**
   * Finds the periods to act on, for the school and each class.
   *
   * <p>In each school year it is the first period of a quota that is not settled: in which, or
   * after whose first day in the same year, too few were held. It lapses with the year.
   *
   * @param plan the activities of the school
   * @param classes its classes
   * @param viewpoint only what was held by the as-of date and known on the known-on date is seen
   * @return the standings that are shown on the as-of date: at most one for each quota and class
   */
  public ImmutableList<PlanStanding> planStandings(
      ActivityPlan plan, Collection<ClassGroup> classes, Viewpoint viewpoint) {
    return allStandings(known(plan, viewpoint), classes, viewpoint.asOf())
        .filter(each -> each.standing().isShownOn(viewpoint.asOf()))
        .collect(toImmutableList());
  }

  /**
   * Finds the periods to act on with everything seen: what a store keeps. On a day, the one is
   * shown whose {@link Standing#isShownOn} says so.
   *
   * @param plan the activities of the school
   * @param classes its classes
   * @return the standings, at most one for each quota, class and school year
   */
  public ImmutableList<PlanStanding> planStandings(
      ActivityPlan plan, Collection<ClassGroup> classes) {
    ImmutableList<Known> known =
        plan.activities().stream()
            .map(each -> new Known(each, each.status()))
            .collect(toImmutableList());
    return allStandings(known, classes, LocalDate.MAX).collect(toImmutableList());
  }

  private Stream<PlanStanding> allStandings(
      ImmutableList<Known> known, Collection<ClassGroup> classes, LocalDate asOf) {
    List<PlanStanding> standings = new ArrayList<>();
    for (RuleId id : quotas.keySet()) {
      targets(id, classes)
          .forEach(
              (classId, own) ->
                  calendar
                      .years()
                      .forEach(
                          year ->
                              own.stream()
                                  .filter(period -> period.year().equals(year))
                                  .filter(period -> !isSettled(period, classId, known, asOf))
                                  .findFirst()
                                  .map(period -> standing(period, classId))
                                  .ifPresent(standings::add)));
    }
    return standings.stream();
  }

  private static boolean isSettled(
      Period period, Optional<ClassId> classId, ImmutableList<Known> known, LocalDate asOf) {
    DateRange rest = DateRange.ofClosed(period.days().start(), lastOf(period.year()));
    return known.stream()
            .filter(
                each ->
                    each.status().state() == ActivityState.HELD
                        && rest.contains(each.day())
                        && !each.day().isAfter(asOf)
                        && each.counts(period, classId))
            .count()
        >= period.quota().amount().min();
  }

  private static LocalDate lastOf(SchoolYear year) {
    return year.days().last().orElseThrow();
  }

  private PlanStanding standing(Period period, Optional<ClassId> classId) {
    int index = calendar.years().indexOf(period.year());
    Optional<LocalDate> shownFrom =
        index == 0
            ? Optional.empty()
            : Optional.of(lastOf(calendar.years().get(index - 1)).plusDays(1));
    return new PlanStanding(
        classId,
        new Standing(
            period.quota().id(),
            period.version(),
            period.days().start(),
            period.last(),
            shownFrom,
            Optional.of(lastOf(period.year()))));
  }

  /**
   * Judges a child by a quota.
   *
   * @param record what is known of the child
   * @param quota a quota
   * @param viewpoint the dates under which to judge
   * @return the periods that began on or before the as-of date, each with its verdict and why; none
   *     if the quota asks for nothing of each child
   * @throws IllegalArgumentException if there is no such quota
   */
  public ImmutableList<ChildVerdict> judge(
      AttendanceRecord record, RuleId quota, Viewpoint viewpoint) {
    checkArgument(quotas.containsKey(quota), "there is no quota %s", quota);
    @Nullable Evaluator evaluator = evaluators.get(quota);
    if (evaluator == null) {
      return ImmutableList.of();
    }
    ImmutableList<ActivityQuota> judging = judging(quota);
    return evaluator.judge(record.toCareRecord(judging.get(0)), quota, viewpoint).windows().stream()
        .map(window -> verdict(record, judging.get(window.version()), window, viewpoint))
        .collect(toImmutableList());
  }

  /** The versions that ask for something of each child, as the evaluator numbers them. */
  private ImmutableList<ActivityQuota> judging(RuleId quota) {
    return quotas.get(quota).stream()
        .filter(each -> each.eachChild() > 0)
        .collect(toImmutableList());
  }

  private ChildVerdict verdict(
      AttendanceRecord record, ActivityQuota quota, JudgedWindow window, Viewpoint viewpoint) {
    Instant end = viewpoint.knownOn().plusDays(1).atStartOfDay(zone).toInstant();
    ImmutableList.Builder<ActivityId> attended = ImmutableList.builder();
    ImmutableList.Builder<ActivityId> missed = ImmutableList.builder();
    ImmutableList.Builder<ActivityId> unrecorded = ImmutableList.builder();
    for (Known each : known(record.plan(), viewpoint)) {
      if (each.status().state() != ActivityState.HELD
          || !quota.kinds().contains(each.activity().kind())
          || !window.days().contains(each.day())
          || each.day().isAfter(viewpoint.asOf())) {
        continue;
      }
      Optional<Attendance> last =
          record.attendanceAt(each.id(), quota.attendee()).stream()
              .filter(one -> one.recordedAt().isBefore(end))
              .reduce((earlier, later) -> later);
      if (last.isPresent()) {
        (last.get().presence() == Presence.PRESENT ? attended : missed).add(each.id());
      } else if (isForClassOf(record, each, end)) {
        unrecorded.add(each.id());
      }
    }
    return new ChildVerdict(
        record.childId(),
        window,
        quota.eachChild(),
        attended.build(),
        missed.build(),
        unrecorded.build());
  }

  private static boolean isForClassOf(AttendanceRecord record, Known each, Instant end) {
    @Nullable Placement placement = record.facts().placement().knownBefore(end).get(each.day());
    return placement != null && each.activity().classes().contains(placement.classId());
  }

  /**
   * Returns the quotas that ask for something of each child: those of which a child has standings.
   *
   * @return their ids, in the order in which they were given
   */
  public ImmutableSet<RuleId> ofEachChild() {
    return ImmutableSet.copyOf(evaluators.keySet());
  }

  /**
   * Finds the periods to act on for a child, as seen on the as-of date.
   *
   * @param record what is known of the child
   * @param viewpoint the dates under which to judge
   * @return at most one for each quota, in their order, of the kind that contact rules have
   */
  public ImmutableList<Standing> standings(AttendanceRecord record, Viewpoint viewpoint) {
    return standings((evaluator, care) -> evaluator.standings(care, viewpoint), record);
  }

  /**
   * Finds the periods to act on for a child with everything seen: what a store keeps.
   *
   * @param record what is known of the child
   * @return the standings, by quota in their order, then by the days on which they are shown
   */
  public ImmutableList<Standing> standings(AttendanceRecord record) {
    return standings(Evaluator::standings, record);
  }

  private ImmutableList<Standing> standings(Finder finder, AttendanceRecord record) {
    ImmutableList.Builder<Standing> standings = ImmutableList.builder();
    evaluators.forEach(
        (id, evaluator) ->
            finder
                .find(evaluator, record.toCareRecord(judging(id).get(0)))
                .forEach(each -> standings.add(numbered(id, each))));
    return standings.build();
  }

  /** With the index among all versions, not among those that ask for something of each child. */
  private Standing numbered(RuleId id, Standing standing) {
    int version = quotas.get(id).indexOf(judging(id).get(standing.version()));
    return new Standing(
        standing.rule(),
        version,
        standing.opens(),
        standing.deadline(),
        standing.shownFrom(),
        standing.shownUntil());
  }

  /** Finds standings of a child's attendance. */
  @FunctionalInterface
  private interface Finder {
    ImmutableList<Standing> find(Evaluator evaluator, CareRecord record);
  }
}
