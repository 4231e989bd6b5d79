package org.jiedui.intake;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.CarerDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;

/**
 * Drafts for tests, written as a table with the headings of a school's files, or as what is changed
 * in a good one: {@code "father.phone=12355 && carer.name="}. A character that is followed by ×41
 * stands 41 times.
 */
final class Drafts {

  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter CHANGES = Splitter.on("&&").trimResults().omitEmptyStrings();
  private static final Pattern REPEATED = Pattern.compile("(.)×([0-9]+)");

  private static final ImmutableMap<String, String> PUPIL_HEADINGS =
      ImmutableMap.<String, String>builder()
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
          .buildOrThrow();

  private static final ImmutableMap<String, String> HOUSEHOLD_HEADINGS =
      ImmutableMap.<String, String>builder()
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
          .put("父亲出生日期", "father.birthDate")
          .put("父亲工作单位", "father.employer")
          .put("父亲监护能力", "father.ableToCare")
          .put("父亲联系意愿", "father.contactWish")
          .put("委托照护人", "carer.name")
          .put("照护人职业", "carer.occupation")
          .put("照护人健康", "carer.health")
          .put("照护能力", "carer.ability")
          .put("评定日期", "carer.ratedOn")
          .put("完全民事行为能力", "carer.fullCapacity")
          .put("告知村委会日期", "carer.villageNotifiedOn")
          .put("听取意见日期", "carer.childHeardOn")
          .buildOrThrow();

  private static final ImmutableMap<Class<?>, ImmutableMap<String, String>> HEADINGS =
      ImmutableMap.of(
          HouseholdDraft.class,
          HOUSEHOLD_HEADINGS,
          PupilDraft.class,
          PUPIL_HEADINGS,
          TermDraft.class,
          ImmutableMap.of("学期", "label", "名称", "name", "开始日期", "first", "结束日期", "last"),
          StaffDraft.class,
          ImmutableMap.of(
              "工号", "number", "姓名", "name", "性别", "sex", "职务", "post", "任课班级", "classes", "电话",
              "phone"),
          MentorDraft.class,
          ImmutableMap.of(
              "学籍号",
              "studentNumber",
              "教师工号",
              "staffNumber",
              "开始日期",
              "from",
              "结束日期",
              "until",
              "角色",
              "role"),
          TeamDraft.class,
          ImmutableMap.of(
              "工号",
              "staffNumber",
              "组内职务",
              "post",
              "职责",
              "responsibilities",
              "开始日期",
              "from",
              "结束日期",
              "until"),
          PeerDraft.class,
          ImmutableMap.of(
              "帮助者学籍号", "helper", "被帮助者学籍号", "helped", "互助类型", "kind", "开始日期", "from", "结束日期",
              "until"),
          ContactDraft.class,
          ImmutableMap.of(
              "联系日期",
              "day",
              "学籍号",
              "studentNumber",
              "方式",
              "channel",
              "联系人",
              "madeBy",
              "教师工号",
              "staffNumber",
              "联系对象",
              "with",
              "是否联系上",
              "reached",
              "登记日期",
              "recordedOn",
              "备注",
              "note"),
          CensusDraft.class,
          ImmutableMap.<String, String>builder()
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
          RuleDraft.class,
          RuleDraft.TABLE.names());

  /** Those of the tables that the library reads itself. */
  private static final ImmutableMap<Class<?>, ImmutableMap<String, String>> ACTIVITY_HEADINGS =
      ImmutableMap.of(
          ActivityDraft.class, ActivityDraft.TABLE.names(),
          AttendanceDraft.class, AttendanceDraft.TABLE.names(),
          TemplateDraft.class, TemplateDraft.TABLE.names(),
          QuotaDraft.class, QuotaDraft.TABLE.names(),
          PartnerDraft.class, PartnerDraft.TABLE.names(),
          OpeningHoursDraft.class, OpeningHoursDraft.TABLE.names(),
          FamilyCallDraft.class, FamilyCallDraft.TABLE.names());

