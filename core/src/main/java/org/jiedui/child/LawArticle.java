package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.time.LocalDate;

/**
 * An article of a law, in the version of its text of a day.
 *
 * <p>Example: {@code LawArticle.ofMinorsLaw("23")} is art. 23 of the 未成年人保护法, as corrected on
 * 2024-04-26.
 *
 * <p>Immutable.
 *
 * @param source the law, for instance 未成年人保护法; not blank
 * @param article the article, for instance 23; not blank
 * @param textOf the day of the version of the text
 */
@Immutable
@SuppressWarnings("Immutable") // a LocalDate is
public record LawArticle(String source, String article, LocalDate textOf) {

  private static final String MINORS_LAW = "未成年人保护法";
  private static final LocalDate MINORS_LAW_TEXT = LocalDate.of(2024, 4, 26);

  /**
   * Creates an article.
   *
   * @param source the law, for instance 未成年人保护法; not blank
   * @param article the article, for instance 23; not blank
   * @param textOf the day of the version of the text
   * @throws IllegalArgumentException if a text is blank
   */
  public LawArticle {
    requireNonNull(source, "source");
    requireNonNull(article, "article");
    requireNonNull(textOf, "textOf");
    checkArgument(!source.isBlank(), "source must not be blank");
    checkArgument(!article.isBlank(), "article must not be blank");
  }

  /**
   * Returns an article of the Law on the Protection of Minors, as corrected on 2024-04-26.
   *
   * @param article the article, for instance 23; not blank
   * @return the article
   * @throws IllegalArgumentException if it is blank
   */
  public static LawArticle ofMinorsLaw(String article) {
    return new LawArticle(MINORS_LAW, article, MINORS_LAW_TEXT);
  }
}
