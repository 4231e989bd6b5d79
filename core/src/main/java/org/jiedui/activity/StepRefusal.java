package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jiedui.text.Wording;

/**
 * One reason for which somebody may not do something with an activity.
 *
 * <p>Immutable.
 *
 * @param code what stands for it in files: {@code not-permitted}, {@code wrong-state}, {@code
 *     reason-missing} or {@code not-yet}
 * @param wording the reason for people
 */
public record StepRefusal(String code, Wording wording) {

  /**
   * Creates a refusal.
   *
   * @param code what stands for it in files: {@code not-permitted}, {@code wrong-state}, {@code
   *     reason-missing} or {@code not-yet}
   * @param wording the reason for people
   * @throws IllegalArgumentException if the code is blank
   */
  public StepRefusal {
    requireNonNull(code, "code");
    requireNonNull(wording, "wording");
    checkArgument(!code.isBlank(), "code must not be blank");
  }
}
