/**
 * Pairing: which teacher is paired with which child, and who answers for a duty on a day.
 *
 * <p>A {@link org.jiedui.mentor.MentorAssignment} has days and is closed with a reason. {@link
 * org.jiedui.mentor.Duties} finds the member of staff who answers for a rule and a child: it
 * follows the facts of the day, so a handover needs no rewriting of the past.
 *
 * <p>An {@link org.jiedui.mentor.AssignmentPolicy} says which teacher may mentor which child, or
 * every reason why not. A {@link org.jiedui.mentor.MentorMatcher} proposes mentors for a class or a
 * school, and a {@link org.jiedui.mentor.Handover} for the mentees of a teacher who leaves. They
 * work on values with ids; nothing is assigned until a person accepts it.
 *
 * <p>Children help each other too: a {@link org.jiedui.mentor.PeerPair} is decided on by a {@link
 * org.jiedui.mentor.PeerPolicy}, and a {@link org.jiedui.mentor.HomeStay} needs consents that a
 * {@link org.jiedui.mentor.StayPolicy} looks for.
 */
@NullMarked
package org.jiedui.mentor;

import org.jspecify.annotations.NullMarked;
