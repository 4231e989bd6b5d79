package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a {@link JdbcCareStore} lives in a host's database.
 *
 * <pre>{@code
 * JdbcOptions.defaults().withSchema("care").withPrefix("jd_")
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param prefix what the names of all tables and indexes begin with: lower-case letters, digits and
 *     underscores, at most 20 characters
 * @param schema the schema (in MariaDB: the database) that the tables are in, or empty for the one
 *     of the connection; lower-case letters, digits and underscores
 * @param migrates whether opening creates and migrates the schema; if not, the host runs the
 *     scripts, and opening only checks that it did
 * @param hostTransaction finds the host's transaction
 */
public record JdbcOptions(
    String prefix, Optional<String> schema, boolean migrates, HostTransaction hostTransaction) {

  /** What the names of tables begin with unless said otherwise. */
  public static final String DEFAULT_PREFIX = "jiedui_";

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,19}");
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /**
   * Creates options.
   *
   * @param prefix what the names of all tables and indexes begin with
   * @param schema the schema that the tables are in, or empty for the one of the connection
   * @param migrates whether opening creates and migrates the schema
   * @param hostTransaction finds the host's transaction
   * @throws IllegalArgumentException if the prefix or the schema has another form
   */
  public JdbcOptions {
    requireNonNull(prefix, "prefix");
    requireNonNull(schema, "schema");
    requireNonNull(hostTransaction, "hostTransaction");
    checkArgument(
        PREFIX.matcher(prefix).matches(),
        "prefix (%s) must be 1 to 20 of a-z 0-9 _ and begin with a letter",
        prefix);
    checkArgument(
        schema.map(name -> SCHEMA.matcher(name).matches()).orElse(true),
        "schema (%s) must be 1 to 63 of a-z 0-9 _ and begin with a letter",
        schema.orElse(null));
  }

  /**
   * Returns the options of a store that has the connection's schema, migrates it, and has its own
   * transactions.
   *
   * @return the options
   */
  public static JdbcOptions defaults() {
    return new JdbcOptions(DEFAULT_PREFIX, Optional.empty(), true, Optional::empty);
  }

  /**
   * Returns the same options with another prefix.
   *
   * @param start what the names of all tables and indexes begin with
   * @return the options
   * @throws IllegalArgumentException if the prefix has another form
   */
  public JdbcOptions withPrefix(String start) {
    return new JdbcOptions(start, schema, migrates, hostTransaction);
  }

  /**
   * Returns the same options with a schema; it is created if it is not there.
   *
   * @param name the schema that the tables are in
   * @return the options
   * @throws IllegalArgumentException if the name has another form
   */
  public JdbcOptions withSchema(String name) {
    return new JdbcOptions(prefix, Optional.of(name), migrates, hostTransaction);
  }

  /**
   * Returns the same options for a host that runs the scripts itself, or that gives read-only
   * connections. They are in the jar, in {@code org/jiedui/storage/jdbc/schema}.
   *
   * @return the options
   */
  public JdbcOptions withoutMigration() {
    return new JdbcOptions(prefix, schema, false, hostTransaction);
  }

  /**
   * Returns the same options for a host with transactions that Jiedui joins.
   *
   * @param host finds the host's transaction
   * @return the options
   */
  public JdbcOptions withHostTransaction(HostTransaction host) {
    return new JdbcOptions(prefix, schema, migrates, host);
  }

  /** Returns the prefix and the schema. */
  @Override
  public String toString() {
    return "JdbcOptions[" + schema.map(name -> name + ".").orElse("") + prefix + "]";
  }
}
