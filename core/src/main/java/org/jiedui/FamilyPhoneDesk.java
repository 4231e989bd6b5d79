package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.FamilyCallDraft;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Violation;
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
 * <p>A register that was kept as a table is checked first, every fault at once:
 *
 * <pre>{@code
 * IntakeResult<FamilyCall> read = desk.familyPhone().checkCallsCsv(school, session, csv);
 * read.violations().forEach(each -> show(each.row(), each.field(), each.message(locale)));
 * desk.familyPhone().register(school, session, read.valuesOrThrow());
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
   * Checks the register of a session against the constraints, the school and what is stored of the
   * session; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param session an activity that is a session of the family phone
   * @param rows the rows, all lines of the register
   * @return the lines for {@link #register}, none if there is any fault, and every violation; a
   *     line that is stored already is a warning, one that is stored otherwise a fault; what is
   *     stored is looked at once no row has a fault of its own, for the order of all lines counts
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the activity is none of the family phone, or its day is
   *     after today
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.RECORD_CONTACTS)
  public IntakeResult<FamilyCall> checkCalls(
      SchoolId school, ActivityId session, List<DraftRow<FamilyCallDraft>> rows) {
    return check(
        school, session, reader -> gate.intake().familyCalls(rows, Directories.of(reader, school)));
  }

  /**
   * Checks a CSV text of the register of a session, with the headings of {@link FamilyCallDraft},
   * as {@link #checkCalls} does; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param session an activity that is a session of the family phone
   * @param csv the text, with all lines of the register
   * @return the lines for {@link #register}, none if there is any fault, and every violation
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the activity is none of the family phone, or its day is
   *     after today
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.RECORD_CONTACTS)
  public IntakeResult<FamilyCall> checkCallsCsv(SchoolId school, ActivityId session, String csv) {
    return check(
        school, session, reader -> gate.intake().familyCalls(csv, Directories.of(reader, school)));
  }

  private IntakeResult<FamilyCall> check(
      SchoolId school,
      ActivityId session,
      Function<CareReader, IntakeResult<FamilyCall>> checking) {
    return gate.run(
        Operation.RECORD_CONTACTS,
        school,
        (writer, count) -> {
          Activity activity = session(writer, school, session);
          checkHasCome(writer, activity);
          return besideStored(checking.apply(writer), writer, activity).allOrNone();
        });
  }

  /** The lines of the register that was taken, by id. */
  private static ImmutableMap<ContactId, Contact> stored(CareReader reader, Activity session) {
    return reader
        .contacts()
        .onDays(session.schoolId(), daysOf(session), CallRegister.CHANNELS)
        .stream()
        .filter(contact -> FamilyCall.isOfSession(contact, session.id()))
        .collect(toImmutableMap(Contact::id, contact -> contact));
  }

  private IntakeResult<FamilyCall> besideStored(
      IntakeResult<FamilyCall> calls, CareReader reader, Activity session) {
    ImmutableMap<ContactId, Contact> stored = stored(reader, session);
    Iterator<Contact> lines = toContacts(calls.values(), session).iterator();
    return calls.checkedBy(
        each -> {
          Contact line = lines.next();
          return Optional.ofNullable(stored.get(line.id())).stream()
              .map(known -> Violation.of(each.row(), "studentNumber", comparison(known, line)))
              .collect(toImmutableList());
        });
  }

  /** Sent again, a line that was voided stays so. */
  private static DraftRule comparison(Contact stored, Contact line) {
    if (stored.saysTheSameAs(line)) {
      return stored.voiding().isPresent() ? DraftRule.STORED_KEPT : DraftRule.KNOWN_CONTACT;
    }
    return stored.voiding().isPresent() ? DraftRule.VOIDED_BEFORE : DraftRule.CONTRADICTS_STORED;
  }

  private List<Contact> toContacts(Collection<FamilyCall> calls, Activity session) {
    return FamilyCall.toContacts(
        calls,
        session.schoolId(),
        session.id(),
        session.status().arrangement().day(),
        gate.now(),
        gate.actor().id());
  }

  private void checkHasCome(CareReader reader, Activity session) {
    LocalDate today = reader.schools().get(session.schoolId()).value().dayOf(gate.now());
    checkArgument(
        !session.status().arrangement().day().isAfter(today),
        "the calls of activity %s must not be recorded before its day",
        session.id());
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
          checkHasCome(writer, activity);
          int added = contacts.add(writer, school, toContacts(calls, activity));
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
          CallRegister register =
              CallRegister.of(
                  stored(reader, session(reader, school, session)).values(), viewpoint, own.zone());
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
