/**
 * The school itself: its classes, its staff, and who teaches whom.
 *
 * <p>Posts and teaching duties change during a year, so they are kept as timelines: the responsible
 * teacher follows the facts of the day, and a past contact keeps its author.
 */
@NullMarked
package org.jiedui.school;

import org.jspecify.annotations.NullMarked;
