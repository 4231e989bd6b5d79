package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What a partner of the school is. */
public enum PartnerKind implements Coded {
  /** 村（居）委会. */
  VILLAGE_COMMITTEE("village-committee", Wording.of("村（居）委会", "village committee"), "村委会", "居委会"),
  /** 派出所. */
  POLICE_POST("police-post", Wording.of("派出所", "police post"), "公安"),
  /** 卫生院: a clinic or hospital. */
  CLINIC("clinic", Wording.of("卫生院", "clinic"), "医院", "卫生室"),
  /** 共青团. */
  YOUTH_LEAGUE("youth-league", Wording.of("共青团", "youth league"), "团委"),
  /** 妇联. */
  WOMENS_FEDERATION("womens-federation", Wording.of("妇联", "women's federation")),
  /** 志愿者组织. */
  VOLUNTEERS("volunteers", Wording.of("志愿者组织", "volunteers"), "志愿者"),
  /** Anybody else. */
  OTHER("other", Wording.of("其他", "other"));

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  PartnerKind(String code, Wording wording, String... otherNames) {
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
