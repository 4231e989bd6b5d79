package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiedui.intake.CensusDraft;
import org.jiedui.intake.ContactDraft;
import org.jiedui.intake.DraftTable;
import org.jiedui.intake.HouseholdDraft;
import org.jiedui.intake.MentorDraft;
import org.jiedui.intake.PeerDraft;
import org.jiedui.intake.PupilDraft;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.CarerDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;
import org.jiedui.intake.StaffDraft;
import org.jiedui.intake.TeamDraft;
import org.jiedui.intake.TermDraft;

/**
 * Which column of a file is which field of a draft. A column may be headed in Chinese or with the
 * name of the field, as the library writes rule books.
 *
 * @param <D> the draft
 * @param fields the draft's fields by the Chinese headings of their columns, of which one may have
 *     several
 * @param optional the fields whose columns may be missing
 * @param bind makes a draft; it is given a function from field to text
 */
record Columns<D>(
    ImmutableMap<String, String> fields,
    ImmutableSet<String> optional,
    Function<UnaryOperator<String>, D> bind) {

  private Columns(ImmutableMap<String, String> fields, Function<UnaryOperator<String>, D> bind) {
    this(fields, ImmutableSet.of(), bind);
  }

  /** The columns of a table that the library knows. */
  static <D> Columns<D> of(DraftTable<D> table) {
    return new Columns<>(
        table.names(),
        table.fields().stream()
            .filter(field -> !table.needed().contains(field))
            .collect(toImmutableSet()),
        table::draft);
  }

  static final Columns<TermDraft> TERMS =
      new Columns<>(
          ImmutableBiMap.of(
              "学期", "label",
              "名称", "name",
              "开始日期", "first",
              "结束日期", "last"),
          f -> new TermDraft(f.apply("label"), f.apply("name"), f.apply("first"), f.apply("last")));

  static final Columns<StaffDraft> STAFF =
      new Columns<>(
          ImmutableBiMap.of(
              "工号", "number",
              "姓名", "name",
              "性别", "sex",
              "职务", "post",
              "任课班级", "classes",
              "电话", "phone"),
          f ->
              new StaffDraft(
                  f.apply("number"),
                  f.apply("name"),
                  f.apply("sex"),
                  f.apply("post"),
                  f.apply("classes"),
                  f.apply("phone")));

  static final Columns<PupilDraft> PUPILS =
      new Columns<>(
          ImmutableBiMap.<String, String>builder()
              .put("学籍号", "studentNumber")
              .put("姓名", "name")
              .put("性别", "sex")
              .put("民族", "ethnicity")
              .put("出生日期", "birthDate")
              .put("身份证号", "residentId")
              .put("班级", "className")
              .put("是否寄宿", "boarding")
              .put("户籍", "registration")
              .put("父亲姓名", "father.name")
              .put("父亲电话", "father.phone")
              .put("父亲务工地", "father.workplace")
              .put("父亲外出日期", "father.awaySince")
              .put("母亲姓名", "mother.name")
              .put("母亲电话", "mother.phone")
              .put("母亲务工地", "mother.workplace")
              .put("母亲外出日期", "mother.awaySince")
              .put("委托照护人", "carer.name")
              .put("关系", "carer.relation")
              .put("照护人出生日期", "carer.birthDate")
              .put("照护人电话", "carer.phone")
              .put("照护人住址", "carer.address")
              .put("委托告知日期", "carer.notifiedOn")
              .put("建档日期", "care.openedOn")
              .put("离档日期", "care.closedOn")
              .put("离档原因", "care.closingReason")
              .put("重点帮扶日期", "care.keySupportSince")
              .put("重点帮扶原因", "care.keySupportReason")
              .put("主要困难", "care.concerns")
              .buildOrThrow(),
          Columns::pupil);

  static final Columns<MentorDraft> MENTORS =
      new Columns<>(
          ImmutableBiMap.of(
              "学籍号", "studentNumber",
              "教师工号", "staffNumber",
              "开始日期", "from",
              "结束日期", "until",
              "角色", "role"),
          ImmutableSet.of("role"),
          f ->
              new MentorDraft(
                  f.apply("studentNumber"),
                  f.apply("staffNumber"),
                  f.apply("from"),
                  f.apply("until"),
                  f.apply("role")));

  static final Columns<CensusDraft> CENSUS =
      new Columns<>(
          ImmutableBiMap.<String, String>builder()
              .put("学籍号", "studentNumber")
              .put("调查日期", "day")
              .put("调查人工号", "surveyedBy")
              .put("父亲外出日期", "father.awaySince")
              .put("父亲返乡日期", "father.returnedOn")
              .put("父亲能否照护", "father.ableToCare")
              .put("母亲外出日期", "mother.awaySince")
              .put("母亲返乡日期", "mother.returnedOn")
              .put("母亲能否照护", "mother.ableToCare")
              .put("备注", "note")
              .buildOrThrow(),
          f ->
              new CensusDraft(
                  f.apply("studentNumber"),
                  f.apply("day"),
                  f.apply("surveyedBy"),
                  surveyed("father", f),
                  surveyed("mother", f),
                  f.apply("note")));

  static final Columns<ContactDraft> CONTACTS =
      new Columns<>(
          ImmutableBiMap.<String, String>builder()
              .put("联系日期", "day")
              .put("学籍号", "studentNumber")
              .put("方式", "channel")
              .put("联系人", "madeBy")
              .put("教师工号", "staffNumber")
              .put("联系对象", "with")
              .put("是否联系上", "reached")
              .put("登记日期", "recordedOn")
              .put("备注", "note")
              .put("居住情况", "detail.conditions")
              .put("家访发现", "detail.findings")
              .put("需求", "detail.needs")
              .put("反馈", "detail.feedback")
              .put("跟进期限", "detail.followUpBy")
              .put("谈话地点", "detail.place")
              .put("谈话内容", "detail.content")
              .put("谈话效果", "detail.effect")
              .put("通话时间", "detail.startedAt")
              .put("通话分钟", "detail.minutes")
              .put("困难", "detail.problem")
              .put("帮扶措施", "detail.measure")
              .put("帮扶成效", "detail.mentorEffect")
              .put("跟进家访日期", "detail.followsUp")
              .buildOrThrow(),
          ImmutableSet.of(
              "detail.conditions",
              "detail.findings",
              "detail.needs",
              "detail.feedback",
              "detail.followUpBy",
              "detail.place",
              "detail.content",
              "detail.effect",
              "detail.startedAt",
              "detail.minutes",
              "detail.problem",
              "detail.measure",
              "detail.mentorEffect",
              "detail.followsUp"),
          f ->
              new ContactDraft(
                  f.apply("day"),
                  f.apply("studentNumber"),
                  f.apply("channel"),
                  f.apply("madeBy"),
                  f.apply("staffNumber"),
                  f.apply("with"),
                  f.apply("reached"),
                  f.apply("recordedOn"),
                  f.apply("note"),
                  new ContactDraft.DetailDraft(
                      f.apply("detail.conditions"),
                      f.apply("detail.findings"),
                      f.apply("detail.needs"),
                      f.apply("detail.feedback"),
                      f.apply("detail.followUpBy"),
                      f.apply("detail.place"),
                      f.apply("detail.content"),
                      f.apply("detail.effect"),
                      f.apply("detail.startedAt"),
                      f.apply("detail.minutes"),
                      f.apply("detail.problem"),
                      f.apply("detail.measure"),
                      f.apply("detail.mentorEffect"),
                      f.apply("detail.followsUp"))));

  static final Columns<TeamDraft> TEAM =
      new Columns<>(
          ImmutableBiMap.of(
              "工号", "staffNumber",
              "组内职务", "post",
              "职责", "responsibilities",
              "开始日期", "from",
              "结束日期", "until"),
          f ->
              new TeamDraft(
                  f.apply("staffNumber"),
                  f.apply("post"),
                  f.apply("responsibilities"),
                  f.apply("from"),
                  f.apply("until")));

  static final Columns<PeerDraft> PEERS =
      new Columns<>(
          ImmutableBiMap.of(
              "帮助者学籍号", "helper",
              "被帮助者学籍号", "helped",
              "互助类型", "kind",
              "开始日期", "from",
              "结束日期", "until"),
          f ->
              new PeerDraft(
                  f.apply("helper"),
                  f.apply("helped"),
                  f.apply("kind"),
                  f.apply("from"),
                  f.apply("until")));

  private static CensusDraft.ParentDraft surveyed(String who, UnaryOperator<String> f) {
    return new CensusDraft.ParentDraft(
        f.apply(who + ".awaySince"), f.apply(who + ".returnedOn"), f.apply(who + ".ableToCare"));
  }

  private static PupilDraft pupil(UnaryOperator<String> f) {
    return new PupilDraft(
        f.apply("studentNumber"),
        f.apply("name"),
        f.apply("sex"),
        f.apply("ethnicity"),
        f.apply("birthDate"),
        f.apply("residentId"),
        f.apply("className"),
        f.apply("boarding"),
        f.apply("registration"),
        parent("father", f),
        parent("mother", f),
        new CarerDraft(
            f.apply("carer.name"),
            f.apply("carer.relation"),
            f.apply("carer.birthDate"),
            f.apply("carer.phone"),
            f.apply("carer.address"),
            f.apply("carer.notifiedOn")),
        new CareDraft(
            f.apply("care.openedOn"),
            f.apply("care.closedOn"),
            f.apply("care.closingReason"),
            f.apply("care.keySupportSince"),
            f.apply("care.keySupportReason"),
            f.apply("care.concerns")));
  }

  private static ParentDraft parent(String who, UnaryOperator<String> f) {
    return new ParentDraft(
        f.apply(who + ".name"),
        f.apply(who + ".phone"),
        f.apply(who + ".workplace"),
        f.apply(who + ".awaySince"));
  }

  static final Columns<HouseholdDraft> HOUSEHOLDS =
      new Columns<>(
          ImmutableBiMap.<String, String>builder()
              .put("学籍号", "studentNumber")
              .put("登记起始日期", "since")
              .put("就学状况", "schooling")
              .put("居住状况", "living")
              .put("居住地址", "home.residence")
              .put("户籍地", "home.registrationPlace")
              .put("家庭收入来源", "home.incomeSource")
              .put("受助情况", "home.aid")
              .put("健康状况", "health.kind")
              .put("残疾类别", "health.disability")
              .put("残疾等级", "health.grade")
              .put("健康说明", "health.note")
              .put("需要特别照顾", "health.needsSpecialCare")
              .put("父亲出生日期", "father.birthDate")
              .put("父亲工作单位", "father.employer")
              .put("父亲监护能力", "father.ableToCare")
              .put("父亲联系意愿", "father.contactWish")
              .put("母亲出生日期", "mother.birthDate")
              .put("母亲工作单位", "mother.employer")
              .put("母亲监护能力", "mother.ableToCare")
              .put("母亲联系意愿", "mother.contactWish")
              .put("委托照护人", "carer.name")
              .put("照护人职业", "carer.occupation")
              .put("照护人健康", "carer.health")
              .put("照护能力", "carer.ability")
              .put("评定日期", "carer.ratedOn")
              .put("完全民事行为能力", "carer.fullCapacity")
              .put("不宜情形", "carer.bars")
              .put("告知村委会日期", "carer.villageNotifiedOn")
              .put("听取意见日期", "carer.childHeardOn")
              .buildOrThrow(),
          Columns::household);

  private static HouseholdDraft household(UnaryOperator<String> f) {
    return new HouseholdDraft(
        f.apply("studentNumber"),
        f.apply("since"),
        f.apply("schooling"),
        f.apply("living"),
        new HouseholdDraft.HomeDraft(
            f.apply("home.residence"),
            f.apply("home.registrationPlace"),
            f.apply("home.incomeSource"),
            f.apply("home.aid")),
        new HouseholdDraft.HealthDraft(
            f.apply("health.kind"),
            f.apply("health.disability"),
            f.apply("health.grade"),
            f.apply("health.note"),
            f.apply("health.needsSpecialCare")),
        householdParent("father", f),
        householdParent("mother", f),
        new HouseholdDraft.CarerDraft(
            f.apply("carer.name"),
            f.apply("carer.occupation"),
            f.apply("carer.health"),
            f.apply("carer.ability"),
            f.apply("carer.ratedOn"),
            f.apply("carer.fullCapacity"),
            f.apply("carer.bars"),
            f.apply("carer.villageNotifiedOn"),
            f.apply("carer.childHeardOn")));
  }

  private static HouseholdDraft.ParentDraft householdParent(String who, UnaryOperator<String> f) {
    return new HouseholdDraft.ParentDraft(
        f.apply(who + ".birthDate"),
        f.apply(who + ".employer"),
        f.apply(who + ".ableToCare"),
        f.apply(who + ".contactWish"));
  }

  /** The columns that a file lacks, by their Chinese headings. */
  ImmutableList<String> missingFrom(List<String> headings) {
    return columns()
        .filter(field -> !optional.contains(field) && count(headings, field) == 0)
        .map(this::name)
        .collect(toImmutableList());
  }

  /** The columns that a file has more than once, by their Chinese headings. */
  ImmutableList<String> repeatedIn(List<String> headings) {
    return columns()
        .filter(field -> count(headings, field) > 1)
        .map(this::name)
        .collect(toImmutableList());
  }

  private Stream<String> columns() {
    return fields.values().stream().distinct();
  }

  private long count(List<String> headings, String field) {
    return headings.stream()
        .filter(heading -> heading.equals(field) || field.equals(fields.get(heading)))
        .count();
  }

  /** The Chinese heading of a field, the first if it has several; the field itself if none. */
  private String name(String field) {
    return namesOf(field).findFirst().orElse(field);
  }

  private Stream<String> namesOf(String field) {
    return fields.entrySet().stream()
        .filter(column -> column.getValue().equals(field))
        .map(Map.Entry::getKey);
  }

  /** Makes a draft of a row's cells, given by heading. */
  D draft(ImmutableMap<String, String> cells) {
    return bind.apply(field -> cells.getOrDefault(heading(field, cells.keySet()), ""));
  }

  /** The heading of a field's column in a file; the field itself if it is none, as for a row. */
  String heading(String field, Collection<String> headings) {
    return headings.contains(field)
        ? field
        : namesOf(field).filter(headings::contains).findFirst().orElseGet(() -> name(field));
  }
}
