package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.calendar.DayKind;
import org.jiedui.id.PartnerId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template is for, and on which days. */
class ActivityTemplateTest {

  private static final ActivityTemplate LECTURE =
      ActivityTemplate.of(
          TemplateId.of("safety"),
          Wording.of("防溺水讲座", "Water safety"),
          ActivityKind.SAFETY_LECTURE,
          Timing.parse("2 per term"),
          Post.VICE_PRINCIPAL,
          Place.parse("操场"),
          60);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # audience                          | the grades whose classes take part
          all                                 | 1 2 3 4 5 6 7 8 9 10 11 12
          grade 1-3                           | 1 2 3
          not grade 1-3                       | 4 5 6 7 8 9 10 11 12
          grade 1-3 and key-support           | 1 2 3
          key-support or boarding             | 1 2 3 4 5 6 7 8 9 10 11 12
          not (grade 2 or key-support)        | 1 3 4 5 6 7 8 9 10 11 12
          grade 1-6 and not grade 4           | 1 2 3 5 6
          """)
  void isForGrade_audience_asFarAsGradesTell(String audience, String grades) {
    ActivityTemplate template = LECTURE.forAudience(Scope.parse(audience));
    assertThat(
            IntStream.rangeClosed(1, 12)
                .filter(template::isForGrade)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(grades);
  }

  @Test
  void mayBeOn_daysOff_onlyIfWanted() {
    assertThat(Arrays.stream(DayKind.values()).filter(LECTURE::mayBeOn))
        .containsExactly(DayKind.TEACHING, DayKind.MAKE_UP);
    assertThat(Arrays.stream(DayKind.values()).filter(LECTURE.onDaysOffToo()::mayBeOn))
        .doesNotContain(DayKind.EXAM)
        .hasSize(DayKind.values().length - 1);
  }

  @Test
  void with_parts_changeNothingElse() {
    ActivityTemplate other =
        LECTURE
            .forEachClass()
            .withPartner(PartnerId.of("police"))
            .withTiming(Timing.parse("week 3"));
    assertThat(other.eachClass()).isTrue();
    assertThat(other.partner()).contains(PartnerId.of("police"));
    assertThat(other.timing()).hasToString("week 3");
    assertThat(other.title()).isEqualTo(LECTURE.title());
    assertThat(other.minutes()).isEqualTo(60);
  }

  @Test
  void of_idWithColon_isRejected() {
    assertThatThrownBy(
            () ->
                ActivityTemplate.of(
                    TemplateId.of("a:b"),
                    LECTURE.title(),
                    LECTURE.kind(),
                    LECTURE.timing(),
                    LECTURE.leader(),
                    LECTURE.place(),
                    60))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of template a:b must have no colon");
  }

  @ParameterizedTest
  @CsvSource({
    "家长会, PARENTS_MEETING",
    "安全与法制讲座, SAFETY_LECTURE",
    "节日活动, FESTIVAL",
    "主题班会, CLASS_MEETING",
    "亲情电话, FAMILY_PHONE",
    "家庭教育培训, GUARDIAN_TRAINING",
    "图书阅览, READING",
    "家长学校, GUARDIAN_TRAINING"
  })
  void find_kindsOfASchoolsFile(String name, ActivityKind kind) {
    assertThat(Coded.find(ActivityKind.class, name)).contains(kind);
  }

  @Test
  void place_classrooms_areNobodysAlone() {
    assertThat(Place.parse("各班教室")).isEqualTo(Place.classrooms());
    assertThat(Place.classrooms().wording().in(Locale.ENGLISH)).isEqualTo("own classrooms");
    assertThat(Place.parse("会议室").ownRooms()).isFalse();
  }
}
