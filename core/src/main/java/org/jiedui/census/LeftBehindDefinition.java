package org.jiedui.census;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.jiedui.text.Wording;

/**
 * Who is a left-behind child. The law names no single definition, so it is a policy: three are
 * shipped, see {@link AbsenceDefinition}, and a host may write another.
 *
 * <p>Implementations are pure and thread-safe: the same facts have the same answer. The answer must
 * not differ from one day to the next unless one of these lies between: a day on which a fact
 * begins or ends, whatever the fact ({@link HomeFacts#factDays()}), one of the child's birthdays up
 * to the eighteenth, or a day that {@link #furtherDays} names. {@link HomeFacts#course} rests on
 * that.
 *
 * <pre>{@code
 * // A county that counts only children who board:
 * StatusAnswer on(LocalDate day, HomeFacts home) {
 *   StatusAnswer answer = AbsenceDefinition.schoolRoll().on(day, home);
 *   boolean boards = home.on(day, CareFacts::boarding).orElse(false);
 *   …
 * }
 * }</pre>
 */
public interface LeftBehindDefinition {

  /**
   * Returns the word that stands for it in files and programs, for instance {@code civil-affairs}.
   *
   * @return lower-case letters, digits and hyphens
   */
  String code();

  /**
   * Returns what people call it.
   *
   * @return the name
   */
  Wording title();

  /**
   * Answers for a child on a day.
   *
   * @param day the day, not before the child was born
   * @param home what is known of the child and its home
   * @return the answer, with each condition and what it follows from
   */
  StatusAnswer on(LocalDate day, HomeFacts home);

  /**
   * Names further days on which the answer may change: the day on which an absence has lasted three
   * months, say.
   *
   * @param home what is known of the child and its home
   * @return the first days on which it may be another; none if not said otherwise
   */
  default ImmutableSet<LocalDate> furtherDays(HomeFacts home) {
    return ImmutableSet.of();
  }
}
