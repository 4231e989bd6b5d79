package org.jiedui.intake;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a field of a draft must keep. The code is stable; a host may show words of its own for it.
 *
 * <p>{@code %s} in the words stands for what the constraint allows, never for the value.
 */
public enum DraftRule implements Coded {
  /** The field is empty. */
  REQUIRED("required", Wording.of("必填，不能为空", "must not be empty")),
  /** The row has more cells than there are headings: a comma may stand where it must not. */
  TOO_MANY_CELLS(
      "too-many-cells",
      Wording.of(
          "本行有 %s 格，表头只有 %s 格，可能多了逗号",
          "the row has %s cells, but there are %s headings; there may be a comma too many")),
  /** The row has fewer cells than there are headings: it may have been cut off. */
  TOO_FEW_CELLS(
      "too-few-cells",
      Wording.of(
          "本行只有 %s 格，表头有 %s 格，可能少了逗号，或文件不完整",
          "the row has %s cells, but there are %s headings; a comma may be missing, or the rest of"
              + " the file")),
  /** The table lacks a column that it must have. */
  MISSING_COLUMN("missing-column", Wording.of("缺少此列", "the table lacks this column")),
  /** The table has a column of another name than it may have. */
  UNKNOWN_COLUMN(
      "unknown-column",
      Wording.of("第 %s 列的表头不是规定的名称", "the heading of column %s is not one that is known")),
  /** The table has a column twice. */
  REPEATED_COLUMN("repeated-column", Wording.of("此列在第 %s 列又出现一次", "stands again in column %s")),
  /** The text is no table from a row on. */
  NOT_A_TABLE(
      "not-a-table",
      Wording.of(
          "从这一行起不是完整的 CSV 表格，可能有引号没有成对",
          "from this row on it is not a whole CSV table; a quote may not be closed")),
  /** The text is longer than allowed. */
  TOO_LONG("too-long", Wording.of("最多 %s 个字", "at most %s characters")),
  /** The text has characters that neither a screen nor a file shows. */
  CONTROL_CHARACTERS(
      "control-characters", Wording.of("不能有控制字符", "must not have control characters")),
  /** The text is none of the words that are allowed. */
  NOT_ONE_OF("not-one-of", Wording.of("只能填：%s", "must be one of: %s")),
  /** The text is not a date, or that date does not exist. */
  NOT_A_DATE(
      "not-a-date",
      Wording.of("不是存在的日期，应写作 2025-09-01", "is not a date that exists; write 2025-09-01")),
  /** The text is not a time of day. */
  NOT_A_TIME("not-a-time", Wording.of("应为时间，如 18:30", "must be a time such as 18:30")),
  /** The text is not a whole number within its bounds. */
  NOT_A_NUMBER("not-a-number", Wording.of("应为 %s 的整数", "must be a whole number of %s")),
  /** The text is not a name. */
  NOT_A_NAME(
      "not-a-name",
      Wording.of(
          "不是姓名：只能有文字、间隔号、空格、连字符，不能有公式、数字或符号",
          "is not a name: letters, middle dots, spaces and hyphens only, no formula, digit or"
              + " symbol")),
  /** The text is not an identifier. */
  NOT_AN_ID(
      "not-an-id",
      Wording.of("只能用字母、数字和 . _ : -，1 至 64 个字符", "must be 1 to 64 letters, digits or . _ : -")),
  /** The resident ID has not 18 characters. */
  RESIDENT_ID_LENGTH(
      "resident-id-length", Wording.of("身份证号应为 18 位", "a resident ID has 18 characters")),
  /** The resident ID has a character that it must not have. */
  RESIDENT_ID_CHARACTERS(
      "resident-id-characters",
      Wording.of("身份证号前 17 位应为数字，末位为数字或 X", "a resident ID has 17 digits and then a digit or X")),
  /** The resident ID holds a date that does not exist. */
  RESIDENT_ID_BIRTH_DATE(
      "resident-id-birth-date",
      Wording.of("身份证号中的出生日期不存在", "the birth date in the resident ID does not exist")),
  /** The check character of the resident ID is wrong: probably a slip of the pen. */
  RESIDENT_ID_CHECK(
      "resident-id-check",
      Wording.of(
          "身份证号校验位不符，可能抄错一位", "the resident ID's check character is wrong; one may be mistyped")),
  /** The student number has another form. */
  STUDENT_NUMBER(
      "student-number",
      Wording.of(
          "学籍号应为 G 加身份证号，或 J、L 加 18 位",
          "a student number is G and the resident ID, or J or L and 18 characters")),
  /** The check character of the resident ID in the student number is wrong. */
  STUDENT_NUMBER_CHECK(
      "student-number-check",
      Wording.of(
          "学籍号中的身份证号校验位不符，可能抄错一位",
          "the check character in the student number is wrong; one may be mistyped")),
  /** The telephone number is not known to be one. */
  PHONE_UNKNOWN(
      "phone-unknown",
      Severity.WARNING,
      Wording.of("不是已知格式的电话号码，请核对", "is not a telephone number of a known form; please check")),
  /** The address has characters that it must not have, or is too long. */
  NOT_AN_ADDRESS(
      "not-an-address",
      Wording.of("地址最多 200 字，不能有控制字符", "at most 200 characters without control characters")),
  /** The resident ID differs from the one in the student number. */
  ID_DIFFERS(
      "id-differs",
      Severity.WARNING,
      Wording.of("与学籍号中的身份证号不一致，请核对", "differs from the one in the student number; please check")),
  /** The birth date differs from the one in the resident ID. */
  BIRTH_DATE_DIFFERS(
      "birth-date-differs",
      Severity.WARNING,
      Wording.of("与身份证号中的出生日期不一致，请核对", "differs from the one in the resident ID; please check")),
  /** The sex differs from the one in the resident ID. */
  SEX_DIFFERS(
      "sex-differs",
      Severity.WARNING,
      Wording.of("与身份证号中的性别不一致，请核对", "differs from the one in the resident ID; please check")),
  /** A carer is described, but not named. */
  CARER_WITHOUT_NAME(
      "carer-without-name",
      Wording.of("填了照护人的其他信息，却没有姓名", "the carer is described, but the name is missing")),
  /** A carer is named, but not how related. */
  CARER_WITHOUT_RELATION(
      "carer-without-relation",
      Wording.of("填了照护人，却没有与学生的关系", "the carer is named, but not how related to the child")),
  /** A grandparent is less than two generations older than the child. */
  CARER_TOO_YOUNG_FOR_RELATION(
      "carer-too-young-for-relation",
      Wording.of(
          "照护人与学生的年龄差不足 %s 岁，与祖辈关系不符",
          "is less than %s years before the child's, too few for a grandparent")),
  /** The carer is a minor. */
  CARER_IS_MINOR(
      "carer-is-minor",
      Severity.WARNING,
      Wording.of(
          "照护人在开始照护时未满 18 岁（未成年人保护法第 22 条要求由成年人照护）",
          "the carer was under 18 when the care began (a carer must be an adult: Law on the"
              + " Protection of Minors, art. 22)")),
  /** A last day is before the first. */
  ENDS_BEFORE_START("ends-before-start", Wording.of("不能早于%s", "must not be before the field %s")),
  /** A date is after the last day of what it belongs to. */
  AFTER_END("after-end", Wording.of("不能晚于%s", "must not be after the field %s")),
  /** A date stands without the one that it depends on. */
  NEEDS_OTHER("needs-other", Wording.of("填了此项就必须填%s", "needs the field %s as well")),
  /** Something stands without the field on which it hangs, so that it would have no place. */
  NOT_KEPT(
      "not-kept", Severity.WARNING, Wording.of("缺少%s，此项不会保存", "is not kept without the field %s")),
  /** A person is born after care began. */
  BORN_TOO_LATE(
      "born-too-late", Wording.of("出生日期晚于建档日期", "is after the day on which the file was opened")),
  /** The school has no class of that name. */
  UNKNOWN_CLASS("unknown-class", Wording.of("本校没有这个班级", "the school has no class of this name")),
  /** The text does not say which grade. */
  CLASS_NAME(
      "class-name",
      Wording.of("看不出年级，应写作 一年级1班", "does not say which grade; write for instance 一年级1班")),
  /** Another row names another homeroom teacher for the same class. */
  HOMEROOM_TWICE(
      "homeroom-twice",
      Wording.of(
          "第 %s 行的班主任也任这个班，每班只能有一位班主任",
          "row %s has a homeroom teacher for one of these classes too; a class has one")),
  /** The school has no member of staff of that number. */
  UNKNOWN_STAFF("unknown-staff", Wording.of("本校没有这个工号", "the school has no such staff number")),
  /** The school has no child of that student number. */
  UNKNOWN_STUDENT("unknown-student", Wording.of("名册里没有这个学籍号", "is not in the school's roster")),
  /** Study and daily life is every homeroom teacher's by the class, and nobody else's. */
  FOLLOWS_FROM_CLASSES(
      "follows-from-classes",
      Wording.of(
          "“学习与生活”由各班班主任承担，随班级而定，不在此登记",
          "names study and daily life, which homeroom teachers have by their classes")),
  /** The two children cannot be paired. */
  PEERS_REFUSED("peers-refused", Wording.of("不能结对：%s", "cannot be paired: %s")),
  /** The row repeats another one to the letter. */
  REPEATED_ROW("repeated-row", Wording.of("与第 %s 行完全重复", "repeats row %s")),
  /** Two rows have the same key, but differ elsewhere. */
  CONTRADICTING_ROW(
      "contradicting-row",
      Wording.of("与第 %s 行编号相同而内容不同", "has the same number as row %s, but other content")),
  /** The number is stored for a child who differs in two of name, sex and birth date. */
  ANOTHER_PUPIL(
      "another-pupil",
      Wording.of(
          "系统里这个学籍号是另一名学生：姓名、性别、出生日期至少有两项不同",
          "belongs to another child in the system: at least two of name, sex and birth date"
              + " differ")),
  /** What is stored is another value, and is replaced. */
  STORED_CORRECTED(
      "stored-corrected",
      Severity.WARNING,
      Wording.of("与系统里的不同，按本行更正", "differs from what is in the system, which is corrected")),
  /** What is stored goes on to a day, and what the row says holds from it on. */
  STORED_CHANGED(
      "stored-changed",
      Severity.WARNING,
      Wording.of(
          "与系统里的不同，从 %s 起按本行，登记为现在",
          "differs from what is in the system; holds from %s on, recorded now")),
  /** Two things that exclude each other cannot begin on one day. */
  SAME_DAY("same-day", Wording.of("不能与%s是同一天", "must not be the same day as the field %s")),
  /** The calendar has no term for which a survey of the day could be. */
  NO_TERM(
      "no-term", Wording.of("校历里没有这一天或以后的学期", "is after the last term of the school's calendar")),
  /** What is stored differs, and the row cannot take it back. */
  STORED_KEPT(
      "stored-kept",
      Severity.WARNING,
      Wording.of(
          "系统里已有不同的记录，不会撤回；如有误，请在系统里更正",
          "differs from what is in the system, which is not taken back; if it is wrong, correct it"
              + " there")),
  /** A version of a rule is stored otherwise, and the past would be judged again by another. */
  STORED_RULE(
      "stored-rule",
      Wording.of(
          "系统里这条规则的已有版本与此不同；如要修改，请保留原有各行，另加一行新的生效日期",
          "differs from the versions of this rule in the system; to change it, keep their rows and"
              + " add one with another first day")),
  /** Another row of the same child, day, channel and maker has a fault; they belong together. */
  SAME_OCCASION_FAULTY(
      "same-occasion-faulty",
      Wording.of(
          "与第 %s 行是同一学生同一天的同类联系，而那一行有错误，请一起改正后再导入",
          "is of the same child, day and kind as row %s, which has a fault; correct and hand them in"
              + " together")),
  /** The contact counts as recorded on a day that has not come yet. */
  RECORDED_IN_FUTURE(
      "recorded-in-future", Wording.of("登记日期还没有到", "is a day that has not come yet")),
  /** The same contact was recorded and voided. */
  VOIDED_BEFORE(
      "voided-before",
      Wording.of(
          "系统里的同一次联系已作废；如要更正，请另行登记", "was recorded and voided; record the better one by itself")),
  /** The same contact is in the system already, and is not counted twice. */
  KNOWN_CONTACT(
      "known-contact",
      Severity.WARNING,
      Wording.of("系统里已有同样的联系，不再重复计入", "is in the system already, and does not count twice")),
  /** A contact of the same child, day and parties is in the system with another note. */
  CONTRADICTS_STORED(
      "contradicts-stored",
      Wording.of(
          "系统里已有同一次联系而备注或记录内容不同，不能覆盖；如要更正，请作废原记录并另行登记",
          "is in the system with another note or other content, which is not overwritten; to"
              + " correct it, void the old record and record the better one by itself")),
  /** The school's policy on mentors speaks against a pair, but lets what exists be taken in. */
  MENTOR_POLICY(
      "mentor-policy",
      Severity.WARNING,
      Wording.of("与结对规定不符：%s", "the policy on mentors speaks against it: %s")),
  /** The school's policy on mentors refuses a pair, also in what is taken in. */
  MENTOR_REFUSED(
      "mentor-refused", Wording.of("结对规定不允许：%s", "the policy on mentors refuses it: %s")),
  /** The rule goes by milestones, and a term of the calendar is too short to have any. */
  TERM_WITHOUT_MILESTONES(
      "term-without-milestones",
      Wording.of(
          "学期 %s 不足 42 天，也没有给出期初、期中、期末的日期，不能按此频次要求",
          "term %s is under 42 days and gives no milestones, which this cadence needs")),
  /** The term has no milestones, and a rule of the school goes by them. */
  RULE_NEEDS_MILESTONES(
      "rule-needs-milestones",
      Wording.of(
          "不足 42 天，也没有期初、期中、期末的日期，而规则 %s 需要",
          "makes a term of under 42 days without milestones, which the rule %s needs")),
  /** A contact was recorded before it was made. */
  RECORDED_BEFORE_MADE(
      "recorded-before-made",
      Wording.of("登记日期早于联系日期", "is before the day on which the contact was made")),
  /** A member of staff is named for a role that is none of staff. */
  STAFF_NOT_EXPECTED(
      "staff-not-expected",
      Wording.of("联系人不是教职工，不应填工号", "names staff although the contact was not made by staff")),
  /** A contact was made by staff, but nobody says by whom. */
  STAFF_NUMBER_MISSING(
      "staff-number-missing",
      Severity.WARNING,
      Wording.of("联系人是教职工，却没有填工号", "is empty although the contact was made by staff")),
  /** Of a letter nothing is kept but that it was sent. */
  LETTER_IS_PRIVATE(
      "letter-is-private",
      Wording.of(
          "信件属于隐私（未成年人保护法第63条），只登记寄出，不记内容",
          "must be empty: letters are private (Law on the Protection of Minors, art. 63), and only"
              + " that it was sent is kept")),
  /** The field is one of the form for another channel. */
  NOT_OF_CHANNEL(
      "not-of-channel",
      Wording.of("这种联系方式不填此项，只用于：%s", "is not asked for this channel, but for: %s")),
  /** Minutes are noted of a call that was not connected. */
  NOT_CONNECTED(
      "not-connected", Wording.of("没有接通，不应有分钟数", "must be 0 for a call that was not connected")),
  /** There is no home visit of the day that asked for a follow-up. */
  NO_SUCH_VISIT(
      "no-such-visit",
      Wording.of(
          "系统里和前面各行都没有这名学生在该日要求跟进的家访",
          "is no day of a home visit of this child, in the system or in a row before, that asked for"
              + " a follow-up")),
  /** The scope or cadence cannot be read. */
  SYNTAX("syntax", Wording.of("第 %s 个字符处有误，应为：%s", "is wrong at character %s; expected: %s")),
  /** A rolling rule asks for more than one contact in a window. */
  ROLLING_TIMES(
      "rolling-times",
      Wording.of("频次为每隔若干天时，次数只能是 1", "must be 1 for a cadence of every so many days")),
  /** A rolling rule has a grace of its length or more. */
  ROLLING_GRACE(
      "rolling-grace",
      Wording.of("频次为每隔 %s 天时，宽限天数须少于此数", "must be less than the %s days of the cadence")),
  /** Another version of the same rule would be in force on the same days. */
  VERSIONS_OVERLAP(
      "versions-overlap",
      Wording.of(
          "与第 %s 行是同一规则的两个版本，有效日期重叠",
          "overlaps the days of row %s, another version of the same rule")),
  /** Another version of the same rule is faulty, and a rule is taken with all its versions. */
  OTHER_VERSION_FAULTY(
      "other-version-faulty",
      Wording.of(
          "同一规则第 %s 行有误，整条规则暂不采用",
          "row %s of the same rule has a fault; a rule is taken as a whole")),
  /** Two terms have days in common. */
  TERMS_OVERLAP("terms-overlap", Wording.of("与第 %s 行的学期日期重叠", "overlaps the term of row %s")),
  /** The terms contradict each other. */
  TERM_CONTRADICTION("term-contradiction", Wording.of("学期有误：%s", "the terms are wrong: %s")),
  /** The label does not begin with a year. */
  TERM_LABEL(
      "term-label",
      Wording.of("学期应写作 2025-1（学年-学期）", "is written 2025-1: the school year and the term")),
  /** A kind or grade of disability stands with another kind of health. */
  DISABILITY_NOT_EXPECTED(
      "disability-not-expected",
      Wording.of("健康状况不是残疾，不应填此项", "must be empty, for the health is not a disability")),
  /** Something is written of a parent whom the file does not name. */
  NO_PARENT_ON_FILE(
      "no-parent-on-file",
      Severity.WARNING,
      Wording.of("系统里没有这位家长，此项不会保存", "is not kept: the system has no such parent of the child")),
  /** Something is written of a parent of whom nobody knows whether away. */
  NO_WHEREABOUTS_ON_FILE(
      "no-whereabouts-on-file",
      Severity.WARNING,
      Wording.of(
          "系统里没有这位家长是否外出的记录，此项不会保存",
          "is not kept: the system does not know whether this parent is away")),
  /** Something is written of a carer whom the file never named. */
  NO_CARER_ON_FILE(
      "no-carer-on-file",
      Severity.WARNING,
      Wording.of(
          "系统里这名学生没有这位照护人，此项不会保存", "is not kept: the system has no such carer of the child")),
  /** The school has no activity of that identifier. */
  UNKNOWN_ACTIVITY(
      "unknown-activity", Wording.of("系统里没有这个编号的活动", "is no activity that the system has")),
  /** The school has no template of that identifier or title. */
  UNKNOWN_TEMPLATE(
      "unknown-template",
      Wording.of("没有这个编号或名称的活动模板", "is no template of activities, neither by id nor by title")),
  /** Something is said to have happened at an activity whose day has not come. */
  ACTIVITY_TO_COME(
      "activity-to-come", Wording.of("活动日期还没有到", "is of an activity whose day has not come yet")),
  /** Somebody is said to have been at an activity that was cancelled. */
  ACTIVITY_CANCELLED(
      "activity-cancelled", Wording.of("这次活动已取消", "is an activity that was cancelled")),
  /** The day is in no school year of the calendar. */
  OUTSIDE_CALENDAR(
      "outside-calendar",
      Wording.of("不在校历的任何学年内", "is in no school year of the school's calendar")),
  /** There is a reason for an absence of somebody who was there. */
  REASON_NOT_EXPECTED(
      "reason-not-expected", Wording.of("到场的不应填缺席原因", "must be empty for somebody who was there")),
  /** The school has no partner of that name, or several. */
  UNKNOWN_PARTNER(
      "unknown-partner",
      Wording.of(
          "本校没有（或不止一个）这个名称的合作单位，请先登记，或填其编号",
          "is the name of no partner of the school, or of several; add the partner first, or give its"
              + " id")),
  /** Another row has a partner of the same name on the same days. */
  SAME_PARTNER_NAME(
      "same-partner-name",
      Wording.of(
          "与第 %s 行的合作单位同名而日期重叠，只凭名称无法区分",
          "is the name of the partner of row %s too, on the same days, so that it does not tell which"
              + " is meant")),
  /** The school has another partner of the same name on the same days. */
  PARTNER_NAME_TAKEN(
      "partner-name-taken",
      Wording.of(
          "系统里的合作单位 %s 同名而日期重叠，只凭名称无法区分",
          "is the name of the partner %s in the system too, on the same days, so that it does not"
              + " tell which is meant")),
  /** A time is not after the one at which it began. */
  NOT_AFTER("not-after", Wording.of("必须晚于%s", "must be after the field %s")),
  /** Two rows have hours of the same weekday, days and time. */
  HOURS_OVERLAP(
      "hours-overlap",
      Wording.of(
          "与第 %s 行是同一星期几，日期和时间重叠",
          "has hours that overlap those of row %s, of the same weekday and days")),
  /** A call of the family phone is not between the child and its family. */
  NOT_OF_FAMILY(
      "not-of-family",
      Wording.of(
          "亲情电话应由学生与父亲、母亲或委托照护人通话，一方须为本人",
          "must be such that the child calls its father, mother or carer, or one of them the child")),
  /** The identifier of a template has a colon. */
  ID_WITH_COLON("id-with-colon", Wording.of("模板编号不能有冒号", "must have no colon")),
  /** The numbers or the periods are none that a quota can have. */
  QUOTA_AMOUNT(
      "quota-amount",
      Wording.of(
          "次数应为 0 至 366，由小到大，不能只是 0 次以上，周期不能因学生而异",
          "must be numbers of 0 to 366 that ascend and ask for something, in periods that do not"
              + " depend on the child")),
  /** Another version of the same quota is for other activities, classes or attendees. */
  QUOTA_VERSIONS_DIFFER(
      "quota-versions-differ",
      Wording.of(
          "与第 %s 行是同一指标的两个版本，此项必须相同",
          "differs from row %s, a version of the same quota, but must be the same")),
  /** The identifier of a quota is that of a contact rule. */
  RULE_ID_TAKEN(
      "rule-id-taken", Wording.of("这个编号已用于一条联系规则", "is the id of a contact rule already"));

  private final String code;
  private final Wording wording;

  private final Severity severity;

  DraftRule(String code, Wording wording) {
    this(code, Severity.FAULT, wording);
  }

  DraftRule(String code, Severity severity, Wording wording) {
    this.code = code;
    this.severity = severity;
    this.wording = wording;
  }

  /**
   * Returns how serious it is to break it.
   *
   * @return whether the row can be taken all the same
   */
  public Severity severity() {
    return severity;
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
