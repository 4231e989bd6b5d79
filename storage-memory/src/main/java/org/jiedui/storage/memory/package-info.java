/**
 * A store that keeps everything in memory: for tests, small tools, and as a warm view.
 *
 * <p>{@link org.jiedui.storage.memory.MemoryCareStore} holds one immutable state of persistent maps
 * and swaps one reference on commit. A reader works on the state that it found, so it holds up
 * nobody and nobody holds it up; writers go one after the other. Nothing outlives the process.
 */
@NullMarked
package org.jiedui.storage.memory;

import org.jspecify.annotations.NullMarked;
