package org.jiedui.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.id.CarerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of a child may stand in a log: what is personal in them does not show. */
class RedactionTest {

  private static final DateRange DAYS = DateRange.parse("2025-09-01/..");
  private static final Instant AT = Instant.parse("2025-09-01T08:00:00Z");
  private static final LocalDate BIRTHDAY = LocalDate.of(2014, 3, 10);
  private static final PhoneNumber PHONE = PhoneNumber.of("15065720625");
  private static final Address ADDRESS = Address.of("平坝村三组秘密");
  private static final Carer CARER =
      new Carer(
          CarerId.of("g-1"),
          PersonName.of("王秘密"),
          Relation.PATERNAL_GRANDMOTHER,
          Optional.of(BIRTHDAY),
          Optional.of(PHONE),
          Optional.of(ADDRESS),
          Delegation.none().withSchoolNotifiedOn(Optional.of(LocalDate.of(2025, 8, 30))),
          CarerSuitability.unknown().withOccupation(Optional.of("秘密 farmer")));
  private static final Concern CONCERN = new Concern(ConcernKind.HEALTH, Optional.of("秘密 asthma"));
  private static final Parent PARENT = Parent.of(PersonName.of("李秘密"), Optional.of(PHONE));
  private static final CareFacts FACTS =
      CareFacts.none()
          .withCare(t -> t.with(DAYS, CareStatus.closed(Optional.of("秘密 moved")), AT))
          .withPlacement(t -> t.with(DAYS, new Placement(ClassId.of("4-1"), 4), AT))
          .withCarer(t -> t.with(DAYS, CARER, AT))
          .withFather(t -> t.with(DAYS, Whereabouts.away(Optional.of(ADDRESS)), AT))
          .withKeySupport(t -> t.with(DAYS, new KeySupport("秘密 orphan"), AT))
          .withConcern(ConcernKind.HEALTH, t -> t.with(DAYS, CONCERN, AT));
  private static final Child CHILD =
      new Child(
          SchoolId.of("qingshi"),
          ChildId.of("c-17"),
          StudentNumber.parse("L522424201403100077"),
          PersonName.of("小秘密"),
          Sex.MALE,
          Optional.of("秘密族"),
          BIRTHDAY,
          Optional.empty(),
          Optional.of(Registration.RURAL),
          Optional.of(PARENT),
          Optional.of(PARENT),
          FACTS);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(CHILD, "Child[qingshi/c-17]"),
        Arguments.of(CARER, "Carer[g-1]"),
        Arguments.of(PARENT, "Parent[redacted]"),
        Arguments.of(CARER.delegation(), "Delegation[redacted]"),
        Arguments.of(CARER.suitability(), "CarerSuitability[redacted]"),
        Arguments.of(new CarerRating(CarerAbility.POOR, BIRTHDAY), "CarerRating[redacted]"),
        Arguments.of(ChildHealth.illness("秘密 asthma").withSpecialCare(), "ChildHealth[redacted]"),
        Arguments.of(
            ChildProfile.none().withResidence(Optional.of(ADDRESS)), "ChildProfile[redacted]"),
        Arguments.of(CONCERN, "Concern[redacted]"),
        Arguments.of(new KeySupport("秘密 orphan"), "KeySupport[redacted]"),
        Arguments.of(CareStatus.closed(Optional.of("秘密 moved")), "not in care"),
        Arguments.of(new CareStatus(true, Optional.of("秘密")), "in care"),
        Arguments.of(Whereabouts.away(Optional.of(ADDRESS)), "away"),
        Arguments.of(Whereabouts.atHome(), "at home"),
        Arguments.of(new Placement(ClassId.of("4-1"), 4), "Placement[classId=4-1, grade=4]"),
        Arguments.of(FACTS, "CareFacts[redacted]"),
        Arguments.of(FACTS.history(), "CareHistory[1 stretches]"),
        Arguments.of(FACTS.care(), "[2025-09-01/..@2025-09-01T08:00:00Z]"),
        Arguments.of(FACTS.carer(), "[2025-09-01/..@2025-09-01T08:00:00Z]"),
        Arguments.of(FACTS.keySupport(), "[2025-09-01/..@2025-09-01T08:00:00Z]"),
        Arguments.of(FACTS.father(), "[2025-09-01/..@2025-09-01T08:00:00Z]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void toString_showsIdsAlone(Object value, String shown) {
    assertThat(value).hasToString(shown);
  }

  static Stream<Object> composites() {
    return Stream.of(
        CHILD,
        FACTS.care().entries(),
        FACTS.carer().entries(),
        FACTS.father().entries(),
        FACTS.keySupport().entries(),
        FACTS.concerns(),
        FACTS.concerns().values().asList().get(0).entries(),
        FACTS.carer().known());
  }

  @ParameterizedTest
  @MethodSource("composites")
  void toString_ofWhatHoldsThem_isNotPersonalEither(Object value) {
    assertThat(value.toString())
        .doesNotContain("秘密", "2014", "1506572", "asthma", "orphan", "L522");
  }

  @Test
  void withFacts_changesTheFactsAlone() {
    Child changed = CHILD.withFacts(CareFacts.none());
    assertThat(changed.facts()).isEqualTo(CareFacts.none());
    assertThat(changed.withFacts(FACTS)).isEqualTo(CHILD);
  }

  @Test
  void keySupport_blankReason_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeySupport(" "))
        .withMessage("reason must not be blank");
  }
}
