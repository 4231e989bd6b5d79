package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What a child's file usually holds and may lack: a field, or a document. */
public enum FileField implements Coded {
  /** 民族. */
  ETHNICITY("ethnicity", Wording.of("民族", "ethnicity")),
  /** 身份证号. */
  RESIDENT_ID("resident-id", Wording.of("身份证号", "resident ID")),
  /** 户籍. */
  REGISTRATION("registration", Wording.of("户籍", "household registration")),
  /** 户籍地. */
  REGISTRATION_PLACE("registration-place", Wording.of("户籍地", "place of registration")),
  /** 居住地址. */
  RESIDENCE("residence", Wording.of("居住地址", "residence")),
  /** 班级. */
  CLASS("class", Wording.of("班级", "class")),
  /** 是否寄宿. */
  BOARDING("boarding", Wording.of("是否寄宿", "boarding")),
  /** 健康状况. */
  HEALTH("health", Wording.of("健康状况", "health")),
  /** 残疾类别和等级. */
  DISABILITY("disability", Wording.of("残疾类别和等级", "kind and grade of disability")),
  /** 就学状况. */
  SCHOOLING("schooling", Wording.of("就学状况", "schooling")),
  /** 居住状况. */
  LIVING("living", Wording.of("居住状况", "living")),
  /** 家庭收入来源. */
  INCOME_SOURCE("income-source", Wording.of("家庭收入来源", "source of income")),
  /** 受助情况. */
  AID("aid", Wording.of("受助情况", "aid received")),
  /** 父亲姓名. */
  FATHER_NAME("father-name", Wording.of("父亲姓名", "father's name")),
  /** 父亲出生日期. */
  FATHER_BIRTH_DATE("father-birth-date", Wording.of("父亲出生日期", "father's birth date")),
  /** 父亲电话. */
  FATHER_PHONE("father-phone", Wording.of("父亲电话", "father's phone")),
  /** 父亲是否外出. */
  FATHER_WHEREABOUTS("father-whereabouts", Wording.of("父亲是否外出", "father's whereabouts")),
  /** 父亲务工地. */
  FATHER_WORKPLACE("father-workplace", Wording.of("父亲务工地", "father's workplace")),
  /** 父亲工作单位. */
  FATHER_EMPLOYER("father-employer", Wording.of("父亲工作单位", "father's employer")),
  /** 父亲监护能力. */
  FATHER_ABILITY("father-ability", Wording.of("父亲监护能力", "father's ability to care")),
  /** 父亲联系意愿. */
  FATHER_CONTACT_WISH("father-contact-wish", Wording.of("父亲联系意愿", "father's contact wish")),
  /** 母亲姓名. */
  MOTHER_NAME("mother-name", Wording.of("母亲姓名", "mother's name")),
  /** 母亲出生日期. */
  MOTHER_BIRTH_DATE("mother-birth-date", Wording.of("母亲出生日期", "mother's birth date")),
  /** 母亲电话. */
  MOTHER_PHONE("mother-phone", Wording.of("母亲电话", "mother's phone")),
  /** 母亲是否外出. */
  MOTHER_WHEREABOUTS("mother-whereabouts", Wording.of("母亲是否外出", "mother's whereabouts")),
  /** 母亲务工地. */
  MOTHER_WORKPLACE("mother-workplace", Wording.of("母亲务工地", "mother's workplace")),
  /** 母亲工作单位. */
  MOTHER_EMPLOYER("mother-employer", Wording.of("母亲工作单位", "mother's employer")),
  /** 母亲监护能力. */
  MOTHER_ABILITY("mother-ability", Wording.of("母亲监护能力", "mother's ability to care")),
  /** 母亲联系意愿. */
  MOTHER_CONTACT_WISH("mother-contact-wish", Wording.of("母亲联系意愿", "mother's contact wish")),
  /** 被委托人. */
  CARER("carer", Wording.of("被委托人", "carer")),
  /** 被委托人出生日期. */
  CARER_BIRTH_DATE("carer-birth-date", Wording.of("被委托人出生日期", "carer's birth date")),
  /** 被委托人电话. */
  CARER_PHONE("carer-phone", Wording.of("被委托人电话", "carer's phone")),
  /** 被委托人住址. */
  CARER_ADDRESS("carer-address", Wording.of("被委托人住址", "carer's address")),
  /** 被委托人职业. */
  CARER_OCCUPATION("carer-occupation", Wording.of("被委托人职业", "carer's occupation")),
  /** 被委托人健康状况. */
  CARER_HEALTH("carer-health", Wording.of("被委托人健康状况", "carer's health")),
  /** 被委托人民事行为能力. */
  CARER_CAPACITY("carer-capacity", Wording.of("被委托人民事行为能力", "carer's capacity")),
  /** 照护能力评定. */
  CARER_RATING("carer-rating", Wording.of("照护能力评定", "rating of the carer")),
  /** 告知学校书. */
  SCHOOL_NOTICE("school-notice", Wording.of("告知学校书", "notice to the school")),
  /** 告知村（居）委会书. */
  VILLAGE_NOTICE("village-notice", Wording.of("告知村（居）委会书", "notice to the village committee")),
  /** 听取本人意见记录. */
  CHILD_VIEW("child-view", Wording.of("听取本人意见记录", "record of the child's view"));

  private static final ImmutableSet<FileField> USUAL =
      Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(RESIDENT_ID)));

  private final String code;
  private final Wording wording;

  FileField(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns what a file should hold: all but the resident ID, which a child may not have.
   *
   * @return the fields and documents
   */
  public static ImmutableSet<FileField> usual() {
    return USUAL;
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
