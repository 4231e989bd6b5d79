package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.compliance.Standing;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.StandingWriter;

/**
 * Standings, and the boards that are read from them.
 *
 * <p>A page is read from an index in the order of the board, from its position on, so nothing is
 * sorted and nothing before it is read:
 *
 * <ul>
 *   <li>Databases do not all look up {@code (deadline, child_id, rule_id) > (?, ?, ?)} in an index,
 *       so what follows a position is read as three ranges, each of which one index range answers:
 *       the child's later rules, the deadline's later children, and the later deadlines.
 *   <li>What has lapsed has old deadlines and would stand before everything else, more of it every
 *       year. So the board of a school is kept by the school year in which a row is last shown;
 *       years that are over are passed over as a whole, and the pages of the others, mostly one and
 *       those that have no end yet, are merged.
 *   <li>The board of one responsible person or one class is short enough to be read without that.
 * </ul>
 */
final class Standings implements StandingWriter {

  private static final Comparator<StandingRow> ORDER =
      Comparator.comparing((StandingRow row) -> row.standing().rule())
          .thenComparing(
              row -> row.standing().shownFrom(),
              Comparators.emptiesFirst(Comparator.naturalOrder()))
          .thenComparing(
              row -> row.standing().shownUntil(),
              Comparators.emptiesLast(Comparator.naturalOrder()));

  private static final String INSERT =
      Columns.of(
              "school_id",
              "child_id",
              "place",
              "rule_id",
              "rule_version",
              "opens",
              "deadline",
              "shown_from",
              "shown_until",
              "responsible",
              "class_id")
          .insertInto("{standing}");
  private static final String SELECT = "SELECT * FROM {standing} WHERE school_id = ? AND ";

  private final Session session;

  Standings(Session session) {
    this.session = session;
  }

  /** A part of a board that one index holds in order. */
  private record Part(String column, Object value) {

    Params addTo(Params params) {
      return value instanceof Integer year ? params.number(year) : params.value(value);
    }
  }

  /** Some of the positions of a board, as a condition that is one range of an index. */
  private record Range(String condition, Optional<BoardPosition> after, int parts) {

    static ImmutableList<Range> following(Optional<BoardPosition> after) {
      return after.isEmpty()
          ? ImmutableList.of(new Range("", after, 0))
          : ImmutableList.of(
              new Range("deadline = ? AND child_id = ? AND rule_id > ? AND ", after, 3),
              new Range("deadline = ? AND child_id > ? AND ", after, 2),
              new Range("deadline > ? AND ", after, 1));
    }

    Params addTo(Params params) {
      after.ifPresent(
          position -> {
            params.day(position.deadline());
            if (parts > 1) {
              params.value(position.childId());
            }
            if (parts > 2) {
              params.value(position.rule());
            }
          });
      return params;
    }
  }

  @Override
  public ImmutableList<StandingRow> board(BoardQuery query) {
    session.checkUse();
    List<StandingRow> rows = new ArrayList<>();
    ImmutableList<Part> parts = parts(query);
    parts.forEach(part -> rows.addAll(page(query, part)));
    return parts.size() == 1
        ? ImmutableList.copyOf(rows)
        : rows.stream()
            .sorted(Comparator.comparing(StandingRow::position))
            .limit(query.limit())
            .collect(toImmutableList());
  }

  private ImmutableList<Part> parts(BoardQuery query) {
    if (query.responsible().isPresent()) {
      return ImmutableList.of(new Part("responsible", query.responsible().get()));
    }
    if (query.classId().isPresent()) {
      return ImmutableList.of(new Part("class_id", query.classId().get()));
    }
    ImmutableList.Builder<Part> years = ImmutableList.builder();
    Optional<Integer> year = nextYear(query.school(), schoolYearOf(query.day()));
    while (year.isPresent()) {
      years.add(new Part("lapse_year", year.get()));
      year = nextYear(query.school(), year.get() + 1);
    }
    return years.build();
  }

  private static int schoolYearOf(LocalDate day) {
    return day.getMonthValue() < Month.SEPTEMBER.getValue() ? day.getYear() - 1 : day.getYear();
  }

