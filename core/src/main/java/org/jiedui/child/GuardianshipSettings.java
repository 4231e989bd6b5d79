package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The numbers under which a {@link GuardianshipCheck} judges.
 *
 * <p>{@link #byLaw()} has those of the Law on the Protection of Minors. Where the law has none, the
 * library's choice is said below; a host that must be stricter or milder sets another.
 *
 * <p>Ages are in full years, reached on the birthday; one of 29 February is reached on 28 February
 * in a year without that day.
 *
 * <p>Immutable.
 *
 * @param attendedUnder a child under this age must not be left unattended, 0 to 18; 8 by law
 * @param withAdultUnder a child under this age must not live alone, 0 to 18; 16 by law
 * @param minorUnder a child under this age is a minor, and a carer of this age an adult, 1 to 30;
 *     18 by law
 * @param heardFrom a child of this age or more is able to express a view, 0 to 18; the law gives no
 *     age, and 0 here asks that every pupil be heard
 * @param noticeDays on how many days, the first of a carer's care counted, a notice may still be
 *     missing, 0 or more; the law says in good time (及时) without a number, and 7 is the library's
 */
public record GuardianshipSettings(
    int attendedUnder, int withAdultUnder, int minorUnder, int heardFrom, int noticeDays) {

  private static final int MAX_AGE = 18;
  private static final int MAX_MAJORITY = 30;
  private static final int MAX_NOTICE = 366;

  private static final GuardianshipSettings BY_LAW = new GuardianshipSettings(8, 16, 18, 0, 7);

  /**
   * Creates settings.
   *
   * @param attendedUnder a child under this age must not be left unattended, 0 to 18
   * @param withAdultUnder a child under this age must not live alone, 0 to 18
   * @param minorUnder a child under this age is a minor, and a carer of this age an adult, 1 to 30
   * @param heardFrom a child of this age or more is able to express a view, 0 to 18
   * @param noticeDays on how many days, the first of a carer's care counted, a notice may still be
   *     missing, 0 to 366
   * @throws IllegalArgumentException if a number is out of its bounds
   */
  public GuardianshipSettings {
    check(attendedUnder, 0, MAX_AGE, "attendedUnder");
    check(withAdultUnder, 0, MAX_AGE, "withAdultUnder");
    check(minorUnder, 1, MAX_MAJORITY, "minorUnder");
    check(heardFrom, 0, MAX_AGE, "heardFrom");
    check(noticeDays, 0, MAX_NOTICE, "noticeDays");
  }

  private static void check(int number, int least, int most, String name) {
    checkArgument(
        number >= least && number <= most, "%s (%s) must be %s to %s", name, number, least, most);
  }

  /**
   * Returns the numbers of the law.
   *
   * @return the settings
   */
  public static GuardianshipSettings byLaw() {
    return BY_LAW;
  }

  /**
   * Returns the same settings with other days for a notice.
   *
   * @param days on how many days a notice may still be missing, 0 to 366
   * @return the settings
   * @throws IllegalArgumentException if the number is out of its bounds
   */
  public GuardianshipSettings withNoticeDays(int days) {
    return new GuardianshipSettings(attendedUnder, withAdultUnder, minorUnder, heardFrom, days);
  }

  /**
   * Returns the same settings with another age from which a child's view is asked for.
   *
   * @param age the age, 0 to 18
   * @return the settings
   * @throws IllegalArgumentException if the number is out of its bounds
   */
  public GuardianshipSettings withHeardFrom(int age) {
    return new GuardianshipSettings(attendedUnder, withAdultUnder, minorUnder, age, noticeDays);
  }
}
