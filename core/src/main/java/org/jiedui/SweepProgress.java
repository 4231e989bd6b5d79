package org.jiedui;

/**
 * How far a sweep has come. How many children there are is not known before it has ended.
 *
 * <p>Immutable.
 *
 * @param schools how many schools it goes over, 0 or more
 * @param schoolsDone how many of them are done
 * @param children how many children were looked at, 0 or more
 */
public record SweepProgress(int schools, int schoolsDone, long children) {}
