package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.jiedui.id.PartnerId;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;

/**
 * Somebody outside the school who works with it: the village committee, a police post, a clinic,
 * the youth league, volunteers. What it did are the activities that name it.
 *
 * <p>One that ended stays, so that the plan of earlier years still names it.
 *
 * <pre>{@code
 * Partner.of(
 *         PartnerId.of("police"),
 *         "青石乡派出所",
 *         PartnerKind.POLICE_POST,
 *         DateRange.startingOn(LocalDate.of(2025, 9, 1)))
 *     .offering(ActivityKind.SAFETY_LECTURE);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param id its identifier, by which activities name it
 * @param name what people call it, not blank
 * @param kind what it is
 * @param contact whom to ask for there, if that is known; personal, not blank
 * @param phone under which number, if that is known; personal
 * @param days since when, and until when, it works with the school
 * @param offers the kinds of activities that it offers to hold or attend
 */
public record Partner(
    PartnerId id,
    String name,
    PartnerKind kind,
    Optional<String> contact,
    Optional<PhoneNumber> phone,
    DateRange days,
    ImmutableSet<ActivityKind> offers) {

  /**
   * Creates a partner.
   *
   * @param id its identifier, by which activities name it
   * @param name what people call it, not blank
   * @param kind what it is
   * @param contact whom to ask for there, if that is known; personal, not blank
   * @param phone under which number, if that is known; personal
   * @param days since when, and until when, it works with the school
   * @param offers the kinds of activities that it offers to hold or attend
   * @throws IllegalArgumentException if the name or the contact is blank
   */
  public Partner {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(contact, "contact");
    requireNonNull(phone, "phone");
    requireNonNull(days, "days");
    requireNonNull(offers, "offers");
    checkArgument(!name.isBlank(), "the name of partner %s must not be blank", id);
    checkArgument(
        contact.map(text -> !text.isBlank()).orElse(true),
        "the contact of partner %s must not be blank",
        id);
    offers = Sets.immutableEnumSet(offers);
  }

  /**
   * Returns a partner of whom nobody is known and who offers nothing yet.
   *
   * @param id its identifier, by which activities name it
   * @param name what people call it, not blank
   * @param kind what it is
   * @param days since when, and until when, it works with the school
   * @return the partner
   * @throws IllegalArgumentException if the name is blank
   */
  public static Partner of(PartnerId id, String name, PartnerKind kind, DateRange days) {
    return new Partner(id, name, kind, Optional.empty(), Optional.empty(), days, ImmutableSet.of());
  }

  /**
   * Returns the same partner with what it offers.
   *
   * @param kinds the kinds of activities that it offers to hold or attend
   * @return the partner
   */
  public Partner offering(ActivityKind... kinds) {
    return new Partner(id, name, kind, contact, phone, days, ImmutableSet.copyOf(kinds));
  }

  /**
   * Returns the same partner with whom to ask for there.
   *
   * @param person who, not blank
   * @param number under which number, if that is known
   * @return the partner
   * @throws IllegalArgumentException if the person is blank
   */
  public Partner reachedBy(String person, Optional<PhoneNumber> number) {
    return new Partner(id, name, kind, Optional.of(person), number, days, offers);
  }

  /**
   * Whether this partner and another have the same name while both work with the school, so that a
   * name alone does not tell which of them is meant.
   *
   * @param other the other partner
   * @return true if they are two, of one name, with a day in common
   */
  public boolean isAmbiguousWith(Partner other) {
    return !id.equals(other.id) && name.equals(other.name) && days.overlaps(other.days);
  }

  /** Returns the id and the kind; who is to be asked for there is personal. */
  @Override
  public String toString() {
    return "Partner[" + id + " " + kind.code() + "]";
  }
}
