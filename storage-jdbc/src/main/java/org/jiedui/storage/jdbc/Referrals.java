package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.referral.Authority;
import org.jiedui.referral.HarmTrigger;
import org.jiedui.referral.Referral;
import org.jiedui.referral.Referral.Ending;
import org.jiedui.referral.Referral.Notice;
import org.jiedui.referral.Referral.Report;
import org.jiedui.referral.ReferralCause;
import org.jiedui.referral.SupportKind;
import org.jiedui.storage.ReferralWriter;
import org.jiedui.storage.Versioned;

/** Referrals with their reports. */
final class Referrals extends Owned<ReferralId, Referral> implements ReferralWriter {

  private static final Kind<ReferralId, Referral> KIND =
      new Kind<>(
          "referral",
          "{referral}",
          "referral_id",
          Columns.of(
              "child_id",
              "harm_triggers",
              "support",
              "noticed@",
              "noticed_by",
              "note",
              "raised_by",
              "recorded@",
              "ended@",
              "mistaken",
              "outcome",
              "ending_recorded@"),
          Referral::schoolId,
          Referral::id);
  private static final Columns REPORT =
      Columns.of(
          "school_id",
          "referral_id",
          "place",
          "authority",
          "partner_id",
          "reported@",
          "reported_by",
          "reference",
          "recorded@");

  /** What stands for support if the child needs none but stays away from school. */
  private static final String DROPPED_OUT = "dropped-out";

  Referrals(Session session) {
    super(session, KIND);
  }

  /** A report and of which referral it is. */
  private record Given(ReferralId owner, Report report) {}

  @Override
  void bind(Referral referral, Params params) {
    params.id(referral.childId());
    if (referral.cause() instanceof ReferralCause.SuspectedHarm harm) {
      params.codes(harm.triggers()).none();
    } else if (referral.cause() instanceof ReferralCause.Support support) {
      params.none().code(support.kind());
    } else if (referral.cause() instanceof ReferralCause.DroppedOut) {
      params.none().value(DROPPED_OUT);
    }
    Notice notice = referral.notice();
    params
        .instant(notice.at())
        .value(notice.by())
        .text(notice.note())
        .value(notice.raisedBy())
        .instant(notice.recordedAt())
        .instant(referral.ending().map(Ending::at));
    referral.ending().map(Ending::mistaken).ifPresentOrElse(params::flag, params::none);
    params
        .text(referral.ending().map(Ending::outcome))
        .instant(referral.ending().map(Ending::recordedAt));
  }

  @Override
  Referral read(SchoolId school, Row row) throws SQLException {
    Optional<Instant> ended = row.findInstant("ended");
    return new Referral(
        school,
        row.id("referral_id", ReferralId::of),
        row.id("child_id", ChildId::of),
        cause(row),
        new Notice(
            row.instant("noticed"),
            row.id("noticed_by", StaffId::of),
            row.findText("note"),
            row.id("raised_by", ActorId::of),
            row.instant("recorded")),
        ImmutableList.of(),
        ended.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Ending(
                    ended.get(),
                    row.flag("mistaken"),
                    row.text("outcome"),
                    row.instant("ending_recorded"))));
  }

  private static ReferralCause cause(Row row) throws SQLException {
    if (row.findText("harm_triggers").isPresent()) {
      return new ReferralCause.SuspectedHarm(row.codes("harm_triggers", HarmTrigger.class));
    }
    return row.text("support").equals(DROPPED_OUT)
        ? ReferralCause.droppedOut()
        : new ReferralCause.Support(row.code("support", SupportKind.class));
  }

  @Override
  ImmutableList<Versioned<Referral>> complete(
      SchoolId school, ImmutableList<Versioned<Referral>> bare, Which which) {
    ImmutableListMultimap<ReferralId, Given> reports =
        Multimaps.index(
            session()
                .list(
                    "SELECT * FROM {referral_report} WHERE school_id = ? AND "
                        + which.on("referral_id")
                        + " ORDER BY school_id, referral_id, place",
                    which.addTo(Params.of(school)),
                    row ->
                        new Given(
                            row.id("referral_id", ReferralId::of),
                            new Report(
                                row.code("authority", Authority.class),
                                row.findId("partner_id", PartnerId::of),
                                row.instant("reported"),
                                row.id("reported_by", StaffId::of),
                                row.findText("reference"),
                                row.instant("recorded")))),
            Given::owner);
    return bare.stream()
        .map(row -> new Versioned<>(with(row.value(), reports), row.version()))
        .collect(toImmutableList());
  }

  private static Referral with(Referral bare, ImmutableListMultimap<ReferralId, Given> reports) {
    return new Referral(
        bare.schoolId(),
        bare.id(),
        bare.childId(),
        bare.cause(),
        bare.notice(),
        reports.get(bare.id()).stream().map(Given::report).collect(toImmutableList()),
        bare.ending());
  }

  @Override
  void insertParts(List<Referral> referrals) {
    List<Params> rows = new ArrayList<>();
    for (Referral referral : referrals) {
      int place = 0;
      for (Report report : referral.reports()) {
        rows.add(
            Params.of(referral.schoolId())
                .id(referral.id())
                .number(place++)
                .code(report.to())
                .value(report.partner())
                .instant(report.at())
                .value(report.by())
                .text(report.reference())
                .instant(report.recordedAt()));
      }
    }
    session().updateAll(REPORT.insertInto("{referral_report}"), rows);
  }

  @Override
  void updateParts(Referral referral) {
    session()
        .update(
            "DELETE FROM {referral_report} WHERE school_id = ? AND referral_id = ?",
            Params.of(referral.schoolId()).id(referral.id()));
    insertParts(List.of(referral));
  }
}
