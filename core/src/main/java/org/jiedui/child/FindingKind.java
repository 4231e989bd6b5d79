package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a {@link GuardianshipCheck} can find, each with the article of the Law on the Protection of
 * Minors that asks otherwise.
 */
public enum FindingKind implements Coded {
  /** A young child, or one who needs special care, is left unattended. */
  UNATTENDED("unattended", "21", Wording.of("处于无人看护状态", "left unattended")),
  /** A child lives alone, out of guardianship. */
  LIVING_ALONE("living-alone", "21", Wording.of("脱离监护单独生活", "living alone")),
  /**
   * Both parents are away, no carer is on file, and the child neither boards nor is with anyone.
   */
  NO_ADULT_KNOWN(
      "no-adult-known", "21", Wording.of("父母均外出、无被委托人且不住校，不知与谁同住", "nobody known to be at home")),
  /** Both parents are away, and no carer is on file. */
  CARER_MISSING(
      "carer-missing", "22", Wording.of("父母均外出，未登记被委托人", "no carer though both parents are away")),
  /** The carer is not an adult. */
  CARER_IS_MINOR("carer-is-minor", "22", Wording.of("被委托人未成年", "carer not an adult")),
  /** Nobody knows whether the carer is an adult. */
  CARER_AGE_UNKNOWN(
      "carer-age-unknown", "22", Wording.of("被委托人是否成年不明", "carer not known to be an adult")),
  /** The carer has no full capacity for civil acts. */
  CARER_WITHOUT_CAPACITY(
      "carer-without-capacity", "22", Wording.of("被委托人不具有完全民事行为能力", "carer without full capacity")),
  /** The carer once committed abuse or violence, see {@link CarerBar#PAST_HARM}. */
  CARER_PAST_HARM(
      "carer-past-harm",
      "22",
      Wording.of("被委托人有第二十二条第三款第一项情形", "first bar of the law found for the carer")),
  /** The carer takes drugs, abuses alcohol or gambles, see {@link CarerBar#HARMFUL_HABITS}. */
  CARER_HARMFUL_HABITS(
      "carer-harmful-habits",
      "22",
      Wording.of("被委托人有第二十二条第三款第二项情形", "second bar of the law found for the carer")),
  /** The carer once refused or neglected care, see {@link CarerBar#NEGLECT}. */
  CARER_NEGLECT(
      "carer-neglect",
      "22",
      Wording.of("被委托人有第二十二条第三款第三项情形", "third bar of the law found for the carer")),
  /** The carer is unsuitable otherwise, see {@link CarerBar#OTHERWISE_UNSUITABLE}. */
  CARER_OTHERWISE_UNSUITABLE(
      "carer-otherwise-unsuitable",
      "22",
      Wording.of("被委托人有第二十二条第三款第四项情形", "fourth bar of the law found for the carer")),
  /** The child's own view of the carer was not heard. */
  CHILD_NOT_HEARD("child-not-heard", "22", Wording.of("未听取本人意见", "child's view not heard")),
  /** The school was not told in writing who cares for the child. */
  SCHOOL_NOT_NOTIFIED(
      "school-not-notified", "23", Wording.of("未书面告知学校", "no written notice to the school")),
  /** The village or residents' committee was not told who cares for the child. */
  VILLAGE_NOT_NOTIFIED(
      "village-not-notified",
      "23",
      Wording.of("未书面告知村（居）委会", "no written notice to the village committee"));

  private final String code;
  private final LawArticle article;
  private final Wording wording;

  FindingKind(String code, String article, Wording wording) {
    this.code = code;
    this.article = LawArticle.ofMinorsLaw(article);
    this.wording = wording;
  }

  /**
   * Returns the finding of a bar.
   *
   * @param bar the bar
   * @return the kind of finding that it is
   */
  public static FindingKind of(CarerBar bar) {
    return switch (bar) {
      case PAST_HARM -> CARER_PAST_HARM;
      case HARMFUL_HABITS -> CARER_HARMFUL_HABITS;
      case NEGLECT -> CARER_NEGLECT;
      case OTHERWISE_UNSUITABLE -> CARER_OTHERWISE_UNSUITABLE;
    };
  }

  /**
   * Returns the article that asks otherwise.
   *
   * @return the article, with the law and the version of its text
   */
  public LawArticle article() {
    return article;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
