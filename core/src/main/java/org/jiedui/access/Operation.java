package org.jiedui.access;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What can be done at a desk. Every method of a desk is one of these. */
public enum Operation implements Coded {
  /** See the school, its classes, staff, calendar. */
  SEE_SCHOOL("see-school", Kind.SEE, Wording.of("查看学校信息", "see the school")),
  /** Change the school, its classes, staff or calendar. */
  KEEP_SCHOOL("keep-school", Kind.KEEP, Wording.of("维护学校信息", "keep the school")),
  /** See children's files. */
  SEE_CHILDREN("see-children", Kind.SEE, Wording.of("查看学生档案", "see children's files")),
  /** Take children in, and add to their facts. */
  KEEP_CHILDREN("keep-children", Kind.KEEP, Wording.of("维护学生档案", "keep children's files")),
  /** See contacts. */
  SEE_CONTACTS("see-contacts", Kind.SEE, Wording.of("查看联系记录", "see contacts")),
  /** Record contacts, and void those entered by mistake. */
  RECORD_CONTACTS("record-contacts", Kind.RECORD, Wording.of("登记联系", "record contacts")),
  /** Take in contacts that were recorded elsewhere, with the day on which they were. */
  IMPORT_CONTACTS("import-contacts", Kind.KEEP, Wording.of("导入联系记录", "import contacts")),
  /** See the rule book. */
  SEE_RULES("see-rules", Kind.SEE, Wording.of("查看制度", "see the rules")),
  /** Change the rule book, and exempt children. */
  KEEP_RULES("keep-rules", Kind.KEEP, Wording.of("维护制度", "keep the rules")),
  /** See who is whose mentor. */
  SEE_MENTORS("see-mentors", Kind.SEE, Wording.of("查看结对", "see mentor assignments")),
  /** Assign mentors. */
  KEEP_MENTORS("keep-mentors", Kind.KEEP, Wording.of("维护结对", "keep mentor assignments")),
  /** See the census, and who is left behind. */
  SEE_CENSUS("see-census", Kind.SEE, Wording.of("查看摸底调查", "see the census")),
  /** Survey pupils, and say what was found. */
  TAKE_CENSUS("take-census", Kind.RECORD, Wording.of("登记摸底调查", "take the census")),
  /** Take in a survey that was recorded elsewhere, with the day on which it was. */
  IMPORT_CENSUS("import-census", Kind.KEEP, Wording.of("导入摸底调查", "import the census")),
  /** See what is due. */
  SEE_BOARD("see-board", Kind.SEE, Wording.of("查看待办", "see the board")),
  /** See how the rules were kept, and why. */
  SEE_REPORTS("see-reports", Kind.SEE, Wording.of("查看统计", "see reports")),
  /** See who did what. */
  SEE_AUDIT("see-audit", Kind.KEEP, Wording.of("查看访问日志", "see the audit")),
  /** See contact cards. */
  SEE_CARDS("see-cards", Kind.SEE, Wording.of("查看联系卡", "see contact cards")),
  /** See what files lack, and what is found about families. */
  CHECK_FILES("check-files", Kind.SEE, Wording.of("检查档案与监护情况", "check files and families")),
  /** Open and close concerns. */
  KEEP_CONCERNS("keep-concerns", Kind.RECORD, Wording.of("登记困难", "open and close concerns")),
  /** Change what a file says of the household, and take such tables in. */
  KEEP_HOUSEHOLDS("keep-households", Kind.KEEP, Wording.of("维护家庭信息", "keep households")),
  /** See the care team. */
  SEE_TEAM("see-team", Kind.SEE, Wording.of("查看领导小组", "see the care team")),
  /** Change the care team, and record that a teacher leaves or takes other classes. */
  KEEP_TEAM("keep-team", Kind.KEEP, Wording.of("维护领导小组", "keep the care team")),
  /** See which child helps which, and the visits and stays. */
  SEE_PEERS("see-peers", Kind.SEE, Wording.of("查看互助结对", "see peer pairs")),
  /** Pair children, and record consents, visits and stays. */
  KEEP_PEERS("keep-peers", Kind.KEEP, Wording.of("维护互助结对", "keep peer pairs")),
  /** See what is planned, held and cancelled. */
  SEE_ACTIVITIES("see-activities", Kind.SEE, Wording.of("查看活动", "see activities")),
  /** Say what becomes of activities, as far as one's post permits. */
  RECORD_ACTIVITIES("record-activities", Kind.RECORD, Wording.of("登记活动", "record activities")),
  /** Take attendance at activities. */
  TAKE_ATTENDANCE("take-attendance", Kind.RECORD, Wording.of("登记出席", "take attendance")),
  /** Take in attendance that was written down elsewhere. */
  IMPORT_ATTENDANCE("import-attendance", Kind.KEEP, Wording.of("导入出席记录", "import attendance")),
  /** Change what activities are planned by, and plan them. */
  KEEP_ACTIVITIES("keep-activities", Kind.KEEP, Wording.of("维护活动计划", "keep the plan")),
  /** See who consented to the keeping of data, what is due for erasure, and the yearly audit. */
  SEE_PRIVACY("see-privacy", Kind.KEEP, Wording.of("查看个人信息保护", "see data protection")),
  /** Record consents to the keeping of data. */
  KEEP_CONSENTS("keep-consents", Kind.KEEP, Wording.of("维护信息同意", "keep consents to data")),
  /** Erase what is kept about a child. */
  ERASE_CHILD("erase-child", Kind.KEEP, Wording.of("删除学生信息", "erase a child's data")),
  /** State that the yearly audit of data protection was done. */
  COMPLETE_PRIVACY_AUDIT(
      "complete-privacy-audit",
      Kind.KEEP,
      Wording.of("完成个人信息保护合规审计", "complete the audit of data protection")),
  /** Raise a suspicion of harm or a need of support; that does not show what others raised. */
  RAISE_REFERRAL("raise-referral", Kind.RECORD, Wording.of("提出转介或报告", "raise a referral")),
  /** See suspicions of harm and needs of support. */
  SEE_REFERRALS("see-referrals", Kind.PROTECT, Wording.of("查看转介与强制报告", "see referrals")),
  /** Record what was reported to whom, and what came of it. */
  REPORT_REFERRALS("report-referrals", Kind.PROTECT, Wording.of("办理转介与强制报告", "report referrals"));

  private final String code;
  private final Kind kind;
  private final Wording wording;

  Operation(String code, Kind kind, Wording wording) {
    this.code = code;
    this.kind = kind;
    this.wording = wording;
  }

  /** How much an operation touches. */
  public enum Kind {
    /** Only looks. */
    SEE,
    /** Adds records of daily work. */
    RECORD,
    /** Keeps what the others rest on: rosters, rules, the audit. */
    KEEP,
    /** Touches what protects a child from harm: for few, and not for who keeps the rest. */
    PROTECT
  }

  /**
   * Returns how much it touches.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
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
