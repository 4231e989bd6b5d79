package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.time.Tenure;
import org.jiedui.time.Tenure.Closing;

/** How a tenure stands in a table. */
final class Tenures {

  /** The columns that every table of tenures has. */
  static final String[] COLUMNS = {
    "first_day", "recorded@", "last_day", "closing_reason", "closed@"
  };

  private Tenures() {}

  static void bind(Tenure tenure, Params params) {
    params
        .day(tenure.from())
        .instant(tenure.recordedAt())
        .day(tenure.closing().map(Closing::lastDay))
        .text(tenure.closing().map(Closing::reason))
        .instant(tenure.closing().map(Closing::recordedAt));
  }

  static Tenure read(Row row) throws SQLException {
    Optional<String> reason = row.findText("closing_reason");
    return new Tenure(
        row.day("first_day"),
        row.instant("recorded"),
        reason.isEmpty()
            ? Optional.empty()
            : Optional.of(new Closing(row.day("last_day"), reason.get(), row.instant("closed"))));
  }
}
