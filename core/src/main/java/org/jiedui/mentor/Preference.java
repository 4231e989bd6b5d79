package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.Collections;
import org.jiedui.text.Wording;

/**
 * Something that makes a teacher a better mentor for a child, in points: one of the records here,
 * or the host's own.
 *
 * <p>Points only compare: a preference of 400 points outweighs one of 300 for the same child, and
 * 300 points for one child weigh as much as 300 for another. Its answer depends on nothing but the
 * two, and is the same each time.
 */
public interface Preference {

  /** The most points that one preference can give. */
  int MAX_POINTS = 1000;

  /**
   * Returns what stands for it in files, for instance {@code same-sex}.
   *
   * @return lower-case letters, digits and hyphens; no two of a matcher have the same
   */
  String code();

  /**
   * Returns what it prefers, for people, for instance 同性别, same sex.
   *
   * @return the wording
   */
  Wording wording();

  /**
   * Returns how much speaks for a pair.
   *
   * @param mentee the child
   * @param candidate the teacher
   * @return 0 to {@link #MAX_POINTS}; 0 if what it asks for is not known
   */
  int points(Mentee mentee, Candidate candidate);

  /**
   * Returns a set of preferences to start from: an earlier bond 400 points, the same sex from grade
   * 5 on 300, a common dialect 200, and up to 100 for living within 5 km. They are an opinion, and
   * meant to be replaced by the school's.
   *
   * @return the preferences
   */
  static ImmutableList<Preference> usual() {
    return ImmutableList.of(
        new EarlierBond(400), new SameSex(5, 300), new SameDialect(200), new Nearby(5000, 100));
  }

  private static int checked(int points) {
    checkArgument(
        points >= 0 && points <= MAX_POINTS, "points (%s) must be 0 to %s", points, MAX_POINTS);
    return points;
  }

  /**
   * A teacher with whom the child has a bond from earlier.
   *
   * @param points what it is worth, 0 to {@link #MAX_POINTS}
   */
  @Immutable
  record EarlierBond(int points) implements Preference {

    /**
     * Creates the preference.
     *
     * @param points what it is worth, 0 to {@link #MAX_POINTS}
     * @throws IllegalArgumentException if the points are out of bounds
     */
    public EarlierBond {
      checked(points);
    }

    @Override
    public String code() {
      return "earlier-bond";
    }

    @Override
    public Wording wording() {
      return Wording.of("曾有情谊", "an earlier bond");
    }

    @Override
    public int points(Mentee mentee, Candidate candidate) {
      return mentee.bonds().contains(candidate.teacher()) ? points : 0;
    }
  }

  /**
   * A teacher of the same sex for an older child.
   *
   * @param fromGrade the first grade in which it matters, 1 or more
   * @param points what it is worth, 0 to {@link #MAX_POINTS}
   */
  @Immutable
  record SameSex(int fromGrade, int points) implements Preference {

    /**
     * Creates the preference.
     *
     * @param fromGrade the first grade in which it matters, 1 or more
     * @param points what it is worth, 0 to {@link #MAX_POINTS}
     * @throws IllegalArgumentException if the grade or the points are out of bounds
     */
    public SameSex {
      checkArgument(fromGrade >= 1, "fromGrade (%s) must be 1 or more", fromGrade);
      checked(points);
    }

    @Override
    public String code() {
      return "same-sex";
    }

    @Override
    public Wording wording() {
      return Wording.of("同性别", "the same sex");
    }

    @Override
    public int points(Mentee mentee, Candidate candidate) {
      return mentee.grade() >= fromGrade
              && mentee.sex().isPresent()
              && mentee.sex().equals(candidate.sex())
          ? points
          : 0;
    }
  }

  /**
   * A teacher who speaks a dialect of the child.
   *
   * @param points what it is worth, 0 to {@link #MAX_POINTS}
   */
  @Immutable
  record SameDialect(int points) implements Preference {

    /**
     * Creates the preference.
     *
     * @param points what it is worth, 0 to {@link #MAX_POINTS}
     * @throws IllegalArgumentException if the points are out of bounds
     */
    public SameDialect {
      checked(points);
    }

    @Override
    public String code() {
      return "same-dialect";
    }

    @Override
    public Wording wording() {
      return Wording.of("方言相通", "a common dialect");
    }

    @Override
    public int points(Mentee mentee, Candidate candidate) {
      return Collections.disjoint(mentee.dialects(), candidate.dialects()) ? 0 : points;
    }
  }

  /**
   * A teacher who lives near the child's home, the nearer the better: all points at 0 m, none from
   * {@code metres} on, in proportion between, rounded down.
   *
   * <p>Example: with 5000 m and 100 points, a teacher 1250 m away has 75 points.
   *
   * @param metres from where on it gives nothing, 1 or more
   * @param points what living next door is worth, 0 to {@link #MAX_POINTS}
   */
  @Immutable
  record Nearby(int metres, int points) implements Preference {

    /**
     * Creates the preference.
     *
     * @param metres from where on it gives nothing, 1 or more
     * @param points what living next door is worth, 0 to {@link #MAX_POINTS}
     * @throws IllegalArgumentException if the metres or the points are out of bounds
     */
    public Nearby {
      checkArgument(metres >= 1, "metres (%s) must be 1 or more", metres);
      checked(points);
    }

    @Override
    public String code() {
      return "nearby";
    }

    @Override
    public Wording wording() {
      return Wording.of("住得近", "living nearby");
    }

    @Override
    public int points(Mentee mentee, Candidate candidate) {
      int away = Math.min(metres, mentee.findMetres(candidate.teacher()).orElse(metres));
      return (int) ((long) points * (metres - away) / metres);
    }
  }
}
