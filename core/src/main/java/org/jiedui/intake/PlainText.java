package org.jiedui.intake;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text is short and has no control characters but tabs and line breaks within; it may be empty.
 */
@Documented
@Constraint(validatedBy = {})
@Size(max = Texts.MAX_PLAIN, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") @Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  /**
   * Returns the code of the rule.
   *
   * @return the code of a {@link DraftRule}
   */
  String message() default "control-characters";

  /**
   * Returns the validation groups.
   *
   * @return the groups
   */
  Class<?>[] groups() default {};

  /**
   * Returns the payload, of which the library makes no use.
   *
   * @return the payload
   */
  Class<? extends Payload>[] payload() default {};
}
