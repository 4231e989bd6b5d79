package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.StaffId;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * How many contacts go to which mentor's credit: each to the mentor of its day, so that a handover
 * takes nothing from who had the child before.
 *
 * <p>Example: T20 is a child's mentor up to 20 September and T21 from then on. Of two talks, on 5
 * and on 25 September, each has one.
 *
 * <p>Immutable.
 *
 * @param contacts how many by mentor, those who have none left out
 * @param withoutMentor how many contacts were made as a mentor's on a day on which the child had
 *     none
 */
public record MentorCredits(ImmutableSortedMap<StaffId, Integer> contacts, int withoutMentor) {

  /**
   * Creates credits.
   *
   * @param contacts how many by mentor, those who have none left out
   * @param withoutMentor how many contacts were made as a mentor's on a day on which the child had
   *     none, 0 or more
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public MentorCredits {
    requireNonNull(contacts, "contacts");
    checkArgument(
        withoutMentor >= 0 && contacts.values().stream().allMatch(count -> count > 0),
        "numbers of contacts must not be negative, or 0 for a mentor");
  }

  /**
   * Returns what counts contacts, one child after another.
   *
   * @param days the days of the contacts
   * @param viewpoint the dates under which to look
   * @return a new counter
   */
  public static Counter counter(DateRange days, Viewpoint viewpoint) {
    return new Counter(days, viewpoint);
  }

  /** Counts the contacts of one child after another. Not thread-safe. */
  public static final class Counter {

    private final DateRange days;
    private final Viewpoint viewpoint;
    private final Map<StaffId, Integer> contacts = new TreeMap<>();
    private int withoutMentor;

    private Counter(DateRange days, Viewpoint viewpoint) {
      this.days = days;
      this.viewpoint = viewpoint;
    }

    /**
     * Counts the contacts of a child that were made as a mentor's and reached somebody.
     *
     * @param series the contacts
     * @param duties who answers for what towards the child, as known on the known-on date
     */
    public void add(ContactSeries series, ChildDuties duties) {
      int last = (int) viewpoint.asOf().toEpochDay();
      int knownOn = (int) viewpoint.knownOn().toEpochDay();
      ImmutableRangeMap<LocalDate, StaffId> mentors = duties.mentors();
      int first = series.firstOnOrAfter((int) days.start().toEpochDay());
      for (int i = first; i < series.size() && series.day(i) <= last; i++) {
        LocalDate day = LocalDate.ofEpochDay(series.day(i));
        int kind = series.kind(i);
        if (ContactSeries.madeBy(kind) == Party.MENTOR.number()
            && ContactSeries.reached(kind) != 0
            && series.isKnown(i, knownOn)
            && days.contains(day)) {
          count(mentors.get(day));
        }
      }
    }

    private void count(@Nullable StaffId mentor) {
      if (mentor == null) {
        withoutMentor++;
      } else {
        contacts.merge(mentor, 1, Integer::sum);
      }
    }

    /**
     * Returns what was counted.
     *
     * @return the credits so far
     */
    public MentorCredits credits() {
      return new MentorCredits(ImmutableSortedMap.copyOf(contacts), withoutMentor);
    }
  }
}