  /** Returns the first year from one on in which rows are last shown. */
  private Optional<Integer> nextYear(SchoolId school, int from) {
    return session.first(
        "SELECT lapse_year FROM {standing} WHERE school_id = ? AND lapse_year >= ?"
            + " ORDER BY school_id, lapse_year LIMIT 1",
        Params.of(school).number(from),
        row -> row.number("lapse_year"));
  }

  private List<StandingRow> page(BoardQuery query, Part part) {
    List<StandingRow> rows = new ArrayList<>();
    for (Range range : Range.following(query.after())) {
      if (rows.size() < query.limit()) {
        rows.addAll(page(query, part, range, query.limit() - rows.size()));
      }
    }
    return rows;
  }

  private ImmutableList<StandingRow> page(BoardQuery query, Part part, Range range, int limit) {
    Params params = range.addTo(part.addTo(Params.of(query.school())));
    boolean alsoOfClass = query.classId().isPresent() && !part.column().equals("class_id");
    params.day(query.day()).day(query.day()).day(query.day());
    if (alsoOfClass) {
      params.value(query.classId().get());
    }
    return session.list(
        SELECT
            + part.column()
            + " = ? AND "
            + range.condition()
            + "opens <= ? AND (shown_from IS NULL OR shown_from <= ?)"
            + " AND (shown_until IS NULL OR shown_until >= ?)"
            + (alsoOfClass ? " AND class_id = ?" : "")
            + " ORDER BY school_id, "
            + part.column()
            + ", deadline, child_id, rule_id, place LIMIT ?",
        params.number(limit),
        row -> standing(query.school(), row));
  }

  @Override
  public ImmutableList<StandingRow> ofChild(SchoolId school, ChildId child) {
    return session.list(
        SELECT + "child_id = ? ORDER BY school_id, child_id, place",
        Params.of(school).id(child),
        row -> standing(school, row));
  }

  private static StandingRow standing(SchoolId school, Row row) throws SQLException {
    return new StandingRow(
        school,
        row.id("child_id", ChildId::of),
        new Standing(
            row.id("rule_id", RuleId::of),
            row.number("rule_version"),
            row.day("opens"),
            row.day("deadline"),
            row.findDay("shown_from"),
            row.findDay("shown_until")),
        row.findId("responsible", StaffId::of),
        row.findId("class_id", ClassId::of));
  }

  @Override
  public void replace(SchoolId school, ChildId child, Collection<StandingRow> rows) {
    replaceAll(school, ImmutableMap.of(child, rows));
  }

  @Override
  public void replaceAll(SchoolId school, Map<ChildId, ? extends Collection<StandingRow>> rows) {
    session.checkWrite();
    List<Params> deleted = new ArrayList<>();
    List<Params> inserted = new ArrayList<>();
    rows.forEach(
        (child, own) -> {
          own.forEach(row -> checkOwner(school, child, row));
          deleted.add(Params.of(school).id(child));
          addRows(school, child, own, inserted);
        });
    session.updateAll("DELETE FROM {standing} WHERE school_id = ? AND child_id = ?", deleted);
    session.updateAll(INSERT, inserted);
  }

  private static void checkOwner(SchoolId school, ChildId child, StandingRow row) {
    checkArgument(
        row.schoolId().equals(school) && row.childId().equals(child),
        "a standing of child %s of school %s must not be stored as one of child %s of school %s",
        row.childId(),
        row.schoolId(),
        child,
        school);
  }

  private static void addRows(
      SchoolId school, ChildId child, Collection<StandingRow> rows, List<Params> inserted) {
    int place = 0;
    for (StandingRow row : ImmutableList.sortedCopyOf(ORDER, rows)) {
      Standing standing = row.standing();
      inserted.add(
          Params.of(school)
              .id(child)
              .number(place++)
              .value(standing.rule())
              .number(standing.version())
              .day(standing.opens())
              .day(standing.deadline())
              .day(standing.shownFrom())
              .day(standing.shownUntil())
              .value(row.responsible())
              .value(row.classId()));
    }
  }
}
