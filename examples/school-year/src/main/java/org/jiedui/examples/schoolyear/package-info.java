/**
 * A school's term, end to end: its files go in, and out come the board and the compliance table.
 *
 * <p>{@link org.jiedui.examples.schoolyear.SchoolYear} is the command line; {@link
 * org.jiedui.examples.schoolyear.SchoolImport} shows how files become drafts and drafts become
 * records through a desk; the rest reads and writes tables.
 */
@NullMarked
package org.jiedui.examples.schoolyear;

import org.jspecify.annotations.NullMarked;
