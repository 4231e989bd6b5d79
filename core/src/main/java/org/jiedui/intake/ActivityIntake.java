package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityStep;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Place;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.text.Wording;

/** Checks activities against a school and what it has planned and held. */
final class ActivityIntake {

  /** How long an activity is of which nobody says it. */
  private static final int USUAL_MINUTES = 60;

  private static final String TAKEN_IN_AS_MOVED = "按登记表改期 / taken in as moved";
  private static final String TAKEN_IN_AS_CANCELLED = "按登记表取消 / taken in as cancelled";

  private final DraftValidator validator;
  private final ActivityDirectory directory;
  private final ActorId by;
  private final Recording recording;
  private final Instant now;
  private final LocalDate today;

  ActivityIntake(
      DraftValidator validator,
      ActivityDirectory directory,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    this.validator = validator;
    this.directory = directory;
    this.by = recordedBy;
    this.recording = recording.notAfter(now);
    this.now = now;
    this.today = directory.school().school().dayOf(now);
  }

  IntakeResult<Activity> check(List<DraftRow<ActivityDraft>> rows) {
    return new RowCheck<ActivityDraft, Activity>()
        .run(rows, validator, "id", draft -> Texts.present(draft.id()), this::activity);
  }

  private Optional<Activity> activity(
      ActivityDraft draft, RowCheck<ActivityDraft, Activity>.Row row) {
    Read read = read(draft, row);
    if (!row.isGood()) {
      return Optional.empty();
    }
    Activity known = directory.activities().get(read.id());
    return Optional.of(
        known == null
            ? noted(fresh(read), recording.of(read.day()), read, row)
            : noted(continued(known, read, row), now, read, row));
  }

  /** What a row says, as far as it says something. */
  private record Read(
      ActivityId id,
      ActivityKind kind,
      String title,
      LocalDate day,
      StaffId leader,
      Place place,
      Optional<PartnerId> partner,
      ActivityDraft draft,
      Optional<ImmutableSet<ClassId>> classes,
      ImmutableSet<ClassId> allClasses,
      Optional<ActivityState> status,
      Optional<ActivityTemplate> template) {

    /** The arrangement of the row, and of another what the row does not say. */
    Arrangement over(Arrangement other) {
      return new Arrangement(
          day,
          Texts.time(draft.startsAt()).or(other::startsAt),
          leader,
          place,
          partner.or(other::partner),
          Texts.number(draft.minutes()).orElse(other.minutes()));
    }
  }

  private Read read(ActivityDraft draft, RowCheck<ActivityDraft, Activity>.Row row) {
    LocalDate day = Texts.date(draft.day()).orElseThrow();
    Optional<SchoolYear> year = directory.yearOf(day);
    if (year.isEmpty()) {
      row.report("day", DraftRule.OUTSIDE_CALENDAR);
    }
    Optional<ActivityState> status = Texts.coded(ActivityState.class, draft.status());
    if (status.equals(Optional.of(ActivityState.HELD)) && day.isAfter(today)) {
      row.report("status", DraftRule.ACTIVITY_TO_COME);
    }
    Optional<ActivityTemplate> template =
        Texts.present(draft.template()).flatMap(directory::findTemplate);
    if (template.isEmpty() && Texts.present(draft.template()).isPresent()) {
      row.report("template", DraftRule.UNKNOWN_TEMPLATE);
    }
    return new Read(
        ActivityId.of(draft.id().strip()),
        Texts.coded(ActivityKind.class, draft.kind()).orElseThrow(),
        draft.title().strip(),
        day,
        directory.school().staff(draft.leader(), "leader", row),
        Place.parse(draft.place().strip()),
        PartnerText.find(draft.partner(), Optional.of(day), directory.partners(), row),
        draft,
        year.flatMap(known -> classes(draft, known, row)),
        year.map(known -> allClasses(known, template)).orElse(ImmutableSet.of()),
        status,
        template);
  }

