package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jiedui.child.ContactCard;
import org.jiedui.child.ContactCard.CarerContact;
import org.jiedui.child.ContactCard.ParentContact;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.text.FormulaGuard;

/**
 * The text form of contact cards (联系卡): a table with a line for each, which an office program opens
 * and prints.
 *
 * <p>It is CSV as RFC 4180 describes it; a host that stores it encodes it as UTF-8. The first line
 * has the headings {@link #COLUMNS}. What is not known is an empty cell. A cell that an office
 * program could take for a formula has an apostrophe in front, see {@link FormulaGuard}. Phones
 * stand as people dial them.
 *
 * <p>All of it is personal: whoever stores it sees to it that nobody else reads it.
 */
public final class ContactCardCsv {

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "日期", "学校", "班级", "学籍号", "姓名", "父亲姓名", "父亲务工地", "父亲电话", "母亲姓名", "母亲务工地", "母亲电话", "被委托人姓名",
          "被委托人住址", "被委托人电话");

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private ContactCardCsv() {}

  /**
   * Writes cards.
   *
   * @param cards the cards
   * @return their text form, the last line ended too
   */
  public static String write(Collection<ContactCard> cards) {
    return rows(cards).stream()
        .map(
            row ->
                FORMAT.format(row.stream().map(FormulaGuard::guard).toArray())
                    + FORMAT.getRecordSeparator())
        .collect(joining());
  }

  /**
   * Returns the cells that are written, for a host that writes tables itself.
   *
   * @param cards the cards
   * @return the headings, and a row for each card; not yet guarded against formulas
   */
  public static ImmutableList<ImmutableList<String>> rows(Collection<ContactCard> cards) {
    return Stream.concat(Stream.of(COLUMNS), cards.stream().map(ContactCardCsv::cells))
        .collect(toImmutableList());
  }

  private static ImmutableList<String> cells(ContactCard card) {
    ParentContact father = card.father();
    ParentContact mother = card.mother();
    CarerContact carer = card.carer();
    return ImmutableList.of(
        card.day().toString(),
        card.school(),
        card.className().orElse(""),
        card.studentNumber().text(),
        card.child().text(),
        name(father.name()),
        address(father.workAddress()),
        phone(father.phone()),
        name(mother.name()),
        address(mother.workAddress()),
        phone(mother.phone()),
        name(carer.name()),
        address(carer.address()),
        phone(carer.phone()));
  }

  private static String name(Optional<PersonName> name) {
    return name.map(PersonName::text).orElse("");
  }

  private static String address(Optional<Address> address) {
    return address.map(Address::text).orElse("");
  }

  private static String phone(Optional<PhoneNumber> phone) {
    return phone.map(PhoneNumber::toNational).orElse("");
  }
}
