package org.jiedui.contact;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.ZoneId;
import java.util.Collection;
import org.jiedui.time.Viewpoint;

/**
 * The register of calls (通话登记): who called whom on which day, how long, and whether it was
 * connected.
 *
 * <p>Immutable.
 *
 * @param calls the calls, in the order in which they were given; attempts that were not connected
 *     too
 */
public record CallRegister(ImmutableList<Contact> calls) {

  /** The channels that a register of calls is about. */
  public static final ImmutableSet<Channel> CHANNELS =
      Sets.immutableEnumSet(Channel.CALL, Channel.VIDEO_CALL);

  /**
   * Creates a register.
   *
   * @param calls the calls; attempts that were not connected too
   */
  public CallRegister {
    requireNonNull(calls, "calls");
  }

  /**
   * Returns the register of what is seen.
   *
   * @param contacts the contacts; those that are no calls are left out
   * @param viewpoint the dates under which to look
   * @param zone the school's zone: on which day something was recorded
   * @return the calls that are seen and stand
   */
  public static CallRegister of(Collection<Contact> contacts, Viewpoint viewpoint, ZoneId zone) {
    return new CallRegister(
        contacts.stream()
            .filter(each -> CHANNELS.contains(each.channel()))
            .filter(each -> each.isSeen(viewpoint, zone))
            .collect(toImmutableList()));
  }

  /**
   * Returns how many calls were connected.
   *
   * @return 0 or more
   */
  public int connected() {
    return (int) calls.stream().filter(Contact::reached).count();
  }

  /**
   * Returns how long the calls were together, as far as that was noted.
   *
   * @return the minutes
   */
  public long minutes() {
    return calls.stream().flatMapToInt(each -> ContactNotes.minutesOf(each).stream()).sum();
  }

  /** Returns how many calls there are; the rest is personal. */
  @Override
  public String toString() {
    return "CallRegister[" + calls.size() + " calls]";
  }
}
