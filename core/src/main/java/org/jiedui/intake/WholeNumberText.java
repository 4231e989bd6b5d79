package org.jiedui.intake;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is a whole number within bounds, or empty. */
@Documented
@Constraint(validatedBy = TextValidators.WholeNumbers.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeNumberText {

  /**
   * Returns the least number.
   *
   * @return the least
   */
  int min();

  /**
   * Returns the greatest number.
   *
   * @return the greatest
   */
  int max();

  /**
   * Returns the code of the rule.
   *
   * @return the code of a {@link DraftRule}
   */
  String message() default "not-a-number";

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
