/**
 * What identifies a person: names, numbers and addresses, validated and redacted.
 *
 * <p>Every type here is checked when it is made, so a record that holds one holds a sound one. Text
 * is read with white space around it removed. What is personal never shows itself: {@code toString}
 * says {@code [redacted]}, no message of an exception repeats what was passed, and a caller who
 * wants the text asks for it by {@code text()}.
 *
 * <p>What outlives its issuer is only warned about, never refused: a division code that has been
 * retired, a telephone number that no table knows.
 */
@NullMarked
package org.jiedui.person;

import org.jspecify.annotations.NullMarked;
