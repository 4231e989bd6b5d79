package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Comparators;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * Standings, and the boards that are read from them.
 *
 * <p>A page is read from an index in the order of the board, from its position on, so nothing is
 * sorted and nothing before it is read:
 *
 * <ul>
 *   <li>PostgreSQL looks up {@code (deadline, child_id, rule_id) > (?, ?, ?)} in an index. Others
 *       do not, so what follows a position is read from them as three ranges, each of which one
 *       index range answers: the child's later rules, the deadline's later children, and the later
 *       deadlines.
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

  private static final Columns SAID =
      Columns.of(
          "rule_id",
          "rule_version",
          "opens",
          "deadline",
          "shown_from",
          "shown_until",
          "responsible",
          "class_id");
  private static final String KEY = " WHERE school_id = ? AND child_id = ? AND place = ?";
  private static final String INSERT =
      "INSERT INTO {standing} (school_id, child_id, place, "
          + SAID.list()
          + ") VALUES (?, ?, ?, "
          + SAID.marks()
          + ")";
  private static final String UPDATE =
      "UPDATE {standing} SET school_id = ?, " + SAID.assignments() + KEY;
  private static final String DELETE = "DELETE FROM {standing}" + KEY;
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

    static ImmutableList<Range> following(Optional<BoardPosition> after, Dialect dialect) {
      if (after.isEmpty()) {
        return ImmutableList.of(new Range("", after, 0));
      }
      if (dialect.seeksRows()) {
        return ImmutableList.of(
            new Range("(deadline, child_id, rule_id) > (?, ?, ?) AND ", after, 3));
      }
      return ImmutableList.of(
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
    for (Range range : Range.following(query.after(), session.dialect())) {
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
    replaceAll(school, rows, (stored, own) -> own);
  }

  @Override
  public void replaceAll(
      SchoolId school, Set<RuleId> rules, Map<ChildId, ? extends Collection<StandingRow>> rows) {
    rows.values().forEach(own -> StandingWriter.checkRules(rules, own));
    replaceAll(school, rows, (stored, own) -> StandingWriter.withKept(stored, rules, own));
  }

  /** What a child has in the end, of what is stored and what was given. */
  @FunctionalInterface
  private interface Merge {
    Collection<StandingRow> of(Collection<StandingRow> stored, Collection<StandingRow> given);
  }

  private void replaceAll(
      SchoolId school, Map<ChildId, ? extends Collection<StandingRow>> rows, Merge merge) {
    session.checkWrite();
    rows.forEach((child, own) -> own.forEach(row -> checkOwner(school, child, row)));
    Iterables.partition(rows.entrySet(), Which.MANY)
        .forEach(some -> replaceSome(school, ImmutableMap.copyOf(some), merge));
  }

  /**
   * Writes the rows that are not there as they are: a contact changes one of a child's standings or
   * two, and each row that is written costs four indexes.
   */
  private void replaceSome(
      SchoolId school, Map<ChildId, ? extends Collection<StandingRow>> rows, Merge merge) {
    Table<ChildId, Integer, StandingRow> stored = stored(school, rows.keySet());
    List<Params> inserted = new ArrayList<>();
    List<Params> updated = new ArrayList<>();
    List<Params> deleted = new ArrayList<>();
    rows.forEach(
        (child, own) -> {
          int place = 0;
          Collection<StandingRow> all =
              merge.of(ImmutableList.copyOf(stored.row(child).values()), own);
          for (StandingRow row : ImmutableList.sortedCopyOf(ORDER, all)) {
            @Nullable StandingRow before = stored.remove(child, place);
            if (before == null) {
              inserted.add(addSaid(row, Params.of(school).id(child).number(place)));
            } else if (!before.equals(row)) {
              updated.add(addSaid(row, Params.of(school)).value(school).id(child).number(place));
            }
            place++;
          }
        });
    stored
        .rowMap()
        .forEach(
            (child, left) ->
                left.keySet()
                    .forEach(place -> deleted.add(Params.of(school).id(child).number(place))));
    session.updateAll(DELETE, deleted);
    session.updateAll(UPDATE, updated);
    session.updateAll(INSERT, inserted);
  }

  /** Reads the standings of children by their place. */
  private Table<ChildId, Integer, StandingRow> stored(SchoolId school, Set<ChildId> children) {
    Table<ChildId, Integer, StandingRow> stored = HashBasedTable.create();
    for (List<ChildId> some : session.parts(ImmutableList.copyOf(children))) {
      Which which = Which.anyOf(some);
      session.stream(
          SELECT + which.on("child_id"),
          which.addTo(Params.of(school)),
          row -> {
            StandingRow standing = standing(school, row);
            stored.put(standing.childId(), row.number("place"), standing);
          });
    }
    return stored;
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

  private static Params addSaid(StandingRow row, Params params) {
    Standing standing = row.standing();
    return params
        .value(standing.rule())
        .number(standing.version())
        .day(standing.opens())
        .day(standing.deadline())
        .day(standing.shownFrom())
        .day(standing.shownUntil())
        .value(row.responsible())
        .value(row.classId());
  }
}
