package org.jiedui.child;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiedui.id.CarerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.time.DateRange;

/** A pupil for tests of files and families, with both parents known and at home. */
final class Pupils {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  static final Instant RECORDED = FIRST_DAY.atStartOfDay(ZONE).toInstant();
  static final DateRange DAYS = DateRange.startingOn(FIRST_DAY);

  private Pupils() {}

  static Child born(String birthDate) {
    return new Child(
        SchoolId.of("qingshi"),
        ChildId.of("c-1"),
        StudentNumber.parse("L522424201403100077"),
        PersonName.of("小秘密"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.parse(birthDate),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Parent.of(PersonName.of("秘密父"), Optional.empty())),
        Optional.of(Parent.of(PersonName.of("秘密母"), Optional.empty())),
        CareFacts.none());
  }

  static Child with(Child child, UnaryOperator<CareFacts> change) {
    return child.withFacts(change.apply(child.facts()));
  }

  static Child bothAway(Child child) {
    Whereabouts away = Whereabouts.away(Optional.empty());
    return with(
        child,
        facts ->
            facts
                .withFather(t -> t.with(DAYS, away, RECORDED))
                .withMother(t -> t.with(DAYS, away, RECORDED)));
  }

  static Carer carer(String birthDate) {
    return Carer.of(CarerId.of("p-1"), PersonName.of("秘密奶"), Relation.PATERNAL_GRANDMOTHER)
        .withBirthDate(
            birthDate.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(birthDate)));
  }

  static Child caredForBy(Child child, Carer carer) {
    return with(child, facts -> facts.withCarer(t -> t.with(DAYS, carer, RECORDED)));
  }
}
