package org.jiedui.storage.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.id.ActivityId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.RecordReader;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind has of which a school has many: finding, inserting, updating and paging. */
abstract class RecordCases extends ContractCases {

  /** Ids in their order, with each kind of character that an id may have. */
  private static final ImmutableList<String> SORTED_IDS =
      ImmutableList.of(
          "-",
          "-a",
          ".",
          "0",
          "1",
          "10",
          "2",
          ":",
          "A",
          "AA",
          "B",
          "Z",
          "_",
          "a",
          "a-",
          "a-0",
          "a.",
          "a0",
          "aA",
          "aa",
          "b",
          "z",
          "z".repeat(64));

  private static final ImmutableSet<String> OF_A_CHILD =
      ImmutableSet.of("exemptions", "assignments", "census answers");

  /** A record with a changed copy. */
  interface Maker<K, V> {

    /** Makes a record; each call gives another content. */
    V make(StoreFixtures fixtures, SchoolId school, K id);
  }

  /** A kind of record of which a school has many. */
  record Kind<K extends Comparable<? super K>, V>(
      String name,
      Function<CareReader, RecordReader<K, V>> reader,
      Function<CareWriter, RecordWriter<K, V>> writer,
      Function<String, K> id,
      Function<V, K> idOf,
      Maker<K, V> maker) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind<?, ?>> kinds() {
    return Stream.of(
        new Kind<>(
            "classes",
            CareReader::classes,
            CareWriter::classes,
            ClassId::of,
            group -> group.id(),
            StoreFixtures::classGroup),
        new Kind<>(
            "staff",
            CareReader::staff,
            CareWriter::staff,
            StaffId::of,
            member -> member.id(),
            StoreFixtures::staffMember),
        new Kind<>(
            "children",
            CareReader::children,
            CareWriter::children,
            ChildId::of,
            child -> child.id(),
            StoreFixtures::child),
        new Kind<>(
            "exemptions",
            CareReader::exemptions,
            CareWriter::exemptions,
            ExemptionId::of,
            exemption -> exemption.id(),
            (fixtures, school, id) -> fixtures.exemption(fixtures.child(school, CHILD), id)),
        new Kind<>(
            "assignments",
            CareReader::assignments,
            CareWriter::assignments,
            AssignmentId::of,
            assignment -> assignment.id(),
            (fixtures, school, id) -> fixtures.assignment(fixtures.child(school, CHILD), id)),
        new Kind<>(
            "memberships",
            CareReader::memberships,
            CareWriter::memberships,
            MembershipId::of,
            membership -> membership.id(),
            StoreFixtures::membership),
        new Kind<>(
            "record checks",
            CareReader::recordChecks,
            CareWriter::recordChecks,
            RecordCheckId::of,
            check -> check.id(),
            StoreFixtures::recordCheck),
        new Kind<>(
            "peer pairs",
            CareReader::peerPairs,
            CareWriter::peerPairs,
            PeerPairId::of,
            pair -> pair.id(),
            (fixtures, school, id) ->
                fixtures.peerPair(fixtures.child(school, CHILD), ChildId.of("c-2"), id)),
        new Kind<>(
            "consents",
            CareReader::consents,
            CareWriter::consents,
            ConsentId::of,
            consent -> consent.id(),
            (fixtures, school, id) -> fixtures.consent(fixtures.child(school, CHILD), id)),
        new Kind<>(
            "home stays",
            CareReader::homeStays,
            CareWriter::homeStays,
            HomeStayId::of,
            stay -> stay.id(),
            (fixtures, school, id) ->
                fixtures.homeStay(fixtures.child(school, CHILD), ChildId.of("c-2"), id)),
        new Kind<>(
            "referrals",
            CareReader::referrals,
            CareWriter::referrals,
            ReferralId::of,
            referral -> referral.id(),
            (fixtures, school, id) -> fixtures.referral(fixtures.child(school, CHILD), id)),
        new Kind<>(
            "activities",
            CareReader::activities,
            CareWriter::activities,
            ActivityId::of,
            activity -> activity.id(),
            StoreFixtures::activity),
        new Kind<>(
            "census answers",
            CareReader::census,
            CareWriter::census,
            CensusAnswerId::of,
            answer -> answer.id(),
            (fixtures, school, id) -> fixtures.censusAnswer(fixtures.child(school, CHILD), id)));
  }

  /** Stores the child that exemptions, assignments and census answers are about. */
  private void storeOwners(Kind<?, ?> kind) {
    if (OF_A_CHILD.contains(kind.name())) {
      SCHOOLS.forEach(school -> storeChild(school, CHILD));
    }
  }

