package org.jiedui.activity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.text.Wording;

/**
 * Something that templates ask for and for which no day was found, and why.
 *
 * <p>Immutable.
 *
 * @param id what it would be
 * @param template what asks for it
 * @param occasion when, as far as it lies in the plan
 * @param classId the class, if each class has its own
 * @param days every day of the occasion, with what keeps it from that day as the plan stands
 */
public record Unplaced(
    ActivityId id,
    ActivityTemplate template,
    Occasion occasion,
    Optional<ClassId> classId,
    ImmutableList<BlockedDay> days) {

  /**
   * Creates an explanation.
   *
   * @param id what it would be
   * @param template what asks for it
   * @param occasion when, as far as it lies in the plan
   * @param classId the class, if each class has its own
   * @param days every day of the occasion, with what keeps it from that day as the plan stands
   */
  public Unplaced {
    requireNonNull(id, "id");
    requireNonNull(template, "template");
    requireNonNull(occasion, "occasion");
    requireNonNull(classId, "classId");
    requireNonNull(days, "days");
  }

  /**
   * Returns why, day by day, for people.
   *
   * @return the wording
   */
  public Wording wording() {
    return Wording.of(
        "没有可用的日子：" + list("。", Locale.CHINESE), "no day is left: " + list(". ", Locale.ENGLISH));
  }

  private String list(String separator, Locale locale) {
    return days.stream().map(each -> each.wording().in(locale)).collect(joining(separator));
  }
}
