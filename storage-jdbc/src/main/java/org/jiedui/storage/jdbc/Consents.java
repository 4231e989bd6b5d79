package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.GuardianConsent.Withdrawal;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.ConsentWriter;

/** Guardians' consents. */
final class Consents extends Owned<ConsentId, GuardianConsent> implements ConsentWriter {

  private static final Kind<ConsentId, GuardianConsent> KIND =
      new Kind<>(
          "consent",
          "{guardian_consent}",
          "consent_id",
          Columns.of(
              "child_id",
              "purpose",
              "given_by",
              "given_on",
              "valid_until",
              "recorded@",
              "withdrawn_on",
              "withdrawn@"),
          GuardianConsent::schoolId,
          GuardianConsent::id);

  Consents(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(GuardianConsent consent, Params params) {
    params
        .id(consent.childId())
        .code(consent.purpose())
        .code(consent.givenBy())
        .day(consent.givenOn())
        .day(consent.validUntil())
        .instant(consent.recordedAt())
        .day(consent.withdrawal().map(Withdrawal::on))
        .instant(consent.withdrawal().map(Withdrawal::recordedAt));
  }

  @Override
  GuardianConsent read(SchoolId school, Row row) throws SQLException {
    Optional<LocalDate> withdrawnOn = row.findDay("withdrawn_on");
    return new GuardianConsent(
        school,
        row.id("consent_id", ConsentId::of),
        row.id("child_id", ChildId::of),
        row.code("purpose", ConsentPurpose.class),
        row.code("given_by", ConsentGiver.class),
        row.day("given_on"),
        row.findDay("valid_until"),
        row.instant("recorded"),
        withdrawnOn.isEmpty()
            ? Optional.empty()
            : Optional.of(new Withdrawal(withdrawnOn.get(), row.instant("withdrawn"))));
  }
}
