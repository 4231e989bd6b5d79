package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.DateRange;

/**
 * That one child is a guest of another's family: a visit, a weekend or part of the holidays.
 *
 * <p>It is called off by a record of its own, and never changed otherwise.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param guest the child who visits
 * @param host the child whose family is visited
 * @param kind what kind of stay
 * @param days on which days, with a last one
 * @param recordedAt when it was recorded
 * @param callingOff that it does not take place, if so
 */
public record HomeStay(
    SchoolId schoolId,
    HomeStayId id,
    ChildId guest,
    ChildId host,
    StayKind kind,
    DateRange days,
    Instant recordedAt,
    Optional<CallingOff> callingOff) {

  /**
   * Creates a stay.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param guest the child who visits
   * @param host the child whose family is visited
   * @param kind what kind of stay
   * @param days on which days, with a last one
   * @param recordedAt when it was recorded
   * @param callingOff that it does not take place, if so
   * @throws IllegalArgumentException if guest and host are the same, or the days have no end
   */
  public HomeStay {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(guest, "guest");
    requireNonNull(host, "host");
    requireNonNull(kind, "kind");
    requireNonNull(days, "days");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(callingOff, "callingOff");
    checkArgument(!guest.equals(host), "child %s must not be its own guest", guest);
    checkArgument(days.hasEnd(), "stay %s must have a last day", id);
  }

  /**
   * That a stay does not take place, or did not go on.
   *
   * @param reason why, not blank
   * @param recordedAt when that was recorded
   */
  public record CallingOff(String reason, Instant recordedAt) {

    /**
     * Creates a record that a stay is called off.
     *
     * @param reason why, not blank
     * @param recordedAt when that was recorded
     * @throws IllegalArgumentException if the reason is blank
     */
    public CallingOff {
      requireNonNull(reason, "reason");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(!reason.isBlank(), "reason must not be blank");
    }

    /** Returns when; the reason may be personal. */
    @Override
    public String toString() {
      return "CallingOff[" + recordedAt + "]";
    }
  }

  /**
   * Returns this stay as called off.
   *
   * @param by why and when
   * @return the stay that does not take place
   * @throws IllegalArgumentException if it is called off already
   */
  public HomeStay calledOff(CallingOff by) {
    checkArgument(callingOff.isEmpty(), "stay %s is called off already", id);
    return new HomeStay(schoolId, id, guest, host, kind, days, recordedAt, Optional.of(by));
  }

  /** Returns the ids and the days. */
  @Override
  public String toString() {
    return "HomeStay[" + schoolId + "/" + id + " " + days + "]";
  }
}
