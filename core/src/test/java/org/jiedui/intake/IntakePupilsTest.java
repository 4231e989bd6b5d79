package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.CarerSuitability;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Delegation;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Parent;
import org.jiedui.child.Placement;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.CarerId;
import org.jiedui.id.ChildId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.ResidentId;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Timeline.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakePupilsTest {

  /** A row in which every column is filled in. */
  private static final String FULL =
      """
      学籍号              | 姓名   | 性别 | 民族   | 出生日期   | 身份证号           | 班级      | 是否寄宿 | 户籍 | 父亲姓名 | 父亲电话    | 父亲务工地           | 父亲外出日期 | 母亲姓名 | 母亲电话    | 母亲务工地           | 母亲外出日期 | 委托照护人 | 关系   | 照护人出生日期 | 照护人电话  | 照护人住址      | 委托告知日期 | 建档日期   | 离档日期   | 离档原因     | 重点帮扶日期 | 重点帮扶原因   | 主要困难
      G522424201904224320 | 谭小点 | 女   | 布依族 | 2019-04-22 | 522424201904224320 | 一年级1班 | 是       | 农村 | 谭鹏     | 15087479491 | 江苏省昆山市玉山镇   | 2024-01-01   | 范桂欣   | 18290037338 | 上海市松江区         | 2024-02-29   | 郭军宇     | 外祖父 | 1953-10-23     | 13940587149 | 青石乡青石村3组 | 2024-01-05   | 2025-09-08 | 2025-12-31 | 父母一方返乡 | 2025-09-20   | 监护人年迈体弱 | 心理不太健康;行为习惯差
      """;

  /** The faults that rosters have when schools hand them in; one in a row, and one row twice. */
  private static final String ROSTER_WITH_ERRORS =
      """
      学籍号              | 姓名                                   | 性别 | 民族   | 出生日期   | 身份证号           | 班级      | 是否寄宿 | 户籍 | 父亲姓名 | 父亲电话    | 父亲务工地           | 父亲外出日期 | 母亲姓名 | 母亲电话    | 母亲务工地           | 母亲外出日期 | 委托照护人 | 关系   | 照护人出生日期 | 照护人电话  | 照护人住址      | 委托告知日期 | 建档日期   | 离档日期   | 离档原因             | 重点帮扶日期 | 重点帮扶原因   | 主要困难
      G52242420181129483X | 罗鹏嘉                                 | 男   | 汉族   | 2018-11-29 | 52242420181129483X | 一年级1班 | 否       | 农村 | 罗昊     | 15065720625 | 福建省晋江市陈埭镇   | 2023-04-22   | 王芳     | 15043090037 | 江苏省昆山市玉山镇   | 2023-04-22   | 罗磊诚     | 祖父   | 1961-06-05     |             | 青石乡青石村3组 |              | 2025-10-11 |            |                      |              |                | 学习无人管理
      G522424201906040891 | 郭涛然                                 | 男   | 布依族 | 2019-06-04 | 522424201906040892 | 一年级1班 | 否       | 农村 | 郭鹏强   | 15221914460 | 重庆市渝北区         | 2023-04-15   | 李敏桂   | 15880388239 |                      |              | 郭文轩     | 祖父   | 1958-01-26     | 15830127808 | 青石乡青石村6组 | 2023-04-23   | 2025-09-01 |            |                      |              |                |
      G522424201812312083 | 韩英                                   | 女   | 彝族   | 2015/9/31  | 522424201812312083 | 一年级1班 | 否       | 农村 | 韩子     | 18733235547 | 浙江省宁波市北仑区   | 2024-05-14   | 戴怡欣   | 18281462752 |                      |              | 邓梅思     | 外祖母 | 1957-03-12     | 13973352608 | 青石乡青石村8组 | 2024-05-22   | 2025-09-01 |            |                      |              |                |
      G522424201809050860 |                                        | 女   | 汉族   | 2018-09-05 | 522424201809050860 | 一年级1班 | 否       | 农村 | 崔军博   | 15248290202 | 广东省深圳市龙华区   | 2023-04-27   | 蔡霞婷   | 19901423287 |                      |              |            |        |                |             |                 |              | 2025-10-22 |            |                      | 2025-11-05   | 监护人年迈体弱 | 心理不太健康
      G52242420181129483X | 罗鹏嘉                                 | 男   | 汉族   | 2018-11-29 | 52242420181129483X | 一年级1班 | 否       | 农村 | 罗昊     | 15065720625 | 福建省晋江市陈埭镇   | 2023-04-22   | 王芳     | 15043090037 | 江苏省昆山市玉山镇   | 2023-04-22   | 罗磊诚     | 祖父   | 1961-06-05     |             | 青石乡青石村3组 |              | 2025-10-11 |            |                      |              |                | 学习无人管理
      G52242420190723062X | 龙静芳                                 | 女   | 汉族   | 2019-07-23 | 52242420190723062X | 一年级1班 | 否       | 农村 | 龙磊     | 12355       | 浙江省宁波市北仑区   | 2024-05-06   | 杨芳萱   | 18210307091 | 上海市松江区         | 2024-05-06   | 龙磊平     | 祖父   | 1957-07-27     | 13831150265 | 青石乡青石村2组 | 2024-05-15   | 2025-09-01 |            |                      |              |                | 学习无人管理
      G522424201908213485 | 姚英霞                                 | 男性 | 汉族   | 2019-08-21 | 522424201908213485 | 一年级1班 | 否       | 农村 | 姚轩涵   | 18750635489 | 浙江省义乌市北苑街道 | 2024-05-24   | 郑芳婷   | 13913371375 | 福建省晋江市陈埭镇   | 2024-05-24   | 魏伟磊     | 外祖父 | 1953-06-29     | 15053938215 | 青石乡青石村1组 | 2024-06-25   | 2025-10-09 |            |                      |              |                | 行为习惯差
      G522424201907230726 | 杨敏艳                                 | 女   | 汉族   | 2019-07-23 | 522424201907230726 | 一年级1班 | 否       | 农村 | 杨然     | 15207948371 | 上海市松江区         | 2024-06-16   | 刘桂     | 15844238093 | 广东省深圳市龙华区   | 2024-03-01   |            |        | 1956-12-29     | 19923562038 | 青石乡青石村7组 |              | 2025-10-22 |            |                      | 2025-10-26   | 监护人年迈体弱 |
      G522424201904224320 | =HYPERLINK("http://127.0.0.1","点")    | 女   | 汉族   | 2019-04-22 | 522424201904224320 | 一年级1班 | 否       | 农村 | 谭鹏     | 15087479491 | 江苏省昆山市玉山镇   | 2024-01-01   | 范桂欣   | 18290037338 | 上海市松江区         | 2024-01-01   | 郭军宇     | 外祖父 | 1953-10-23     | 13940587149 | 青石乡青石村3组 |              | 2025-09-01 | 2025-10-23 | 父母一方或双方返乡   | 2025-09-20   | 监护人年迈体弱 | 心理不太健康
      G522424201811243573 | 沈鹏杰                                 | 男   | 汉族   | 2018-11-24 | 522424201811243573 | 一年级1班 | 否       | 农村 | 沈军俊   | 13802301124 | 广东省深圳市龙华区   | 2024-10-03   | 雷琪诗   | 15015253431 | 浙江省宁波市北仑区   | 2024-10-03   | 沈萱       | 姑姑   | 1978-03-02     | 15213825044 | 青石乡青石村6组 | 2024-10-24   | 2025-09-01 | 2025-08-01 |                      |              |                | 行为习惯差
      G522424201906200533 | 邵诚辉                                 | 男   | 汉族   | 2019-06-20 | 522424201906200533 | 一年级1班 | 否       | 农村 | 邵俊     | 13954752061 | 江苏省昆山市玉山镇   | 2024-05-14   | 马婷     | 19950608639 | 福建省晋江市陈埭镇   | 2024-05-14   | 蒋雨       | 外祖母 | 2012-05-05     | 18221116665 | 青石乡青石村5组 | 2024-05-21   | 2025-09-01 |            |                      |              |                |
      G522424201709160341 | 郝梓雪                                 | 女   | 苗族   | 2017-09-16 | 522424201709160341 | 七年级9班 | 否       | 农村 | 郝轩伟   | 15281322874 | 重庆市渝北区         | 2023-08-11   | 王涵     | 19998817008 | 浙江省义乌市北苑街道 | 2023-08-11   | 汤英       | 外祖母 | 1953-03-21     | 19907292191 | 青石乡青石村3组 | 2023-09-06   | 2025-09-01 |            |                      |              |                | 心理不太健康;学习无人管理
      """;

  private static final Recording ON_ITS_FIRST_DAY = Recording.onItsFirstDay(SampleSchool.ZONE);

  private static IntakeResult<Child> pupils(List<DraftRow<PupilDraft>> rows, Recording recording) {
    return SampleSchool.INTAKE.pupils(
        rows, SampleSchool.empty(), recording, SampleSchool.ids(), SampleSchool.NOW);
  }

  private static IntakeResult<Child> pupils(String... changes) {
    return pupils(Drafts.goodRows(PupilDraft.class, changes), ON_ITS_FIRST_DAY);
  }

  private static Child full() {
    return pupils(Drafts.rows(PupilDraft.class, FULL), ON_ITS_FIRST_DAY).valuesOrThrow().get(0);
  }

  private static <T> Entry<T> entry(String days, T value, String recordedOn) {
    return new Entry<>(DateRange.parse(days), Optional.of(value), startOf(recordedOn));
  }

  @Test
  void pupils_fullRow_becomesAChildWithEveryColumn() {
    Child child = full();
    assertThat(child.schoolId()).isEqualTo(SampleSchool.SCHOOL.id());
    assertThat(child.id()).isEqualTo(ChildId.of("id-1"));
    assertThat(child.studentNumber()).isEqualTo(StudentNumber.parse("G522424201904224320"));
    assertThat(child.name()).isEqualTo(PersonName.of("谭小点"));
    assertThat(child.sex()).isEqualTo(Sex.FEMALE);
    assertThat(child.ethnicity()).contains("布依族");
    assertThat(child.birthDate()).isEqualTo("2019-04-22");
    assertThat(child.residentId()).contains(ResidentId.parse("522424201904224320"));
    assertThat(child.registration()).contains(Registration.RURAL);
    assertThat(child.father())
        .contains(Parent.of(PersonName.of("谭鹏"), Optional.of(PhoneNumber.of("15087479491"))));
    assertThat(child.mother())
        .contains(Parent.of(PersonName.of("范桂欣"), Optional.of(PhoneNumber.of("18290037338"))));
  }

  @Test
  void pupils_fullRow_hasEachFactFromItsOwnDayRecordedOnThatDay() {
    CareFacts facts = full().facts();
    assertThat(facts.placement().entries())
        .containsExactly(
            entry("2025-09-01/..", new Placement(SampleSchool.classId(1), 1), "2025-09-01"));
    assertThat(facts.boarding().entries())
        .containsExactly(entry("2025-09-01/..", true, "2025-09-01"));
    assertThat(facts.father().entries())
        .containsExactly(
            entry(
                "2024-01-01/..",
                Whereabouts.away(Optional.of(Address.of("江苏省昆山市玉山镇"))),
                "2024-01-01"));
    assertThat(facts.mother().entries())
        .containsExactly(
            entry(
                "2024-02-29/..",
                Whereabouts.away(Optional.of(Address.of("上海市松江区"))),
                "2024-02-29"));
    assertThat(facts.carer().entries())
        .containsExactly(
            entry(
                "2025-09-08/..",
                new Carer(
                    CarerId.of("id-2"),
                    PersonName.of("郭军宇"),
                    Relation.MATERNAL_GRANDFATHER,
                    Optional.of(LocalDate.of(1953, 10, 23)),
                    Optional.of(PhoneNumber.of("13940587149")),
                    Optional.of(Address.of("青石乡青石村3组")),
                    Delegation.none().withSchoolNotifiedOn(Optional.of(LocalDate.of(2024, 1, 5))),
                    CarerSuitability.unknown()),
                "2025-09-08"));
    assertThat(facts.keySupport().entries())
        .containsExactly(entry("2025-09-20/..", new KeySupport("监护人年迈体弱"), "2025-09-20"));
    assertThat(facts.concerns())
        .containsOnlyKeys(ConcernKind.PSYCHOLOGICAL, ConcernKind.CONDUCT)
        .allSatisfy(
            (kind, timeline) ->
                assertThat(timeline.entries())
                    .containsExactly(entry("2025-09-08/..", Concern.of(kind), "2025-09-08")));
  }

  @Test
  void pupils_closedFile_isKnownFromItsLastDayOn() {
    CareFacts facts = full().facts();
    assertThat(facts.care().entries())
        .containsExactly(
            entry("2025-09-08/..", CareStatus.open(), "2025-09-08"),
            entry("2026-01-01/..", CareStatus.closed(Optional.of("父母一方返乡")), "2025-12-31"));
    assertThat(facts.care().on(LocalDate.of(2025, 9, 7))).isEmpty();
    assertThat(facts.care().on(LocalDate.of(2025, 12, 31))).contains(CareStatus.open());
    assertThat(facts.care().on(LocalDate.of(2026, 1, 1)).orElseThrow().inCare()).isFalse();
  }

  @Test
  void pupils_recordedAtOneInstant_hasThatInstantEverywhere() {
    Instant now = Instant.parse("2026-02-01T02:03:04Z");
    CareFacts facts =
        pupils(Drafts.rows(PupilDraft.class, FULL), Recording.at(now))
            .valuesOrThrow()
            .get(0)
            .facts();
    Stream<Timeline<?>> timelines =
        Stream.concat(
            Stream.of(
                facts.care(),
                facts.placement(),
                facts.boarding(),
                facts.carer(),
                facts.father(),
                facts.mother(),
                facts.keySupport()),
            facts.concerns().values().stream());
    assertThat(timelines)
        .hasSize(9)
        .allSatisfy(
            timeline ->
                assertThat(timeline.entries())
                    .isNotEmpty()
                    .allMatch(entry -> entry.recordedAt().equals(now)));
    assertThat(facts.care().on(LocalDate.of(2025, 12, 31))).contains(CareStatus.open());
    assertThat(facts.care().on(LocalDate.of(2026, 1, 1)).orElseThrow().inCare()).isFalse();
  }

  @Test
  void pupils_leastRow_knowsOnlyTheClass() {
    IntakeResult<Child> result =
        pupils(
            "residentId= && registration= && father.name= && father.phone= && father.workplace="
                + " && father.awaySince= && carer.name= && carer.relation= && carer.birthDate="
                + " && carer.phone= && carer.address= && care.openedOn=");
    Child child = result.valuesOrThrow().get(0);
    assertThat(result.violations()).isEmpty();
    assertThat(child.residentId()).isEmpty();
    assertThat(child.registration()).isEmpty();
    assertThat(child.ethnicity()).isEmpty();
    assertThat(child.father()).isEmpty();
    assertThat(child.mother()).isEmpty();
    assertThat(child.facts())
        .isEqualTo(CareFacts.none().withPlacement(any -> child.facts().placement()));
    assertThat(child.facts().placement().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # change to the father                        | day        | away  | at home
          father.awaySince=2025-09-20                   | 2025-09-19 | false | false
          father.awaySince=2025-09-20                   | 2025-09-20 | true  | false
          father.awaySince=                             | 2025-08-31 | false | false
          father.awaySince=                             | 2025-09-01 | false | true
          father.awaySince= && father.name=             | 2025-09-01 | false | false
          father.name= && father.awaySince=2024-01-01   | 2025-09-01 | true  | false
          """)
  void pupils_parent_isAwayFromItsDayAndOtherwiseAtHome(
      String change, LocalDate day, boolean away, boolean atHome) {
    Optional<Whereabouts> father = pupils(change).valuesOrThrow().get(0).facts().father().on(day);
    assertThat(father.map(Whereabouts::away).orElse(false)).isEqualTo(away);
    assertThat(father.map(at -> !at.away()).orElse(false)).isEqualTo(atHome);
  }

  @Test
  void pupils_workplaceOfAParentWithoutAName_isKeptWithTheAbsence() {
    IntakeResult<Child> result = pupils("father.name= && father.phone=");
    Child child = result.valuesOrThrow().get(0);
    assertThat(result.violations()).isEmpty();
    assertThat(child.father()).isEmpty();
    assertThat(child.facts().father().on(LocalDate.of(2023, 4, 22)))
        .contains(Whereabouts.away(Optional.of(Address.of("福建省晋江"))));
  }

  @Test
  void pupils_whatIsNotKept_isWarnedOf() {
    IntakeResult<Child> result =
        pupils(
            "father.name= && father.awaySince= && mother.phone=15043090037"
                + " && care.closingReason=返乡 && care.keySupportReason=年迈");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 care.closingReason not-kept",
            "row 2 care.keySupportReason not-kept",
            "row 2 father.phone not-kept",
            "row 2 father.workplace not-kept",
            "row 2 mother.phone not-kept");
    Child child = result.valuesOrThrow().get(0);
    assertThat(child.father()).isEmpty();
    assertThat(child.facts().father().isEmpty()).isTrue();
    assertThat(child.mother()).isEmpty();
    assertThat(child.facts().care().entries()).hasSize(1);
    assertThat(child.facts().keySupport().isEmpty()).isTrue();
  }

  @Test
  void pupils_concernsWithoutAFile_areKeptFromTheFirstDayOfTheSchoolYear() {
    IntakeResult<Child> result =
        pupils(
            "carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address="
                + " && care.openedOn= && care.concerns=心理不太健康;行为习惯差");
    CareFacts facts = result.valuesOrThrow().get(0).facts();
    assertThat(result.violations()).isEmpty();
    assertThat(facts.care().isEmpty()).isTrue();
    assertThat(facts.concerns())
        .containsOnlyKeys(ConcernKind.PSYCHOLOGICAL, ConcernKind.CONDUCT)
        .allSatisfy(
            (kind, timeline) ->
                assertThat(timeline.entries())
                    .containsExactly(entry("2025-09-01/..", Concern.of(kind), "2025-09-01")));
  }

  @ParameterizedTest
  @CsvSource({"是, true", "yes, true", "否, false", "no, false", "'', false"})
  void pupils_boarding_isAFactOnlyIfSo(String text, boolean boards) {
    assertThat(
            pupils("boarding=" + text)
                .valuesOrThrow()
                .get(0)
                .facts()
                .boarding()
                .on(SampleSchool.FIRST_DAY))
        .isEqualTo(boards ? Optional.of(true) : Optional.empty());
  }

  @Test
  void pupils_rosterWithErrors_tellsEveryFaultOfEveryRowAtOnce() {
    IntakeResult<Child> result =
        pupils(Drafts.rows(PupilDraft.class, ROSTER_WITH_ERRORS), ON_ITS_FIRST_DAY);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 residentId resident-id-check",
            "row 4 birthDate not-a-date",
            "row 5 name required",
            "row 6 studentNumber repeated-row",
            "row 7 father.phone phone-unknown",
            "row 8 sex not-one-of",
            "row 9 carer.name carer-without-name",
            "row 10 name not-a-name",
            "row 11 care.closedOn ends-before-start",
            "row 12 carer.birthDate carer-too-young-for-relation",
            "row 12 carer.birthDate carer-is-minor",
            "row 13 className unknown-class");
    assertThat(texts(result.warnings()))
        .containsExactly(
            "row 7 father.phone phone-unknown", "row 12 carer.birthDate carer-is-minor");
    assertThat(result.faultyRows()).containsExactly(3, 4, 5, 6, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void pupils_rosterWithErrors_givesItsGoodRows() {
    IntakeResult<Child> result =
        pupils(Drafts.rows(PupilDraft.class, ROSTER_WITH_ERRORS), ON_ITS_FIRST_DAY);
    assertThat(result.accepted()).extracting(IntakeResult.Accepted::row).containsExactly(2, 7);
    assertThat(result.values())
        .extracting(child -> child.name().text())
        .containsExactly("罗鹏嘉", "龙静芳");
    assertThat(result.values().get(1).father().orElseThrow().phone())
        .contains(PhoneNumber.of("12355"));
    assertThatExceptionOfType(DraftRejectedException.class)
        .isThrownBy(result::valuesOrThrow)
        .satisfies(e -> assertThat(e.violations()).isEqualTo(result.faults()))
        .withMessageStartingWith("10 faults: row 3 residentId resident-id-check; row 4 ");
  }

  @Test
  void pupils_rosterWithErrors_isExplainedWithoutRepeatingAValue() {
    List<DraftRow<PupilDraft>> rows = Drafts.rows(PupilDraft.class, ROSTER_WITH_ERRORS);
    assertThat(pupils(rows, ON_ITS_FIRST_DAY).violations())
        .allSatisfy(
            violation ->
                assertThat(violation.message(Locale.CHINA) + violation.message(Locale.ENGLISH))
                    .doesNotContain(
                        "522424",
                        "2015",
                        "12355",
                        "男性",
                        "HYPERLINK",
                        "2025-08-01",
                        "2012",
                        "七年级",
                        "鹏"));
  }

  @Test
  void pupils_warningsAlone_letTheRowThrough() {
    IntakeResult<Child> result =
        pupils("sex=女 && birthDate=2018-11-28 && father.phone=1 && carer.phone=村委会代接");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 birthDate birth-date-differs",
            "row 2 carer.phone phone-unknown",
            "row 2 father.phone phone-unknown",
            "row 2 sex sex-differs");
    assertThat(result.faults()).isEmpty();
    assertThat(result.faultyRows()).isEmpty();
    // What was written is taken, not what the resident ID says.
    Child child = result.valuesOrThrow().get(0);
    assertThat(child.sex()).isEqualTo(Sex.FEMALE);
    assertThat(child.birthDate()).isEqualTo("2018-11-28");
  }

  @Test
  void pupils_rowsThatContradictEachOther_areBothRefused() {
    IntakeResult<Child> result =
        pupils("", "name=罗小嘉", "studentNumber=L522424201811290007 && residentId=");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 studentNumber contradicting-row", "row 3 studentNumber contradicting-row");
    assertThat(result.violations().get(0).message(Locale.CHINA)).isEqualTo("与第 3 行编号相同而内容不同");
    assertThat(result.violations().get(1).message(Locale.CHINA)).isEqualTo("与第 2 行编号相同而内容不同");
    assertThat(result.accepted()).extracting(IntakeResult.Accepted::row).containsExactly(4);
  }

  @Test
  void pupils_oneNumberInTwoSpellings_isOneNumber() {
    IntakeResult<Child> result =
        pupils("", "studentNumber=g52242420181129483x", "studentNumber= G52242420181129483X");
    assertThat(result.faultyRows()).containsExactly(2, 3, 4);
    assertThat(result.violations())
        .extracting(Violation::rule)
        .containsOnly(DraftRule.CONTRADICTING_ROW);
    assertThat(result.values()).isEmpty();
  }

  @Test
  void pupils_rowRepeatedTwice_isTakenOnce() {
    IntakeResult<Child> result = pupils("", "", "");
    assertThat(texts(result.violations()))
        .containsExactly("row 3 studentNumber repeated-row", "row 4 studentNumber repeated-row");
    assertThat(result.violations())
        .extracting(violation -> violation.message(Locale.CHINA))
        .containsOnly("与第 2 行完全重复");
    assertThat(result.values()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015/9/30",
        "2015.9.30",
        "2015-09-30",
        "2015-9-30",
        " 2015/09/30 ",
        "2015年9月30日",
        "2015年09月30日",
        "２０１５年９月３０日",
        "２０１５/9/30",
        "２０１５－０９－３０",
        "２０１５．９．３０",
        "\u30002015／9／30"
      })
  void pupils_dateAsOfficeProgramsAndPeopleWriteIt_isRead(String date) {
    IntakeResult<Child> result = pupils("residentId= && birthDate=" + date);
    assertThat(result.faults()).isEmpty();
    assertThat(result.values().get(0).birthDate()).isEqualTo("2015-09-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015/9/31",
        "2015.9.31",
        "2015-02-29",
        "2015/9.30",
        "20150930",
        "15/9/30",
        "42277",
        "2015年9月31日",
        "2015年9月",
        "2015年9/30",
        "2015-9月30日",
        "15年9月30日",
        "二〇一五年九月三十日",
        "0000-01-01",
        "9999-12-31",
        "9999年12月31日"
      })
  void pupils_textThatIsNoDay_isRefused(String date) {
    assertThat(texts(pupils("residentId= && birthDate=" + date).violations()))
        .containsExactly("row 2 birthDate not-a-date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一年级1班", " 一年级1班 ", "一（1）班", "一(１)班", "1年级 1班", "一年级一班", "一一班"})
  void pupils_classHoweverItIsWritten_isFound(String name) {
    Child child = pupils("className=" + name).valuesOrThrow().get(0);
    assertThat(child.facts().placement().on(SampleSchool.FIRST_DAY))
        .contains(new Placement(SampleSchool.classId(1), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"一年级2班", "三年级1班", "1班", "向阳班"})
  void pupils_classThatIsNotThere_isRefused(String name) {
    assertThat(texts(pupils("className=" + name).violations()))
        .containsExactly("row 2 className unknown-class");
  }

  @Test
  void pupils_farDateForNoEnd_isRefusedRatherThanFailing() {
    IntakeResult<Child> result = pupils("care.closedOn=9999-12-31");
    assertThat(texts(result.faults())).containsExactly("row 2 care.closedOn not-a-date");
  }

  @Test
  void pupils_unknownClass_isToldAndTakesNothingFromOthers() {
    IntakeResult<Child> result =
        SampleSchool.INTAKE.pupils(
            Drafts.goodRows(
                PupilDraft.class,
                "className=七年级9班",
                "studentNumber=l522424201811290007 && residentId="),
            SampleSchool.withChildren(),
            ON_ITS_FIRST_DAY,
            SampleSchool.ids(),
            SampleSchool.NOW);
    assertThat(texts(result.violations())).containsExactly("row 2 className unknown-class");
    assertThat(result.accepted()).extracting(IntakeResult.Accepted::row).containsExactly(3);
  }

  @Test
  void pupils_noRows_giveNothing() {
    IntakeResult<Child> result = pupils();
    assertThat(result.valuesOrThrow()).isEmpty();
    assertThat(result.violations()).isEmpty();
  }

  @Test
  void pupils_personalData_isInNoTextOfTheResultOrTheDirectory() {
    assertThat(SampleSchool.withChildren()).hasToString("SchoolDirectory[qingshi]");
    IntakeResult<Child> result = pupils(Drafts.rows(PupilDraft.class, FULL), ON_ITS_FIRST_DAY);
    assertThat(result.toString()).doesNotContain("谭", "郭", "15087479491", "522424", "年迈", "返乡");
  }
}
