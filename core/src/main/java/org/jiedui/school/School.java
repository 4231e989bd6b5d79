package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.person.SchoolCode;

/**
 * A school.
 *
 * <p>Its time zone decides on which civil day something was recorded.
 *
 * <p>Immutable.
 *
 * @param id the identifier under which everything of the school is kept
 * @param name what people call it, not blank
 * @param code its ten-digit code in the national register, if known
 * @param zone its time zone
 */
public record School(SchoolId id, String name, Optional<SchoolCode> code, ZoneId zone) {

  /**
   * Creates a school.
   *
   * @param id the identifier under which everything of the school is kept
   * @param name what people call it, not blank
   * @param code its ten-digit code in the national register, if known
   * @param zone its time zone
   * @throws IllegalArgumentException if the name is blank
   */
  public School {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(code, "code");
    requireNonNull(zone, "zone");
    checkArgument(!name.isBlank(), "name must not be blank");
  }

  /**
   * Returns a school without a code.
   *
   * @param id the identifier
   * @param name what people call it, not blank
   * @param zone its time zone
   * @return the school
   */
  public static School of(SchoolId id, String name, ZoneId zone) {
    return new School(id, name, Optional.empty(), zone);
  }

  /**
   * Returns the civil day at the school on which something was recorded.
   *
   * @param instant when it was recorded
   * @return the day in the school's zone
   */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
