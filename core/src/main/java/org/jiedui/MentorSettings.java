package org.jiedui;

import static java.util.Objects.requireNonNull;

import org.jiedui.intake.Severity;
import org.jiedui.mentor.AssignmentPolicy;
import org.jiedui.mentor.LocalKnowledge;
import org.jiedui.mentor.MentorMatcher;
import org.jiedui.mentor.Preference;

/**
 * How mentors are chosen: a setting of the office, the same for all its schools.
 *
 * <pre>{@code
 * MentorSettings.usual()
 *     .withMatcher(
 *         MentorMatcher.of(
 *             AssignmentPolicy.teachesClass()
 *                 .and(AssignmentPolicy.onePrimary())
 *                 .and(AssignmentPolicy.loadAtMost(8)),
 *             Preference.usual()))
 *     .withKnowledge(ours);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param matcher the policy on who may mentor whom, and what makes one better than another
 * @param knowledge what the host knows of children and teachers besides what is stored
 * @param onImport what becomes of a row of a file that the policy speaks against: a {@link
 *     Severity#WARNING} tells it and takes the row in, for what exists is not undone by a policy; a
 *     {@link Severity#FAULT} keeps the row out
 */
public record MentorSettings(MentorMatcher matcher, LocalKnowledge knowledge, Severity onImport) {

  /**
   * Creates settings.
   *
   * @param matcher the policy on who may mentor whom, and what makes one better than another
   * @param knowledge what the host knows of children and teachers besides what is stored
   * @param onImport what becomes of a row of a file that the policy speaks against
   */
  public MentorSettings {
    requireNonNull(matcher, "matcher");
    requireNonNull(knowledge, "knowledge");
    requireNonNull(onImport, "onImport");
  }

  /**
   * Returns the settings to start from: a mentor teaches the child's class, each child has one
   * primary mentor, there is no limit, {@link Preference#usual()} are weighed, and what a file says
   * otherwise is taken in with a warning.
   *
   * @return the settings
   */
  public static MentorSettings usual() {
    return new MentorSettings(
        MentorMatcher.of(
            AssignmentPolicy.teachesClass().and(AssignmentPolicy.onePrimary()), Preference.usual()),
        LocalKnowledge.none(),
        Severity.WARNING);
  }

  /**
   * Returns the same settings with another policy and other preferences.
   *
   * @param other the policy and the preferences
   * @return the settings
   */
  public MentorSettings withMatcher(MentorMatcher other) {
    return new MentorSettings(other, knowledge, onImport);
  }

  /**
   * Returns the same settings with what the host knows.
   *
   * @param other what the host knows of children and teachers besides what is stored
   * @return the settings
   */
  public MentorSettings withKnowledge(LocalKnowledge other) {
    return new MentorSettings(matcher, other, onImport);
  }

  /**
   * Returns the same settings with another way to take in what the policy speaks against.
   *
   * @param severity a warning to take it in all the same, a fault to keep it out
   * @return the settings
   */
  public MentorSettings onImport(Severity severity) {
    return new MentorSettings(matcher, knowledge, severity);
  }
}
