package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.intake.SampleSchool.texts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.Timing;
import org.jiedui.id.PartnerId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCsvTest {

  private static final ActivityTemplate MEETING =
      template("week 2 friday", Place.classrooms()).forEachClass();

  /** One with everything that could get lost. */
  private static final ActivityTemplate FULL =
      new ActivityTemplate(
          TemplateId.of("-full"),
          Wording.of("=团圆，“中秋”\n又一行", "He said \"moon\", then '=1+1"),
          ActivityKind.FESTIVAL,
          Scope.parse("key-support and not (grade 1-3 or boarding)"),
          false,
          Timing.parse("near mid-autumn-festival from -3 to 1"),
          Post.CHIEF_COUNSELLOR,
          Place.parse("@留守儿童之家, 二楼"),
          Optional.of(PartnerId.of("police:post")),
          1440,
          true);

  private static ActivityTemplate template(String timing, Place place) {
    return ActivityTemplate.of(
        TemplateId.of("parents"),
        Wording.of("开学家长会", "Parents' meeting"),
        ActivityKind.PARENTS_MEETING,
        Timing.parse(timing),
        Post.HOMEROOM_TEACHER,
        place,
        90);
  }

  private static List<ActivityTemplate> readBack(ActivityTemplate... templates) {
    return SampleSchool.INTAKE
        .templates(TemplateCsv.write(List.of(templates)), SampleSchool.PARTNERS)
        .valuesOrThrow();
  }

  @Test
  void columns_areTheFieldsOfADraft() {
    assertThat(TemplateCsv.COLUMNS)
        .containsExactlyElementsOf(
            Arrays.stream(TemplateDraft.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void write_aTemplate_isItsLine() {
    assertThat(TemplateCsv.write(List.of(MEETING)))
        .isEqualTo(
            String.join(",", TemplateCsv.COLUMNS)
                + "\r\nparents,开学家长会,Parents' meeting,parents-meeting,all,yes,week 2 friday,"
                + "homeroom-teacher,各班教室,,90,no\r\n");
    assertThat(TemplateCsv.write(List.of()))
        .isEqualTo(String.join(",", TemplateCsv.COLUMNS) + "\r\n");
  }

  @Test
  void read_whatWasWritten_isEqual() {
    assertThat(readBack(MEETING, FULL)).containsExactly(MEETING, FULL);
    assertThat(readBack()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on childrens-day",
        "near mid-autumn-festival from 1 to 3",
        "week -1",
        "at term-start",
        "weekly friday",
        "monthly friday -1",
        "2 per term",
        "holiday",
        "holiday national-day",
        "vacation winter"
      })
  void read_everyTiming_isEqual(String timing) {
    ActivityTemplate template = template(timing, Place.parse("操场"));
    assertThat(readBack(template)).containsExactly(template);
  }

  @ParameterizedTest
  @EnumSource
  void read_everyKind_isEqual(ActivityKind kind) {
    ActivityTemplate template =
        ActivityTemplate.of(
            TemplateId.of("x"),
            kind.wording(),
            kind,
            Timing.parse("week 1"),
            Post.OTHER,
            Place.parse("x"),
            1);
    assertThat(readBack(template)).containsExactly(template);
  }

  @Test
  void read_chineseHeadingsAndNeededColumnsAlone_isATemplate() {
    assertThat(
            SampleSchool.INTAKE
                .templates(
                    """
                    编号,名称,类别,时间,负责岗位,地点,时长(分钟)
                    parents,开学家长会,家长会,week 2 friday,班主任,操场,90
                    """,
                    SampleSchool.PARTNERS)
                .valuesOrThrow())
        .containsExactly(
            ActivityTemplate.of(
                TemplateId.of("parents"),
                Wording.of("开学家长会", "开学家长会"),
                ActivityKind.PARENTS_MEETING,
                Timing.parse("week 2 friday"),
                Post.HOMEROOM_TEACHER,
                Place.parse("操场"),
                90));
  }

  @Test
  void read_faults_areToldTogether_andNothingIsTaken() {
    IntakeResult<ActivityTemplate> result =
        SampleSchool.INTAKE.templates(
            TemplateCsv.write(List.of(MEETING, FULL))
                + "a:b,x,x,festival,grade 13,maybe,week 99,king,x,青石乡派出所,0,?\r\n"
                + "-full,x,x,festival,all,no,week 1,principal,x,,1,no\r\n"
                + "c,x\r\n"
                + "d,x,x,festival,all,no,week 1,principal,x,村委会,1,no\r\n",
            SampleSchool.PARTNERS);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 id contradicting-row",
            "row 4 audience syntax",
            "row 4 daysOff not-one-of",
            "row 4 eachClass not-one-of",
            "row 4 id id-with-colon",
            "row 4 leader not-one-of",
            "row 4 minutes not-a-number",
            "row 4 timing syntax",
            "row 5 id contradicting-row",
            "row 6  too-few-cells",
            "row 7 partner unknown-partner");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void read_partnerWhoseIdIsTheNameOfAnother_isTheOneOfThatId() {
    List<Partner> partners =
        List.of(
            Partner.of(
                PartnerId.of("other"),
                "police:post",
                PartnerKind.OTHER,
                DateRange.startingOn(SampleSchool.FIRST_DAY)),
            Partner.of(
                PartnerId.of("police:post"),
                "派出所",
                PartnerKind.POLICE_POST,
                DateRange.startingOn(SampleSchool.FIRST_DAY)));
    assertThat(
            SampleSchool.INTAKE
                .templates(TemplateCsv.write(List.of(FULL)), partners)
                .valuesOrThrow())
        .containsExactly(FULL);
  }

  @Test
  void write_textThatWouldBeReadOtherwise_isRefused() {
    for (Place place :
        List.of(
            new Place("教室", false),
            new Place("礼堂", true),
            new Place(" 操场", false),
            new Place("场".repeat(101), false))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TemplateCsv.write(List.of(template("week 1", place))))
          .withMessageContaining("parents");
    }
  }
}
