package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.person.SchoolCode;
import org.jiedui.school.School;

/** Schools. */
final class Schools extends SchoolRecords<Schools.Bare, School> {

  /** What a school's row says. */
  record Bare(String name, Optional<SchoolCode> code, ZoneId zone) {}

  Schools(Session session) {
    super(session, "school", "{school}", "name", "school_code", "time_zone");
  }

  @Override
  void bind(School school, Params params) {
    params
        .text(school.name())
        .text(school.code().map(SchoolCode::text))
        .text(school.zone().getId());
  }

  @Override
  Bare read(Row row) throws SQLException {
    return new Bare(
        row.text("name"),
        row.findText("school_code").map(SchoolCode::parse),
        ZoneId.of(row.text("time_zone")));
  }

  @Override
  School complete(SchoolId school, Bare bare) {
    return new School(school, bare.name(), bare.code(), bare.zone());
  }
}
