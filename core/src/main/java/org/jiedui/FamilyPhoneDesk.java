package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jiedui.access.Operation;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Presence;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.Contact;
import org.jiedui.contact.FamilyCall;
import org.jiedui.contact.Party;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.school.School;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * The desk for the school's family phone. Its sessions are activities of that kind; the register of
 * a session is kept as contacts, so every connected call counts for the rules, and a child that
 * called or was reached was there.
 *
 * <pre>{@code
 * desk.familyPhone()
 *     .register(
 *         school,
 *         session,
 *         List.of(
 *             FamilyCall.connected(ming, Party.CHILD, Party.MOTHER, 12),
 *             FamilyCall.notConnected(hong, Party.CHILD, Party.FATHER)));
 * desk.familyPhone().at(school, session, Viewpoint.on(today)).connected();
 * desk.attendance().followUps(school, session, Attendee.CHILD, Viewpoint.on(today));
 * }</pre>
 *
 * <p>A line that was entered by mistake is voided as any contact is, {@link ContactsDesk#markVoid}.
 *
 * <p>Thread-safe.
 */
public final class FamilyPhoneDesk {

  private final Gate gate;
  private final ContactsDesk contacts;
  private final AttendanceDesk attendance;

  FamilyPhoneDesk(Gate gate, ContactsDesk contacts, AttendanceDesk attendance) {
    this.gate = gate;
    this.contacts = contacts;
    this.attendance = attendance;
  }

  /**
   * Takes the register of a session: all lines or none. Sent again, with further lines at the end
   * or without, it adds only what is new.
   *
   * @param school the school
   * @param session an activity that is a session of the family phone
   * @param calls the lines
   * @return how many were new
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity, or one of the
   *     children is not there
   * @throws IllegalArgumentException if the activity is none of the family phone, or its day is
   *     after today
   * @throws org.jiedui.storage.DuplicateRecordException if a line that is stored is said otherwise
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_CONTACTS)
  public int register(SchoolId school, ActivityId session, Collection<FamilyCall> calls) {
    return gate.run(
        Operation.RECORD_CONTACTS,
        school,
        (writer, count) -> {
          Activity activity = session(writer, school, session);
          List<Contact> register =
              FamilyCall.toContacts(
                  calls,
                  school,
                  session,
                  activity.status().arrangement().day(),
                  gate.now(),
                  gate.actor().id());
          int added = contacts.add(writer, school, register);
          markPresent(writer, school, session, calls);
          count.add(added);
          return added;
        });
  }

  private static Activity session(CareReader reader, SchoolId school, ActivityId id) {
    Activity activity = reader.activities().get(school, id).value();
    checkArgument(
        activity.kind() == ActivityKind.FAMILY_PHONE,
        "activity %s must be a session of the family phone",
        id);
    return activity;
  }

  /** Who made a call or answered one was there; of the others the register does not tell. */
  private void markPresent(
      CareWriter writer, SchoolId school, ActivityId session, Collection<FamilyCall> calls) {
    AttendanceBook known = AttendanceBook.of(writer.attendance().ofActivity(school, session));
    ImmutableSet<ChildId> there =
        calls.stream()
            .filter(call -> call.connected() || call.caller() == Party.CHILD)
            .map(FamilyCall::childId)
            .filter(
                child ->
                    known
                        .find(session, child, Attendee.CHILD)
                        .map(last -> last.presence() != Presence.PRESENT)
                        .orElse(true))
            .collect(toImmutableSet());
    if (!there.isEmpty()) {
      attendance.add(writer, school, AttendanceSheet.of(session, Attendee.CHILD, there));
    }
  }

  /**
   * Returns the register of a session.
   *
   * @param school the school
   * @param session a session of the family phone
   * @param viewpoint the dates under which to look
   * @return its calls that are seen and stand, by child; attempts that were not connected too
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the activity is none of the family phone
   */
  @Performs(Operation.SEE_CONTACTS)
  public CallRegister at(SchoolId school, ActivityId session, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_CONTACTS,
        school,
        (reader, count) -> {
          School own = reader.schools().get(school).value();
          ImmutableList<Contact> calls =
              reader
                  .contacts()
                  .onDays(school, daysOf(session(reader, school, session)), CallRegister.CHANNELS)
                  .stream()
                  .filter(contact -> FamilyCall.isOfSession(contact, session))
                  .collect(toImmutableList());
          CallRegister register = CallRegister.of(calls, viewpoint, own.zone());
          count.add(register.calls().size());
          return register;
        });
  }

  /** The days for which it was ever arranged: its register has that on which it was taken. */
  private static DateRange daysOf(Activity session) {
    ImmutableList<LocalDate> days =
        session.history().stream()
            .flatMap(fact -> fact.arrangement().stream())
            .map(arrangement -> arrangement.day())
            .sorted()
            .collect(toImmutableList());
    return DateRange.ofClosed(days.get(0), days.get(days.size() - 1));
  }
}
