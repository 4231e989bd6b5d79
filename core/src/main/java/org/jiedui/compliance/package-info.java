/**
 * What is due, and how it was judged: the one evaluator behind the board, the table, the report and
 * a store's index.
 *
 * <p>An {@link org.jiedui.compliance.Evaluator} is built once for a rule book and a calendar. It is
 * a pure function of what is known about a child ({@link org.jiedui.compliance.CareRecord}) and of
 * the two dates of a {@link org.jiedui.time.Viewpoint}; it reads no clock, and nothing else in the
 * library decides what is due. Its answers are listings of judged windows, standings (the window to
 * act on now), tallies, explanations and comparisons with another rule book; all of them come from
 * the same loops.
 *
 * <p>Inside, days are numbers since 1970-01-01 and both ends of a period are included.
 */
@NullMarked
package org.jiedui.compliance;

import org.jspecify.annotations.NullMarked;
