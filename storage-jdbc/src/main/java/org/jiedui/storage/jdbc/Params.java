package org.jiedui.storage.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.ConstraintBrokenException;
import org.jiedui.text.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement, the school's id first, and the ids by which a failure names it.
 */
final class Params {

  /** MariaDB has no other years, and for some of them keeps another without a word. */
  private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant END_OF_INSTANTS = Instant.parse("+10000-01-01T00:00:00Z");

  private final SchoolId school;
  private final StringBuilder subject;
  private final List<@Nullable Object> values = new ArrayList<>();

  private Params(SchoolId school) {
    this.school = school;
    this.subject = new StringBuilder(school.value());
    values.add(school.value());
  }

  /** Begins with a school. */
  static Params of(SchoolId school) {
    return new Params(school);
  }

  SchoolId school() {
    return school;
  }

  /** Returns the ids, for a message. */
  String subject() {
    return subject.toString();
  }

  /** Adds an id of {@code org.jiedui.id} by which a failure names the statement. */
  @CanIgnoreReturnValue
  Params id(Object id) {
    subject.append('/').append(id);
    return value(id);
  }

  /** Adds another id, which a failure does not name. */
  @CanIgnoreReturnValue
  Params value(Object id) {
    values.add(id.toString());
    return this;
  }

  /** Adds ids. */
  @CanIgnoreReturnValue
  Params values(Collection<?> ids) {
    ids.forEach(this::value);
    return this;
  }

  @CanIgnoreReturnValue
  Params value(Optional<?> id) {
    values.add(id.map(Object::toString).orElse(null));
    return this;
  }

  @CanIgnoreReturnValue
  Params code(Coded coded) {
    values.add(coded.code());
    return this;
  }

  @CanIgnoreReturnValue
  Params code(Optional<? extends Coded> coded) {
    values.add(coded.map(Coded::code).orElse(null));
    return this;
  }

  /** Adds codes as a text, in their order: {@code ,child,carer,}. */
  @CanIgnoreReturnValue
  Params codes(Iterable<? extends Coded> all) {
    StringBuilder text = new StringBuilder(",");
    all.forEach(each -> text.append(each.code()).append(','));
    values.add(text.toString());
    return this;
  }

  /**
   * Adds a text.
   *
   * @throws ConstraintBrokenException if it has characters that no database keeps
   */
  @CanIgnoreReturnValue
  Params text(String text) {
    if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(Params::isHalfAPair)) {
      throw new ConstraintBrokenException(
          "a text of " + subject + " has a character that no database keeps", null);
    }
    values.add(text);
    return this;
  }

  private static boolean isHalfAPair(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  @CanIgnoreReturnValue
  Params text(Optional<String> text) {
    text.ifPresentOrElse(this::text, this::none);
    return this;
  }

  /**
   * Adds a day.
   *
   * @throws ConstraintBrokenException if its year is not one of 1 to 9999
   */
  @CanIgnoreReturnValue
  Params day(LocalDate day) {
    check(day.getYear() >= 1 && day.getYear() <= 9999, "a day");
    values.add(day);
    return this;
  }

  @CanIgnoreReturnValue
  Params day(Optional<LocalDate> day) {
    day.ifPresentOrElse(this::day, this::none);
    return this;
  }

  private void check(boolean kept, String what) {
    if (!kept) {
      throw new ConstraintBrokenException(
          what + " of " + subject + " lies in a year that is not one of 1 to 9999", null);
    }
  }

  @CanIgnoreReturnValue
  Params number(long number) {
    values.add(number);
    return this;
  }

  @CanIgnoreReturnValue
  Params number(Optional<Integer> number) {
    values.add(number.orElse(null));
    return this;
  }

  @CanIgnoreReturnValue
  Params flag(boolean flag) {
    values.add(flag);
    return this;
  }

  @CanIgnoreReturnValue
  Params flag(Optional<Boolean> flag) {
    values.add(flag.orElse(null));
    return this;
  }

  /**
   * Adds an instant, which takes two columns.
   *
   * @throws ConstraintBrokenException if its year is not one of 1 to 9999
   */
  @CanIgnoreReturnValue
  Params instant(Instant instant) {
    check(!instant.isBefore(FIRST_INSTANT) && instant.isBefore(END_OF_INSTANTS), "an instant");
    Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
    values.add(LocalDateTime.ofInstant(micros, ZoneOffset.UTC));
    values.add((int) ChronoUnit.NANOS.between(micros, instant));
    return this;
  }

  @CanIgnoreReturnValue
  Params instant(Optional<Instant> instant) {
    instant.ifPresentOrElse(this::instant, () -> none(2));
    return this;
  }

  /** Adds nothing for a column. */
  @CanIgnoreReturnValue
  Params none() {
    return none(1);
  }

  /** Adds nothing for some columns. */
  @CanIgnoreReturnValue
  Params none(int columns) {
    for (int i = 0; i < columns; i++) {
      values.add(null);
    }
    return this;
  }

  void bind(PreparedStatement statement, Dialect dialect) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      statement.setObject(
          i + 1, value instanceof LocalDateTime utc ? dialect.timestamp(utc) : value);
    }
  }

  /** Returns the ids alone: the rest is personal. */
  @Override
  public String toString() {
    return "Params[" + subject + "]";
  }
}
