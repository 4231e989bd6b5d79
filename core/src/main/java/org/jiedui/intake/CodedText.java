package org.jiedui.intake;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiedui.text.Coded;

/** The text names one of a set, see {@link Coded#isNamed}, or is empty. */
@Documented
@Constraint(validatedBy = TextValidators.CodedTexts.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CodedText {

  /**
   * Returns the set.
   *
   * @return an enum of coded words
   */
  Class<? extends Coded> value();

  /**
   * Returns whether several may stand in the text, separated by semicolons.
   *
   * @return true if several may
   */
  boolean many() default false;

  /**
   * Returns the code of the rule.
   *
   * @return the code of a {@link DraftRule}
   */
  String message() default "not-one-of";

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
