package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a rule accepts: who makes them, whom they reach, and how.
 *
 * <p>A contact matches if who made it, its channel, and at least one party that it reached are
 * among those accepted. The order of {@link #madeBy()} tells whose duty it is first; it makes no
 * difference to matching.
 *
 * <p>Immutable.
 */
public final class ContactPattern {

  private final ImmutableSet<Party> madeBy;
  private final ImmutableSet<Party> with;
  private final ImmutableSet<Channel> channels;
  private final int madeByBits;
  private final int withBits;
  private final int channelBits;

  private ContactPattern(
      ImmutableSet<Party> madeBy, ImmutableSet<Party> with, ImmutableSet<Channel> channels) {
    checkArgument(!madeBy.isEmpty(), "who makes the contact must not be empty");
    checkArgument(!with.isEmpty(), "with whom must not be empty");
    checkArgument(!channels.isEmpty(), "channels must not be empty");
    this.madeBy = madeBy;
    this.with = with;
    this.channels = channels;
    this.madeByBits = bits(madeBy.stream().mapToInt(Party::number));
    this.withBits = bits(with.stream().mapToInt(Party::number));
    this.channelBits = bits(channels.stream().mapToInt(Channel::number));
  }

  /**
   * Returns a pattern.
   *
   * @param madeBy who makes the contact, whose duty it is first at the front; at least one
   * @param with whom it reaches; at least one
   * @param channels how; at least one
   * @return the pattern
   * @throws IllegalArgumentException if one of them is empty
   */
  public static ContactPattern of(
      Collection<Party> madeBy, Collection<Party> with, Collection<Channel> channels) {
    return new ContactPattern(
        ImmutableSet.copyOf(madeBy), ImmutableSet.copyOf(with), ImmutableSet.copyOf(channels));
  }

  private static int bits(IntStream numbers) {
    return numbers.map(number -> 1 << number).reduce(0, (a, b) -> a | b);
  }

  /**
   * Returns who makes the contact.
   *
   * @return the roles, whose duty it is first at the front
   */
  public ImmutableSet<Party> madeBy() {
    return madeBy;
  }

  /**
   * Returns whom the contact reaches.
   *
   * @return the parties, any one of which is enough
   */
  public ImmutableSet<Party> with() {
    return with;
  }

  /**
   * Returns how the contact is made.
   *
   * @return the channels
   */
  public ImmutableSet<Channel> channels() {
    return channels;
  }

  /**
   * Whether a contact of a kind is accepted.
   *
   * @param kind the kind, see {@link ContactSeries#kind}
   * @return true if all three match
   */
  public boolean matches(int kind) {
    return acceptsMadeBy(kind) && acceptsChannel(kind) && acceptsReached(kind);
  }

  /**
   * Whether who made a contact is accepted.
   *
   * @param kind the kind, see {@link ContactSeries#kind}
   * @return true if it is
   */
  public boolean acceptsMadeBy(int kind) {
    return (madeByBits >>> ContactSeries.madeBy(kind) & 1) != 0;
  }

  /**
   * Whether the channel of a contact is accepted.
   *
   * @param kind the kind, see {@link ContactSeries#kind}
   * @return true if it is
   */
  public boolean acceptsChannel(int kind) {
    return (channelBits >>> ContactSeries.channel(kind) & 1) != 0;
  }

  /**
   * Whether a party that a contact reached is accepted.
   *
   * @param kind the kind, see {@link ContactSeries#kind}
   * @return true if at least one is
   */
  public boolean acceptsReached(int kind) {
    return (withBits & ContactSeries.reached(kind)) != 0;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ContactPattern other
        && madeBy.asList().equals(other.madeBy.asList())
        && with.equals(other.with)
        && channels.equals(other.channels);
  }

  @Override
  public int hashCode() {
    return madeBy.hashCode() * 31 * 31 + with.hashCode() * 31 + channels.hashCode();
  }

  /** Returns the codes of all three. */
  @Override
  public String toString() {
    return madeBy + " to " + with + " by " + channels;
  }
}