  /** One good draft of each kind about activities, as a table of one row. */
  private static final ImmutableMap<Class<?>, String> GOOD_OF_ACTIVITIES =
      ImmutableMap.of(
          ActivityDraft.class,
          """
          编号 | 类别           | 主题           | 日期       | 负责人工号 | 地点 | 合作单位
          A2   | 安全与法制讲座 | 交通与防溺水安全 | 2025-09-19 | T11        | 操场 | police-post
          """,
          AttendanceDraft.class,
          """
          活动编号 | 学籍号              | 出席
          A2       | G52242420181129483X | 到场
          """,
          TemplateDraft.class,
          """
          编号    | 名称       | 英文名称         | 类别   | 每班 | 时间          | 负责岗位 | 地点     | 时长
          parents | 开学家长会 | Parents' meeting | 家长会 | 是   | week 2 friday | 班主任   | 各班教室 | 90
          """,
          QuotaDraft.class,
          """
          编号     | 名称             | 英文名称 | 类别           | 数量         | 每人次数 | 依据         | 生效日期
          lectures | 安全与法制讲座两次 | Lectures | 安全与法制讲座 | 1-2 per-term | 1        | 学校帮扶制度 | 2025-09-01
          """,
          PartnerDraft.class,
          """
          编号   | 名称         | 类别   | 联系人 | 电话        | 开始日期   | 可提供活动
          police | 青石乡派出所 | 派出所 | 王警官 | 15065720625 | 2025-09-01 | 安全与法制讲座
          """,
          OpeningHoursDraft.class,
          """
          星期 | 开门时间 | 关门时间 | 开始日期
          周五 | 16:00    | 17:30    | 2025-09-01
          """,
          FamilyCallDraft.class,
          """
          学籍号              | 拨打人 | 接听人 | 是否接通 | 时长
          G52242420181129483X | 本人   | 母亲   | 是       | 12
          """);

  /** One good draft of each kind, as a table of one row. */
  private static final ImmutableMap<Class<?>, String> GOOD =
      ImmutableMap.of(
          HouseholdDraft.class,
          """
          学籍号 | 登记起始日期 | 就学状况 | 居住状况 | 居住地址 | 户籍地 | 家庭收入来源 | 受助情况 | 健康状况 | 残疾类别 | 残疾等级 | 父亲出生日期 | 父亲工作单位 | 父亲监护能力 | 父亲联系意愿 | 委托照护人 | 照护人职业 | 照护人健康 | 照护能力 | 评定日期 | 完全民事行为能力 | 告知村委会日期 | 听取意见日期
          G52242420181129483X | | 在读 | 与被委托人同住 | 青石乡青石村3组 | 青石乡青石村 | 务农 | 低保 | 残疾 | 听力 | 3 | 1985-02-28 | 某鞋厂 | 是 | 周日晚上 | 罗磊诚 | 务农 | 良好 | 一般 | 2025-10-20 | 是 | 2025-10-13 | 2025-10-14
          """,
          TermDraft.class,
          """
          学期   | 名称             | 开始日期   | 结束日期
          2025-1 | 2025学年秋季学期 | 2025-09-01 | 2026-01-17
          """,
          StaffDraft.class,
          """
          工号 | 姓名 | 性别 | 职务   | 任课班级  | 电话
          T10  | 曹思 | 女   | 班主任 | 一年级1班 | 15261130596
          """,
          MentorDraft.class,
          """
          学籍号              | 教师工号 | 开始日期   | 结束日期 | 角色
          G52242420181129483X | T10      | 2025-11-05 |          |
          """,
          TeamDraft.class,
          """
          工号 | 组内职务 | 职责     | 开始日期   | 结束日期
          T10  | 组长     | 全面负责 | 2025-09-01 |
          """,
          PeerDraft.class,
          """
          帮助者学籍号        | 被帮助者学籍号      | 互助类型 | 开始日期   | 结束日期
          G52242420181129483X | G522424201906040891 | 学习     | 2025-09-15 |
          """,
          ContactDraft.class,
          """
          联系日期   | 学籍号              | 方式 | 联系人 | 教师工号 | 联系对象        | 是否联系上 | 登记日期
          2025-09-10 | G52242420181129483X | 家访 | 班主任 | T10      | 本人;委托照护人 | 是         | 2025-09-11
          """,
          CensusDraft.class,
          """
          学籍号              | 调查日期   | 调查人工号 | 父亲外出日期 | 母亲能否照护 | 备注
          G52242420181129483X | 2025-09-08 | T10        | 2023-04-22   | 否           | 母亲患病
          """,
          RuleDraft.class,
          """
          编号      | 名称       | 英文名称     | 联系人 | 联系对象 | 方式 | 频次 | 依据         | 生效日期
          call-home | 每月通一次话 | Monthly call | child  | father   | call | P1M  | 学校帮扶制度 | 2025-09-01
          """,
          PupilDraft.class,
          """
          学籍号              | 姓名   | 性别 | 出生日期   | 身份证号           | 班级      | 户籍 | 父亲姓名 | 父亲电话    | 父亲务工地 | 父亲外出日期 | 委托照护人 | 关系 | 照护人出生日期 | 照护人电话  | 照护人住址   | 建档日期
          G52242420181129483X | 罗鹏嘉 | 男   | 2018-11-29 | 52242420181129483X | 一年级1班 | 农村 | 罗昊     | 15065720625 | 福建省晋江 | 2023-04-22   | 罗磊诚     | 祖父 | 1961-06-05     | 15830127808 | 青石乡青石村 | 2025-10-11
          """);

