/**
 * Pairing: which teacher is paired with which child, and who answers for a duty on a day.
 *
 * <p>A {@link org.jiedui.mentor.MentorAssignment} has days and is closed with a reason. {@link
 * org.jiedui.mentor.Duties} finds the member of staff who answers for a rule and a child: it
 * follows the facts of the day, so a handover needs no rewriting of the past.
 */
@NullMarked
package org.jiedui.mentor;

import org.jspecify.annotations.NullMarked;
