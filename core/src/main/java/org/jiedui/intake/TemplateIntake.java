package org.jiedui.intake;

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

/** Checks templates of activities. */
final class TemplateIntake {

  private final DraftValidator validator;

  TemplateIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<ActivityTemplate> check(List<DraftRow<TemplateDraft>> rows) {
    return new RowCheck<TemplateDraft, ActivityTemplate>()
        .run(
            rows,
            validator,
            "id",
            draft -> RowKeys.of(draft.id().strip()),
            (draft, row) -> Optional.of(template(draft)));
  }

  private static ActivityTemplate template(TemplateDraft draft) {
    String chinese = draft.titleChinese().strip();
    return new ActivityTemplate(
        TemplateId.of(draft.id().strip()),
        Wording.of(chinese, Texts.present(draft.titleEnglish()).orElse(chinese)),
        Texts.coded(ActivityKind.class, draft.kind()).orElseThrow(),
        Texts.present(draft.audience()).map(Scope::parse).orElseGet(Scope::all),
        isYes(draft.eachClass()),
        Timing.parse(draft.timing().strip()),
        Texts.coded(Post.class, draft.leader()).orElseThrow(),
        Place.parse(draft.place().strip()),
        Texts.present(draft.partner()).map(PartnerId::of),
        Texts.number(draft.minutes()).orElseThrow(),
        isYes(draft.daysOff()));
  }

  private static boolean isYes(String text) {
    return Texts.coded(YesNo.class, text).orElse(YesNo.NO) == YesNo.YES;
  }
}