  private Drafts() {}

  /** Returns a good draft with changes. */
  static <D extends Record> D good(Class<D> type, String changes) {
    return make(type, changed(table(type, good(type)).get(0), changes));
  }

  private static String good(Class<?> type) {
    String table = GOOD.getOrDefault(type, GOOD_OF_ACTIVITIES.get(type));
    checkArgument(table != null, "no good %s", type);
    return table;
  }

  /** Returns the drafts of a table; its first row has number 2, as an office program counts. */
  static <D extends Record> List<DraftRow<D>> rows(Class<D> type, String table) {
    List<DraftRow<D>> rows = new ArrayList<>();
    for (Map<String, String> fields : table(type, table)) {
      rows.add(new DraftRow<>(rows.size() + 2, make(type, fields)));
    }
    return rows;
  }

  /** Returns good drafts, each with its changes, as the rows 2, 3, … of a file. */
  static <D extends Record> List<DraftRow<D>> goodRows(Class<D> type, String... changes) {
    List<DraftRow<D>> rows = new ArrayList<>();
    for (String each : changes) {
      rows.add(new DraftRow<>(rows.size() + 2, good(type, each)));
    }
    return rows;
  }

  /** Returns a draft in which every field is the same text. */
  static <D extends Record> D filled(Class<D> type, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    texts(type, "").forEach(path -> fields.put(path, text));
    return make(type, fields);
  }

  /** Returns the paths of all texts of a draft. */
  static List<String> texts(Class<?> type, String prefix) {
    List<String> paths = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == String.class) {
        paths.add(prefix + component.getName());
      } else {
        paths.addAll(texts(component.getType(), prefix + component.getName() + "."));
      }
    }
    return paths;
  }

  private static List<Map<String, String>> table(Class<?> type, String table) {
    ImmutableMap<String, String> names = HEADINGS.getOrDefault(type, ACTIVITY_HEADINGS.get(type));
    checkArgument(names != null, "no headings of %s", type);
    List<List<String>> lines = table.lines().map(CELLS::splitToList).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        String heading = lines.get(0).get(i);
        checkArgument(names.containsKey(heading), "no heading %s", heading);
        fields.put(names.getOrDefault(heading, ""), cells.get(i));
      }
      rows.add(fields);
    }
    return rows;
  }

  private static Map<String, String> changed(Map<String, String> fields, String changes) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    for (String change : CHANGES.split(changes)) {
      int sign = change.indexOf('=');
      Matcher repeated = REPEATED.matcher(change.substring(sign + 1));
      changed.put(
          change.substring(0, sign),
          repeated.matches()
              ? repeated.group(1).repeat(Integer.parseInt(repeated.group(2)))
              : change.substring(sign + 1));
    }
    return changed;
  }

  private static <D> D make(Class<D> type, Map<String, String> fields) {
    Set<String> unknown = Sets.difference(fields.keySet(), new HashSet<>(texts(type, "")));
    checkArgument(unknown.isEmpty(), "%s has no fields %s", type, unknown);
    return make(type, "", fields);
  }

  private static <D> D make(Class<D> type, String prefix, Map<String, String> fields) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String path = prefix + components[i].getName();
      types[i] = components[i].getType();
      values[i] =
          types[i] == String.class
              ? fields.getOrDefault(path, "")
              : make(types[i], path + ".", fields);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make " + type, e);
    }
  }

  /** The drafts that hold something personal, with those inside them. */
  static final List<Class<? extends Record>> PERSONAL =
      List.of(
          PupilDraft.class,
          ParentDraft.class,
          CensusDraft.class,
          CensusDraft.ParentDraft.class,
          CarerDraft.class,
          CareDraft.class,
          StaffDraft.class,
          MentorDraft.class,
          PeerDraft.class,
          ContactDraft.class,
          HouseholdDraft.class,
          HouseholdDraft.HomeDraft.class,
          HouseholdDraft.HealthDraft.class,
          HouseholdDraft.ParentDraft.class,
          HouseholdDraft.CarerDraft.class,
          ActivityDraft.class,
          AttendanceDraft.class,
          PartnerDraft.class,
          FamilyCallDraft.class);
}
