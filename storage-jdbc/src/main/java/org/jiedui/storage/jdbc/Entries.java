package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.time.Timeline;

/** How the entries of a timeline stand in a table. */
final class Entries {

  /** The columns that every table of entries has. */
  static final String[] COLUMNS = {"valid_from", "valid_until", "recorded@", "held"};

  private Entries() {}

  static void bind(Timeline.Entry<?> entry, Params params) {
    params
        .day(entry.days().start())
        .day(entry.days().last())
        .instant(entry.recordedAt())
        .flag(entry.value().isPresent());
  }

  static <T> Timeline.Entry<T> read(Row row, Row.Mapper<T> value) throws SQLException {
    return new Timeline.Entry<>(
        row.days("valid_from", "valid_until"),
        row.flag("held") ? Optional.of(value.read(row)) : Optional.empty(),
        row.instant("recorded"));
  }
}
