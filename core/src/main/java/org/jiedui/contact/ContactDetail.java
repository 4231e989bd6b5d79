package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.id.ContactId;

/**
 * What is written down of a contact besides its note, in the fields of its form. As part of the
 * contact it is never changed: a contact that says something else is voided and superseded.
 *
 * <p>Immutable; printed, it shows nothing of what it says.
 *
 * @param notes what the form of the channel asks for, if it was filled in
 * @param mentoring what the mentor wrote down, if anything
 * @param followsUp the contact that asked for a follow-up, if this is it
 */
public record ContactDetail(
    Optional<ContactNotes> notes, Optional<MentorRecord> mentoring, Optional<ContactId> followsUp) {

  /** The most characters of each text. */
  public static final int MAX_TEXT = 2000;

  /**
   * Creates a detail.
   *
   * @param notes what the form of the channel asks for, if it was filled in
   * @param mentoring what the mentor wrote down, if anything
   * @param followsUp the contact that asked for a follow-up, if this is it
   * @throws IllegalArgumentException if it says nothing
   */
  public ContactDetail {
    requireNonNull(notes, "notes");
    requireNonNull(mentoring, "mentoring");
    requireNonNull(followsUp, "followsUp");
    checkArgument(
        notes.isPresent() || mentoring.isPresent() || followsUp.isPresent(),
        "the detail of a contact must say something");
  }

  /** Returns a text without blanks around it, or empty if there is nothing else. */
  static Optional<String> present(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  /** Checks texts and returns whether there is one. */
  @SafeVarargs
  static boolean checkTexts(Optional<String>... texts) {
    boolean any = false;
    for (Optional<String> text : texts) {
      if (text.isPresent()) {
        any = true;
        checkArgument(!text.get().isBlank(), "a text must not be blank");
        checkArgument(
            text.get().length() <= MAX_TEXT, "a text must have at most %s characters", MAX_TEXT);
      }
    }
    return any;
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ContactDetail[redacted]";
  }
}
