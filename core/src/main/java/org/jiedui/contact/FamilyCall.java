package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.DerivedId;
import org.jiedui.id.SchoolId;

/**
 * A line of the register of the school's family phone (亲情电话): who called whom at a session, for how
 * long, and whether it was connected. What was said is not kept (未成年人保护法 art. 63).
 *
 * <pre>{@code
 * FamilyCall.connected(ming, Party.CHILD, Party.MOTHER, 12).startingAt(LocalTime.of(16, 30));
 * FamilyCall.notConnected(hong, Party.FATHER, Party.CHILD).byVideo();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param childId the child
 * @param caller who called: the child, or one of its family
 * @param called who was called: one of its family, or the child
 * @param channel a call or a video call
 * @param startedAt at what time of the school's zone, to the minute, if that was noted
 * @param connected whether it was connected
 * @param minutes how long it was, 0 to 1440; 0 if it was not connected
 */
@CheckReturnValue
public record FamilyCall(
    ChildId childId,
    Party caller,
    Party called,
    Channel channel,
    Optional<LocalTime> startedAt,
    boolean connected,
    int minutes) {

  private static final ImmutableSet<Party> FAMILY =
      Sets.immutableEnumSet(Party.FATHER, Party.MOTHER, Party.CARER);

  private static final String PREFIX = "phone:";

  /** So many digits of the session and of the line leave room in an identifier. */
  private static final int DIGITS = 24;

  /**
   * Creates a line of the register.
   *
   * @param childId the child
   * @param caller who called: the child, or one of its family
   * @param called who was called: one of its family, or the child
   * @param channel a call or a video call
   * @param startedAt at what time of the school's zone, to the minute, if that was noted
   * @param connected whether it was connected
   * @param minutes how long it was, 0 to 1440; 0 if it was not connected
   * @throws IllegalArgumentException if it is not between the child and its father, mother or
   *     carer, the channel is no call, minutes are noted of a call that was not connected, or are
   *     not 0 to 1440, or the time is no whole minute
   */
  public FamilyCall {
    requireNonNull(childId, "childId");
    requireNonNull(caller, "caller");
    requireNonNull(called, "called");
    requireNonNull(channel, "channel");
    requireNonNull(startedAt, "startedAt");
    checkArgument(
        isBetween(caller, called),
        "a call of the family phone must be between a child and its father, mother or carer, not %s"
            + " and %s",
        caller.code(),
        called.code());
    checkArgument(
        CallRegister.CHANNELS.contains(channel),
        "a call of the family phone must not be a %s",
        channel.code());
    checkArgument(
        minutes >= 0 && minutes <= ContactNotes.Call.MAX_MINUTES,
        "minutes (%s) must be 0 to 1440",
        minutes);
    checkArgument(
        connected || minutes == 0, "minutes (%s) of a call not connected must be 0", minutes);
    checkArgument(
        startedAt.map(time -> time.equals(time.truncatedTo(ChronoUnit.MINUTES))).orElse(true),
        "the time must be a whole minute");
  }

  /**
   * Whether a call between two is one of the family phone: one is the child, the other its father,
   * mother or carer.
   *
   * @param caller who called
   * @param called who was called
   * @return true if it is
   */
  public static boolean isBetween(Party caller, Party called) {
    return (caller == Party.CHILD && FAMILY.contains(called))
        || (called == Party.CHILD && FAMILY.contains(caller));
  }

  /**
   * Returns a call that was connected.
   *
   * @param childId the child
   * @param caller who called: the child, or one of its family
   * @param called who was called: one of its family, or the child
   * @param minutes how long it was, 0 to 1440
   * @return the call, on the phone, without a time
   * @throws IllegalArgumentException if a rule of the constructor is broken
   */
  public static FamilyCall connected(ChildId childId, Party caller, Party called, int minutes) {
    return new FamilyCall(childId, caller, called, Channel.CALL, Optional.empty(), true, minutes);
  }

  /**
   * Returns an attempt that was not connected. It is kept, and counts for no rule.
   *
   * @param childId the child
   * @param caller who called: the child, or one of its family
   * @param called who was called: one of its family, or the child
   * @return the attempt, on the phone, without a time
   * @throws IllegalArgumentException if a rule of the constructor is broken
   */
  public static FamilyCall notConnected(ChildId childId, Party caller, Party called) {
    return new FamilyCall(childId, caller, called, Channel.CALL, Optional.empty(), false, 0);
  }

  /**
   * Returns the same line with the time at which the call began.
   *
   * @param time the time of the school's zone, to the minute
   * @return the line
   * @throws IllegalArgumentException if the time is no whole minute
   */
  public FamilyCall startingAt(LocalTime time) {
    return new FamilyCall(childId, caller, called, channel, Optional.of(time), connected, minutes);
  }

  /**
   * Returns the same line of a video call.
   *
   * @return the line
   */
  public FamilyCall byVideo() {
    return new FamilyCall(
        childId, caller, called, Channel.VIDEO_CALL, startedAt, connected, minutes);
  }

  /**
   * Returns the contacts that the lines of a session's register are. Their ids follow from the
   * session and the lines, so the register sent again, or sent again with further lines, is the
   * same contacts.
   *
   * @param calls the lines; of those that agree in child, caller, called, channel and time the
   *     order tells which is which
   * @param schoolId the school
   * @param session the session
   * @param day its day
   * @param at when the register was recorded
   * @param by who recorded it
   * @return the contacts, in the order of the lines
   */
  public static List<Contact> toContacts(
      Collection<FamilyCall> calls,
      SchoolId schoolId,
      ActivityId session,
      LocalDate day,
      Instant at,
      ActorId by) {
    Map<String, Integer> before = new HashMap<>();
    return calls.stream()
        .map(
            call -> {
              String key = call.key();
              int place = before.merge(key, 1, Integer::sum);
              return call.toContact(schoolId, idOf(session, key, place), day)
                  .recorded(at, by)
                  .build();
            })
        .toList();
  }

  private String key() {
    return String.join(
        " ",
        childId.value(),
        caller.code(),
        called.code(),
        channel.code(),
        startedAt.map(LocalTime::toString).orElse("-"));
  }

  private Contact.Builder toContact(SchoolId schoolId, ContactId id, LocalDate day) {
    Contact.Builder contact =
        Contact.builder(schoolId, childId, id)
            .day(day)
            .channel(channel)
            .madeBy(caller)
            .with(called)
            .notes(new ContactNotes.Call(startedAt, minutes));
    return connected ? contact : contact.notReached();
  }

  private static ContactId idOf(ActivityId session, String key, int place) {
    return ContactId.of(prefixOf(session) + digest(session, key, place));
  }

  private static String prefixOf(ActivityId session) {
    return PREFIX + digest(session) + ":";
  }

  private static String digest(Object... parts) {
    return DerivedId.digest(parts).substring(0, DIGITS);
  }

  /**
   * Returns whether a contact is a line of the register of a session.
   *
   * @param contact the contact
   * @param session the session
   * @return whether it is
   */
  public static boolean isOfSession(Contact contact, ActivityId session) {
    return contact.id().value().startsWith(prefixOf(session));
  }

  /** Returns the child's id; the rest is personal. */
  @Override
  public String toString() {
    return "FamilyCall[" + childId + "]";
  }
}
