/**
 * The school year: terms, and the milestones of a term.
 *
 * <p>School calendars differ by county and year, so they are given, not computed. A {@link
 * org.jiedui.calendar.SchoolCalendar} holds the terms of one or more school years; everything that
 * is due is anchored to them.
 */
@NullMarked
package org.jiedui.calendar;

import org.jspecify.annotations.NullMarked;
