package org.jiedui.contact;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * The contacts of one child, packed for the evaluator: four numbers each, sorted by day.
 *
 * <p>The kind of a contact packs who made it (4 bits), the channel (4 bits) and who was reached (16
 * bits, none for an attempt that failed), so that a rule is matched by bit tests. Days are counted
 * since 1970-01-01. Contacts of one day stand in the order in which they were recorded.
 *
 * <p>Memory: 16 bytes a contact. Immutable.
 */
public final class ContactSeries {

  /** Stands for "never": a contact that was not voided. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final int CHANNEL_SHIFT = 4;
  private static final int REACHED_SHIFT = 8;
  private static final int NIBBLE = 0xF;

  private static final ContactSeries EMPTY = new Builder().build();

  private static final Comparator<Contact> ORDER =
      Comparator.comparing(Contact::day)
          .thenComparing(Contact::recordedAt)
          .thenComparing(Contact::id);

  private final int[] days;
  private final int[] kinds;
  private final int[] recordedDays;
  private final int[] voidedDays;

  private ContactSeries(int[] days, int[] kinds, int[] recordedDays, int[] voidedDays) {
    this.days = days;
    this.kinds = kinds;
    this.recordedDays = recordedDays;
    this.voidedDays = voidedDays;
  }

  /**
   * Returns the series without contacts.
   *
   * @return the empty series
   */
  public static ContactSeries empty() {
    return EMPTY;
  }

  /**
   * Packs contacts.
   *
   * @param contacts the contacts of one child, in any order
   * @param zone the school's zone: on which day something was recorded
   * @return the series; its index i is the contact at i of {@link #sorted}
   */
  public static ContactSeries of(Collection<Contact> contacts, ZoneId zone) {
    Builder builder = new Builder(contacts.size());
    for (Contact contact : sorted(contacts)) {
      builder.add(contact, zone);
    }
    return builder.build();
  }

  /**
   * Returns the series with one contact more, after those of its day: what was packed is copied,
   * not packed again.
   *
   * @param contact the contact, which is not in the series yet
   * @param zone the school's zone: on which day something was recorded
   * @return the longer series
   */
  public ContactSeries with(Contact contact, ZoneId zone) {
    Builder one = new Builder(1);
    one.add(contact, zone);
    int at = firstOnOrAfter(one.days[0] + 1);
    return new ContactSeries(
        inserted(days, at, one.days[0]),
        inserted(kinds, at, one.kinds[0]),
        inserted(recordedDays, at, one.recordedDays[0]),
        inserted(voidedDays, at, one.voidedDays[0]));
  }

  private static int[] inserted(int[] column, int at, int value) {
    int[] longer = Arrays.copyOf(column, column.length + 1);
    System.arraycopy(column, at, longer, at + 1, column.length - at);
    longer[at] = value;
    return longer;
  }

  /**
   * Sorts contacts as a series does: by day, then when recorded, then id.
   *
   * @param contacts contacts in any order
   * @return the same, sorted
   */
  public static ImmutableList<Contact> sorted(Collection<Contact> contacts) {
    return ImmutableList.sortedCopyOf(ORDER, contacts);
  }

  /**
   * Packs who made a contact, how, and who was reached.
   *
   * @param madeBy who made it
   * @param channel the way
   * @param reached who was reached; nobody for an attempt that failed
   * @return the kind
   */
  public static int kind(Party madeBy, Channel channel, ImmutableSet<Party> reached) {
    int parties = 0;
    for (Party party : reached) {
      parties |= 1 << party.number();
    }
    return madeBy.number() | channel.number() << CHANNEL_SHIFT | parties << REACHED_SHIFT;
  }

  /**
   * Unpacks who made a contact.
   *
   * @param kind the kind
   * @return the {@link Party#number()}
   */
  public static int madeBy(int kind) {
    return kind & NIBBLE;
  }

  /**
   * Unpacks the way.
   *
   * @param kind the kind
   * @return the {@link Channel#number()}
   */
  public static int channel(int kind) {
    return kind >> CHANNEL_SHIFT & NIBBLE;
  }

  /**
   * Unpacks who was reached.
   *
   * @param kind the kind
   * @return a bit for each {@link Party#number()}
   */
  public static int reached(int kind) {
    return kind >>> REACHED_SHIFT;
  }

  /**
   * Returns the number of contacts.
   *
   * @return 0 or more
   */
  public int size() {
    return days.length;
  }

