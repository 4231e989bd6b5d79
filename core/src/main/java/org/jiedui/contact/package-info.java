/**
 * Contacts: who was in touch with whom, how, and on which day.
 *
 * <p>A {@link org.jiedui.contact.Contact} is never changed and never deleted; a mistake is voided
 * with a reason, and a better record may supersede it. A {@link org.jiedui.contact.ContactSeries}
 * is the same contacts of one child, packed for the evaluator.
 */
@NullMarked
package org.jiedui.contact;

import org.jspecify.annotations.NullMarked;
