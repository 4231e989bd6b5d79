package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What an activity is. */
public enum ActivityKind implements Coded {
  /** 家长会: the parents of a class, on school work and on how the children are looked after. */
  PARENTS_MEETING("parents-meeting", Wording.of("家长会", "parents' meeting"), "班级家长会"),
  /** 安全与法制讲座: on safety and the law, often by the police post. */
  SAFETY_LECTURE(
      "safety-lecture",
      Wording.of("安全与法制讲座", "safety and legal lecture"),
      "安全法制讲座",
      "安全讲座",
      "法制讲座"),
  /** 主题班会: a class meeting on a theme, such as 关爱留守学生见真情. */
  CLASS_MEETING("class-meeting", Wording.of("主题班会", "themed class meeting"), "班会"),
  /** 社会调查: pupils find out something in the village and tell of it. */
  SOCIAL_SURVEY("social-survey", Wording.of("社会调查", "social survey"), "社会实践调查"),
  /** 节日活动: tied to a festival. */
  FESTIVAL("festival", Wording.of("节日活动", "festival activity"), "重大节日活动"),
  /** 节假日集体活动: for a group, on days without lessons. */
  HOLIDAY_GROUP(
      "holiday-group", Wording.of("节假日集体活动", "holiday group activity"), "假日集体活动", "假期集体活动"),
  /** 亲情电话: a session of the school's family phone. */
  FAMILY_PHONE("family-phone", Wording.of("亲情电话", "family phone session"), "亲情通话", "亲情电话日"),
  /** 图书阅览: in the Left-behind Children's Home or the library. */
  READING("reading", Wording.of("图书阅览", "reading"), "阅览", "阅读"),
  /** 文体娱乐: sports, games and arts. */
  RECREATION("recreation", Wording.of("文体娱乐", "recreation"), "文体活动", "文娱活动"),
  /** 家庭教育培训: training for parents and carers, the school for parents (家长学校). */
  GUARDIAN_TRAINING(
      "guardian-training", Wording.of("家庭教育培训", "guardian training"), "家长学校", "家长培训", "监护人培训"),
  /** 同伴互访: a child is the guest of another, or they spend a weekend together. */
  PEER_VISIT("peer-visit", Wording.of("同伴互访", "peer visit"), "结对互访", "到同学家做客"),
  /** 合作单位活动: a partner holds it. */
  PARTNER("partner", Wording.of("合作单位活动", "partner's activity"), "社会力量活动", "志愿者活动");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  ActivityKind(String code, Wording wording, String... otherNames) {
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
