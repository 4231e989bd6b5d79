/**
 * What a school plans for its left-behind children and their guardians: templates, the plan that
 * comes of them in a year, what became of it, who attended, and whether it was enough.
 *
 * <p>An {@link org.jiedui.activity.ActivityTemplate} says what is to be held and, by its {@link
 * org.jiedui.activity.Timing}, when; an {@link org.jiedui.activity.ActivityPlanner} finds the days;
 * an {@link org.jiedui.activity.Activity} is one of the plan, to whose history facts are only
 * added; an {@link org.jiedui.activity.ActivityQuota} says how many there must be.
 */
@NullMarked
package org.jiedui.activity;

import org.jspecify.annotations.NullMarked;
