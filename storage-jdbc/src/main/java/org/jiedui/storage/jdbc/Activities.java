package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityStep;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Place;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.storage.ActivityWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/** Activities: the draft stands in the row of each, what became of it in a table of its own. */
final class Activities extends Records<ActivityId, Activity> implements ActivityWriter {

  private static final int MINUTES = 60;

  private static final String[] ARRANGEMENT = {
    "arranged_day", "start_minute", "leader", "venue", "own_rooms", "partner_id", "minutes"
  };
  private static final String[] RECORDED = {"recorded@", "recorded_by"};

  private static final Kind<ActivityId, Activity> KIND =
      new Kind<>(
          "activity",
          "{activity}",
          "activity_id",
          Columns.of(
              concat(
                  new String[] {
                    "template_id", "kind", "title_zh", "title_en", "audience", "classes"
                  },
                  ARRANGEMENT,
                  RECORDED)),
          Activity::schoolId,
          Activity::id);
  private static final Columns FACT =
      Columns.of(
          concat(
              new String[] {"school_id", "activity_id", "place", "step", "reason"},
              ARRANGEMENT,
              RECORDED));

  Activities(Session session) {
    super(session, KIND);
  }

  private static String[] concat(String[] first, String[] second, String[] third) {
    return ObjectArrays.concat(
        ObjectArrays.concat(first, second, String.class), third, String.class);
  }

  /** A fact and of which activity it is. */
  private record Given(ActivityId owner, ActivityFact fact) {}

  @Override
  void bind(Activity activity, Params params) {
    params
        .value(activity.template())
        .code(activity.kind())
        .text(activity.title().chinese())
        .text(activity.title().english())
        .text(activity.audience().text())
        .text(Joiner.on(',').join(activity.classes()));
    bind(activity.history().get(0), params);
  }

  private static void bind(ActivityFact fact, Params params) {
    Optional<Arrangement> arrangement = fact.arrangement();
    params
        .day(arrangement.map(Arrangement::day))
        .number(
            arrangement
                .flatMap(Arrangement::startsAt)
                .map(time -> time.getHour() * MINUTES + time.getMinute()))
        .value(arrangement.map(Arrangement::leader))
        .text(arrangement.map(each -> each.place().name()))
        .flag(arrangement.map(each -> each.place().ownRooms()))
        .value(arrangement.flatMap(Arrangement::partner))
        .number(arrangement.map(Arrangement::minutes))
        .instant(fact.recordedAt())
        .value(fact.recordedBy());
  }

  @Override
  Activity read(SchoolId school, Row row) throws SQLException {
    return new Activity(
        school,
        row.id("activity_id", ActivityId::of),
        row.findId("template_id", TemplateId::of),
        row.code("kind", ActivityKind.class),
        Wording.of(row.text("title_zh"), row.text("title_en")),
        Scope.parse(row.text("audience")),
        Splitter.on(',')
            .omitEmptyStrings()
            .splitToStream(row.text("classes"))
            .map(ClassId::of)
            .collect(toImmutableSet()),
        ImmutableList.of(fact(row, ActivityStep.DRAFT, Optional.empty())));
  }

  private static ActivityFact fact(Row row, ActivityStep step, Optional<String> text)
      throws SQLException {
    Optional<LocalDate> day = row.findDay("arranged_day");
    return new ActivityFact(
        step,
        day.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Arrangement(
                    day.get(),
                    row.findNumber("start_minute")
                        .map(minute -> LocalTime.of(minute / MINUTES, minute % MINUTES)),
                    row.id("leader", StaffId::of),
                    new Place(row.text("venue"), row.flag("own_rooms")),
                    row.findId("partner_id", PartnerId::of),
                    row.number("minutes"))),
        text,
        row.instant("recorded"),
        row.id("recorded_by", ActorId::of));
  }

  @Override
  ImmutableList<Versioned<Activity>> complete(
      SchoolId school, ImmutableList<Versioned<Activity>> bare, Which which) {
    ImmutableListMultimap<ActivityId, Given> facts =
        Multimaps.index(
            session()
                .list(
                    "SELECT * FROM {activity_fact} WHERE school_id = ? AND "
                        + which.on("activity_id")
                        + " ORDER BY school_id, activity_id, place",
                    which.addTo(Params.of(school)),
                    row ->
                        new Given(
                            row.id("activity_id", ActivityId::of),
                            fact(
                                row,
                                row.code("step", ActivityStep.class),
                                row.findText("reason")))),
            Given::owner);
    return bare.stream()
        .map(row -> new Versioned<>(with(row.value(), facts), row.version()))
        .collect(toImmutableList());
  }

  private static Activity with(Activity bare, ImmutableListMultimap<ActivityId, Given> facts) {
    return new Activity(
        bare.schoolId(),
        bare.id(),
        bare.template(),
        bare.kind(),
        bare.title(),
        bare.audience(),
        bare.classes(),
        ImmutableList.<ActivityFact>builder()
            .addAll(bare.history())
            .addAll(facts.get(bare.id()).stream().map(Given::fact).iterator())
            .build());
  }

  @Override
  void insertParts(List<Activity> activities) {
    List<Params> rows = new ArrayList<>();
    for (Activity activity : activities) {
      for (int place = 1; place < activity.history().size(); place++) {
        ActivityFact fact = activity.history().get(place);
        Params params =
            Params.of(activity.schoolId())
                .id(activity.id())
                .number(place)
                .code(fact.step())
                .text(fact.text());
        bind(fact, params);
        rows.add(params);
      }
    }
    session().updateAll(FACT.insertInto("{activity_fact}"), rows);
  }

  @Override
  void updateParts(Activity activity) {
    session()
        .update(
            "DELETE FROM {activity_fact} WHERE school_id = ? AND activity_id = ?",
            Params.of(activity.schoolId()).id(activity.id()));
    insertParts(List.of(activity));
  }

  @Override
  public ImmutableList<Activity> onDays(SchoolId school, DateRange days) {
    session().checkUse();
    LocalDate last =
        days.last()
            .orElseThrow(
                () -> new IllegalArgumentException("the days (" + days + ") must have an end"));
    // Two queries by ids alone, each over a range of an index.
    ImmutableList.Builder<ActivityId> ids = ImmutableList.builder();
    for (String table : List.of("{activity}", "{activity_fact}")) {
      ids.addAll(
          session()
              .list(
                  "SELECT activity_id FROM "
                      + table
                      + " WHERE school_id = ? AND arranged_day >= ? AND arranged_day <= ?",
                  Params.of(school).day(days.start()).day(last),
                  row -> row.id("activity_id", ActivityId::of)));
    }
    return findAll(school, ids.build()).values().stream()
        .map(Versioned::value)
        .sorted(Comparator.comparing(Activity::id))
        .collect(toImmutableList());
  }
}
