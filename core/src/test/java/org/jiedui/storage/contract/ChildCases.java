package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.child.ConcernKind;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;

/** What children have besides other records: every part comes back, and student numbers. */
abstract class ChildCases extends ContractCases {

  private static final ChildId OTHER = ChildId.of("c-2");

  private Optional<Versioned<Child>> findByNumber(SchoolId school, StudentNumber number) {
    return read(reader -> reader.children().findByStudentNumber(school, number));
  }

  @Test
  void insert_everyPartComesBack() {
    for (int i = 0; i < 50; i++) {
      Child full = storeChild(SCHOOL, ChildId.of("full-" + i));
      Child plain = fixtures.plainChild(SCHOOL, ChildId.of("plain-" + i));
      write(writer -> writer.children().insert(plain));

      assertThat(read(reader -> reader.children().get(SCHOOL, full.id())).value()).isEqualTo(full);
      assertThat(read(reader -> reader.children().get(SCHOOL, plain.id())).value())
          .isEqualTo(plain);
    }
  }

  @Test
  void findByStudentNumber_findsTheChild_withItsVersion() {
    Child child = storeChild(SCHOOL, CHILD);
    storeChild(SCHOOL, OTHER);
    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(child, 1));
    Child changed = fixtures.withBoarding(child, true);

    write(writer -> writer.children().update(changed, 1));

    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(changed, 2));
  }

  @Test
  void findByStudentNumber_unknown_isEmpty() {
    storeChild(SCHOOL, CHILD);

    assertThat(findByNumber(SCHOOL, fixtures.studentNumber())).isEmpty();
  }

  @Test
  void studentNumber_ofAnotherChild_isRefused() {
    Child child = storeChild(SCHOOL, CHILD);
    Child other = StoreFixtures.withNumber(fixtures.child(SCHOOL, OTHER), child.studentNumber());

    assertRefused(DuplicateRecordException.class, writer -> writer.children().insert(other));

    assertFound(reader -> reader.children().find(SCHOOL, OTHER)).isEmpty();
    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(child, 1));
  }

  @Test
  void studentNumber_ofAnotherChildOrTwice_isRefusedOfManyToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child first = fixtures.child(SCHOOL, OTHER);
    Child second = fixtures.child(SCHOOL, ChildId.of("c-3"));

    for (Child same :
        List.of(
            StoreFixtures.withNumber(second, child.studentNumber()),
            StoreFixtures.withNumber(second, first.studentNumber()))) {
      assertRefused(
          DuplicateRecordException.class,
          writer -> writer.children().insertAll(List.of(first, same)));
    }

    assertFound(reader -> reader.children().find(SCHOOL, OTHER)).isEmpty();
    assertFound(reader -> reader.children().find(SCHOOL, second.id())).isEmpty();
  }

  @Test
  void concern_ofWhichNothingIsRecorded_comesBackAsItWas() {
    Child plain = fixtures.plainChild(SCHOOL, CHILD);
    Child child =
        plain.withFacts(plain.facts().withConcern(ConcernKind.SAFETY, t -> Timeline.empty()));
    write(writer -> writer.children().insert(child));

    assertThat(read(reader -> reader.children().get(SCHOOL, CHILD)).value()).isEqualTo(child);
  }

  @Test
  void studentNumber_changedToThatOfAnother_isRefused() {
    Child child = storeChild(SCHOOL, CHILD);
    Child other = storeChild(SCHOOL, OTHER);

    assertRefused(
        DuplicateRecordException.class,
        writer ->
            writer.children().update(StoreFixtures.withNumber(other, child.studentNumber()), 1));

    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(child, 1));
    assertThat(findByNumber(SCHOOL, other.studentNumber())).contains(new Versioned<>(other, 1));
  }

  @Test
  void studentNumber_changed_isFoundByTheNewOneAlone_andTheOldOneIsFree() {
    Child child = storeChild(SCHOOL, CHILD);
    Child renumbered = StoreFixtures.withNumber(child, fixtures.studentNumber());

    write(writer -> writer.children().update(renumbered, 1));

    assertThat(findByNumber(SCHOOL, renumbered.studentNumber()))
        .contains(new Versioned<>(renumbered, 2));
    assertThat(findByNumber(SCHOOL, child.studentNumber())).isEmpty();
    Child other = StoreFixtures.withNumber(fixtures.child(SCHOOL, OTHER), child.studentNumber());
    write(writer -> writer.children().insert(other));
    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(other, 1));
  }

  @Test
  void studentNumber_changeThatIsStale_keepsTheOldOne() {
    Child child = storeChild(SCHOOL, CHILD);
    Child renumbered = StoreFixtures.withNumber(child, fixtures.studentNumber());

    assertRefused(StaleVersionException.class, writer -> writer.children().update(renumbered, 7));

    assertThat(findByNumber(SCHOOL, renumbered.studentNumber())).isEmpty();
    assertThat(findByNumber(SCHOOL, child.studentNumber())).contains(new Versioned<>(child, 1));
  }

  @Test
  void studentNumber_ofAChildOfAnotherSchool_isFree() {
    Child here = storeChild(SCHOOL, CHILD);
    Child there =
        StoreFixtures.withNumber(fixtures.child(OTHER_SCHOOL, CHILD), here.studentNumber());

    write(writer -> writer.children().insert(there));

    assertThat(findByNumber(SCHOOL, here.studentNumber())).contains(new Versioned<>(here, 1));
    assertThat(findByNumber(OTHER_SCHOOL, here.studentNumber()))
        .contains(new Versioned<>(there, 1));
  }
}
