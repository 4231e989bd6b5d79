package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.SchoolReader;
import org.jiedui.storage.SchoolWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schools, calendars and rule books. */
abstract class SchoolRecordCases extends ContractCases {

  private static final SchoolId NEW_SCHOOL = SchoolId.of("hongqi");
  private static final SchoolId NO_SCHOOL = SchoolId.of("nowhere");

  /** A kind of record of which a school has one. */
  record Kind<V>(
      String name,
      Function<CareReader, SchoolReader<V>> reader,
      Function<CareWriter, SchoolWriter<V>> writer,
      Function<StoreFixtures, V> value) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind<?>> kinds() {
    return Stream.of(
        new Kind<>(
            "schools",
            CareReader::schools,
            CareWriter::schools,
            fixtures -> fixtures.school(NEW_SCHOOL)),
        new Kind<>(
            "calendars", CareReader::calendars, CareWriter::calendars, StoreFixtures::calendar),
        new Kind<>(
            "rule books", CareReader::ruleBooks, CareWriter::ruleBooks, StoreFixtures::ruleBook),
        new Kind<>(
            "activity books",
            CareReader::activityBooks,
            CareWriter::activityBooks,
            StoreFixtures::activityBook));
  }

  /** Stores a record and the school that it needs, unless it is the school itself. */
  private <V> V insert(Kind<V> kind) {
    V value = kind.value().apply(fixtures);
    write(
        writer -> {
          if (!kind.name().equals("schools")) {
            writer.schools().insert(NEW_SCHOOL, fixtures.school(NEW_SCHOOL));
          }
          assertThat(kind.writer().apply(writer).insert(NEW_SCHOOL, value)).isEqualTo(1);
        });
    return value;
  }

  private <V> Versioned<V> get(Kind<V> kind) {
    return read(reader -> kind.reader().apply(reader).get(NEW_SCHOOL));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void insert_isFound_asVersion1(Kind<V> kind) {
    V value = insert(kind);

    assertThat(get(kind)).isEqualTo(new Versioned<>(value, 1));
    assertFound(reader -> kind.reader().apply(reader).find(NEW_SCHOOL))
        .contains(new Versioned<>(value, 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void insert_twice_isRefused(Kind<V> kind) {
    V value = insert(kind);

    assertRefused(
        DuplicateRecordException.class,
        writer -> kind.writer().apply(writer).insert(NEW_SCHOOL, kind.value().apply(fixtures)));

    assertThat(get(kind)).isEqualTo(new Versioned<>(value, 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void find_unknown_isEmpty_andGetIsRefused(Kind<V> kind) {
    assertFound(reader -> kind.reader().apply(reader).find(NO_SCHOOL)).isEmpty();
    assertThatThrownBy(() -> read(reader -> kind.reader().apply(reader).get(NO_SCHOOL)))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void ids_areThoseWithARecord_ascending(Kind<V> kind) {
    ImmutableList<SchoolId> before = read(reader -> kind.reader().apply(reader).ids());
    assertThat(before).isSorted().doesNotContain(NEW_SCHOOL);
    insert(kind);

    ImmutableList<SchoolId> after = read(reader -> kind.reader().apply(reader).ids());
    assertThat(after)
        .isSorted()
        .containsAll(before)
        .hasSize(before.size() + 1)
        .contains(NEW_SCHOOL);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void update_replaces_andCountsUp(Kind<V> kind) {
    V value = insert(kind);
    for (long version = 1; version <= 3; version++) {
      V changed = kind.value().apply(fixtures);
      long from = version;

      assertThat(
              store()
                  .<Long>write(
                      writer -> kind.writer().apply(writer).update(NEW_SCHOOL, changed, from)))
          .isEqualTo(version + 1);

      assertThat(get(kind)).isEqualTo(new Versioned<>(changed, version + 1));
    }
    assertThat(get(kind).value()).isNotSameAs(value);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void update_fromAnotherVersion_isRefused(Kind<V> kind) {
    insert(kind);
    V second = kind.value().apply(fixtures);
    write(writer -> kind.writer().apply(writer).update(NEW_SCHOOL, second, 1));

    for (long other : new long[] {0, 1, 3}) {
      assertRefused(
          StaleVersionException.class,
          writer ->
              kind.writer().apply(writer).update(NEW_SCHOOL, kind.value().apply(fixtures), other));
    }

    assertThat(get(kind)).isEqualTo(new Versioned<>(second, 2));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void update_unknown_isRefused(Kind<V> kind) {
    assertRefused(
        RecordNotFoundException.class,
        writer -> kind.writer().apply(writer).update(NEW_SCHOOL, kind.value().apply(fixtures), 1));

    assertFound(reader -> kind.reader().apply(reader).find(NEW_SCHOOL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <V> void schools_doNotMix(Kind<V> kind) {
    Object before = dump();

    insert(kind);
    write(
        writer -> kind.writer().apply(writer).update(NEW_SCHOOL, kind.value().apply(fixtures), 1));

    assertThat(dump()).as("the other schools").isEqualTo(before);
  }
}
