package org.jiedui.school;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;

/**
 * That the records of somebody who holds a post were never checked, or not within the interval that
 * the school keeps (未成年人保护法 art. 62: every year).
 *
 * <p>Example: checked on 2024-09-01, with an interval of a year: no finding on 2025-09-01, a
 * finding from 2025-09-02 on.
 *
 * <p>Immutable.
 *
 * @param staff whose records
 * @param lastCheck the day of the last check, or empty if there was none
 */
public record RecordCheckFinding(StaffId staff, Optional<LocalDate> lastCheck) {

  /**
   * Creates a finding.
   *
   * @param staff whose records
   * @param lastCheck the day of the last check, or empty if there was none
   */
  public RecordCheckFinding {
    requireNonNull(staff, "staff");
    requireNonNull(lastCheck, "lastCheck");
  }

  /**
   * Finds whose records must be checked on a day.
   *
   * @param staff the staff of a school; who holds no post on the day is left out
   * @param checks its checks; those after the day are not seen
   * @param needed how long a check stands
   * @param day the day
   * @param knownBefore only what was recorded strictly before is seen
   * @return the findings by staff number
   */
  public static ImmutableList<RecordCheckFinding> findAll(
      Collection<StaffMember> staff,
      Collection<RecordCheck> checks,
      TeamRequirements needed,
      LocalDate day,
      Instant knownBefore) {
    ImmutableMap<StaffId, LocalDate> last =
        checks.stream()
            .filter(check -> check.recordedAt().isBefore(knownBefore))
            .filter(check -> !check.checkedOn().isAfter(day))
            .collect(
                ImmutableMap.toImmutableMap(
                    RecordCheck::staff,
                    RecordCheck::checkedOn,
                    (one, other) -> one.isAfter(other) ? one : other));
    return staff.stream()
        .filter(member -> member.post().on(day, knownBefore).isPresent())
        .map(StaffMember::id)
        .sorted(Comparator.naturalOrder())
        .map(id -> new RecordCheckFinding(id, Optional.ofNullable(last.get(id))))
        .filter(
            each ->
                each.lastCheck()
                    .filter(checked -> !day.isAfter(checked.plus(needed.recordCheckEvery())))
                    .isEmpty())
        .collect(toImmutableList());
  }

  /**
   * Returns it in words, with the staff number and the article of the law.
   *
   * @return the finding in Chinese and English
   */
  public Wording wording() {
    return lastCheck
        .map(
            checked ->
                Wording.of(
                    staff + " 的从业查询已过期（上次 " + checked + "，未成年人保护法第 62 条）",
                    "the record check of "
                        + staff
                        + " is out of date (last on "
                        + checked
                        + "; Law on the Protection of Minors, art. 62)"))
        .orElseGet(
            () ->
                Wording.of(
                    staff + " 没有从业查询记录（未成年人保护法第 62 条）",
                    "there is no record check of "
                        + staff
                        + " (Law on the Protection of Minors, art. 62)"));
  }
}
