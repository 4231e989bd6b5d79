package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.id.SchoolId;
import org.jiedui.time.DateRange;

/** Calendars with their terms and milestones. */
final class Calendars extends SchoolRecords<Optional<LocalDate>, SchoolCalendar> {

  private static final Columns TERM =
      Columns.of("school_id", "place", "label", "name", "school_year", "first_day", "last_day");
  private static final Columns MILESTONE =
      Columns.of("school_id", "place", "milestone", "first_day", "last_day");

  Calendars(Session session) {
    super(session, "calendar", "{calendar}", "last_day");
  }

  /** A milestone and the place of its term. */
  private record Given(int place, Milestone milestone, DateRange days) {}

  @Override
  void bind(SchoolCalendar calendar, Params params) {
    params.day(calendar.ownLastDay());
  }

  @Override
  Optional<LocalDate> read(Row row) throws SQLException {
    return row.findDay("last_day");
  }

  @Override
  SchoolCalendar complete(SchoolId school, Optional<LocalDate> lastDay) {
    ImmutableList<Given> milestones =
        session()
            .list(
                "SELECT * FROM {term_milestone} WHERE school_id = ?",
                Params.of(school),
                row ->
                    new Given(
                        row.number("place"),
                        row.code("milestone", Milestone.class),
                        row.days("first_day", "last_day")));
    ImmutableList<Term> terms =
        session()
            .list(
                "SELECT * FROM {term} WHERE school_id = ? ORDER BY school_id, place",
                Params.of(school),
                row -> {
                  int place = row.number("place");
                  return new Term(
                      row.text("label"),
                      row.findText("name"),
                      row.number("school_year"),
                      row.days("first_day", "last_day"),
                      milestones.stream()
                          .filter(given -> given.place() == place)
                          .collect(ImmutableMap.toImmutableMap(Given::milestone, Given::days)));
                });
    return lastDay
        .map(day -> SchoolCalendar.endingOn(terms, day))
        .orElseGet(() -> SchoolCalendar.of(terms));
  }

  @Override
  void insertParts(SchoolId school, SchoolCalendar calendar) {
    List<Params> terms = new ArrayList<>();
    List<Params> milestones = new ArrayList<>();
    for (int place = 0; place < calendar.terms().size(); place++) {
      Term term = calendar.terms().get(place);
      terms.add(
          Params.of(school)
              .number(place)
              .text(term.label())
              .text(term.name())
              .number(term.schoolYear())
              .day(term.first())
              .day(term.last()));
      int ofTerm = place;
      term.givenMilestones()
          .forEach(
              (milestone, days) ->
                  milestones.add(
                      Params.of(school)
                          .number(ofTerm)
                          .code(milestone)
                          .day(days.start())
                          .day(days.last())));
    }
    session().updateAll(TERM.insertInto("{term}"), terms);
    session().updateAll(MILESTONE.insertInto("{term_milestone}"), milestones);
  }

  @Override
  void deleteParts(SchoolId school) {
    session().update("DELETE FROM {term} WHERE school_id = ?", Params.of(school));
  }
}
