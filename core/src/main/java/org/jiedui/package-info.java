/**
 * The door: open a {@link org.jiedui.CareOffice} once over a store, and let each person work at a
 * {@link org.jiedui.CareDesk}.
 *
 * <p>Every call at a desk is checked against what the person may do, and is written into the audit
 * in the same transaction. Desks are grouped by concept: the school, children, contacts, rules,
 * mentors, the board, reports, the audit.
 *
 * <p>The host hands in the clock and the source of identifiers; the library has neither.
 */
@NullMarked
package org.jiedui;

import org.jspecify.annotations.NullMarked;
