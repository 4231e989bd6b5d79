/**
 * How fast a county is judged: the library beside a hand-written loop, objects and streams,
 * PostgreSQL, and a rule engine.
 *
 * <p>Run {@code examples/benchmarks/run} for the numbers (about a quarter of an hour), or {@code
 * examples/benchmarks/run --short} to see that everything works. {@link
 * org.jiedui.examples.benchmarks.Benchmarks} is the command. Each benchmark class asks one
 * question; {@code County} makes the children that all of them judge, and {@code EmbeddedDatabase}
 * is a PostgreSQL for those that need one.
 *
 * <p>Before anything is timed, the competitors' answers are compared with the library's, verdict by
 * verdict and rule by rule; a difference ends the run. Each round asks with another as-of and
 * known-on date.
 */
@NullMarked
package org.jiedui.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
