package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.ContactCard;
import org.jiedui.child.ContactCard.CarerContact;
import org.jiedui.child.ContactCard.ParentContact;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.StudentNumber;
import org.junit.jupiter.api.Test;

class ContactCardCsvTest {

  private static final ContactCard CARD =
      new ContactCard(
          LocalDate.of(2025, 12, 10),
          "青石岭小学",
          Optional.of("四年级1班"),
          StudentNumber.parse("L522424201403100077"),
          PersonName.of("小明"),
          new ParentContact(
              Optional.of(PersonName.of("李强")),
              Optional.of(Address.of("=福建省,晋江市")),
              Optional.of(PhoneNumber.of("+8615065720625"))),
          new ParentContact(Optional.empty(), Optional.empty(), Optional.empty()),
          new CarerContact(
              Optional.of(PersonName.of("王桂花")),
              Optional.of(Address.of("青石村 \"3\" 组")),
              Optional.of(PhoneNumber.of("+12"))));

  @Test
  void write_aCard_isGuardedQuotedAndEmptyWhereNothingIsKnown() {
    assertThat(ContactCardCsv.write(List.of(CARD)))
        .isEqualTo(
            "日期,学校,班级,学籍号,姓名,父亲姓名,父亲务工地,父亲电话,母亲姓名,母亲务工地,母亲电话,"
                + "被委托人姓名,被委托人住址,被委托人电话\r\n"
                + "2025-12-10,青石岭小学,四年级1班,L522424201403100077,小明,李强,"
                + "\"'=福建省,晋江市\",150 6572 0625,,,,王桂花,\"青石村 \"\"3\"\" 组\",'+12\r\n");
  }

  @Test
  void write_noCards_isTheHeadings() {
    assertThat(ContactCardCsv.write(List.of()))
        .isEqualTo(String.join(",", ContactCardCsv.COLUMNS) + "\r\n");
  }

  @Test
  void rows_areNotGuardedYet() {
    assertThat(ContactCardCsv.rows(List.of(CARD)).get(1))
        .hasSameSizeAs(ContactCardCsv.COLUMNS)
        .contains("=福建省,晋江市", "+12");
  }
}
