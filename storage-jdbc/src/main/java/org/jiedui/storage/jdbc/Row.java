package org.jiedui.storage.jdbc;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jspecify.annotations.Nullable;

/** The row that a result is at, read by the names of its columns. */
final class Row {

  private final ResultSet result;
  private final Dialect dialect;

  Row(ResultSet result, Dialect dialect) {
    this.result = result;
    this.dialect = dialect;
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Mapper<T> {

    /** Returns what a row says. */
    T read(Row row) throws SQLException;
  }

  /** Returns the result itself, for what is read by the million. */
  ResultSet result() {
    return result;
  }

  String text(String column) throws SQLException {
    return requireNonNull(result.getString(column), column);
  }

  Optional<String> findText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  <K> K id(String column, Function<String, K> type) throws SQLException {
    return type.apply(text(column));
  }

  <K> Optional<K> findId(String column, Function<String, K> type) throws SQLException {
    return findText(column).map(type);
  }

  <E extends Enum<E> & Coded> E code(String column, Class<E> type) throws SQLException {
    return code(type, text(column));
  }

  <E extends Enum<E> & Coded> Optional<E> findCode(String column, Class<E> type)
      throws SQLException {
    return findText(column).map(text -> code(type, text));
  }

  static <E extends Enum<E> & Coded> E code(Class<E> type, String code) {
    for (E each : type.getEnumConstants()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    throw new IllegalStateException(
        "the database has an unknown code of " + type.getSimpleName() + ": " + code);
  }

  /** Returns the codes that {@link Params#codes} wrote. */
  <E extends Enum<E> & Coded> ImmutableSet<E> codes(String column, Class<E> type)
      throws SQLException {
    return codes(type, text(column));
  }

  private static <E extends Enum<E> & Coded> ImmutableSet<E> codes(Class<E> type, String text) {
    return Arrays.stream(text.split(",", 0))
        .filter(code -> !code.isEmpty())
        .map(code -> code(type, code))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the codes that {@link Params#codes} wrote; none if there is no text. */
  <E extends Enum<E> & Coded> ImmutableSet<E> findCodes(String column, Class<E> type)
      throws SQLException {
    return findText(column)
        .filter(text -> text.length() > 1)
        .map(text -> codes(type, text))
        .orElse(ImmutableSet.of());
  }

  LocalDate day(String column) throws SQLException {
    return requireNonNull(result.getObject(column, LocalDate.class), column);
  }

  Optional<LocalDate> findDay(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, LocalDate.class));
  }

  DateRange days(String first, String last) throws SQLException {
    return DateRange.ofClosed(day(first), findDay(last));
  }

  int number(String column) throws SQLException {
    return result.getInt(column);
  }

  long bigNumber(String column) throws SQLException {
    return result.getLong(column);
  }

  boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  Optional<Boolean> findFlag(String column) throws SQLException {
    boolean flag = result.getBoolean(column);
    return result.wasNull() ? Optional.empty() : Optional.of(flag);
  }

  Optional<Integer> findNumber(String column) throws SQLException {
    int number = result.getInt(column);
    return result.wasNull() ? Optional.empty() : Optional.of(number);
  }

  /** Returns an instant of two columns. */
  Instant instant(String base) throws SQLException {
    return findInstant(base).orElseThrow();
  }

  Optional<Instant> findInstant(String base) throws SQLException {
    @Nullable LocalDateTime utc = dialect.timestamp(result, base + "_at");
    return utc == null
        ? Optional.empty()
        : Optional.of(utc.toInstant(ZoneOffset.UTC).plusNanos(result.getInt(base + "_nanos")));
  }
}
