package org.jiedui.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.junit.jupiter.api.Test;

class ContactSeriesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = Instant.parse("2025-09-10T04:00:00Z");

  private static Contact contact(String id, String day, Instant recordedAt) {
    return Contact.builder(SchoolId.of("s"), ChildId.of("c"), ContactId.of(id))
        .day(LocalDate.parse(day))
        .channel(Channel.CALL)
        .madeBy(Party.FATHER)
        .with(Party.CHILD)
        .recorded(recordedAt, ActorId.of("T10"))
        .build();
  }

  private static int day(String text) {
    return (int) LocalDate.parse(text).toEpochDay();
  }

  @Test
  void kind_everyCombination_unpacks() {
    ImmutableSet<Party> all = ImmutableSet.copyOf(Party.values());
    for (Party madeBy : Party.values()) {
      for (Channel channel : Channel.values()) {
        for (Party reached : Party.values()) {
          int kind = ContactSeries.kind(madeBy, channel, ImmutableSet.of(reached));
          assertThat(ContactSeries.madeBy(kind)).isEqualTo(madeBy.number());
          assertThat(ContactSeries.channel(kind)).isEqualTo(channel.number());
          assertThat(ContactSeries.reached(kind)).isEqualTo(1 << reached.number());
        }
        int nobody = ContactSeries.kind(madeBy, channel, ImmutableSet.of());
        assertThat(ContactSeries.reached(nobody)).isZero();
        assertThat(
                Integer.bitCount(ContactSeries.reached(ContactSeries.kind(madeBy, channel, all))))
            .isEqualTo(Party.values().length);
      }
    }
  }

  @Test
  void of_failedAttempt_reachesNobody() {
    Contact attempt =
        Contact.builder(SchoolId.of("s"), ChildId.of("c"), ContactId.of("k"))
            .day(LocalDate.of(2025, 9, 10))
            .channel(Channel.HOME_VISIT)
            .madeBy(Party.MENTOR)
            .with(Party.CHILD, Party.CARER)
            .notReached()
            .recorded(NOON, ActorId.of("T10"))
            .build();
    ContactSeries series = ContactSeries.of(List.of(attempt), ZONE);
    assertThat(ContactSeries.reached(series.kind(0))).isZero();
    assertThat(ContactSeries.madeBy(series.kind(0))).isEqualTo(Party.MENTOR.number());
    assertThat(ContactSeries.channel(series.kind(0))).isEqualTo(Channel.HOME_VISIT.number());
  }

  @Test
  void sorted_isByDayThenRecordedThenId() {
    Contact first = contact("z", "2025-09-09", NOON.plusSeconds(9));
    Contact second = contact("y", "2025-09-10", NOON);
    Contact third = contact("a", "2025-09-10", NOON.plusSeconds(1));
    Contact fourth = contact("b", "2025-09-10", NOON.plusSeconds(1));
    List<Contact> given = new ArrayList<>(List.of(first, second, third, fourth));
    Collections.shuffle(given, new Random(5));
    assertThat(ContactSeries.sorted(given)).containsExactly(first, second, third, fourth);
    ContactSeries series = ContactSeries.of(given, ZONE);
    assertThat(series.day(0)).isEqualTo(day("2025-09-09"));
    assertThat(series.day(3)).isEqualTo(day("2025-09-10"));
  }

  @Test
  void with_oneMore_isTheSeriesOfAll_whateverItsDay() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<Contact> contacts = new ArrayList<>();
      ContactSeries series = ContactSeries.empty();
      for (int i = 0; i < 12; i++) {
        Contact more =
            contact("k" + i, "2025-09-" + (10 + random.nextInt(8)), NOON.plusSeconds(86_400L * i));
        contacts.add(more);
        ContactSeries before = series;
        series = series.with(more, ZONE);
        assertThat(before.size()).isEqualTo(i);
        assertThat(columns(series))
            .as("seed 11")
            .isEqualTo(columns(ContactSeries.of(contacts, ZONE)));
      }
    }
  }

  private static List<List<Integer>> columns(ContactSeries series) {
    List<List<Integer>> columns = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      columns.add(
          List.of(series.day(i), series.kind(i), series.recordedDay(i), series.voidedDay(i)));
    }
    return columns;
  }

  @Test
  void recordedDay_isInTheSchoolsZone() {
    Instant beforeMidnight = Instant.parse("2025-09-10T15:59:59Z");
    ContactSeries series =
        ContactSeries.of(
            List.of(
                contact("a", "2025-09-09", beforeMidnight),
                contact("b", "2025-09-10", beforeMidnight.plusSeconds(1))),
            ZONE);
    assertThat(series.recordedDay(0)).isEqualTo(day("2025-09-10"));
    assertThat(series.recordedDay(1)).isEqualTo(day("2025-09-11"));
  }

  @Test
  void isKnown_fromTheDayRecordedUntilTheDayVoided() {
    Contact voided =
        contact("a", "2025-09-01", Instant.parse("2025-09-05T04:00:00Z"))
            .voided(
                new Voiding(Instant.parse("2025-09-08T04:00:00Z"), ActorId.of("T10"), "mistake"));
    ContactSeries series =
        ContactSeries.of(List.of(voided, contact("b", "2025-09-02", NOON)), ZONE);
    assertThat(series.isKnown(0, day("2025-09-04"))).isFalse();
    assertThat(series.isKnown(0, day("2025-09-05"))).isTrue();
    assertThat(series.isKnown(0, day("2025-09-07"))).isTrue();
    assertThat(series.isKnown(0, day("2025-09-08"))).isFalse();
    assertThat(series.voidedDay(0)).isEqualTo(day("2025-09-08"));
    assertThat(series.voidedDay(1)).isEqualTo(ContactSeries.NEVER);
    assertThat(series.isKnown(1, day("2999-01-01"))).isTrue();
  }

  @Test
  void firstOnOrAfter_everyDay_isTheFirstOfThatDay() {
    Random random = new Random(11);
    for (int size = 0; size < 20; size++) {
      int[] days = random.ints(size, 0, 12).sorted().toArray();
      ContactSeries.Builder builder = new ContactSeries.Builder();
      for (int day : days) {
        builder.add(day, 0, day, ContactSeries.NEVER);
      }
      ContactSeries series = builder.build();
      for (int day = -1; day < 14; day++) {
        int expected = 0;
        while (expected < size && days[expected] < day) {
          expected++;
        }
        assertThat(series.firstOnOrAfter(day)).isEqualTo(expected);
      }
    }
  }

  @Test
  void add_beforeTheLastDay_isRejected() {
    ContactSeries.Builder builder = new ContactSeries.Builder();
    builder.add(day("2025-09-10"), 0, day("2025-09-10"), ContactSeries.NEVER);
    builder.add(day("2025-09-10"), 0, day("2025-09-10"), ContactSeries.NEVER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(day("2025-09-09"), 0, day("2025-09-10"), ContactSeries.NEVER))
        .withMessage(
            "contacts must come in the order of their days, but 2025-09-09 comes after 2025-09-10");
    assertThat(builder.build().size()).isEqualTo(2);
  }

  @Test
  void build_leavesTheBuilderEmptyAndTheSeriesUntouched() {
    ContactSeries.Builder builder = new ContactSeries.Builder();
    for (int i = 0; i < 40; i++) {
      builder.add(i, i + 1, i + 2, i + 3);
    }
    ContactSeries series = builder.build();
    builder.add(-5, 7, 7, 7);
    assertThat(builder.build().size()).isEqualTo(1);
    assertThat(series.size()).isEqualTo(40);
    for (int i = 0; i < 40; i++) {
      assertThat(series.day(i)).isEqualTo(i);
      assertThat(series.kind(i)).isEqualTo(i + 1);
      assertThat(series.recordedDay(i)).isEqualTo(i + 2);
      assertThat(series.voidedDay(i)).isEqualTo(i + 3);
    }
  }

  @Test
  void empty_hasNoContact() {
    assertThat(ContactSeries.empty().size()).isZero();
    assertThat(ContactSeries.empty().firstOnOrAfter(0)).isZero();
    assertThat(ContactSeries.empty()).hasToString("ContactSeries[0]");
  }
}
