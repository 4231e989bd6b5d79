package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Partner;
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
  private final ImmutableList<Partner> partners;

  TemplateIntake(DraftValidator validator, Collection<Partner> partners) {
    this.validator = validator;
    this.partners = ImmutableList.copyOf(partners);
  }

  IntakeResult<ActivityTemplate> check(List<DraftRow<TemplateDraft>> rows) {
    return new RowCheck<TemplateDraft, ActivityTemplate>()
        .run(rows, validator, "id", draft -> Texts.present(draft.id()), this::template);
  }

  private Optional<ActivityTemplate> template(
      TemplateDraft draft, RowCheck<TemplateDraft, ActivityTemplate>.Row row) {
    Optional<PartnerId> partner =
        PartnerText.find(draft.partner(), Optional.empty(), partners, row);
    String title = draft.titleChinese().strip();
    return Optional.of(
        new ActivityTemplate(
            TemplateId.of(draft.id().strip()),
            Wording.of(title, Texts.present(draft.titleEnglish()).orElse(title)),
            Texts.coded(ActivityKind.class, draft.kind()).orElseThrow(),
            Texts.present(draft.audience()).map(Scope::parse).orElseGet(Scope::all),
            Texts.isYes(draft.eachClass()),
            Timing.parse(draft.timing()),
            Texts.coded(Post.class, draft.leader()).orElseThrow(),
            Place.parse(draft.place().strip()),
            partner,
            Texts.number(draft.minutes()).orElseThrow(),
            Texts.isYes(draft.daysOff())));
  }
}
