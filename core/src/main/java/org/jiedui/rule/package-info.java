/**
 * Contact rules: what is asked for.
 *
 * <p>A {@link org.jiedui.rule.ContactRule} says who must be in touch with whom, how, how often and
 * for which children. It has versions, so that a new one never judges the past again. A {@link
 * org.jiedui.rule.RuleBook} is the rules of a school. {@link org.jiedui.rule.Scope} and {@link
 * org.jiedui.rule.Cadence} have text forms that parse and print back. {@link
 * org.jiedui.rule.RulePresets} has the rules that schools begin with.
 *
 * <p>What the rules come to, in a calendar and for a child, is the matter of {@code
 * org.jiedui.compliance}.
 */
@NullMarked
package org.jiedui.rule;

import org.jspecify.annotations.NullMarked;
