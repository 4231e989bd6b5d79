package org.jiedui.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How much of a board of 200,000 standings is read: counted, not timed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // filling the board is most of the time
class BoardTest {

  private static final int ROWS = 200_000;
  private static final int TEACHERS = 1_000;
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
  private static final BoardQuery QUERY =
      BoardQuery.on(StoreFixtures.SCHOOL, FIRST.plusDays(200)).limit(50);

  /** A search goes down a balanced tree, less than twice as high as the 18 it must be. */
  private static final long SEARCH = 2 * 18;

  private final AtomicLong compared = new AtomicLong();
  private final AtomicLong looked = new AtomicLong();
  private Board board = Board.EMPTY;

  @BeforeAll
  void fillBoard() {
    Comparator<Board.Key> natural = Comparator.naturalOrder();
    board =
        Board.empty(
            (a, b) -> {
              compared.incrementAndGet();
              return natural.compare(a, b);
            });
    for (int i = 0; i < ROWS; i++) {
      board = board.replace(List.of(), List.of(row(i)));
    }
  }

  @BeforeEach
  void countAnew() {
    compared.set(0);
    looked.set(0);
  }

  private static StandingRow row(int i) {
    LocalDate deadline = FIRST.plusDays(i % 100);
    return StoreFixtures.standing(StoreFixtures.SCHOOL, ChildId.of("c-" + i), StoreFixtures.VISIT)
        .window(deadline.minusDays(13), deadline)
        .responsible("T" + i % TEACHERS)
        .inClass("g-" + i % TEACHERS)
        .row();
  }

  private ImmutableList<StandingRow> page(BoardQuery query) {
    return board.page(
        query,
        row -> {
          looked.incrementAndGet();
          return query.matches(row);
        });
  }

  @Test
  void page_readsItsRowsAlone_whereverItIs() {
    ImmutableList<StandingRow> first = page(QUERY);
    assertThat(first).hasSize(50);
    assertThat(looked.getAndSet(0)).isEqualTo(50);
    assertThat(compared.getAndSet(0)).isZero();

    StandingRow middle = row(ROWS / 2 + 50);
    assertThat(page(QUERY.after(middle.position()))).hasSize(50);
    assertThat(looked.getAndSet(0)).isEqualTo(50);
    assertThat(compared.getAndSet(0)).isBetween(1L, SEARCH);
  }

  @Test
  void pages_readEveryRowOnce() {
    int seen = 0;
    ImmutableList<StandingRow> page = page(QUERY);
    while (!page.isEmpty()) {
      seen += page.size();
      page = page(QUERY.after(page.get(page.size() - 1).position()));
    }

    assertThat(seen).isEqualTo(ROWS);
    assertThat(looked).hasValue(ROWS);
    assertThat(compared.get()).isLessThan(SEARCH * (ROWS / 50 + 1));
  }

  @Test
  void page_ofAMemberOfStaffOrAClass_readsTheirRowsAlone() {
    assertThat(page(QUERY.responsible(StaffId.of("T7")).limit(1000))).hasSize(ROWS / TEACHERS);
    assertThat(looked.getAndSet(0)).isEqualTo(ROWS / TEACHERS);

    assertThat(page(QUERY.inClass(ClassId.of("g-7")).limit(1000))).hasSize(ROWS / TEACHERS);
    assertThat(looked.getAndSet(0)).isEqualTo(ROWS / TEACHERS);
  }

  @Test
  void replace_comparesAFewKeysAlone() {
    Board longer = board.replace(List.of(row(7)), List.of(row(7), row(ROWS + 7)));

    assertThat(compared.get()).isLessThan(9 * SEARCH);
    assertThat(longer.page(QUERY.limit(ROWS + 10))).hasSize(ROWS + 1);
    assertThat(board.page(QUERY.limit(ROWS + 10))).as("it is not changed").hasSize(ROWS);
  }
}
