package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * Why somebody may not be asked to care for a child (不得作为被委托人的情形): the four bars of art. 22 of the
 * Law on the Protection of Minors. They are recorded when a school finds them, and never stop a
 * record.
 */
public enum CarerBar implements Coded {
  /**
   * Once committed sexual abuse, abuse, abandonment, trafficking, violence or the like
   * (曾实施性侵害、虐待、遗弃、拐卖、暴力伤害等违法犯罪行为).
   */
  PAST_HARM("past-harm", Wording.of("曾实施侵害", "past harm"), "第一项"),
  /** Takes drugs, abuses alcohol, gambles or the like (有吸毒、酗酒、赌博等恶习). */
  HARMFUL_HABITS(
      "harmful-habits", Wording.of("有恶习", "drugs, alcohol abuse or gambling"), "恶习", "第二项"),
  /** Once refused to care for a child, or long neglected it (曾拒不履行或者长期怠于履行监护、照护职责). */
  NEGLECT("neglect", Wording.of("曾怠于照护", "refused or long neglected care"), "第三项"),
  /** Is unsuitable for another reason (其他不适宜担任被委托人的情形). */
  OTHERWISE_UNSUITABLE(
      "otherwise-unsuitable", Wording.of("其他不适宜情形", "otherwise unsuitable"), "其他", "第四项");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  CarerBar(String code, Wording wording, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }
}
