/**
 * The facts that the rule engine is given; public, because rules are compiled to classes that read
 * them.
 */
@NullMarked
package org.jiedui.examples.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
