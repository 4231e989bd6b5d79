package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.StandingWriter;
import org.pcollections.TreePMap;

/** Standings, child by child and as boards. */
final class Standings implements StandingWriter {

  private static final Comparator<StandingRow> ORDER =
      Comparator.comparing((StandingRow row) -> row.standing().rule())
          .thenComparing(
              row -> row.standing().shownFrom(),
              Comparators.emptiesFirst(Comparator.naturalOrder()))
          .thenComparing(
              row -> row.standing().shownUntil(),
              Comparators.emptiesLast(Comparator.naturalOrder()));

  private final Session session;
  private SchoolMap<ChildId, ImmutableList<StandingRow>> byChild;
  private TreePMap<SchoolId, Board> boards;

  /** The rows of each child, and the boards with the same rows. */
  record Rows(
      SchoolMap<ChildId, ImmutableList<StandingRow>> byChild, TreePMap<SchoolId, Board> boards) {

    static final Rows EMPTY = new Rows(SchoolMap.empty(), TreePMap.empty());
  }

  Standings(Session session, Rows rows) {
    this.session = session;
    this.byChild = rows.byChild();
    this.boards = rows.boards();
  }

  Rows rows() {
    return new Rows(byChild, boards);
  }

  private Board boardOf(SchoolId school) {
    return Optional.ofNullable(boards.get(school)).orElse(Board.EMPTY);
  }

  @Override
  public ImmutableList<StandingRow> board(BoardQuery query) {
    session.checkUse();
    return boardOf(query.school()).page(query);
  }

  @Override
  public ImmutableList<StandingRow> ofChild(SchoolId school, ChildId child) {
    session.checkUse();
    return byChild.find(school, child).orElse(ImmutableList.of());
  }

  @Override
  public void replace(SchoolId school, ChildId child, Collection<StandingRow> rows) {
    session.checkWrite();
    for (StandingRow row : rows) {
      checkArgument(
          row.schoolId().equals(school) && row.childId().equals(child),
          "a standing of child %s of school %s must not be stored as one of child %s of school %s",
          row.childId(),
          row.schoolId(),
          child,
          school);
    }
    ImmutableList<StandingRow> before = ofChild(school, child);
    ImmutableList<StandingRow> after = ImmutableList.sortedCopyOf(ORDER, rows);
    byChild = byChild.plus(school, child, after);
    boards = boards.plus(school, boardOf(school).replace(before, after));
  }
}
