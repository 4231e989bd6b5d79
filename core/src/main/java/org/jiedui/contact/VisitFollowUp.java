package org.jiedui.contact;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.time.Viewpoint;

/**
 * That a home visit asked for a follow-up which has not been made. A contact that names the visit
 * and did reach somebody makes it, see {@link Contact.Builder#followsUp}.
 *
 * <p>Immutable.
 *
 * @param visit the home visit
 * @param by the last day on which the follow-up is in time
 */
public record VisitFollowUp(Contact visit, LocalDate by) {

  private static final Comparator<VisitFollowUp> ORDER =
      Comparator.comparing(VisitFollowUp::by)
          .thenComparing(each -> each.visit.childId())
          .thenComparing(each -> each.visit.id());

  /**
   * Creates an open follow-up.
   *
   * @param visit the home visit
   * @param by the last day on which the follow-up is in time
   */
  public VisitFollowUp {
    requireNonNull(visit, "visit");
    requireNonNull(by, "by");
  }

  /**
   * Finds the follow-ups that are open.
   *
   * @param contacts contacts of one school, in any order; those that neither ask for a follow-up
   *     nor are one may be left out
   * @param viewpoint contacts after the as-of date, or recorded after the known-on date, are not
   *     seen; nor is it seen that one was voided after that
   * @param zone the school's zone: on which day something was recorded
   * @return what is open on the as-of date, by the day by which it is to be made, then child, then
   *     visit
   */
  public static ImmutableList<VisitFollowUp> openIn(
      Collection<Contact> contacts, Viewpoint viewpoint, ZoneId zone) {
    ImmutableList<Contact> seen =
        contacts.stream().filter(each -> each.isSeen(viewpoint, zone)).collect(toImmutableList());
    ImmutableSet<Visit> made =
        seen.stream()
            .filter(Contact::reached)
            .flatMap(each -> Visit.followedUpBy(each).stream())
            .collect(toImmutableSet());
    return seen.stream()
        .flatMap(each -> asked(each).stream())
        .filter(each -> !made.contains(new Visit(each.visit.childId(), each.visit.id())))
        .sorted(ORDER)
        .collect(toImmutableList());
  }

  /** What makes a contact known within a school. */
  private record Visit(ChildId child, ContactId id) {

    static Optional<Visit> followedUpBy(Contact contact) {
      return contact
          .detail()
          .flatMap(ContactDetail::followsUp)
          .map(id -> new Visit(contact.childId(), id));
    }
  }

  private static Optional<VisitFollowUp> asked(Contact contact) {
    return contact.detail().flatMap(ContactDetail::notes).stream()
        .flatMap(
            notes ->
                notes instanceof ContactNotes.HomeVisit visit
                    ? visit.followUpBy().stream()
                    : Stream.empty())
        .map(by -> new VisitFollowUp(contact, by))
        .findFirst();
  }

  /**
   * Whether a contact asks for a follow-up.
   *
   * @param contact the contact
   * @return true if it is a home visit that is to be followed up
   */
  public static boolean isAskedBy(Contact contact) {
    return asked(contact).isPresent();
  }

  /**
   * Whether it is late.
   *
   * @param day the day on which we look
   * @return true if its last day is over
   */
  public boolean isOverdueOn(LocalDate day) {
    return by.isBefore(day);
  }

  /** Returns the ids and the day. */
  @Override
  public String toString() {
    return "VisitFollowUp[" + visit.childId() + "/" + visit.id() + " by " + by + "]";
  }
}