  /**
   * Returns the day of a contact.
   *
   * @param index 0 or more, less than {@link #size()}
   * @return the day, counted since 1970-01-01
   */
  public int day(int index) {
    return days[index];
  }

  /**
   * Returns the kind of a contact.
   *
   * @param index 0 or more, less than {@link #size()}
   * @return the kind, see {@link #kind}
   */
  public int kind(int index) {
    return kinds[index];
  }

  /**
   * Whether a contact is there on a known-on date: recorded by then and not voided by then.
   *
   * @param index 0 or more, less than {@link #size()}
   * @param knownOn the last day whose records are seen, counted since 1970-01-01
   * @return true if it is seen
   */
  public boolean isKnown(int index, int knownOn) {
    return recordedDays[index] <= knownOn && voidedDays[index] > knownOn;
  }

  /**
   * Returns the day on which a contact was recorded.
   *
   * @param index 0 or more, less than {@link #size()}
   * @return the day, counted since 1970-01-01
   */
  public int recordedDay(int index) {
    return recordedDays[index];
  }

  /**
   * Returns the day on which a contact was voided.
   *
   * @param index 0 or more, less than {@link #size()}
   * @return the day, counted since 1970-01-01, or {@link #NEVER}
   */
  public int voidedDay(int index) {
    return voidedDays[index];
  }

  /**
   * Returns the index of the first contact on or after a day.
   *
   * @param day the day, counted since 1970-01-01
   * @return 0 to {@link #size()}
   */
  public int firstOnOrAfter(int day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns how many contacts there are. */
  @Override
  public String toString() {
    return "ContactSeries[" + size() + "]";
  }

  /** Gathers contacts in the order of their days, as a store streams them; not thread-safe. */
  public static final class Builder {

    private static final int FIRST_CAPACITY = 16;

    private int[] days;
    private int[] kinds;
    private int[] recordedDays;
    private int[] voidedDays;
    private int size;

    /** Creates an empty builder. */
    public Builder() {
      this(FIRST_CAPACITY);
    }

    private Builder(int capacity) {
      days = new int[capacity];
      kinds = new int[capacity];
      recordedDays = new int[capacity];
      voidedDays = new int[capacity];
    }

    private void add(Contact contact, ZoneId zone) {
      add(
          contact.day(),
          kind(
              contact.madeBy(),
              contact.channel(),
              contact.reached() ? contact.with() : ImmutableSet.of()),
          contact.recordedAt().atZone(zone).toLocalDate(),
          contact.voiding().isEmpty()
              ? NEVER
              : (int) contact.voiding().get().recordedAt().atZone(zone).toLocalDate().toEpochDay());
    }

    private void add(LocalDate day, int kind, LocalDate recorded, int voided) {
      add((int) day.toEpochDay(), kind, (int) recorded.toEpochDay(), voided);
    }

    /**
     * Adds a contact.
     *
     * @param day the day, counted since 1970-01-01, not before that of the contact added last
     * @param kind the kind, see {@link ContactSeries#kind}
     * @param recordedDay the day on which it was recorded
     * @param voidedDay the day on which it was voided, or {@link ContactSeries#NEVER}
     * @throws IllegalArgumentException if the day is before that of the contact added last
     */
    public void add(int day, int kind, int recordedDay, int voidedDay) {
      if (size > 0 && day < days[size - 1]) {
        throw new IllegalArgumentException(
            "contacts must come in the order of their days, but "
                + LocalDate.ofEpochDay(day)
                + " comes after "
                + LocalDate.ofEpochDay(days[size - 1]));
      }
      if (size == days.length) {
        int capacity = Math.max(FIRST_CAPACITY, 2 * size);
        days = Arrays.copyOf(days, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        recordedDays = Arrays.copyOf(recordedDays, capacity);
        voidedDays = Arrays.copyOf(voidedDays, capacity);
      }
      days[size] = day;
      kinds[size] = kind;
      recordedDays[size] = recordedDay;
      voidedDays[size] = voidedDay;
      size++;
    }

    /**
     * Returns the series and leaves the builder empty.
     *
     * @return the series
     */
    public ContactSeries build() {
      ContactSeries series =
          new ContactSeries(
              Arrays.copyOf(days, size),
              Arrays.copyOf(kinds, size),
              Arrays.copyOf(recordedDays, size),
              Arrays.copyOf(voidedDays, size));
      size = 0;
      return series;
    }
  }
}
