/**
 * Days, and what held on which days.
 *
 * <p>{@link org.jiedui.time.DateRange} is a stretch of days, half-open in code and written with
 * both ends included, as people do. {@link org.jiedui.time.Timeline} keeps what was true on which
 * days together with the instant at which it became known, so that yesterday's report can be made
 * again tomorrow. {@link org.jiedui.time.Viewpoint} is the pair of dates under which a report is
 * read.
 *
 * <p>Nothing here, nor anywhere in core, reads a clock: dates and instants come in as arguments.
 */
@NullMarked
package org.jiedui.time;

import org.jspecify.annotations.NullMarked;
