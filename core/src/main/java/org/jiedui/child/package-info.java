/**
 * The child: who it is, who cares for it, and what about that changes with time.
 *
 * <p>{@link org.jiedui.child.Child} holds what identifies the child; {@link
 * org.jiedui.child.CareFacts} holds everything that changes, as timelines that remember when each
 * fact became known. {@link org.jiedui.child.CareHistory} is what those facts come to on a given
 * known-on date: on which days which {@link org.jiedui.child.Trait}s held, and when what happened.
 */
@NullMarked
package org.jiedui.child;

import org.jspecify.annotations.NullMarked;
