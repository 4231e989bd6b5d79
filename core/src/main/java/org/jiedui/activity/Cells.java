package org.jiedui.activity;

import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** The cells of one line of quotas, read by their headings. */
final class Cells {

  private final List<String> cells;

  Cells(List<String> cells) {
    this.cells = cells;
  }

  String of(String column) {
    return cells.get(ActivityQuota.COLUMNS.indexOf(column));
  }

  Optional<String> find(String column) {
    return Optional.of(of(column)).filter(text -> !text.isEmpty());
  }

  <T> T read(String column, Function<String, T> parser) {
    try {
      return parser.apply(of(column));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
      throw new IllegalArgumentException(
          "column " + column + " cannot hold \"" + of(column) + "\"", e);
    }
  }
}
