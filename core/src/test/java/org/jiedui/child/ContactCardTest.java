package org.jiedui.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.child.Pupils.DAYS;
import static org.jiedui.child.Pupils.FIRST_DAY;
import static org.jiedui.child.Pupils.RECORDED;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jiedui.child.ContactCard.CarerContact;
import org.jiedui.child.ContactCard.ParentContact;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

class ContactCardTest {

  private static final Optional<Address> WORK = Optional.of(Address.of("秘密市"));
  private static final Optional<Address> HOME = Optional.of(Address.of("秘密村"));
  private static final Optional<PhoneNumber> PHONE = Optional.of(PhoneNumber.of("15065720625"));

  private static final Child CHILD =
      Pupils.caredForBy(
          Pupils.with(
              Pupils.born("2014-03-10")
                  .withParents(
                      Optional.of(Parent.of(PersonName.of("秘密父"), PHONE)), Optional.empty()),
              facts -> facts.withFather(t -> t.with(DAYS, Whereabouts.away(WORK), RECORDED))),
          Pupils.carer("1960-05-05").withPhone(PHONE).withAddress(HOME));

  private static ContactCard card(Child child, LocalDate day) {
    return ContactCard.of(child, "青石岭小学", Optional.of("四年级1班"), day);
  }

  @Test
  void of_aDay_hasWhatIsKnownOfItAndNoMore() {
    ContactCard card = card(CHILD, FIRST_DAY);
    assertThat(card)
        .isEqualTo(
            new ContactCard(
                FIRST_DAY,
                "青石岭小学",
                Optional.of("四年级1班"),
                CHILD.studentNumber(),
                CHILD.name(),
                new ParentContact(Optional.of(PersonName.of("秘密父")), WORK, PHONE),
                new ParentContact(Optional.empty(), Optional.empty(), Optional.empty()),
                new CarerContact(Optional.of(PersonName.of("秘密奶")), HOME, PHONE)));
  }

  @Test
  void fields_areThoseOfTheSchoolsCardAlone() {
    assertThat(names(ParentContact.class)).containsExactly("name", "workAddress", "phone");
    assertThat(names(CarerContact.class)).containsExactly("name", "address", "phone");
  }

  private static String[] names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .toArray(String[]::new);
  }

  @Test
  void of_anotherDay_changesWithTheFacts() {
    assertThat(card(CHILD, FIRST_DAY.minusDays(1)).carer().name()).isEmpty();
    assertThat(card(CHILD, FIRST_DAY.minusDays(1)).father().workAddress()).isEmpty();
    LocalDate back = LocalDate.of(2025, 11, 1);
    Child returned =
        Pupils.with(
            CHILD,
            facts ->
                facts
                    .withFather(
                        t -> t.with(DateRange.startingOn(back), Whereabouts.atHome(), RECORDED))
                    .withCarer(t -> t.without(DateRange.startingOn(back), RECORDED)));
    assertThat(card(returned, back.minusDays(1))).isEqualTo(card(CHILD, back.minusDays(1)));
    assertThat(card(returned, back).father())
        .isEqualTo(new ParentContact(Optional.of(PersonName.of("秘密父")), Optional.empty(), PHONE));
    assertThat(card(returned, back).carer().name()).isEmpty();
  }

  @Test
  void toString_showsNothing() {
    ContactCard card = card(CHILD, FIRST_DAY);
    assertThat(card).hasToString("ContactCard[redacted]");
    assertThat(card.father()).hasToString("ParentContact[redacted]");
    assertThat(card.carer()).hasToString("CarerContact[redacted]");
  }
}
