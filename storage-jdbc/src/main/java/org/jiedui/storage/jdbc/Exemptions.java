package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.ExemptionWriter;

/** Exemptions. */
final class Exemptions extends Owned<ExemptionId, Exemption> implements ExemptionWriter {

  private static final Kind<ExemptionId, Exemption> KIND =
      new Kind<>(
          "exemption",
          "{exemption}",
          "exemption_id",
          Columns.of(
              "child_id",
              "first_day",
              "last_day",
              "rule_id",
              "reason",
              "approved_by",
              "recorded@",
              "withdrawn@"),
          Exemption::schoolId,
          Exemption::id);

  Exemptions(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(Exemption exemption, Params params) {
    params
        .id(exemption.childId())
        .day(exemption.days().start())
        .day(exemption.days().last())
        .value(exemption.rule())
        .text(exemption.reason())
        .value(exemption.approvedBy())
        .instant(exemption.recordedAt())
        .instant(exemption.withdrawnAt());
  }

  @Override
  Exemption read(SchoolId school, Row row) throws SQLException {
    return new Exemption(
        school,
        row.id("child_id", ChildId::of),
        row.id("exemption_id", ExemptionId::of),
        row.days("first_day", "last_day"),
        row.findId("rule_id", RuleId::of),
        row.text("reason"),
        row.id("approved_by", StaffId::of),
        row.instant("recorded"),
        row.findInstant("withdrawn"));
  }
}
