package org.jiedui.intake;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The fields of a version of a quota agree with each other. */
@Documented
@Constraint(validatedBy = QuotaConsistency.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsistentQuota {

  /**
   * Returns the code of the rule.
   *
   * @return the code of a {@link DraftRule}
   */
  String message() default "ends-before-start";

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
