package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.activity.Partner;
import org.jiedui.id.PartnerId;

/** Whom somebody means who writes down a partner of the school. */
final class PartnerText {

  private PartnerText() {}

  /**
   * Finds a partner by its name, or takes its id as it is; reports at the row if a name is that of
   * none, or of several.
   */
  static Optional<PartnerId> find(
      String text, Collection<Partner> partners, RowCheck<?, ?>.Row row) {
    Optional<String> given = Texts.present(text);
    Optional<PartnerId> found = given.flatMap(name -> find(name, partners));
    if (given.isPresent() && found.isEmpty()) {
      row.report("partner", DraftRule.UNKNOWN_PARTNER);
    }
    return found;
  }

  private static Optional<PartnerId> find(String text, Collection<Partner> partners) {
    ImmutableList<PartnerId> named =
        partners.stream()
            .filter(partner -> partner.name().equals(text))
            .map(Partner::id)
            .collect(toImmutableList());
    if (named.isEmpty()) {
      return Optional.of(text).filter(Texts::isId).map(PartnerId::of);
    }
    return named.stream().findFirst().filter(only -> named.size() == 1);
  }
}
