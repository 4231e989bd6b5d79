/**
 * The school itself: its classes, its staff, and who teaches whom.
 *
 * <p>Posts and teaching duties change during a year, so they are kept as timelines: the responsible
 * teacher follows the facts of the day, and a past contact keeps its author.
 *
 * <p>{@link org.jiedui.school.CareTeam} is the school's care team on a day, with what it lacks;
 * {@link org.jiedui.school.StaffChange} says what ends and begins when a teacher leaves or takes
 * other classes.
 */
@NullMarked
package org.jiedui.school;

import org.jspecify.annotations.NullMarked;
