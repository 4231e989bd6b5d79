package org.jiedui.mentor;

import org.jiedui.id.SchoolId;

/**
 * What a host knows of children and teachers that matters for who mentors whom, and that is not
 * stored here: what they speak, how far apart they live, how many children a teacher can take.
 *
 * <p>It is asked each time when mentors are proposed or decided on, and nothing that it says is
 * kept. Its answer depends on nothing but what it is given and what the host has stored.
 *
 * <pre>{@code
 * LocalKnowledge ours =
 *     new LocalKnowledge() {
 *       public Mentee about(SchoolId school, Mentee mentee) {
 *         return mentee.withDialects(dialectsOf(mentee.child()));
 *       }
 *
 *       public Candidate about(SchoolId school, Candidate candidate) {
 *         return candidate.withDialects(dialectsOf(candidate.teacher())).withLimit(4);
 *       }
 *     };
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface LocalKnowledge {

  /**
   * Returns the knowledge of a host that has none.
   *
   * @return it adds nothing
   */
  static LocalKnowledge none() {
    return new LocalKnowledge() {

      @Override
      public Mentee about(SchoolId school, Mentee mentee) {
        return mentee;
      }

      @Override
      public Candidate about(SchoolId school, Candidate candidate) {
        return candidate;
      }
    };
  }

  /**
   * Adds what the host knows of a child.
   *
   * @param school the school
   * @param mentee what is stored of it: class, grade, key support, sex, former mentors
   * @return the same child with more
   */
  Mentee about(SchoolId school, Mentee mentee);

  /**
   * Adds what the host knows of a teacher.
   *
   * @param school the school
   * @param candidate what is stored of it: classes and sex
   * @return the same teacher with more
   */
  Candidate about(SchoolId school, Candidate candidate);
}
