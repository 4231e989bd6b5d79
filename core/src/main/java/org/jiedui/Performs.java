package org.jiedui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiedui.access.Operation;

/** Declares which operation a method of a desk performs: who may call it, and what is audited. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Performs {

  /**
   * Returns the operation.
   *
   * @return the operation
   */
  Operation value();
}
