/**
 * Calendars as files that phones and office programs read: iCalendar, RFC 5545.
 *
 * <p>{@link org.jiedui.ics.IcsWriter} writes events, {@link org.jiedui.ics.IcsReader} reads them,
 * and {@link org.jiedui.ics.IcsDayMarks} reads what a county says of its days. Texts come in and go
 * out; files and the network are the host's.
 */
@NullMarked
package org.jiedui.ics;

import org.jspecify.annotations.NullMarked;
