package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.texts;

import java.util.List;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Place;
import org.jiedui.activity.Timing;
import org.jiedui.id.PartnerId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;

class IntakeTemplatesTest {

  private static IntakeResult<ActivityTemplate> templates(String... changes) {
    return SampleSchool.INTAKE.templates(Drafts.goodRows(TemplateDraft.class, changes));
  }

  @Test
  void templates_row_becomesATemplate() {
    assertThat(templates("").valuesOrThrow())
        .containsExactly(
            ActivityTemplate.of(
                    TemplateId.of("parents"),
                    Wording.of("开学家长会", "开学家长会"),
                    ActivityKind.PARENTS_MEETING,
                    Timing.parse("week 2 friday"),
                    Post.HOMEROOM_TEACHER,
                    Place.classrooms(),
                    90)
                .forEachClass());
  }

  @Test
  void templates_rowWithEverything_becomesATemplate() {
    assertThat(
            templates(
                    "titleEnglish=Parents && audience=grade 1-3 && eachClass=否 && daysOff=是"
                        + " && timing=  near mid-autumn-festival from -3 to 1 && place=操场"
                        + " && partner=police-post && minutes=45 && leader=chief-counsellor")
                .valuesOrThrow())
        .containsExactly(
            new ActivityTemplate(
                TemplateId.of("parents"),
                Wording.of("开学家长会", "Parents"),
                ActivityKind.PARENTS_MEETING,
                Scope.parse("grade 1-3"),
                false,
                Timing.parse("near mid-autumn-festival from -3 to 1"),
                Post.CHIEF_COUNSELLOR,
                Place.parse("操场"),
                Optional.of(PartnerId.of("police-post")),
                45,
                true));
  }

  @Test
  void templates_manyFaults_areToldTogether_andNoneGoesIn() {
    IntakeResult<ActivityTemplate> result =
        templates(
            "id=a:b && minutes=0 && kind=x && eachClass=x",
            "id= && timing=week 99 && audience=grade ==",
            "id=same",
            "id=same && minutes=60",
            "id=good && titleChinese= && place= && leader=x && daysOff=x && partner=乡派出所");
    assertThat(result.values()).isEmpty();
    assertThat(texts(result.violations()))
        .containsExactlyInAnyOrder(
            "row 2 id not-an-id",
            "row 2 minutes not-a-number",
            "row 2 kind not-one-of",
            "row 2 eachClass not-one-of",
            "row 3 id required",
            "row 3 timing syntax",
            "row 3 audience syntax",
            "row 4 id contradicting-row",
            "row 5 id contradicting-row",
            "row 6 titleChinese required",
            "row 6 place required",
            "row 6 leader not-one-of",
            "row 6 daysOff not-one-of",
            "row 6 partner not-an-id");
    assertThat(List.copyOf(templates("", "id=other").values())).hasSize(2);
  }
}
