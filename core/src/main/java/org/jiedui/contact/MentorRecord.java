package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a mentor writes down of a contact (帮扶记录): the problem, what was done, what came of it.
 *
 * <p>Immutable; printed, it shows nothing of what it says.
 *
 * @param problem what the child has difficulty with, if that was noted
 * @param measure what was done, if that was noted
 * @param effect what came of it, if that was noted
 */
public record MentorRecord(
    Optional<String> problem, Optional<String> measure, Optional<String> effect) {

  /**
   * Creates a mentor's record.
   *
   * @param problem what the child has difficulty with, if that was noted
   * @param measure what was done, if that was noted
   * @param effect what came of it, if that was noted
   * @throws IllegalArgumentException if it says nothing, or a text is blank or longer than {@link
   *     ContactDetail#MAX_TEXT}
   */
  public MentorRecord {
    requireNonNull(problem, "problem");
    requireNonNull(measure, "measure");
    requireNonNull(effect, "effect");
    checkArgument(
        ContactDetail.checkTexts(problem, measure, effect), "a mentor's record must say something");
  }

  /**
   * Returns a mentor's record as a form has it.
   *
   * @param problem what the child has difficulty with, or blank
   * @param measure what was done, or blank
   * @param effect what came of it, or blank
   * @return the record
   * @throws IllegalArgumentException if all are blank, or one is longer than {@link
   *     ContactDetail#MAX_TEXT}
   */
  public static MentorRecord of(String problem, String measure, String effect) {
    return new MentorRecord(
        ContactDetail.present(problem),
        ContactDetail.present(measure),
        ContactDetail.present(effect));
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "MentorRecord[redacted]";
  }
}
