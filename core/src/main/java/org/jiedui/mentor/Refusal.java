package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import org.jiedui.text.Wording;

/**
 * One reason for which a teacher may not mentor a child, or one child may not help or visit
 * another.
 *
 * <p>It names neither: two pairs that are refused for the same reason have equal refusals, so they
 * can be counted.
 *
 * <p>Immutable.
 *
 * @param code what stands for the rule in files, lower-case letters, digits and hyphens, for
 *     instance {@code load-limit}
 * @param wording the reason for people, with its numbers, without personal data
 * @param numbers the numbers in it by name, for instance {@code load} and {@code limit}
 */
public record Refusal(String code, Wording wording, ImmutableMap<String, Integer> numbers) {

  private static final CharMatcher CODE =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('-'));

  static final Refusal OTHER_CLASS =
      of("teaches-class", Wording.of("不任教该学生所在班级", "does not teach the child's class"));
  static final Refusal HAS_PRIMARY =
      of("one-primary", Wording.of("该学生已有主要帮扶教师", "the child has a primary mentor already"));
  static final Refusal PAIRED_ALREADY =
      of("paired-already", Wording.of("已与该学生结对", "is paired with the child already"));

  /** That somebody is not among those who can be asked, for instance because of no post. */
  public static final Refusal NOT_A_CANDIDATE =
      of("not-a-candidate", Wording.of("不在可结对教师之列", "is not among the candidates"));

  /** That a child is in no class on the day, so that nobody can be its mentor at school. */
  public static final Refusal NO_CLASS =
      of("no-class", Wording.of("该学生当天不在任何班级", "the child is in no class on that day"));

  /** That the pair to be replaced begins on the same day, and so cannot end before it. */
  public static final Refusal BEGINS_THEN =
      of(
          "begins-then",
          Wording.of("原结对当天或之后才开始，不能先结束", "the pair that is to end begins on that day or later"));

  /**
   * Creates a refusal.
   *
   * @param code what stands for the rule in files, lower-case letters, digits and hyphens, for
   *     instance {@code load-limit}
   * @param wording the reason for people, with its numbers, without personal data
   * @param numbers the numbers in it by name, for instance {@code load} and {@code limit}
   * @throws IllegalArgumentException if the code has another form
   */
  public Refusal {
    requireNonNull(code, "code");
    requireNonNull(wording, "wording");
    requireNonNull(numbers, "numbers");
    checkArgument(
        !code.isEmpty() && CODE.matchesAllOf(code),
        "code (%s) must be lower-case letters, digits and hyphens",
        code);
  }

  /**
   * Returns a refusal without numbers.
   *
   * @param code what stands for the rule in files, lower-case letters, digits and hyphens
   * @param wording the reason for people, without personal data
   * @return the refusal
   * @throws IllegalArgumentException if the code has another form
   */
  public static Refusal of(String code, Wording wording) {
    return new Refusal(code, wording, ImmutableMap.of());
  }

  static Refusal loadLimit(int load, int limit) {
    return limit(
        "load-limit", Wording.of("已结对 %s 人，上限 %s 人", "has %s of at most %s children"), load, limit);
  }

  /** A limit that is reached; the words have a place for each of the two numbers. */
  static Refusal limit(String code, Wording words, int load, int limit) {
    return new Refusal(
        code,
        Wording.of(words.chinese().formatted(load, limit), words.english().formatted(load, limit)),
        ImmutableMap.of("load", load, "limit", limit));
  }
}
