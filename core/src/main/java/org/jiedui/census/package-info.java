/**
 * The census (摸底调查): who is a left-behind child, by which definition and why, and whom the school
 * has asked this term.
 *
 * <p>A {@link org.jiedui.census.LeftBehindDefinition} answers for a child on a day from dated
 * {@link org.jiedui.census.HomeFacts}, and explains its answer; {@link
 * org.jiedui.census.HomeFacts#course} is its answer over all days. {@link
 * org.jiedui.census.CareKeeper} lets the care of a child follow that course. A {@link
 * org.jiedui.census.CensusForm} says what a survey found at one home, and a {@link
 * org.jiedui.census.Census} is what a term's survey comes to.
 */
@NullMarked
package org.jiedui.census;

import org.jspecify.annotations.NullMarked;
