package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jiedui.text.Wording;

/**
 * Something in a child's family that is otherwise than the law asks. It names nobody, and refuses
 * nothing: the school looks into it.
 *
 * <p>Immutable.
 *
 * @param kind what
 * @param since the first day of those, up to the day of the check, on which it was so without a
 *     break
 * @param wording what it is in a sentence, with the numbers under which it was judged
 */
public record Finding(FindingKind kind, LocalDate since, Wording wording) {

  /**
   * Creates a finding.
   *
   * @param kind what
   * @param since the first day of those, up to the day of the check, on which it was so without a
   *     break
   * @param wording what it is in a sentence, with the numbers under which it was judged
   */
  public Finding {
    requireNonNull(kind, "kind");
    requireNonNull(since, "since");
    requireNonNull(wording, "wording");
  }

  /**
   * Returns the article that asks otherwise.
   *
   * @return the article, with the law and the version of its text
   */
  public LawArticle article() {
    return kind.article();
  }

  /**
   * Returns for how many days it has been so.
   *
   * @param day the day of the check
   * @return 1 on its first day; less on days before
   */
  public long daysOn(LocalDate day) {
    return ChronoUnit.DAYS.between(since, day) + 1;
  }
}
