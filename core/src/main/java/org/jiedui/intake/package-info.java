/**
 * The way in for untrusted input: forms and files.
 *
 * <p>A draft is what somebody wrote, every field a text; one that is left out, as a form or JSON
 * may do, is empty. Jakarta constraints say what each field must be; checking gathers all
 * violations at once, each with row, field, code and a message in Chinese or English that never
 * repeats the value. What passes comes out as domain values; what does not can be corrected and
 * handed in again. A {@linkplain org.jiedui.intake.Severity#WARNING warning} is told but stops
 * nothing.
 *
 * <p>Nothing here is stored: a desk does that with what passed.
 */
@NullMarked
package org.jiedui.intake;

import org.jspecify.annotations.NullMarked;
