package org.jiedui.storage.memory;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.pcollections.TreePMap;

/**
 * The board of one school: its standings by deadline, then child, then rule, once for the whole
 * school, once for each responsible person and once for each class.
 *
 * <p>A page is read from its place in the narrowest of them: a logarithm to get there, then a step
 * for each row that is returned or passed over, because it is upcoming or shown on other days.
 *
 * <p>Immutable.
 */
final class Board {

  static final Board EMPTY = empty(Comparator.naturalOrder());

  private final TreePMap<Key, StandingRow> all;
  private final TreePMap<StaffId, TreePMap<Key, StandingRow>> byResponsible;
  private final TreePMap<ClassId, TreePMap<Key, StandingRow>> byClass;

  /**
   * Where a row stands.
   *
   * @param position its position on the board
   * @param place its place among all rows of the child; it tells rows of one position apart, which
   *     are shown on different days
   */
  record Key(BoardPosition position, int place) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byPosition = position.compareTo(other.position);
      return byPosition != 0 ? byPosition : Integer.compare(place, other.place);
    }
  }

  private Board(
      TreePMap<Key, StandingRow> all,
      TreePMap<StaffId, TreePMap<Key, StandingRow>> byResponsible,
      TreePMap<ClassId, TreePMap<Key, StandingRow>> byClass) {
    this.all = all;
    this.byResponsible = byResponsible;
    this.byClass = byClass;
  }

  /** Returns an empty board that compares by an order which a test may count. */
  static Board empty(Comparator<Key> order) {
    return new Board(TreePMap.empty(order), TreePMap.empty(), TreePMap.empty());
  }

  /** Returns the board with the rows of one child replaced. */
  Board replace(List<StandingRow> before, List<StandingRow> after) {
    Board board = this;
    for (int place = 0; place < before.size(); place++) {
      board = board.minus(place, before.get(place));
    }
    for (int place = 0; place < after.size(); place++) {
      board = board.plus(place, after.get(place));
    }
    return board;
  }

  private Board plus(int place, StandingRow row) {
    Key key = new Key(row.position(), place);
    return new Board(
        all.plus(key, row),
        plus(byResponsible, row.responsible(), key, row),
        plus(byClass, row.classId(), key, row));
  }

  private <L> TreePMap<L, TreePMap<Key, StandingRow>> plus(
      TreePMap<L, TreePMap<Key, StandingRow>> parts, Optional<L> part, Key key, StandingRow row) {
    return part.map(name -> parts.plus(name, partOf(parts, name).plus(key, row))).orElse(parts);
  }

  private Board minus(int place, StandingRow row) {
    Key key = new Key(row.position(), place);
    return new Board(
        all.minus(key),
        minus(byResponsible, row.responsible(), key),
        minus(byClass, row.classId(), key));
  }

  private <L> TreePMap<L, TreePMap<Key, StandingRow>> minus(
      TreePMap<L, TreePMap<Key, StandingRow>> parts, Optional<L> part, Key key) {
    if (part.isEmpty()) {
      return parts;
    }
    TreePMap<Key, StandingRow> rest = partOf(parts, part.get()).minus(key);
    return rest.isEmpty() ? parts.minus(part.get()) : parts.plus(part.get(), rest);
  }

  private <L> TreePMap<Key, StandingRow> partOf(
      TreePMap<L, TreePMap<Key, StandingRow>> parts, L name) {
    return Optional.ofNullable(parts.get(name)).orElseGet(() -> TreePMap.empty(all.comparator()));
  }

  ImmutableList<StandingRow> page(BoardQuery query) {
    return page(query, query::matches);
  }

  /**
   * Returns a page of the rows that pass a test, which is asked for every row that is looked at.
   */
  ImmutableList<StandingRow> page(BoardQuery query, Predicate<StandingRow> test) {
    TreePMap<Key, StandingRow> part = narrowest(query);
    return query
        .after()
        .map(last -> part.tailMap(new Key(last, Integer.MAX_VALUE), false))
        .orElse(part)
        .values()
        .stream()
        .filter(test)
        .limit(query.limit())
        .collect(toImmutableList());
  }

  private TreePMap<Key, StandingRow> narrowest(BoardQuery query) {
    return query
        .responsible()
        .map(member -> partOf(byResponsible, member))
        .or(() -> query.classId().map(group -> partOf(byClass, group)))
        .orElse(all);
  }
}
