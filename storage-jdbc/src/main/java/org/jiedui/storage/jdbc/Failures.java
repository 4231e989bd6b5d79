package org.jiedui.storage.jdbc;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jiedui.storage.ConstraintBrokenException;
import org.jiedui.storage.OutcomeUnknownException;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.StoreTimedOutException;
import org.jiedui.storage.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a driver throws into what a store throws.
 *
 * <p>Drivers put values into their messages, so the cause that is handed on is a copy: the class,
 * the SQL state, the vendor's code and the stack trace, without the message.
 */
final class Failures {

  private static final int MARIADB_DUPLICATE = 1062;
  private static final int MARIADB_CHECK = 4025;

  private static final ImmutableSet<String> TIMED_OUT_STATES =
      ImmutableSet.of("57014", "55P03", "HYT00", "HYT01", "40001", "40P01", "70100", "90131");
  private static final ImmutableSet<Integer> MARIADB_TIMED_OUT =
      ImmutableSet.of(1205, 1213, 1969, 3024);
  private static final ImmutableSet<String> UNAVAILABLE_STATES =
      ImmutableSet.of(
          "57P01", "57P02", "57P03", "57P05", "25P03", "53300", "90020", "90067", "90098", "90121");

  /** Too many connections of a user, and a connection that was killed: their states do not tell. */
  private static final ImmutableSet<Integer> MARIADB_UNAVAILABLE =
      ImmutableSet.of(1203, 1226, 1927);

  /** What is given up, and certainly so, for another's sake. */
  private static final ImmutableSet<String> GIVEN_UP_STATES =
      ImmutableSet.of("40001", "40P01", "90131");

  /** What a failure comes down to. */
  enum Kind {
    DUPLICATE,
    CONSTRAINT,
    TIMED_OUT,
    UNAVAILABLE,
    OTHER
  }

  private Failures() {}

  static Kind kindOf(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    int code = failure.getErrorCode();
    if (state.equals("23505") || (state.equals("23000") && code == MARIADB_DUPLICATE)) {
      return Kind.DUPLICATE;
    }
    if (MARIADB_UNAVAILABLE.contains(code)) {
      return Kind.UNAVAILABLE;
    }
    if (TIMED_OUT_STATES.contains(state)
        || failure instanceof SQLTimeoutException
        || MARIADB_TIMED_OUT.contains(code)) {
      return Kind.TIMED_OUT;
    }
    if (state.startsWith("08")
        || UNAVAILABLE_STATES.contains(state)
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException) {
      return Kind.UNAVAILABLE;
    }
    if (state.startsWith("22") || state.startsWith("23") || code == MARIADB_CHECK) {
      return Kind.CONSTRAINT;
    }
    return Kind.OTHER;
  }

  /** Whether a driver's message names an index. */
  static boolean names(SQLException failure, String index) {
    return Ascii.toLowerCase(String.valueOf(failure.getMessage())).contains(index);
  }

  /**
   * Returns what a store throws.
   *
   * @param failure what the driver threw
   * @param what what was done, with ids alone
   */
  static StorageException of(SQLException failure, String what) {
    SQLException cause = withoutValues(failure);
    return switch (kindOf(failure)) {
      case UNAVAILABLE ->
          new StoreUnavailableException("the database was not reached for " + what, cause);
      case TIMED_OUT -> new StoreTimedOutException("the database gave up on " + what, cause);
      case DUPLICATE, CONSTRAINT ->
          new ConstraintBrokenException("the database cannot keep " + what, cause);
      case OTHER -> new StorageException("the database failed on " + what, cause);
    };
  }

  /**
   * Returns what a store throws when there is no connection to be had, or no schema. Nothing of a
   * child was sent by then, so the driver's message is handed on.
   */
  static StorageException ofOpening(SQLException failure, String what) {
    return kindOf(failure) == Kind.UNAVAILABLE || kindOf(failure) == Kind.TIMED_OUT
        ? new StoreUnavailableException("the database was not reached for " + what, failure)
        : new StorageException("the database failed on " + what, failure);
  }

  /** Returns what a store throws when the commit of a write failed. */
  static StorageException ofCommit(SQLException failure) {
    return switch (kindOf(failure)) {
      case DUPLICATE, CONSTRAINT -> of(failure, "the commit of a write");
      case TIMED_OUT ->
          GIVEN_UP_STATES.contains(failure.getSQLState())
              ? of(failure, "the commit of a write")
              : outcomeUnknown(failure);
      case UNAVAILABLE, OTHER -> outcomeUnknown(failure);
    };
  }

  private static OutcomeUnknownException outcomeUnknown(SQLException failure) {
    return new OutcomeUnknownException(
        "the database was lost during the commit of a write", withoutValues(failure));
  }

  /** Returns a copy without the message, and of every cause as well. */
  static SQLException withoutValues(SQLException failure) {
    SQLException copy =
        new SQLException(
            failure.getClass().getName() + " (message withheld: it may hold values)",
            failure.getSQLState(),
            failure.getErrorCode(),
            withoutValues(failure.getCause()));
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  static @Nullable Throwable withoutValues(@Nullable Throwable cause) {
    if (cause == null) {
      return null;
    }
    if (cause instanceof SQLException failure) {
      return withoutValues(failure);
    }
    Throwable copy =
        new Exception(cause.getClass().getName() + " (message withheld: it may hold values)");
    copy.setStackTrace(cause.getStackTrace());
    return copy;
  }
}
