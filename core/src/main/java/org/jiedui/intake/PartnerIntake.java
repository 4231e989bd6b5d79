package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.id.PartnerId;
import org.jiedui.person.PhoneNumber;

/** Checks partners of a school: each by itself, with each other, and beside the stored ones. */
final class PartnerIntake {

  private final DraftValidator validator;
  private final ImmutableMap<PartnerId, Partner> stored;

  PartnerIntake(DraftValidator validator, Collection<Partner> stored) {
    this.validator = validator;
    this.stored = Maps.uniqueIndex(stored, Partner::id);
  }

  IntakeResult<Partner> check(List<DraftRow<PartnerDraft>> rows) {
    IntakeResult<Partner> partners =
        new RowCheck<PartnerDraft, Partner>()
            .run(rows, validator, "id", draft -> Texts.present(draft.id()), this::partner)
            .withoutClashes(Partner::isAmbiguousWith, "name", DraftRule.SAME_PARTNER_NAME);
    ImmutableList<Partner> staying = withoutThose(partners.values());
    return partners.checkedBy(each -> namesTaken(each, staying));
  }

  private Optional<Partner> partner(PartnerDraft draft, RowCheck<PartnerDraft, Partner>.Row row) {
    Days days = Days.of(draft.from(), draft.until(), row);
    if (!row.isGood()) {
      return Optional.empty();
    }
    Partner partner =
        new Partner(
            PartnerId.of(draft.id().strip()),
            draft.name().strip(),
            Texts.coded(PartnerKind.class, draft.kind()).orElseThrow(),
            Texts.present(draft.contact()),
            Texts.present(draft.phone()).map(PhoneNumber::of),
            days.range(),
            ImmutableSet.copyOf(Texts.allCoded(ActivityKind.class, draft.offers())));
    Partner known = stored.get(partner.id());
    if (known != null && !known.equals(partner)) {
      row.report("id", DraftRule.STORED_CORRECTED);
    }
    return Optional.of(partner);
  }

  /** The stored partners that good rows do not replace. */
  private ImmutableList<Partner> withoutThose(Collection<Partner> given) {
    ImmutableSet<PartnerId> replaced = given.stream().map(Partner::id).collect(toImmutableSet());
    return stored.values().stream()
        .filter(partner -> !replaced.contains(partner.id()))
        .collect(toImmutableList());
  }

  private static ImmutableList<Violation> namesTaken(
      IntakeResult.Accepted<Partner> row, Collection<Partner> others) {
    return others.stream()
        .filter(row.value()::isAmbiguousWith)
        .map(other -> Violation.of(row.row(), "name", DraftRule.PARTNER_NAME_TAKEN, other.id()))
        .collect(toImmutableList());
  }
}
