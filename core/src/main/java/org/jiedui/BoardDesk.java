package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.child.Child;
import org.jiedui.compliance.Standing;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.Versioned;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/**
 * The desk for what is due: who must be contacted now, by whom, since when; and, beside it, which
 * children have attended too few of the activities that a quota counts. The homeroom teacher
 * answers for the latter.
 *
 * <p>Thread-safe.
 */
public final class BoardDesk {

  private final Gate gate;

  BoardDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Reads a page of the board from the store's index, with everything known: for today. Its cost
   * depends on the page, not on the school. Of an earlier day it still shows what is open now; how
   * the board was then, {@link #pageKnownOn} tells.
   *
   * @param query which part
   * @return the rows by deadline, then child, then rule; for the next page ask {@link
   *     BoardQuery#after} the position of the last
   */
  @Performs(Operation.SEE_BOARD)
  public ImmutableList<BoardRow> page(BoardQuery query) {
    return gate.look(
        Operation.SEE_BOARD,
        query.school(),
        (reader, count) -> {
          ImmutableList<BoardRow> rows = rows(reader, reader.standings().board(query), query.day());
          count.add(rows.size());
          return rows;
        });
  }

  /**
   * Reads a page of the board as it was seen on a day with what was known on another: every child
   * of the school is evaluated.
   *
   * <p>On a day after the last contact, with everything known, it has the same rows as {@link
   * #page}.
   *
   * @param query which part; its day is the as-of date
   * @param knownOn the last day whose records are seen
   * @return the rows by deadline, then child, then rule
   */
  @Performs(Operation.SEE_BOARD)
  public ImmutableList<BoardRow> pageKnownOn(BoardQuery query, LocalDate knownOn) {
    return gate.look(
        Operation.SEE_BOARD,
        query.school(),
        (reader, count) -> {
          Viewpoint viewpoint = Viewpoint.of(query.day(), knownOn);
          SchoolView view = SchoolView.of(gate.office(), reader, query.school(), knownOn);
          List<StandingRow> found = new ArrayList<>();
          Optional<ChildQuotas> quotas = ChildQuotas.ofAll(reader, query.school());
          if (view.evaluator().isPresent() || quotas.isPresent()) {
            reader.sweep(
                query.school(), record -> found.addAll(view.board(record, quotas, viewpoint)));
          }
          ImmutableList<StandingRow> page =
              found.stream()
                  .filter(query::matches)
                  .filter(
                      row ->
                          query.after().isEmpty()
                              || row.position().compareTo(query.after().get()) > 0)
                  .sorted(Comparator.comparing(StandingRow::position))
                  .limit(query.limit())
                  .collect(ImmutableList.toImmutableList());
          ImmutableList<BoardRow> rows = rows(reader, page, query.day());
          count.add(rows.size());
          return rows;
        });
  }

  private static ImmutableList<BoardRow> rows(
      CareReader reader, List<StandingRow> page, LocalDate day) {
    ImmutableMap<ChildId, Versioned<Child>> children =
        page.isEmpty()
            ? ImmutableMap.of()
            : reader
                .children()
                .findAll(page.get(0).schoolId(), Lists.transform(page, StandingRow::childId));
    ImmutableList.Builder<BoardRow> rows = ImmutableList.builder();
    for (StandingRow row : page) {
      Versioned<Child> found = children.get(row.childId());
      if (found == null) {
        throw new RecordNotFoundException("child", row.schoolId(), row.childId());
      }
      Child child = found.value();
      Standing standing = row.standing();
      rows.add(
          new BoardRow(
              row.position(),
              child.name(),
              child.studentNumber(),
              row.classId(),
              standing.opens(),
              standing.stateOn(day),
              standing.daysOverdueOn(day),
              row.responsible()));
    }
    return rows.build();
  }

  /**
   * Returns what to call the rules and quotas that rows of a board are of.
   *
   * @param school the school
   * @return the titles: those of the contact rules, then those of the quotas
   */
  @Performs(Operation.SEE_BOARD)
  public ImmutableMap<RuleId, Wording> titles(SchoolId school) {
    return gate.look(
        Operation.SEE_BOARD,
        school,
        (reader, count) -> {
          ImmutableMap<RuleId, Wording> titles = titles(reader, school);
          count.add(titles.size());
          return titles;
        });
  }

  static ImmutableMap<RuleId, Wording> titles(CareReader reader, SchoolId school) {
    Map<RuleId, Wording> titles = new LinkedHashMap<>();
    reader
        .ruleBooks()
        .find(school)
        .ifPresent(
            book -> book.value().rules().forEach(rule -> titles.put(rule.id(), rule.title())));
    reader
        .activityBooks()
        .find(school)
        .ifPresent(
            book -> book.value().quotas().forEach(quota -> titles.put(quota.id(), quota.title())));
    return ImmutableMap.copyOf(titles);
  }

  /**
   * Computes every standing anew and compares: the proof that the index says what the records say.
   *
   * @param school the school
   * @return the children whose stored standings differ; there must be none
   */
  @Performs(Operation.SEE_BOARD)
  public ImmutableList<ChildId> check(SchoolId school) {
    return gate.look(
        Operation.SEE_BOARD,
        school,
        (reader, count) -> StandingKeeper.of(gate.office(), reader, school).findDiffering(reader));
  }
}
