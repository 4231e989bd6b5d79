package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.activity.Partner;
import org.jiedui.id.PartnerId;

/** Whom somebody means who writes down a partner of the school. */
final class PartnerText {

  private PartnerText() {}

  /**
   * Finds a partner by its id or else by its name, or takes an id that none has as it is; reports
   * at the row if a name is that of none, or of several. Of several of one name that did not work
   * with the school at the same time, the one of a day is meant, or the one without an end if there
   * is no day.
   */
  static Optional<PartnerId> find(
      String text, Optional<LocalDate> day, Collection<Partner> partners, RowCheck<?, ?>.Row row) {
    Optional<String> given = Texts.present(text);
    Optional<PartnerId> found = given.flatMap(name -> find(name, day, partners));
    if (given.isPresent() && found.isEmpty()) {
      row.report("partner", DraftRule.UNKNOWN_PARTNER);
    }
    return found;
  }

  private static Optional<PartnerId> find(
      String text, Optional<LocalDate> day, Collection<Partner> partners) {
    ImmutableList<Partner> named =
        partners.stream().filter(partner -> partner.name().equals(text)).collect(toImmutableList());
    if (named.isEmpty() || partners.stream().anyMatch(each -> each.id().value().equals(text))) {
      return Optional.of(text).filter(Texts::isId).map(PartnerId::of);
    }
    return only(named)
        .or(
            () ->
                only(
                    named.stream()
                        .filter(
                            partner ->
                                day.map(partner.days()::contains).orElse(!partner.days().hasEnd()))
                        .collect(toImmutableList())))
        .map(Partner::id);
  }

  private static Optional<Partner> only(ImmutableList<Partner> partners) {
    return partners.stream().findFirst().filter(first -> partners.size() == 1);
  }
}
