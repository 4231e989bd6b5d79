package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jiedui.child.Child;
import org.jiedui.compliance.StandingState;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.junit.jupiter.api.Test;

/** Standings: the board and its pages, and what is kept of each child. */
abstract class BoardCases extends ContractCases {

  private static final LocalDate TODAY = day("2025-11-10");
  private static final BoardQuery BOARD = BoardQuery.on(SCHOOL, TODAY);

  private static StoreFixtures.StandingBuilder due(String child, String deadline) {
    return StoreFixtures.standing(SCHOOL, ChildId.of(child), StoreFixtures.VISIT)
        .window(day(deadline).minusDays(13), day(deadline));
  }

  /** Stores rows as the standings of their children. */
  private void replace(StandingRow... rows) {
    write(
        writer -> {
          for (StandingRow row : rows) {
            List<StandingRow> ofChild = new ArrayList<>(List.of(rows));
            ofChild.removeIf(
                other ->
                    !other.childId().equals(row.childId())
                        || !other.schoolId().equals(row.schoolId()));
            if (writer.children().find(row.schoolId(), row.childId()).isEmpty()) {
              writer.children().insert(fixtures.child(row.schoolId(), row.childId()));
            }
            writer.standings().replace(row.schoolId(), row.childId(), ofChild);
          }
        });
  }

  private ImmutableList<StandingRow> board(BoardQuery query) {
    return read(reader -> reader.standings().board(query));
  }

  private ImmutableList<StandingRow> ofChild(SchoolId school, String child) {
    return read(reader -> reader.standings().ofChild(school, ChildId.of(child)));
  }