  private <K extends Comparable<? super K>, V> V insert(
      Kind<K, V> kind, SchoolId school, String id) {
    V value = kind.maker().make(fixtures, school, kind.id().apply(id));
    assertThat(store().<Long>write(writer -> kind.writer().apply(writer).insert(value)))
        .isEqualTo(1);
    return value;
  }

  private <K extends Comparable<? super K>, V> ImmutableList<V> insertAll(
      Kind<K, V> kind, SchoolId school, List<String> ids) {
    ImmutableList<V> values =
        ids.stream()
            .map(id -> kind.maker().make(fixtures, school, kind.id().apply(id)))
            .collect(toImmutableList());
    write(writer -> values.forEach(value -> kind.writer().apply(writer).insert(value)));
    return values;
  }

  private <K extends Comparable<? super K>, V> Versioned<V> get(
      Kind<K, V> kind, SchoolId school, String id) {
    return read(reader -> kind.reader().apply(reader).get(school, kind.id().apply(id)));
  }

  private <K extends Comparable<? super K>, V> List<K> idsOfPage(
      Kind<K, V> kind, Optional<K> after, int limit) {
    return read(
        reader ->
            Lists.transform(
                kind.reader().apply(reader).page(SCHOOL, after, limit),
                row -> kind.idOf().apply(row.value())));
  }

