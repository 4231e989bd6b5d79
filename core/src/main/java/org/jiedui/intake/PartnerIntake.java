package org.jiedui.intake;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.id.PartnerId;
import org.jiedui.person.PhoneNumber;

/** Checks partners of a school, each by itself and with the others. */
final class PartnerIntake {

  private final DraftValidator validator;

  PartnerIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<Partner> check(List<DraftRow<PartnerDraft>> rows) {
    return new RowCheck<PartnerDraft, Partner>()
        .run(rows, validator, "id", draft -> Texts.present(draft.id()), PartnerIntake::partner)
        .withoutClashes(Partner::sharesNameWith, "name", DraftRule.SAME_PARTNER_NAME);
  }

  private static Optional<Partner> partner(
      PartnerDraft draft, RowCheck<PartnerDraft, Partner>.Row row) {
    Days days = Days.of(draft.from(), draft.until(), row);
    if (!row.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new Partner(
            PartnerId.of(draft.id().strip()),
            draft.name().strip(),
            Texts.coded(PartnerKind.class, draft.kind()).orElseThrow(),
            Texts.present(draft.contact()),
            Texts.present(draft.phone()).map(PhoneNumber::of),
            days.range(),
            ImmutableSet.copyOf(Texts.allCoded(ActivityKind.class, draft.offers()))));
  }
}
