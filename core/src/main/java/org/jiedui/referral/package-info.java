/**
 * What a school hands on: a suspicion that a child is harmed, which must be reported at once, and
 * support that others give.
 *
 * <p>未成年人保护法 art. 11: whoever works with minors and finds that one is harmed, may be harmed or is
 * in danger reports to police, civil affairs or education at once. A {@link
 * org.jiedui.referral.Referral} opens that obligation with a clock of its own, in hours. It is no
 * contact and no contact rule knows of it: no rate, board or report counts it, and few may see it.
 *
 * <p>Nothing personal is in a message or a {@code toString}: ids and instants only.
 */
@NullMarked
package org.jiedui.referral;

import org.jspecify.annotations.NullMarked;
