package org.jiedui.intake;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is an amount of activities, see {@link org.jiedui.activity.QuotaAmount}, or empty. */
@Documented
@Constraint(validatedBy = TextValidators.QuotaAmounts.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QuotaAmountText {

  /**
   * Returns the code of the rule.
   *
   * @return the code of a {@link DraftRule}
   */
  String message() default "syntax";

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
