package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of China: those of the law, and the arrangement that the government announces
 * for each year, with days off moved together and make-up days (调休) on weekends.
 *
 * <p>The law is 全国年节及纪念日放假办法 as amended by State Council order 795, in force since 1 January 2025:
 * 13 days, the eve of the Spring Festival and 2 May among them; for 2014 to 2024 as amended by
 * order 644: 11 days, without these two. That Children's Day is a day off for those under 14 is
 * left to the school's own calendar.
 *
 * <p>Example: {@code PublicHolidays.statutory(2025)} has 2025-01-28 (the eve) to 2025-01-31 for the
 * Spring Festival and 2025-05-02 for Labour Day.
 */
public final class PublicHolidays {

  /** The first year of which the law is known here. */
  public static final int FIRST_YEAR = 2014;

  private static final int ORDER_795 = 2025;

  private PublicHolidays() {}

  /**
   * Returns the days off that the law names.
   *
   * @param year the year, 2014 to 2050
   * @return the days with their festival, in order; where two fall together the later in the year's
   *     list of the law
   * @throws IllegalArgumentException if the year is not 2014 to 2050
   */
  public static ImmutableSortedMap<LocalDate, Festival> statutory(int year) {
    checkArgument(
        year >= FIRST_YEAR && year <= Festival.LAST_YEAR,
        "year (%s) must be %s to %s",
        year,
        FIRST_YEAR,
        Festival.LAST_YEAR);
    boolean since2025 = year >= ORDER_795;
    Map<LocalDate, Festival> days = new TreeMap<>();
    add(days, Festival.NEW_YEAR, year, 0, 1);
    add(days, Festival.SPRING_FESTIVAL, year, since2025 ? -1 : 0, since2025 ? 4 : 3);
    add(days, Festival.QINGMING, year, 0, 1);
    add(days, Festival.LABOUR_DAY, year, 0, since2025 ? 2 : 1);
    add(days, Festival.DRAGON_BOAT_FESTIVAL, year, 0, 1);
    add(days, Festival.MID_AUTUMN_FESTIVAL, year, 0, 1);
    add(days, Festival.NATIONAL_DAY, year, 0, 3);
    return ImmutableSortedMap.copyOf(days);
  }

  private static void add(
      Map<LocalDate, Festival> days, Festival festival, int year, int from, int count) {
    LocalDate first = festival.dayIn(year).plusDays(from);
    for (int i = 0; i < count; i++) {
      days.put(first.plusDays(i), festival);
    }
  }

  /**
   * A day of an announced arrangement.
   *
   * @param day the day
   * @param isWorked true for a make-up day, on which a weekend is worked; false for a day off
   * @param name the holiday to which it belongs, in Chinese as announced
   */
  public record Arranged(LocalDate day, boolean isWorked, String name) {

    /**
     * Creates a day.
     *
     * @param day the day
     * @param isWorked true for a make-up day, on which a weekend is worked; false for a day off
     * @param name the holiday to which it belongs, in Chinese as announced
     */
    public Arranged {
      requireNonNull(day, "day");
      requireNonNull(name, "name");
    }
  }

  /**
   * Finds the arrangement that the government announced for a year, as far as the library tyme4j
   * has it: it is announced in the November before, so later years are missing.
   *
   * <p>Example: for 2025 Sunday 28 September is worked, and 1 to 8 October are off.
   *
   * @param year the year
   * @return the days off and make-up days of the year in order, or empty if nothing is known
   */
  public static Optional<ImmutableSortedMap<LocalDate, Arranged>> findArranged(int year) {
    ImmutableSortedMap.Builder<LocalDate, Arranged> days =
        new ImmutableSortedMap.Builder<>(Comparator.<LocalDate>naturalOrder());
    // 1 January is a day off in every arrangement, so those that the library has begin with it.
    @Nullable LegalHoliday first = LegalHoliday.fromYmd(year, 1, 1);
    for (@Nullable LegalHoliday next = first;
        next != null && next.getDay().getYear() == year;
        next = next.next(1)) {
      LocalDate day = Festival.dateOf(next.getDay());
      days.put(day, new Arranged(day, next.isWork(), next.getName()));
    }
    return first == null ? Optional.empty() : Optional.of(days.buildOrThrow());
  }
}
