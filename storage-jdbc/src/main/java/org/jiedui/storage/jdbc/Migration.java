package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jiedui.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a schema to the version that this jar has.
 *
 * <p>The scripts are plain SQL, so that a host can run them itself; for Flyway they are read with
 * the host's prefix in place of {@link JdbcOptions#DEFAULT_PREFIX}. Flyway's history has a table of
 * its own, beside that of a host.
 */
final class Migration {

  /** The scripts, in order: the one at index i makes version i + 1. */
  static final ImmutableList<String> SCRIPTS = ImmutableList.of("V1__first_tables.sql");

  private final DataSource dataSource;
  private final Dialect dialect;
  private final JdbcOptions options;
  private final Names names;

  Migration(DataSource dataSource, Dialect dialect, JdbcOptions options, Names names) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.options = options;
    this.names = names;
  }

  /** Returns the version that this jar reads and writes. */
  static int latestVersion() {
    return SCRIPTS.size();
  }

  /**
   * Migrates the schema if the options say so, and checks its version.
   *
   * @throws StorageException if the schema is newer, or older and not to be migrated
   */
  void run() {
    Optional<Integer> before = version();
    before.ifPresent(Migration::refuseNewer);
    if (options.migrates()) {
      migrate(latestVersion());
    }
    int after =
        version()
            .orElseThrow(
                () ->
                    new StorageException(
                        "there is no schema with the prefix "
                            + options.prefix()
                            + " yet: run the scripts, or open the store with migration",
                        null));
    if (after < latestVersion()) {
      throw new StorageException(
          "the schema has version "
              + after
              + ", but this store needs "
              + latestVersion()
              + ": run the later scripts, or open the store with migration",
          null);
    }
  }

  private static void refuseNewer(int version) {
    if (version > latestVersion()) {
      throw new StorageException(
          "the schema has version "
              + version
              + ", but this store knows only versions up to "
              + latestVersion()
              + ": a newer release has migrated it",
          null);
    }
  }

  /** Returns the version of the schema, or empty if there is none. */
  private Optional<Integer> version() {
    try (Connection connection = dataSource.getConnection()) {
      if (!hasVersionTable(connection)) {
        return Optional.empty();
      }
      try (Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(names.expand("SELECT version FROM {schema_version}"))) {
        return result.next() ? Optional.of(result.getInt(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw Failures.ofOpening(e, "reading the version of the schema");
    }
  }

  private boolean hasVersionTable(Connection connection) throws SQLException {
    String table = dialect.schemaName(options.prefix() + "schema_version");
    @Nullable String schema =
        options.schema().map(dialect::schemaName).orElse(dialect.currentSchema(connection));
    try (ResultSet tables = dialect.tables(connection, schema, table)) {
      return tables.next();
    }
  }

  /** Migrates up to a version; an earlier one only in tests. */
  void migrate(int version) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .table(options.prefix() + "schema_history")
            .resourceProvider(new Scripts())
            .target(Integer.toString(version))
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholderReplacement(false);
    options
        .schema()
        .map(dialect::schemaName)
        .ifPresent(schema -> flyway.schemas(schema).defaultSchema(schema));
    try {
      flyway.load().migrate();
    } catch (FlywayException e) {
      throw new StorageException("the schema could not be migrated", e);
    }
  }

  /** Returns the text of a script, with the host's prefix. */
  String script(String name) {
    try {
      String text =
          Resources.toString(
              Resources.getResource(Migration.class, "schema/" + dialect.directory() + "/" + name),
              StandardCharsets.UTF_8);
      return text.replace(JdbcOptions.DEFAULT_PREFIX, options.prefix());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scripts as Flyway asks for them. */
  private final class Scripts implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix))
          .<LoadableResource>map(Script::new)
          .collect(toImmutableList());
    }
  }

  /** A script as Flyway reads it. */
  private final class Script extends LoadableResource {

    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new StringReader(script(name));
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
