package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.activity.Timing;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.id.PartnerId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.TemplateId;
import org.jiedui.person.PhoneNumber;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;

/** What schools plan their activities by, with the days, templates and quotas. */
final class ActivityBooks extends SchoolRecords<ActivityBook, ActivityBook> {

  private static final Columns MARK =
      Columns.of("school_id", "place", "of_county", "first_day", "last_day", "kind", "name");
  private static final Columns TEMPLATE =
      Columns.of(
          "school_id",
          "template_id",
          "place",
          "title_zh",
          "title_en",
          "kind",
          "audience",
          "each_class",
          "timing",
          "leader",
          "venue",
          "own_rooms",
          "partner_id",
          "minutes",
          "days_off");
  private static final Columns QUOTA =
      Columns.of(
          "school_id",
          "place",
          "rule_id",
          "title_zh",
          "title_en",
          "source",
          "article",
          "text_of",
          "verified",
          "kinds",
          "amount",
          "each_class",
          "scope",
          "each_child",
          "attendee",
          "valid_from",
          "valid_until");

  private static final Columns PARTNER =
      Columns.of(
          "school_id",
          "place",
          "partner_id",
          "name",
          "kind",
          "contact",
          "phone",
          "first_day",
          "last_day",
          "offers");
  private static final Columns HOURS =
      Columns.of(
          "school_id",
          "place",
          "weekday",
          "opens_minute",
          "closes_minute",
          "first_day",
          "last_day",
          "days_off");

  ActivityBooks(Session session) {
    super(session, "activity book", "{activity_book}");
  }

  /** A mark and whether the county made it. */
  private record Given(boolean ofCounty, DayMark mark) {}

  @Override
  void bind(ActivityBook book, Params params) {}

  @Override
  ActivityBook read(Row row) {
    return ActivityBook.empty();
  }

  private <T> ImmutableList<T> parts(SchoolId school, String table, Row.Mapper<T> mapper) {
    return session()
        .list(
            "SELECT * FROM " + table + " WHERE school_id = ? ORDER BY school_id, place",
            Params.of(school),
            mapper);
  }

  @Override
  ActivityBook complete(SchoolId school, ActivityBook bare) {
    ImmutableList<Given> marks =
        parts(
            school,
            "{day_mark}",
            row ->
                new Given(
                    row.flag("of_county"),
                    new DayMark(
                        row.days("first_day", "last_day"),
                        row.code("kind", DayKind.class),
                        row.findText("name"))));
    return new ActivityBook(
        marks.stream().filter(Given::ofCounty).map(Given::mark).collect(toImmutableList()),
        marks.stream().filter(each -> !each.ofCounty()).map(Given::mark).collect(toImmutableList()),
        parts(school, "{activity_template}", ActivityBooks::template),
        parts(school, "{activity_quota}", ActivityBooks::quota),
        parts(school, "{partner}", ActivityBooks::partner),
        parts(school, "{home_hours}", ActivityBooks::hours));
  }

  private static Partner partner(Row row) throws SQLException {
    return new Partner(
        row.id("partner_id", PartnerId::of),
        row.text("name"),
        row.code("kind", PartnerKind.class),
        row.findText("contact"),
        row.findText("phone").map(PhoneNumber::of),
        row.days("first_day", "last_day"),
        row.codes("offers", ActivityKind.class));
  }

  private static OpeningHours hours(Row row) throws SQLException {
    return new OpeningHours(
        DayOfWeek.of(row.number("weekday")),
        minuteOfDay(row.number("opens_minute")),
        minuteOfDay(row.number("closes_minute")),
        row.days("first_day", "last_day"),
        row.flag("days_off"));
  }

  private static LocalTime minuteOfDay(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }

  private static ActivityTemplate template(Row row) throws SQLException {
    return new ActivityTemplate(
        row.id("template_id", TemplateId::of),
        Wording.of(row.text("title_zh"), row.text("title_en")),
        row.code("kind", ActivityKind.class),
        Scope.parse(row.text("audience")),
        row.flag("each_class"),
        Timing.parse(row.text("timing")),
        row.code("leader", Post.class),
        new Place(row.text("venue"), row.flag("own_rooms")),
        row.findId("partner_id", PartnerId::of),
        row.number("minutes"),
        row.flag("days_off"));
  }

