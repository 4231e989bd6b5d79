/**
 * The ports: what the library asks of a store.
 *
 * <p>A {@link org.jiedui.storage.CareStore} runs work in a transaction: a {@link
 * org.jiedui.storage.CareReader} sees one consistent snapshot, a {@link
 * org.jiedui.storage.CareWriter} writes all or nothing. The contract that every adapter keeps is
 * tested by the kit in the package {@code org.jiedui.storage.contract} of this module's tests jar.
 *
 * <p>The school's id leads every key. Every failure is a {@link
 * org.jiedui.storage.StorageException} that names ids and no personal data.
 */
@NullMarked
package org.jiedui.storage;

import org.jspecify.annotations.NullMarked;