  /** Reads all pages, each in a read of its own, with something done between any two. */
  private List<StandingRow> allPages(BoardQuery query, Runnable between) {
    List<StandingRow> rows = new ArrayList<>();
    List<StandingRow> page = board(query);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
      rows.addAll(page);
      assertThat(rows).as("pages go on").hasSizeLessThan(10_000);
      between.run();
      page = board(query.after(page.get(page.size() - 1).position()));
    }
    return rows;
  }

  @Test
  void board_withoutStandings_isEmpty() {
    assertThat(board(BOARD)).isEmpty();
    assertThat(board(BoardQuery.on(SchoolId.of("nowhere"), TODAY))).isEmpty();
    assertThat(ofChild(SCHOOL, "c-1")).isEmpty();
  }

  @Test
  void board_isByDeadlineThenChildThenRule() {
    StandingRow early = due("c-9", "2025-10-31").row();
    StandingRow upperCase = due("C-9", "2025-11-11").row();
    StandingRow call =
        StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL)
            .window(day("2025-11-01"), day("2025-11-11"))
            .row();
    StandingRow visit = due("c-1", "2025-11-11").row();
    StandingRow ten = due("c-10", "2025-11-11").row();
    StandingRow two = due("c-2", "2025-11-11").row();
    assertThat(StoreFixtures.VISIT)
        .as("home-visit before monthly-call")
        .isLessThan(StoreFixtures.CALL);

    replace(two, visit, ten, early, call, upperCase);

    assertThat(board(BOARD)).containsExactly(early, upperCase, visit, call, ten, two);
  }

  @Test
  void board_showsDueAndOverdue_andHidesUpcoming() {
    StandingRow overdue = due("c-1", "2025-11-09").row();
    StandingRow lastDay = due("c-2", "2025-11-10").row();
    StandingRow opensToday = due("c-3", "2025-11-23").row();
    StandingRow opensTomorrow = due("c-4", "2025-11-24").row();
    StandingRow shortAndUpcoming =
        StoreFixtures.standing(SCHOOL, ChildId.of("c-5"), StoreFixtures.CALL)
            .window(day("2025-11-11"), day("2025-11-11"))
            .row();
    replace(opensTomorrow, opensToday, lastDay, overdue, shortAndUpcoming);

    assertThat(board(BOARD)).containsExactly(overdue, lastDay, opensToday);
    assertThat(board(BOARD))
        .extracting(row -> row.standing().stateOn(TODAY))
        .containsExactly(StandingState.OVERDUE, StandingState.DUE, StandingState.DUE);
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.plusDays(1))))
        .containsExactly(overdue, lastDay, shortAndUpcoming, opensToday, opensTomorrow);
    assertThat(board(BoardQuery.on(SCHOOL, day("2025-10-01")))).isEmpty();
  }

  @Test
  void board_showsARowOnItsDaysAlone() {
    StandingRow until = due("c-1", "2025-11-01").until(TODAY).responsible("T10").row();
    StandingRow from =
        due("c-1", "2025-11-01").from(TODAY.plusDays(1)).until(TODAY.plusDays(2)).row();
    StandingRow since = due("c-1", "2025-11-01").from(TODAY.plusDays(3)).inClass("3-1").row();

    replace(since, until, from);

    assertThat(board(BOARD)).containsExactly(until);
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.plusDays(1)))).containsExactly(from);
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.plusDays(2)))).containsExactly(from);
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.plusDays(3)))).containsExactly(since);
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.plusYears(1)))).containsExactly(since);
  }

  @Test
  void board_lapsed_isHidden() {
    replace(due("c-1", "2025-11-01").until(TODAY.minusDays(1)).row());

    assertThat(board(BOARD)).isEmpty();
    assertThat(board(BoardQuery.on(SCHOOL, TODAY.minusDays(1)))).hasSize(1);
  }

  @Test
  void board_responsibleAndClass_narrowIt() {
    StandingRow mine = due("c-1", "2025-11-11").responsible("T10").inClass("3-1").row();
    StandingRow minesElsewhere = due("c-2", "2025-11-11").responsible("T10").inClass("3-2").row();
    StandingRow another = due("c-3", "2025-11-11").responsible("T11").inClass("3-1").row();
    StandingRow nobodys = due("c-4", "2025-11-11").inClass("3-1").row();
    StandingRow classless = due("c-5", "2025-11-11").responsible("T10").row();
    replace(classless, nobodys, another, minesElsewhere, mine);
    StaffId me = StaffId.of("T10");
    ClassId group = ClassId.of("3-1");

    assertThat(board(BOARD)).containsExactly(mine, minesElsewhere, another, nobodys, classless);
    assertThat(board(BOARD.responsible(me))).containsExactly(mine, minesElsewhere, classless);
    assertThat(board(BOARD.inClass(group))).containsExactly(mine, another, nobodys);
    assertThat(board(BOARD.responsible(me).inClass(group))).containsExactly(mine);
    assertThat(board(BOARD.responsible(StaffId.of("t10")))).isEmpty();
    assertThat(board(BOARD.inClass(ClassId.of("3-9")))).isEmpty();
  }

  @Test
  void board_limitIsKept_afterFiltering() {
    StandingRow upcoming = due("c-0", "2025-11-24").row();
    StandingRow lapsed = due("c-1", "2025-11-01").until(day("2025-11-02")).row();
    StandingRow first = due("c-2", "2025-11-11").row();
    StandingRow second = due("c-3", "2025-11-12").row();
    StandingRow third = due("c-4", "2025-11-13").row();
    replace(upcoming, lapsed, first, second, third);

    assertThat(board(BOARD.limit(1))).containsExactly(first);
    assertThat(board(BOARD.limit(2))).containsExactly(first, second);
    assertThat(board(BOARD.limit(Integer.MAX_VALUE))).containsExactly(first, second, third);
    assertThat(board(BOARD.limit(2).after(second.position()))).containsExactly(third);
  }

  @Test
  void board_afterAPositionThatIsNotThere_isWhatFollows() {
    StandingRow first = due("c-2", "2025-11-11").row();
    StandingRow second = due("c-4", "2025-11-11").row();
    replace(first, second);

    assertThat(board(BOARD.after(at("2025-11-10", "c-9")))).containsExactly(first, second);
    assertThat(board(BOARD.after(at("2025-11-11", "c-1")))).containsExactly(first, second);
    assertThat(board(BOARD.after(at("2025-11-11", "c-3")))).containsExactly(second);
    assertThat(board(BOARD.after(second.position()))).isEmpty();
    assertThat(board(BOARD.after(at("2025-11-12", "a")))).isEmpty();
  }

  private static BoardPosition at(String deadline, String child) {
    return new BoardPosition(day(deadline), ChildId.of(child), StoreFixtures.VISIT);
  }

  /** Stores random standings of many children and returns what a naive search finds of them. */
  private List<StandingRow> storeMany(BoardQuery query) {
    List<StandingRow> all = new ArrayList<>();
    write(
        writer -> {
          for (int i = 0; i < 100; i++) {
            Child child = fixtures.child(SCHOOL, ChildId.of("m-" + i));
            writer.children().insert(child);
            List<StandingRow> rows = fixtures.standings(child);
            writer.standings().replace(SCHOOL, child.id(), rows);
            all.addAll(rows);
          }
        });
    return all.stream()
        .filter(query::matches)
        .sorted(Comparator.comparing(StandingRow::position))
        .toList();
  }

  @Test
  void boardPages_coverEverythingExactlyOnce() {
    List<StandingRow> expected = storeMany(BOARD);
    assertThat(expected).hasSizeGreaterThan(30);

    for (int limit : new int[] {1, 3, 7, 50, 1000}) {
      assertThat(allPages(BOARD.limit(limit), () -> {}))
          .as("pages of %s", limit)
          .isEqualTo(expected);
      for (String member : List.of("T10", "T11", "T12")) {
        BoardQuery own = BOARD.limit(limit).responsible(StaffId.of(member));
        assertThat(allPages(own, () -> {}))
            .isEqualTo(expected.stream().filter(own::matches).toList());
      }
      BoardQuery ofClass = BOARD.limit(limit).inClass(ClassId.of("3-1"));
      assertThat(allPages(ofClass, () -> {}))
          .isEqualTo(expected.stream().filter(ofClass::matches).toList());
    }
  }

  @Test
  void boardPages_otherStandingsChangeBetween_areStable() {
    List<StandingRow> always = storeMany(BOARD);
    Random random = new Random(20251110);
    int[] count = new int[1];

    List<StandingRow> seen =
        allPages(
            BOARD.limit(5),
            () -> {
              ChildId other = ChildId.of("other-" + count[0]++ % 10);
              Child child =
                  read(reader -> reader.children().find(SCHOOL, other))
                      .map(row -> row.value())
                      .orElseGet(() -> storeChild(SCHOOL, other));
              LocalDate deadline = TODAY.minusDays(20).plusDays(random.nextInt(40));
              StandingRow row =
                  StoreFixtures.standing(SCHOOL, child.id(), StoreFixtures.VISIT)
                      .window(deadline.minusDays(20), deadline)
                      .row();
              write(writer -> writer.standings().replace(SCHOOL, other, List.of(row)));
            });

    assertThat(seen).isSortedAccordingTo(Comparator.comparing(StandingRow::position));
    assertThat(seen).filteredOn(row -> row.childId().value().startsWith("m-")).isEqualTo(always);
  }

  @Test
  void replace_takesThePlaceOfAllThatTheChildHad() {
    StandingRow visit = due("c-1", "2025-11-11").responsible("T10").inClass("3-1").row();
    StandingRow call =
        StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL).responsible("T10").row();
    StandingRow sibling = due("c-2", "2025-11-11").responsible("T10").inClass("3-1").row();
    replace(visit, call, sibling);
    StandingRow later = due("c-1", "2025-11-12").responsible("T11").inClass("3-2").row();

    write(writer -> writer.standings().replace(SCHOOL, CHILD, List.of(later)));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactly(later);
    assertThat(ofChild(SCHOOL, "c-2")).containsExactly(sibling);
    assertThat(board(BOARD)).containsExactly(sibling, later);
    assertThat(board(BOARD.responsible(StaffId.of("T10")))).containsExactly(sibling);
    assertThat(board(BOARD.responsible(StaffId.of("T11")))).containsExactly(later);
    assertThat(board(BOARD.inClass(ClassId.of("3-1")))).containsExactly(sibling);
    assertThat(board(BOARD.inClass(ClassId.of("3-2")))).containsExactly(later);

    write(writer -> writer.standings().replace(SCHOOL, CHILD, List.of()));

    assertThat(ofChild(SCHOOL, "c-1")).isEmpty();
    assertThat(board(BOARD)).containsExactly(sibling);
  }

  @Test
  void replace_bySameRows_changesNothing() {
    StandingRow row = due("c-1", "2025-11-11").responsible("T10").row();
    replace(row);

    write(writer -> writer.standings().replace(SCHOOL, CHILD, List.of(row)));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactly(row);
    assertThat(board(BOARD)).containsExactly(row);
  }

  @Test
  void replace_withARowOfAnotherChild_isRejected() {
    StandingRow own = due("c-1", "2025-11-11").row();
    StandingRow siblings = due("c-2", "2025-11-11").row();
    StandingRow namesakes = StoreFixtures.standing(OTHER_SCHOOL, CHILD, StoreFixtures.VISIT).row();
    replace(own, siblings, namesakes);
    Object before = dump();

    for (StandingRow stranger : List.of(siblings, namesakes)) {
      assertRefused(
          IllegalArgumentException.class,
          writer -> writer.standings().replace(SCHOOL, CHILD, List.of(own, stranger)));
    }

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void replaceAll_replacesThoseChildren_andLeavesTheOthers() {
    StandingRow first = due("c-1", "2025-11-11").row();
    StandingRow second = due("c-2", "2025-11-11").row();
    StandingRow third = due("c-3", "2025-11-11").row();
    replace(first, second, third);
    StandingRow later = due("c-1", "2025-11-12").row();
    StandingRow call = StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL).row();

    write(
        writer ->
            writer
                .standings()
                .replaceAll(
                    SCHOOL,
                    ImmutableMap.of(
                        CHILD, List.of(later, call), ChildId.of("c-2"), ImmutableList.of())));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactlyInAnyOrder(later, call);
    assertThat(ofChild(SCHOOL, "c-2")).isEmpty();
    assertThat(ofChild(SCHOOL, "c-3")).containsExactly(third);

    write(writer -> writer.standings().replaceAll(SCHOOL, ImmutableMap.of()));

    assertThat(ofChild(SCHOOL, "c-3")).containsExactly(third);
  }

  @Test
  void replaceAll_underSomeRules_leavesWhatIsUnderOthers() {
    StandingRow visit = due("c-1", "2025-11-11").row();
    StandingRow call = StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL).row();
    StandingRow siblings = due("c-2", "2025-11-11").row();
    replace(visit, call, siblings);
    StandingRow split = due("c-1", "2025-11-12").until(day("2025-11-05")).row();
    StandingRow rest = due("c-1", "2025-11-12").from(day("2025-11-06")).row();

    write(
        writer ->
            writer
                .standings()
                .replaceAll(
                    SCHOOL,
                    ImmutableSet.of(StoreFixtures.VISIT),
                    ImmutableMap.of(
                        CHILD, List.of(rest, split), ChildId.of("c-2"), ImmutableList.of())));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactlyInAnyOrder(call, split, rest);
    assertThat(ofChild(SCHOOL, "c-2")).isEmpty();
    assertThat(board(BOARD)).doesNotContain(siblings, visit);

    write(
        writer ->
            writer
                .standings()
                .replaceAll(SCHOOL, ImmutableSet.of(), ImmutableMap.of(CHILD, ImmutableList.of())));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactlyInAnyOrder(call, split, rest);
    Object before = dump();

    assertRefused(
        IllegalArgumentException.class,
        writer ->
            writer
                .standings()
                .replaceAll(
                    SCHOOL,
                    ImmutableSet.of(StoreFixtures.VISIT),
                    ImmutableMap.of(CHILD, List.of(visit, call))));

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void replaceAll_withARowThatStandsUnderAnotherChild_isRejected_andStoresNothing() {
    StandingRow own = due("c-1", "2025-11-11").row();
    StandingRow siblings = due("c-2", "2025-11-11").row();
    replace(own, siblings);
    Object before = dump();

    assertRefused(
        IllegalArgumentException.class,
        writer ->
            writer
                .standings()
                .replaceAll(
                    SCHOOL,
                    ImmutableMap.of(CHILD, List.of(), ChildId.of("c-2"), List.of(siblings, own))));

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void ofChild_isByRuleThenDaysShown_upcomingAndLapsedToo() {
    StandingRow first = due("c-1", "2025-11-11").until(day("2025-10-31")).row();
    StandingRow second =
        due("c-1", "2025-11-11").from(day("2025-11-01")).until(day("2025-11-05")).row();
    StandingRow third = due("c-1", "2025-11-11").from(day("2025-11-06")).row();
    StandingRow upcoming =
        StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL)
            .window(day("2026-06-01"), day("2026-06-30"))
            .row();
    List<StandingRow> shuffled = new ArrayList<>(List.of(upcoming, third, first, second));
    Collections.shuffle(shuffled, new Random(3));

    replace(shuffled.toArray(StandingRow[]::new));

    assertThat(ofChild(SCHOOL, "c-1")).containsExactly(first, second, third, upcoming);
  }

  @Test
  void schools_withTheSameIds_doNotMix() {
    StandingRow here = due("c-1", "2025-11-11").responsible("T10").inClass("3-1").row();
    StandingRow there =
        StoreFixtures.standing(OTHER_SCHOOL, CHILD, StoreFixtures.VISIT)
            .window(day("2025-11-01"), day("2025-11-12"))
            .responsible("T10")
            .inClass("3-1")
            .row();
    replace(here, there);

    assertThat(board(BOARD)).containsExactly(here);
    assertThat(board(BOARD.responsible(StaffId.of("T10")))).containsExactly(here);
    assertThat(board(BOARD.inClass(ClassId.of("3-1")))).containsExactly(here);
    assertThat(board(BoardQuery.on(OTHER_SCHOOL, TODAY))).containsExactly(there);
    assertThat(ofChild(SCHOOL, "c-1")).containsExactly(here);
    assertThat(ofChild(OTHER_SCHOOL, "c-1")).containsExactly(there);

    write(writer -> writer.standings().replace(OTHER_SCHOOL, CHILD, List.of()));

    assertThat(board(BOARD)).containsExactly(here);
    assertThat(ofChild(SCHOOL, "c-1")).containsExactly(here);
  }
}
