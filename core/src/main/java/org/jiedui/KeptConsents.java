package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;

/** The consents of one purpose, as a desk records and withdraws them. */
final class KeptConsents {

  private final Gate gate;
  private final ConsentPurpose purpose;

  KeptConsents(Gate gate, ConsentPurpose purpose) {
    this.gate = gate;
    this.purpose = purpose;
  }

  GuardianConsent give(
      CareWriter writer,
      SchoolId school,
      ChildId child,
      ConsentGiver givenBy,
      LocalDate givenOn,
      Optional<LocalDate> validUntil) {
    GuardianConsent consent =
        new GuardianConsent(
            school,
            gate.newId(ConsentId::of),
            writer.children().get(school, child).value().id(),
            purpose,
            givenBy,
            givenOn,
            validUntil,
            gate.now(),
            Optional.empty());
    writer.consents().insert(consent);
    return consent;
  }

  GuardianConsent withdraw(CareWriter writer, SchoolId school, ConsentId id, LocalDate on) {
    Versioned<GuardianConsent> stored = writer.consents().get(school, id);
    checkArgument(
        stored.value().purpose() == purpose,
        "consent %s is to something else than %s",
        id,
        purpose.code());
    GuardianConsent withdrawn =
        stored.value().withdrawn(new GuardianConsent.Withdrawal(on, gate.now()));
    writer.consents().update(withdrawn, stored.version());
    return withdrawn;
  }

  ImmutableList<GuardianConsent> ofChild(CareReader reader, SchoolId school, ChildId child) {
    return reader.consents().ofChild(school, child).stream()
        .filter(consent -> consent.purpose() == purpose)
        .collect(toImmutableList());
  }
}
