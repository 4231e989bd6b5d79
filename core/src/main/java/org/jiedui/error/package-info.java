/**
 * The root of all exceptions of the library.
 *
 * <p>Messages name ids, rules and limits; they never hold a person's name, number, date of birth,
 * address or note, so that a host may log them.
 */
@NullMarked
package org.jiedui.error;

import org.jspecify.annotations.NullMarked;
