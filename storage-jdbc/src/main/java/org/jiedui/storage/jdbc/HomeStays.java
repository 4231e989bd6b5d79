package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.HomeStay.CallingOff;
import org.jiedui.mentor.StayKind;
import org.jiedui.storage.HomeStayWriter;

/** Visits and stays. */
final class HomeStays extends Owned<HomeStayId, HomeStay> implements HomeStayWriter {

  private static final Kind<HomeStayId, HomeStay> KIND =
      new Kind<>(
          "home stay",
          "{home_stay}",
          "stay_id",
          Columns.of(
              "guest",
              "host",
              "kind",
              "first_day",
              "last_day",
              "recorded@",
              "calling_off_reason",
              "called_off@"),
          HomeStay::schoolId,
          HomeStay::id);

  HomeStays(Session session) {
    super(session, KIND, "guest", "host");
  }

  @Override
  void bind(HomeStay stay, Params params) {
    params
        .value(stay.guest())
        .value(stay.host())
        .code(stay.kind())
        .day(stay.days().start())
        .day(stay.days().last())
        .instant(stay.recordedAt())
        .text(stay.callingOff().map(CallingOff::reason))
        .instant(stay.callingOff().map(CallingOff::recordedAt));
  }

  @Override
  HomeStay read(SchoolId school, Row row) throws SQLException {
    Optional<String> reason = row.findText("calling_off_reason");
    return new HomeStay(
        school,
        row.id("stay_id", HomeStayId::of),
        row.id("guest", ChildId::of),
        row.id("host", ChildId::of),
        row.code("kind", StayKind.class),
        row.days("first_day", "last_day"),
        row.instant("recorded"),
        reason.isEmpty()
            ? Optional.empty()
            : Optional.of(new CallingOff(reason.get(), row.instant("called_off"))));
  }
}
