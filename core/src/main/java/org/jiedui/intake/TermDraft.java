package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A term, as somebody wrote it.
 *
 * @param label the school year and the term, for instance {@code 2025-1}
 * @param name what people call it, may be empty
 * @param first its first day
 * @param last its last day
 */
public record TermDraft(
    @NotBlank(message = "required") @IdText String label,
    @Size(max = 40, message = "too-long") String name,
    @NotBlank(message = "required") @DateText String first,
    @NotBlank(message = "required") @DateText String last) {

  /**
   * Creates a draft of a term.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param label the school year and the term, for instance {@code 2025-1}
   * @param name what people call it, may be empty
   * @param first its first day
   * @param last its last day
   */
  public TermDraft {
    label = nullToEmpty(label);
    name = nullToEmpty(name);
    first = nullToEmpty(first);
    last = nullToEmpty(last);
  }
}