  /** Reads all pages, each in a read of its own, with something done between any two. */
  private <K extends Comparable<? super K>, V> List<K> idsOfAllPages(
      Kind<K, V> kind, int limit, Runnable between) {
    List<K> ids = new ArrayList<>();
    List<K> page = idsOfPage(kind, Optional.empty(), limit);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      ids.addAll(page);
      assertThat(ids).as("pages go on").hasSizeLessThan(10_000);
      between.run();
      page = idsOfPage(kind, Optional.of(page.get(page.size() - 1)), limit);
    }
    return ids;
  }

  private static <K extends Comparable<? super K>> List<K> ids(
      Kind<K, ?> kind, List<String> texts) {
    return texts.stream().map(kind.id()).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void insert_isFound_asVersion1(Kind<K, V> kind) {
    storeOwners(kind);
    V value = insert(kind, SCHOOL, "x-1");

    assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(value, 1));
    assertFound(reader -> kind.reader().apply(reader).find(SCHOOL, kind.id().apply("x-1")))
        .contains(new Versioned<>(value, 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void insert_twice_isRefused(Kind<K, V> kind) {
    storeOwners(kind);
    V value = insert(kind, SCHOOL, "x-1");
    V other = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));

    assertRefused(
        DuplicateRecordException.class, writer -> kind.writer().apply(writer).insert(other));
    assertRefused(
        DuplicateRecordException.class, writer -> kind.writer().apply(writer).insert(value));

    assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(value, 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void insertAll_storesEach_asVersion1(Kind<K, V> kind) {
    storeOwners(kind);
    List<V> values = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      values.add(kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-" + i)));
      if (i % 100 == 0) {
        values.add(kind.maker().make(fixtures, OTHER_SCHOOL, kind.id().apply("x-" + i)));
      }
    }

    write(
        writer -> {
          kind.writer().apply(writer).insertAll(values);
          kind.writer().apply(writer).insertAll(List.of());
        });

    for (int i = 0; i < 300; i += 100) {
      assertThat(get(kind, OTHER_SCHOOL, "x-" + i).version()).isEqualTo(1);
    }
    ImmutableList<Versioned<V>> stored =
        read(reader -> kind.reader().apply(reader).page(SCHOOL, Optional.empty(), 1000));
    assertThat(stored).hasSize(300);
    assertThat(values).containsAll(Lists.transform(stored, Versioned::value));
    assertThat(stored).allMatch(row -> row.version() == 1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void insertAll_withOneThatIsThereOrTwice_isRefused(
      Kind<K, V> kind) {
    storeOwners(kind);
    insert(kind, SCHOOL, "x-1");
    for (List<String> ids : List.of(List.of("x-0", "x-1", "x-2"), List.of("x-3", "x-4", "x-3"))) {
      List<V> values =
          ids.stream().map(id -> kind.maker().make(fixtures, SCHOOL, kind.id().apply(id))).toList();

      assertRefused(
          DuplicateRecordException.class, writer -> kind.writer().apply(writer).insertAll(values));
    }

    assertThat(idsOfPage(kind, Optional.empty(), 10)).isEqualTo(ids(kind, List.of("x-1")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void findAll_findsThoseThatThereAre_eachOnce(
      Kind<K, V> kind) {
    storeOwners(kind);
    List<K> wanted = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      insert(kind, SCHOOL, "x-" + i);
      if (i % 2 == 0) {
        wanted.add(kind.id().apply("x-" + i));
      }
    }
    List<K> asked = new ArrayList<>(wanted);
    asked.addAll(wanted);
    asked.add(kind.id().apply("X-0"));
    asked.add(kind.id().apply("unknown"));

    ImmutableMap<K, Versioned<V>> found =
        read(reader -> kind.reader().apply(reader).findAll(SCHOOL, asked));

    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    found.forEach((id, row) -> assertThat(row).isEqualTo(get(kind, SCHOOL, id.toString())));
    assertFound(
            reader ->
                kind.reader().apply(reader).findAll(SCHOOL, List.of()).values().stream()
                    .findFirst())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void find_unknown_isEmpty_andGetIsRefused(Kind<K, V> kind) {
    storeOwners(kind);
    insert(kind, SCHOOL, "x-1");

    assertFound(reader -> kind.reader().apply(reader).find(SCHOOL, kind.id().apply("x-2")))
        .isEmpty();
    assertFound(
            reader ->
                kind.reader().apply(reader).find(SchoolId.of("nowhere"), kind.id().apply("x-1")))
        .isEmpty();
    assertThatThrownBy(() -> get(kind, SCHOOL, "x-2")).isInstanceOf(RecordNotFoundException.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void update_replaces_andCountsUp(Kind<K, V> kind) {
    storeOwners(kind);
    insert(kind, SCHOOL, "x-1");
    for (long version = 1; version <= 3; version++) {
      V changed = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));
      long from = version;

      assertThat(store().<Long>write(writer -> kind.writer().apply(writer).update(changed, from)))
          .isEqualTo(version + 1);

      assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(changed, version + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void update_inTheWriteOfItsInsert_isStored(Kind<K, V> kind) {
    storeOwners(kind);
    V first = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));
    V second = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));

    write(
        writer -> {
          kind.writer().apply(writer).insert(first);
          kind.writer().apply(writer).update(second, 1);
        });

    assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(second, 2));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void update_fromAnotherVersion_isRefused(Kind<K, V> kind) {
    storeOwners(kind);
    insert(kind, SCHOOL, "x-1");
    V second = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));
    write(writer -> kind.writer().apply(writer).update(second, 1));

    for (long other : new long[] {0, 1, 3}) {
      V lost = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));
      assertRefused(
          StaleVersionException.class, writer -> kind.writer().apply(writer).update(lost, other));
    }

    assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(second, 2));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void update_unknown_isRefused(Kind<K, V> kind) {
    storeOwners(kind);
    V value = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-1"));

    assertRefused(
        RecordNotFoundException.class, writer -> kind.writer().apply(writer).update(value, 1));

    assertThat(idsOfPage(kind, Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void schools_withTheSameIds_doNotMix(Kind<K, V> kind) {
    storeOwners(kind);
    V here = insert(kind, SCHOOL, "x-1");
    assertFound(reader -> kind.reader().apply(reader).find(OTHER_SCHOOL, kind.id().apply("x-1")))
        .isEmpty();
    V there = insert(kind, OTHER_SCHOOL, "x-1");
    insert(kind, OTHER_SCHOOL, "x-2");
    V changed = kind.maker().make(fixtures, OTHER_SCHOOL, kind.id().apply("x-1"));

    assertThat(get(kind, OTHER_SCHOOL, "x-1").value()).isEqualTo(there);
    write(writer -> kind.writer().apply(writer).update(changed, 1));

    assertThat(get(kind, SCHOOL, "x-1")).isEqualTo(new Versioned<>(here, 1));
    assertThat(get(kind, OTHER_SCHOOL, "x-1")).isEqualTo(new Versioned<>(changed, 2));
    assertThat(idsOfPage(kind, Optional.empty(), 10)).isEqualTo(ids(kind, List.of("x-1")));
    assertListed(reader -> kind.reader().apply(reader).all(SCHOOL)).containsExactly(here);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void page_isByIdAsTextIs(Kind<K, V> kind) {
    storeOwners(kind);
    List<String> shuffled = new ArrayList<>(SORTED_IDS);
    Collections.shuffle(shuffled, new Random(20251110));
    insertAll(kind, SCHOOL, shuffled);
    insertAll(kind, OTHER_SCHOOL, List.of("0a", "m"));

    assertThat(idsOfPage(kind, Optional.empty(), Integer.MAX_VALUE))
        .isEqualTo(ids(kind, SORTED_IDS));
    for (int limit : new int[] {1, 2, 7, SORTED_IDS.size(), 1000}) {
      assertThat(idsOfAllPages(kind, limit, () -> {}))
          .as("pages of %s", limit)
          .isEqualTo(ids(kind, SORTED_IDS));
    }
    assertListed(reader -> kind.reader().apply(reader).all(SCHOOL))
        .extracting(kind.idOf()::apply)
        .isEqualTo(ids(kind, SORTED_IDS));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void page_holdsTheVersions(Kind<K, V> kind) {
    storeOwners(kind);
    ImmutableList<V> values = insertAll(kind, SCHOOL, List.of("x-1", "x-2", "x-3"));
    V changed = kind.maker().make(fixtures, SCHOOL, kind.id().apply("x-2"));
    write(writer -> kind.writer().apply(writer).update(changed, 1));

    assertListed(reader -> kind.reader().apply(reader).page(SCHOOL, Optional.empty(), 10))
        .containsExactly(
            new Versioned<>(values.get(0), 1),
            new Versioned<>(changed, 2),
            new Versioned<>(values.get(2), 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void page_afterAnIdThatIsNotThere_isWhatFollows(
      Kind<K, V> kind) {
    storeOwners(kind);
    insertAll(kind, SCHOOL, List.of("b", "d", "f"));

    assertThat(idsOfPage(kind, Optional.of(kind.id().apply("a")), 2))
        .isEqualTo(ids(kind, List.of("b", "d")));
    assertThat(idsOfPage(kind, Optional.of(kind.id().apply("d")), 2))
        .isEqualTo(ids(kind, List.of("f")));
    assertThat(idsOfPage(kind, Optional.of(kind.id().apply("e")), 2))
        .isEqualTo(ids(kind, List.of("f")));
    assertThat(idsOfPage(kind, Optional.of(kind.id().apply("f")), 2)).isEmpty();
    assertThat(idsOfPage(kind, Optional.of(kind.id().apply("g")), Integer.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void page_limitBelowOne_isRejected(Kind<K, V> kind) {
    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> idsOfPage(kind, Optional.empty(), limit))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void pages_otherRecordsComeBetween_areStable(
      Kind<K, V> kind) {
    storeOwners(kind);
    List<String> always = IntStream.range(0, 50).mapToObj(i -> String.format("m-%02d", i)).toList();
    insertAll(kind, SCHOOL, always);
    Random random = new Random(20251110);
    int[] count = new int[1];

    List<K> seen =
        idsOfAllPages(
            kind,
            7,
            () -> {
              // One before all, one somewhere between, one after all; and a change of an old one.
              String tail = "-" + count[0]++;
              insertAll(kind, SCHOOL, List.of("a" + tail, always.get(random.nextInt(50)) + tail));
              if (count[0] < 5) {
                insertAll(kind, SCHOOL, List.of("z" + tail));
              }
              K changed = kind.id().apply(always.get(random.nextInt(50)));
              write(
                  writer ->
                      kind.writer()
                          .apply(writer)
                          .update(
                              kind.maker().make(fixtures, SCHOOL, changed),
                              kind.reader().apply(writer).get(SCHOOL, changed).version()));
            });

    assertThat(seen).as("in order, each once").isSorted().doesNotHaveDuplicates();
    assertThat(seen).containsAll(ids(kind, always));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <K extends Comparable<? super K>, V> void pages_ofOneRead_whileAnotherThreadInserts_areStable(
      Kind<K, V> kind) {
    storeOwners(kind);
    List<String> before = List.of("b", "d", "f", "h");
    insertAll(kind, SCHOOL, before);
    ImmutableList<V> late =
        Stream.of("a", "c", "e", "g", "i")
            .map(id -> kind.maker().make(fixtures, SCHOOL, kind.id().apply(id)))
            .collect(toImmutableList());

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              if (thread == 0) {
                start.await();
                for (V value : late) {
                  write(writer -> kind.writer().apply(writer).insert(value));
                }
                return "written";
              }
              return read(
                  reader -> {
                    RecordReader<K, V> records = kind.reader().apply(reader);
                    Object first = records.page(SCHOOL, Optional.empty(), 100);
                    start.await();
                    for (int round = 0; round < 20; round++) {
                      assertThat(records.page(SCHOOL, Optional.empty(), 100)).isEqualTo(first);
                    }
                    return "stable";
                  });
            });

    assertThat(outcomes).containsExactly("written", "stable", "stable", "stable");
  }
}
