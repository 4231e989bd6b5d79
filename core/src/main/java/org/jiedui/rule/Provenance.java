package org.jiedui.rule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a rule comes from: a law, a ministry's notice, or the school's own rules.
 *
 * <p>Immutable.
 *
 * @param source the text it stands in, for instance 未成年人保护法; 1 to 100 characters
 * @param article the article, if there is one; 1 to 100 characters
 * @param textOf the day of the version of that text, if known
 * @param verified whether somebody has read the source and found the rule in it
 */
public record Provenance(
    String source, Optional<String> article, Optional<LocalDate> textOf, boolean verified) {

  /**
   * Creates a provenance.
   *
   * @param source the text it stands in, for instance 未成年人保护法; 1 to 100 characters
   * @param article the article, if there is one; 1 to 100 characters
   * @param textOf the day of the version of that text, if known
   * @param verified whether somebody has read the source and found the rule in it
   * @throws IllegalArgumentException if the source or the article is blank, too long, or has white
   *     space around it or control characters, or the day is not in years 1 to 9999
   */
  public Provenance {
    requireNonNull(source, "source");
    requireNonNull(article, "article");
    requireNonNull(textOf, "textOf");
    Written.check(source, "source");
    article.ifPresent(text -> Written.check(text, "article"));
    textOf.ifPresent(day -> Written.check(day, "the day of the text"));
  }

  /**
   * Returns the provenance of a rule that nobody has looked up yet.
   *
   * @param source the text it is said to stand in
   * @return the provenance, unverified
   * @throws IllegalArgumentException if the source breaks a rule of the constructor
   */
  public static Provenance unverified(String source) {
    return new Provenance(source, Optional.empty(), Optional.empty(), false);
  }
}