  /** The classes that a row names, if it names any. */
  private Optional<ImmutableSet<ClassId>> classes(
      ActivityDraft draft, SchoolYear year, RowCheck<ActivityDraft, Activity>.Row row) {
    ImmutableList<String> names = Texts.words(draft.classes());
    ImmutableSet<ClassId> found =
        names.stream()
            .flatMap(name -> directory.findClass(year, name).stream())
            .map(ClassGroup::id)
            .collect(toImmutableSet());
    if (names.stream().anyMatch(name -> directory.findClass(year, name).isEmpty())) {
      row.report("classes", DraftRule.UNKNOWN_CLASS);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private ImmutableSet<ClassId> allClasses(SchoolYear year, Optional<ActivityTemplate> template) {
    return directory.classesOf(year).stream()
        .filter(group -> template.map(each -> each.isForGrade(group.grade())).orElse(true))
        .map(ClassGroup::id)
        .collect(toImmutableSet());
  }

  private Activity fresh(Read read) {
    Instant at = recording.of(read.day());
    Wording title =
        read.template()
            .map(ActivityTemplate::title)
            .filter(known -> known.chinese().equals(read.title()))
            .orElseGet(() -> Wording.of(read.title(), read.title()));
    Arrangement arrangement =
        read.over(
            new Arrangement(
                read.day(),
                Optional.empty(),
                read.leader(),
                read.place(),
                read.template().flatMap(ActivityTemplate::partner),
                read.template().map(ActivityTemplate::minutes).orElse(USUAL_MINUTES)));
    Activity drafted =
        new Activity(
            directory.school().school().id(),
            read.id(),
            read.template().map(ActivityTemplate::id),
            read.kind(),
            title,
            read.template().map(ActivityTemplate::audience).orElseGet(Scope::all),
            read.classes().orElse(read.allClasses()),
            ImmutableList.of(ActivityFact.drafted(arrangement, at, by)));
    return switch (read.status()
        .orElse(read.day().isAfter(today) ? ActivityState.DRAFT : ActivityState.HELD)) {
      case DRAFT -> drafted;
      case AGREED -> drafted.with(ActivityFact.agreed(at, by));
      case MOVED -> drafted.with(ActivityFact.agreed(at, by)).with(moved(arrangement, at));
      case HELD -> drafted.with(ActivityFact.agreed(at, by)).with(ActivityFact.held(at, by));
      case CANCELLED -> drafted.with(cancelled(at));
    };
  }

  private ActivityFact moved(Arrangement arrangement, Instant at) {
    return ActivityFact.moved(arrangement, TAKEN_IN_AS_MOVED, at, by);
  }

  private ActivityFact cancelled(Instant at) {
    return ActivityFact.cancelled(TAKEN_IN_AS_CANCELLED, at, by);
  }

  /**
   * What is stored, with what the row says that was never recorded: nothing that was changed or
   * taken back since the row was taken in is done again.
   */
  private Activity continued(Activity known, Read read, RowCheck<ActivityDraft, Activity>.Row row) {
    reportOther(known, read, row);
    ActivityState state = known.status().state();
    ActivityState target = read.status().orElse(state);
    Arrangement arrangement = read.over(known.status().arrangement());
    Activity next = known;
    if (state == ActivityState.HELD || state == ActivityState.CANCELLED) {
      reportKept(target != state, known, arrangement, row);
    } else if (target == ActivityState.HELD && !hasStep(known, ActivityStep.HOLD)) {
      next = agreed(known).with(held(known, arrangement));
      reportChanged(known, arrangement, row);
      row.report("status", DraftRule.STORED_CHANGED, today);
    } else if (target == ActivityState.CANCELLED && !hasStep(known, ActivityStep.CANCEL)) {
      next = known.with(cancelled(now));
      reportKept(false, known, arrangement, row);
      row.report("status", DraftRule.STORED_CHANGED, today);
    } else if (target == ActivityState.HELD || target == ActivityState.CANCELLED) {
      reportKept(true, known, arrangement, row);
    } else {
      next = planned(known, target, arrangement, row);
    }
    return next;
  }

  /** What is still to be held: drafted, agreed or moved. */
  private Activity planned(
      Activity known,
      ActivityState target,
      Arrangement arrangement,
      RowCheck<ActivityDraft, Activity>.Row row) {
    ActivityState state = known.status().state();
    Activity next = known;
    if (target == ActivityState.DRAFT && state != ActivityState.DRAFT) {
      row.report("status", DraftRule.STORED_KEPT);
    } else if (target != ActivityState.DRAFT && state == ActivityState.DRAFT) {
      row.report("status", DraftRule.STORED_CHANGED, today);
      next = agreed(known);
    }
    if (isOld(known, arrangement)) {
      reportKept(false, known, arrangement, row);
    } else if (!arrangement.equals(known.status().arrangement())) {
      reportChanged(known, arrangement, row);
      next = next.with(moved(arrangement, now));
    }
    if (target == ActivityState.MOVED && next.status().state() != ActivityState.MOVED) {
      row.report("status", DraftRule.STORED_CHANGED, today);
      next = next.with(moved(next.status().arrangement(), now));
    }
    return next;
  }

  /** Whether it was arranged so before, and is no longer. */
  private static boolean isOld(Activity known, Arrangement arrangement) {
    return !arrangement.equals(known.status().arrangement())
        && known.history().stream()
            .flatMap(fact -> fact.arrangement().stream())
            .anyMatch(arrangement::equals);
  }

  private static boolean hasStep(Activity known, ActivityStep step) {
    return known.history().stream().anyMatch(fact -> fact.step() == step);
  }

  private Activity agreed(Activity known) {
    return known.status().state() == ActivityState.DRAFT
        ? known.with(ActivityFact.agreed(now, by))
        : known;
  }

  private ActivityFact held(Activity known, Arrangement arrangement) {
    return arrangement.equals(known.status().arrangement())
        ? ActivityFact.held(now, by)
        : ActivityFact.heldAs(arrangement, now, by);
  }

  /** The activity with the note of the row, unless that was ever noted of it. */
  private Activity noted(
      Activity activity, Instant at, Read read, RowCheck<ActivityDraft, Activity>.Row row) {
    Optional<String> note = Texts.present(read.draft().note());
    Optional<String> last = activity.findNote();
    if (note.isEmpty() || note.equals(last)) {
      return activity;
    }
    if (isNoted(activity, note)) {
      row.report("note", DraftRule.STORED_KEPT);
      return activity;
    }
    if (last.isPresent()) {
      row.report("note", DraftRule.STORED_CHANGED, today);
    }
    return activity.with(ActivityFact.noted(note.get(), at, by));
  }

  private static boolean isNoted(Activity activity, Optional<String> note) {
    return activity.history().stream()
        .anyMatch(fact -> fact.step() == ActivityStep.NOTE && fact.text().equals(note));
  }

  /** What of an activity never changes. */
  private static void reportOther(
      Activity known, Read read, RowCheck<ActivityDraft, Activity>.Row row) {
    if (known.kind() != read.kind()) {
      row.report("kind", DraftRule.STORED_KEPT);
    }
    if (!known.title().chinese().equals(read.title())) {
      row.report("title", DraftRule.STORED_KEPT);
    }
    if (read.classes().filter(named -> !named.equals(known.classes())).isPresent()) {
      row.report("classes", DraftRule.STORED_KEPT);
    }
    if (read.template()
        .filter(named -> !known.template().equals(Optional.of(named.id())))
        .isPresent()) {
      row.report("template", DraftRule.STORED_KEPT);
    }
  }

  private static final ImmutableMap<String, Function<Arrangement, Object>> ARRANGED =
      ImmutableMap.of(
          "day", Arrangement::day,
          "startsAt", Arrangement::startsAt,
          "leader", Arrangement::leader,
          "place", Arrangement::place,
          "partner", Arrangement::partner,
          "minutes", Arrangement::minutes);

  private static ImmutableList<String> differing(Activity known, Arrangement arrangement) {
    Arrangement before = known.status().arrangement();
    return ARRANGED.entrySet().stream()
        .filter(
            field -> !field.getValue().apply(before).equals(field.getValue().apply(arrangement)))
        .map(field -> field.getKey())
        .collect(ImmutableList.toImmutableList());
  }

  private static void reportKept(
      boolean status,
      Activity known,
      Arrangement arrangement,
      RowCheck<ActivityDraft, Activity>.Row row) {
    if (status) {
      row.report("status", DraftRule.STORED_KEPT);
    }
    differing(known, arrangement).forEach(field -> row.report(field, DraftRule.STORED_KEPT));
  }

  private void reportChanged(
      Activity known, Arrangement arrangement, RowCheck<ActivityDraft, Activity>.Row row) {
    differing(known, arrangement)
        .forEach(field -> row.report(field, DraftRule.STORED_CHANGED, today));
  }
}
