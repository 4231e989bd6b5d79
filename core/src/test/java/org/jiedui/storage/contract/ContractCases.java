package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.OptionalAssert;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the parts of the contract have in common: two schools in a store, and short ways to it. */
@Timeout(60)
abstract class ContractCases {

  static final SchoolId SCHOOL = StoreFixtures.SCHOOL;
  static final SchoolId OTHER_SCHOOL = StoreFixtures.OTHER_SCHOOL;
  static final ImmutableList<SchoolId> SCHOOLS = ImmutableList.of(SCHOOL, OTHER_SCHOOL);
  static final ChildId CHILD = ChildId.of("c-1");

  final StoreFixtures fixtures = StoreFixtures.seeded(20251110);

  /** Returns the store under test. */
  abstract CareStore store();

  @BeforeEach
  final void storeTwoSchools() {
    write(
        writer ->
            SCHOOLS.forEach(school -> writer.schools().insert(school, fixtures.school(school))));
  }

  final void write(Consumer<? super CareWriter> work) {
    store()
        .write(
            writer -> {
              work.accept(writer);
              return true;
            });
  }

  final <R> R read(Function<? super CareReader, ? extends R> work) {
    return store().read(work);
  }

  /** Stores a new child. */
  final Child storeChild(SchoolId school, ChildId id) {
    Child child = fixtures.child(school, id);
    write(writer -> writer.children().insert(child));
    return child;
  }

  /** Asserts that a write is refused, and returns why. */
  final Throwable assertRefused(
      Class<? extends Throwable> type, Consumer<? super CareWriter> work) {
    Throwable refusal = catchThrowable(() -> write(work));
    assertThat(refusal).isInstanceOf(type);
    return refusal;
  }

  /** Begins an assertion on what a read gives. */
  final <T> ObjectAssert<T> assertRead(Function<? super CareReader, ? extends T> work) {
    return new ObjectAssert<>(this.<T>read(work));
  }

  /** Begins an assertion on what a read may find. */
  final <T> OptionalAssert<T> assertFound(Function<? super CareReader, Optional<T>> work) {
    return assertThat(this.<Optional<T>>read(work));
  }

  /** Begins an assertion on a list that a read gives. */
  final <T> ListAssert<T> assertListed(Function<? super CareReader, ImmutableList<T>> work) {
    return assertThat(this.<ImmutableList<T>>read(work));
  }

  /** Reads everything of both schools. */
  final ImmutableSortedMap<String, Object> dump() {
    return read(reader -> StoreDump.of(reader, SCHOOLS, ImmutableList.of(CHILD)));
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
