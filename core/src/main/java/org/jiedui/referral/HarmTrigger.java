package org.jiedui.referral;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a suspicion of harm rests on.
 *
 * <p>The nine are those of art. 4 of 《关于建立侵害未成年人案件强制报告制度的意见（试行）》 (nine ministries and organs, 7 May
 * 2020, published by the Supreme People's Procuratorate), in the same order and in shorter words of
 * ours: the document's own text decides. What is seen and what is only suspected are not told
 * apart: both are reported.
 */
public enum HarmTrigger implements Coded {
  /** Art. 4 (1): an unusual injury of private parts. */
  INTIMATE_INJURY(1, "intimate-injury", Wording.of("隐私部位异常受伤", "unusual injury of private parts")),
  /** Art. 4 (2): a girl under 14 who is sexually harmed, pregnant or had an abortion. */
  SEXUAL_HARM_UNDER_14(
      2,
      "sexual-harm-under-14",
      Wording.of("未满十四岁女生受性侵害、怀孕或流产", "girl under 14: sexual harm, pregnancy or abortion")),
  /** Art. 4 (3): a girl of 14 or more who is pregnant or had an abortion after sexual harm. */
  SEXUAL_HARM_FROM_14(
      3,
      "sexual-harm-from-14",
      Wording.of(
          "年满十四岁女生因性侵害怀孕或流产", "girl of 14 or more: pregnancy or abortion after sexual harm")),
  /**
   * Art. 4 (4): several injuries, severe malnutrition or clouded consciousness, with violence at
   * home, bullying, abuse, beating or drugging.
   */
  VIOLENCE_OR_ABUSE(
      4,
      "violence-or-abuse",
      Wording.of(
          "多处受伤、严重营养不良或神志不清，有受暴、欺凌、虐待等迹象",
          "several injuries, severe malnutrition or clouded consciousness with signs of violence, bullying or abuse")),
  /**
   * Art. 4 (5): disability or death by suicide, self-harm, work, poison, drugging, beating or the
   * like.
   */
  UNNATURAL_INJURY_OR_DEATH(
      5,
      "unnatural-injury-or-death",
      Wording.of("自杀自残、中毒、殴打等非正常伤亡", "injury or death by other than natural causes")),
  /** Art. 4 (6): abandoned, or without anybody's care for long. */
  ABANDONED_OR_UNATTENDED(
      6,
      "abandoned-or-unattended",
      Wording.of("被遗弃或长期无人照料", "abandoned, or without care for long")),
  /** Art. 4 (7): of unknown origin, missing, or trafficked. */
  MISSING_OR_TRAFFICKED(
      7,
      "missing-or-trafficked",
      Wording.of("来历不明、失踪或被拐卖收买", "of unknown origin, missing or trafficked")),
  /** Art. 4 (8): made to beg. */
  MADE_TO_BEG(8, "made-to-beg", Wording.of("被组织乞讨", "made to beg")),
  /** Art. 4 (9): other serious harm to body or mind, or a danger that is present. */
  OTHER_SERIOUS_HARM(
      9,
      "other-serious-harm",
      Wording.of("其他严重侵害或正面临危险", "other serious harm, or a danger that is present"));

  private final int number;
  private final String code;
  private final Wording wording;

  HarmTrigger(int number, String code, Wording wording) {
    this.number = number;
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns its number in art. 4.
   *
   * @return 1 to 9
   */
  public int number() {
    return number;
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
