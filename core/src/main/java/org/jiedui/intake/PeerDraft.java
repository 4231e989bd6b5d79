package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import org.jiedui.mentor.PeerKind;

/**
 * A pair of children who help each other, as somebody wrote it.
 *
 * @param helper the student number (学籍号) of the child who helps
 * @param helped the student number of the child who is helped
 * @param kind with what: 学习 or 生活
 * @param from the first day
 * @param until the last day, empty if there is none yet
 */
public record PeerDraft(
    @NotBlank(message = "required") @StudentNumberText String helper,
    @NotBlank(message = "required") @StudentNumberText String helped,
    @NotBlank(message = "required") @CodedText(PeerKind.class) String kind,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until) {

  /**
   * Creates a draft of a pair.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param helper the student number (学籍号) of the child who helps
   * @param helped the student number of the child who is helped
   * @param kind with what: 学习 or 生活
   * @param from the first day
   * @param until the last day, empty if there is none yet
   */
  public PeerDraft {
    helper = nullToEmpty(helper);
    helped = nullToEmpty(helped);
    kind = nullToEmpty(kind);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
  }

  /** Returns no content: student numbers are personal. */
  @Override
  public String toString() {
    return "PeerDraft[redacted]";
  }
}
