package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jiedui.access.Operation;
import org.jiedui.access.Role;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityPlan;
import org.jiedui.activity.ActivityPlanner;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityStatus;
import org.jiedui.activity.ActivityStep;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Doer;
import org.jiedui.activity.PlanEvents;
import org.jiedui.activity.PlanNames;
import org.jiedui.activity.PlanProposal;
import org.jiedui.activity.PlanRequest;
import org.jiedui.activity.PlanStanding;
import org.jiedui.activity.PlanTable;
import org.jiedui.activity.PlanVerdict;
import org.jiedui.activity.QuotaEvaluator;
import org.jiedui.activity.StepDecision;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.ics.IcsWriter;
import org.jiedui.id.ActivityId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.ActivityDraft;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.school.School;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * The desk for activities: the plan and what became of it. What they are planned by is kept at
 * {@link ActivityBookDesk another one}.
 *
 * <pre>{@code
 * PlanProposal proposal = desk.activities().propose(school, term.days());
 * proposal.unplaced().forEach(each -> show(each.wording()));
 * desk.activities().accept(school, term.days(), proposal);
 * StepDecision agreed = desk.activities().agree(school, ActivityId.of("lecture:2025-1.week3"));
 * String file = desk.activities().calendar(school, term.days(), plan -> plan, Locale.CHINESE);
 * }</pre>
 *
 * <p>What a school keeps as a table is checked and then taken in:
 *
 * <pre>{@code
 * IntakeResult<Activity> read = desk.activities().checkActivitiesCsv(school, csv, Recording.onItsFirstDay(zone));
 * read.violations().forEach(each -> show(each.row(), each.field(), each.message(locale)));
 * desk.activities().importActivities(school, read.valuesOrThrow());
 * }</pre>
 *
 * <p>Steps are decided by the posts that whoever the desk belongs to holds on the day, {@link
 * org.jiedui.activity.ActivityPolicy}: their id as an actor is their staff number. Administrators
 * may do every step that the state of the activity permits.
 *
 * <p>Thread-safe.
 */
public final class ActivitiesDesk {

  private final Gate gate;

  ActivitiesDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks activities that were held or planned elsewhere, against the constraints and the school;
   * stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param recording when activities that are new to the school count as recorded, by their day;
   *     what is to come, and what is added to stored ones, is recorded now
   * @return the activities and every violation; those that are stored and of which the row says
   *     nothing new are equal to what is stored
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<Activity> checkActivities(
      SchoolId school, List<DraftRow<ActivityDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) ->
            gate.intake()
                .activities(
                    rows,
                    Directories.activities(writer, school),
                    gate.actor().id(),
                    recording,
                    gate.now()));
  }

  /**
   * Checks a CSV text of activities, with the headings of {@link ActivityDraft}; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param csv the text
   * @param recording when activities that are new to the school count as recorded, by their day
   * @return the activities, none if there is any fault, and every violation, see {@link
   *     #checkActivities}
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<Activity> checkActivitiesCsv(
      SchoolId school, String csv, Recording recording) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) ->
            gate.intake()
                .activities(
                    csv,
                    Directories.activities(writer, school),
                    gate.actor().id(),
                    recording,
                    gate.now()));
  }

  /**
   * Takes in activities that were held or planned elsewhere, all or none: those that are new, and
   * what was added to the history of those that the school has. One that is stored as given is left
   * alone, so taking in the same ones again changes nothing.
   *
   * @param school the school
   * @param activities the activities
   * @return how many were new or have more of a history
   * @throws IllegalArgumentException if one is of another school, was recorded after now, or is
   *     said to be held before its day
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such class, or no such member
   *     of staff as its leader
   * @throws DuplicateRecordException if the school has one of that id that differs otherwise than
   *     in having less of a history
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public int importActivities(SchoolId school, Collection<Activity> activities) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          LocalDate today = writer.schools().get(school).value().dayOf(gate.now());
          Directories.checkKnown(
              writer.staff(),
              school,
              activities.stream()
                  .map(each -> each.status().arrangement().leader())
                  .collect(toImmutableSet()));
          Directories.checkKnown(
              writer.classes(),
              school,
              activities.stream()
                  .flatMap(each -> each.classes().stream())
                  .collect(toImmutableSet()));
          int taken = 0;
          for (Activity activity : activities) {
            SchoolDesk.checkSchool(school, activity.schoolId());
            checkRecordedByNow(activity);
            ActivityStatus status = activity.status();
            checkArgument(
                status.state() != ActivityState.HELD || !status.arrangement().day().isAfter(today),
                "activity %s must not be held before its day",
                activity.id());
            taken += takeIn(writer, activity) ? 1 : 0;
          }
          count.add(taken);
          return taken;
        });
  }

  private boolean takeIn(CareWriter writer, Activity activity) {
    Optional<Versioned<Activity>> stored =
        writer.activities().find(activity.schoolId(), activity.id());
    if (stored.isEmpty()) {
      writer.activities().insert(activity);
      return true;
    }
    if (!stored.get().value().isContinuedBy(activity)) {
      throw new DuplicateRecordException("activity", activity.schoolId(), activity.id());
    }
    if (stored.get().value().equals(activity)) {
      return false;
    }
    writer.activities().update(activity, stored.get().version());
    refreshIfHeld(writer, stored.get().value(), activity);
    return true;
  }

  private void checkRecordedByNow(Activity activity) {
    for (ActivityFact fact : activity.history()) {
      checkArgument(
          !fact.recordedAt().isAfter(gate.now()),
          "activity %s must not be recorded in the future",
          activity.id());
    }
  }

  /**
   * Proposes a plan for a term or a year: from the templates, the calendar, the classes and the
   * staff, with what is agreed or held as it is and drafts moved as little as possible. Nothing is
   * stored.
   *
   * @param school the school
   * @param days the days to plan, with a last one
   * @return the proposal
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if the days have no last one
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public PlanProposal propose(SchoolId school, DateRange days) {
    return gate.look(
        Operation.KEEP_ACTIVITIES,
        school,
        (reader, count) -> {
          PlanProposal proposal = propose(reader, school, days);
          count.add(proposal.placements().size());
          return proposal;
        });
  }

  private static PlanProposal propose(CareReader reader, SchoolId school, DateRange days) {
    ActivityBook book = ActivityBookDesk.read(reader, school);
    ActivityPlan plan = ActivityPlan.of(reader.activities().onDays(school, days));
    return ActivityPlanner.usual()
        .propose(
            PlanRequest.of(
                    book.daysOf(Directories.calendar(reader, school)),
                    days,
                    book.templates(),
                    reader.classes().all(school),
                    reader.staff().all(school))
                .withFixed(plan.fixed())
                .withEarlier(plan.drafts()));
  }

  /**
   * Accepts a proposal: what is new is drafted, drafts move or are cancelled as it says. It is made
   * again first, so that nothing is accepted that what was stored meanwhile speaks against.
   *
   * @param school the school
   * @param days the days for which it was made
   * @param proposal the proposal
   * @return the plan of these days
   * @throws IllegalStateException if a plan made now would be another, or the school has no
   *     calendar
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public ActivityPlan accept(SchoolId school, DateRange days, PlanProposal proposal) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          if (!propose(writer, school, days).equals(proposal)) {
            throw new IllegalStateException(
                "the plan of school " + school + " has changed since it was proposed");
          }
          ActivityPlan before = ActivityPlan.of(writer.activities().onDays(school, days));
          ActivityPlan after = before.redraft(proposal, school, gate.now(), gate.actor().id());
          for (Activity each : after.activities()) {
            if (before.find(each.id()).isEmpty()) {
              // A draft of that id may have been moved to other days.
              Optional<Versioned<Activity>> elsewhere = writer.activities().find(school, each.id());
              checkArgument(
                  elsewhere.isEmpty(), "activity %s is arranged for other days", each.id());
              count.add(1);
              writer.activities().insert(each);
            } else if (!before.find(each.id()).get().equals(each)) {
              count.add(1);
              writer
                  .activities()
                  .update(each, writer.activities().get(school, each.id()).version());
            }
          }
          return after;
        });
  }

  /**
   * Drafts an activity that comes from no planning, or takes in one that was held.
   *
   * @param activity the activity, with a history whose facts nobody recorded after now
   * @return whether it may be drafted by whoever the desk belongs to; if so, it is stored
   * @throws IllegalArgumentException if a fact of it was recorded after now
   * @throws org.jiedui.storage.DuplicateRecordException if there is one of that id
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision draft(Activity activity) {
    return gate.run(
        Operation.RECORD_ACTIVITIES,
        activity.schoolId(),
        (writer, count) -> {
          checkRecordedByNow(activity);
          SchoolId school = activity.schoolId();
          StepDecision decision =
              isAdministrator(school)
                  ? new StepDecision.Accepted(activity.history().get(0).step())
                  : gate.office()
                      .settings()
                      .activities()
                      .decideDraft(activity, doer(writer, school));
          if (decision instanceof StepDecision.Accepted) {
            checkArgument(
                isAdministrator(school) || activity.history().size() == 1,
                "activity %s must be a draft alone",
                activity.id());
            count.add(1);
            writer.activities().insert(activity);
          }
          return decision;
        });
  }

  private boolean isAdministrator(SchoolId school) {
    return gate.actor().has(Role.ADMINISTRATOR, school);
  }

  /** Who acts, with the posts of today; somebody who is not on the staff holds none. */
  private Doer doer(CareReader reader, SchoolId school) {
    LocalDate today = reader.schools().get(school).value().dayOf(gate.now());
    StaffId id = StaffId.of(gate.actor().id().value());
    return reader
        .staff()
        .find(school, id)
        .map(member -> Doer.on(today, member.value(), reader.classes().all(school)))
        .orElseGet(() -> new Doer(id, ImmutableSet.of(), ImmutableSet.of()));
  }

  /**
   * Agrees to an activity.
   *
   * @param school the school
   * @param activity the activity
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision agree(SchoolId school, ActivityId activity) {
    return step(school, activity, stored -> ActivityFact.agreed(gate.now(), gate.actor().id()));
  }

  /**
   * Moves an activity to another day, time, place or leader.
   *
   * @param school the school
   * @param activity the activity
   * @param day the day
   * @param startsAt at what time of the school's zone it begins, if that is agreed
   * @param reason why, not blank
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision move(
      SchoolId school,
      ActivityId activity,
      LocalDate day,
      Optional<LocalTime> startsAt,
      String reason) {
    return step(
        school,
        activity,
        stored -> {
          Arrangement now = stored.status().arrangement();
          return ActivityFact.moved(
              new Arrangement(
                  day, startsAt, now.leader(), now.place(), now.partner(), now.minutes()),
              reason,
              gate.now(),
              gate.actor().id());
        });
  }

  /**
   * Says that an activity was held as arranged.
   *
   * @param school the school
   * @param activity the activity
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision hold(SchoolId school, ActivityId activity) {
    return step(school, activity, stored -> ActivityFact.held(gate.now(), gate.actor().id()));
  }

  /**
   * Cancels an activity.
   *
   * @param school the school
   * @param activity the activity
   * @param reason why, not blank
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision cancel(SchoolId school, ActivityId activity, String reason) {
    return step(
        school, activity, stored -> ActivityFact.cancelled(reason, gate.now(), gate.actor().id()));
  }

  /**
   * Says that an activity was said to be held or cancelled by mistake.
   *
   * @param school the school
   * @param activity the activity
   * @param reason why, not blank
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision reopen(SchoolId school, ActivityId activity, String reason) {
    return step(
        school, activity, stored -> ActivityFact.reopened(reason, gate.now(), gate.actor().id()));
  }

  /**
   * Notes something of an activity, in whatever state it is. A later note does not take the place
   * of an earlier one in its history, but is the one that {@link Activity#findNote} finds.
   *
   * @param school the school
   * @param activity the activity
   * @param note how it went, say; not blank, and without names of children
   * @return accepted and stored, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the note is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_ACTIVITIES)
  public StepDecision note(SchoolId school, ActivityId activity, String note) {
    return step(
        school, activity, stored -> ActivityFact.noted(note, gate.now(), gate.actor().id()));
  }

  private StepDecision step(SchoolId school, ActivityId id, Function<Activity, ActivityFact> fact) {
    return gate.run(
        Operation.RECORD_ACTIVITIES,
        school,
        (writer, count) -> {
          Versioned<Activity> stored = writer.activities().get(school, id);
          ActivityFact next = fact.apply(stored.value());
          StepDecision decision = decide(writer, school, stored.value(), next);
          if (decision instanceof StepDecision.Accepted) {
            count.add(1);
            Activity after = stored.value().with(next);
            writer.activities().update(after, stored.version());
            if (next.step() != ActivityStep.NOTE) {
              refreshIfHeld(writer, stored.value(), after);
            }
          }
          return decision;
        });
  }

  /** Who attended counts, or counts no longer, once an activity is held or was held by mistake. */
  private void refreshIfHeld(CareWriter writer, Activity before, Activity after) {
    if (isHeld(before) || isHeld(after)) {
      StandingKeeper.of(gate.office(), writer, after.schoolId())
          .refreshQuotas(
              writer,
              writer.attendance().ofActivity(after.schoolId(), after.id()).stream()
                  .map(Attendance::childId)
                  .collect(toImmutableSet()));
    }
  }

  private static boolean isHeld(Activity activity) {
    return activity.status().state() == ActivityState.HELD;
  }

  private StepDecision decide(
      CareWriter writer, SchoolId school, Activity activity, ActivityFact fact) {
    LocalDate today = writer.schools().get(school).value().dayOf(gate.now());
    Doer who =
        isAdministrator(school)
            ? Doer.whoMayAll(StaffId.of(gate.actor().id().value()), activity.classes())
            : doer(writer, school);
    return gate.office().settings().activities().decide(fact, activity, who, today);
  }

  /**
   * Returns the plan of some days, as it was known.
   *
   * @param school the school
   * @param days the days, with an end
   * @param knownOn the last day whose records are seen
   * @return the activities that were arranged for these days then, cancelled ones too
   * @throws IllegalArgumentException if the days have no end
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public ActivityPlan plan(SchoolId school, DateRange days, LocalDate knownOn) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          ActivityPlan plan = plan(reader, school, days, knownOn);
          count.add(plan.activities().size());
          return plan;
        });
  }

  private static ActivityPlan plan(
      CareReader reader, SchoolId school, DateRange days, LocalDate knownOn) {
    ZoneId zone = reader.schools().get(school).value().zone();
    return ActivityPlan.of(reader.activities().onDays(school, days))
        .knownOn(knownOn, zone)
        .where(each -> days.contains(each.status().arrangement().day()));
  }

  /**
   * Returns an activity with its history.
   *
   * @param school the school
   * @param activity the activity
   * @return the activity
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public Activity get(SchoolId school, ActivityId activity) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          count.add(1);
          return reader.activities().get(school, activity).value();
        });
  }

  /**
   * Writes the plan of some days as iCalendar, for people who subscribe to it: the whole, or the
   * part of a class or a teacher. Drafts are nobody's appointments yet and left out; the same
   * activity has the same UID in all of them, and what was cancelled is struck out.
   *
   * @param school the school
   * @param days the days, with an end
   * @param part which part, for instance {@code plan -> plan.ofClass(id)}; it must be pure
   * @param locale the reader's locale
   * @return the text
   * @throws IllegalArgumentException if the days have no end
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public String calendar(
      SchoolId school, DateRange days, UnaryOperator<ActivityPlan> part, Locale locale) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          School own = reader.schools().get(school).value();
          ActivityPlan plan =
              part.apply(ActivityPlan.of(reader.activities().onDays(school, days)))
                  .where(each -> days.contains(each.status().arrangement().day()));
          count.add(plan.activities().size());
          Instant stamp =
              plan.activities().stream()
                  .map(each -> each.history().get(each.history().size() - 1).recordedAt())
                  .max(Comparator.naturalOrder())
                  .orElse(Instant.EPOCH);
          return IcsWriter.write(
              own.name(),
              PlanEvents.of(plan, names(reader, school, plan), locale),
              stamp,
              own.zone());
        });
  }

  /**
   * Writes what a member of staff has before them as iCalendar, for that person to subscribe to:
   * the activities that they lead, and what they have to see to, by rule or quota and last day: the
   * contacts to make and the activities to attend, with how many children, but without any child's
   * name or id.
   *
   * @param school the school
   * @param member whose calendar
   * @param days the days of the activities, with an end
   * @param day the day on which it is asked for: what is due or overdue on it
   * @param locale the reader's locale
   * @return the text
   * @throws IllegalArgumentException if the days have no end
   */
  @Performs(Operation.SEE_BOARD)
  public String agenda(
      SchoolId school, StaffId member, DateRange days, LocalDate day, Locale locale) {
    return gate.look(
        Operation.SEE_BOARD,
        school,
        (reader, count) -> {
          School own = reader.schools().get(school).value();
          ActivityPlan plan =
              ActivityPlan.of(reader.activities().onDays(school, days))
                  .ledBy(member)
                  .where(each -> days.contains(each.status().arrangement().day()));
          ImmutableList<StandingRow> due =
              reader
                  .standings()
                  .board(BoardQuery.on(school, day).responsible(member).limit(Integer.MAX_VALUE));
          count.add(plan.activities().size() + due.size());
          return IcsWriter.write(
              own.name(),
              ImmutableList.<CalendarEvent>builder()
                  .addAll(PlanEvents.of(plan, names(reader, school, plan), locale))
                  .addAll(
                      DueEvents.of(
                          due,
                          BoardDesk.titles(reader, school),
                          ActivityBookDesk.read(reader, school).quotas().stream()
                              .map(ActivityQuota::id)
                              .collect(toImmutableSet()),
                          school,
                          member,
                          day,
                          locale))
                  .build(),
              gate.now(),
              own.zone());
        });
  }

  /**
   * Returns the plan of some days as a table, month by month.
   *
   * @param school the school
   * @param days the days, with an end
   * @param locale the reader's locale
   * @return the table, for a text or a CSV file
   * @throws IllegalArgumentException if the days have no end
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public PlanTable table(SchoolId school, DateRange days, Locale locale) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          ActivityPlan plan = ActivityPlan.of(reader.activities().onDays(school, days));
          count.add(plan.activities().size());
          return PlanTable.of(
              plan,
              days,
              ActivityBookDesk.read(reader, school).daysOf(Directories.calendar(reader, school)),
              names(reader, school, plan),
              locale);
        });
  }

  private static PlanNames names(CareReader reader, SchoolId school, ActivityPlan plan) {
    return SchoolNames.of(
        reader
            .staff()
            .findAll(
                school,
                plan.activities().stream()
                    .map(each -> each.status().arrangement().leader())
                    .collect(toImmutableList())),
        reader.classes().all(school),
        ActivityBookDesk.read(reader, school).partners());
  }

  /**
   * Judges the plan by the school's quotas: is enough planned and held, for the school and each
   * class.
   *
   * @param school the school
   * @param viewpoint the dates under which to judge
   * @return for each quota, each class if it is for each, and each period, a verdict
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public ImmutableList<PlanVerdict> judge(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          Quotas quotas = Quotas.of(reader, school);
          ImmutableList<PlanVerdict> verdicts =
              quotas.evaluator().judgePlan(quotas.plan(), reader.classes().all(school), viewpoint);
          count.add(verdicts.size());
          return verdicts;
        });
  }

  /**
   * Finds what is due: the quotas for which too little was held, with the first day and the
   * deadline of the period, as those of contact rules on the board.
   *
   * @param school the school
   * @param viewpoint the dates under which to look
   * @return at most one for each quota and class
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_BOARD)
  public ImmutableList<PlanStanding> due(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_BOARD,
        school,
        (reader, count) -> {
          Quotas quotas = Quotas.of(reader, school);
          ImmutableList<PlanStanding> due =
              quotas
                  .evaluator()
                  .planStandings(quotas.plan(), reader.classes().all(school), viewpoint)
                  .stream()
                  .filter(each -> !each.standing().opens().isAfter(viewpoint.asOf()))
                  .collect(toImmutableList());
          count.add(due.size());
          return due;
        });
  }

  /** The quotas and the activities that count for them, read at once. */
  private record Quotas(QuotaEvaluator evaluator, ActivityPlan plan) {

    static Quotas of(CareReader reader, SchoolId school) {
      SchoolCalendar calendar = Directories.calendar(reader, school);
      return new Quotas(
          QuotaEvaluator.of(
              ActivityBookDesk.read(reader, school).quotas(),
              calendar,
              reader.schools().get(school).value().zone()),
          all(reader, school, calendar));
    }
  }

  /** The activities of the days of a calendar. */
  static ActivityPlan all(CareReader reader, SchoolId school, SchoolCalendar calendar) {
    return ActivityPlan.of(
        reader
            .activities()
            .onDays(
                school, DateRange.ofClosed(calendar.terms().get(0).first(), calendar.horizon())));
  }
}