  private static ActivityQuota quota(Row row) throws SQLException {
    return new ActivityQuota(
        row.id("rule_id", RuleId::of),
        Wording.of(row.text("title_zh"), row.text("title_en")),
        new Provenance(
            row.text("source"),
            row.findText("article"),
            row.findDay("text_of"),
            row.flag("verified")),
        row.codes("kinds", ActivityKind.class),
        QuotaAmount.parse(row.text("amount")),
        row.flag("each_class"),
        Scope.parse(row.text("scope")),
        row.number("each_child"),
        row.code("attendee", Attendee.class),
        row.day("valid_from"),
        row.findDay("valid_until"));
  }

  @Override
  void insertParts(SchoolId school, ActivityBook book) {
    List<Params> marks = new ArrayList<>();
    addMarks(marks, school, true, book.countyDays());
    addMarks(marks, school, false, book.ownDays());
    session().updateAll(MARK.insertInto("{day_mark}"), marks);
    List<Params> templates = new ArrayList<>();
    for (ActivityTemplate each : book.templates()) {
      templates.add(
          Params.of(school)
              .id(each.id())
              .number(templates.size())
              .text(each.title().chinese())
              .text(each.title().english())
              .code(each.kind())
              .text(each.audience().text())
              .flag(each.eachClass())
              .text(each.timing().text())
              .code(each.leader())
              .text(each.place().name())
              .flag(each.place().ownRooms())
              .value(each.partner())
              .number(each.minutes())
              .flag(each.daysOff()));
    }
    session().updateAll(TEMPLATE.insertInto("{activity_template}"), templates);
    List<Params> quotas = new ArrayList<>();
    for (ActivityQuota each : book.quotas()) {
      quotas.add(
          Params.of(school)
              .number(quotas.size())
              .id(each.id())
              .text(each.title().chinese())
              .text(each.title().english())
              .text(each.provenance().source())
              .text(each.provenance().article())
              .day(each.provenance().textOf())
              .flag(each.provenance().verified())
              .codes(each.kinds())
              .text(each.amount().text())
              .flag(each.eachClass())
              .text(each.scope().text())
              .number(each.eachChild())
              .code(each.attendee())
              .day(each.validFrom())
              .day(each.validUntil()));
    }
    session().updateAll(QUOTA.insertInto("{activity_quota}"), quotas);
    insertPartners(school, book.partners());
    insertHours(school, book.homeHours());
  }

  private void insertPartners(SchoolId school, List<Partner> all) {
    List<Params> partners = new ArrayList<>();
    for (Partner each : all) {
      partners.add(
          Params.of(school)
              .number(partners.size())
              .id(each.id())
              .text(each.name())
              .code(each.kind())
              .text(each.contact())
              .text(each.phone().map(PhoneNumber::text))
              .day(each.days().start())
              .day(each.days().last())
              .codes(each.offers()));
    }
    session().updateAll(PARTNER.insertInto("{partner}"), partners);
  }

  private void insertHours(SchoolId school, List<OpeningHours> all) {
    List<Params> hours = new ArrayList<>();
    for (OpeningHours each : all) {
      hours.add(
          Params.of(school)
              .number(hours.size())
              .number(each.weekday().getValue())
              .number(each.from().get(ChronoField.MINUTE_OF_DAY))
              .number(each.until().get(ChronoField.MINUTE_OF_DAY))
              .day(each.days().start())
              .day(each.days().last())
              .flag(each.daysOff()));
    }
    session().updateAll(HOURS.insertInto("{home_hours}"), hours);
  }

  private static void addMarks(
      List<Params> rows, SchoolId school, boolean ofCounty, List<DayMark> marks) {
    for (DayMark each : marks) {
      rows.add(
          Params.of(school)
              .number(rows.size())
              .flag(ofCounty)
              .day(each.days().start())
              .day(each.days().last())
              .code(each.kind())
              .text(each.name()));
    }
  }

  @Override
  void deleteParts(SchoolId school) {
    for (String table :
        List.of(
            "{day_mark}", "{activity_template}", "{activity_quota}", "{partner}", "{home_hours}")) {
      session().update("DELETE FROM " + table + " WHERE school_id = ?", Params.of(school));
    }
  }
}
