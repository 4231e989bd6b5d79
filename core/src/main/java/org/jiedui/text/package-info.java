/**
 * Words for people, in Chinese and English.
 *
 * <p>Everything that a teacher, a principal or an officer reads is kept in both languages from the
 * start; the reader's locale chooses. Words are neutral: nothing that the library writes shames a
 * child.
 */
@NullMarked
package org.jiedui.text;

import org.jspecify.annotations.NullMarked;
