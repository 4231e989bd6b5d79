/**
 * Typed identifiers.
 *
 * <p>Each thing that is stored has an identifier of its own type, so that a child's id can never be
 * passed where a teacher's is meant. Identifiers are opaque: they stand in messages, logs and audit
 * entries, and so they must never be made of personal data. In particular a resident ID or a
 * student number (which contains one) is no identifier; the host's id source gives random ones.
 *
 * <p>An id is unique within its school: every key starts with the {@link org.jiedui.id.SchoolId}.
 */
@NullMarked
package org.jiedui.id;

import org.jspecify.annotations.NullMarked;
