package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
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
