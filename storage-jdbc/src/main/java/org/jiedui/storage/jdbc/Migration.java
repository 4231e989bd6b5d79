package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.StoreUnavailableException;
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
  static final ImmutableList<String> SCRIPTS =
      ImmutableList.of(
          "V1__first_tables.sql",
          "V2__people.sql",
          "V3__contact_details.sql",
          "V4__privacy.sql",
          "V5__activities.sql",
          "V6__partners_and_home.sql",
          "V7__partners_in_referrals.sql");

  private static final int NONE = -1;

  /** That there is no such table, or no schema that it could be in. */
  private static final ImmutableSet<String> NO_TABLE_STATES =
      ImmutableSet.of("42P01", "3F000", "42S02", "42S03", "42S04", "90079");

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
    int before = version();
    if (before > latestVersion()) {
      throw new StorageException(
          "the schema has version "
              + before
              + ", but this store knows only versions up to "
              + latestVersion()
              + ": a newer release has migrated it",
          null);
    }
    if (before == latestVersion()) {
      return;
    }
    if (options.migrates()) {
      migrate(latestVersion());
    } else if (before == NONE) {
      throw new StorageException(
          "there is no schema with the prefix "
              + options.prefix()
              + " yet: run the scripts, or open the store with migration",
          null);
    } else {
      throw new StorageException(
          "the schema has version "
              + before
              + ", but this store needs "
              + latestVersion()
              + ": run the later scripts, or open the store with migration",
          null);
    }
  }

  /**
   * Returns the version of the schema: {@link #NONE} if there is none, 0 if its first tables are
   * being made or were made in part.
   */
  private int version() {
    try (Connection connection = Connections.of(dataSource, "reading the version of the schema");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(names.expand("SELECT version FROM {schema_version}"))) {
      return result.next() ? result.getInt(1) : 0;
    } catch (SQLException e) {
      if (NO_TABLE_STATES.contains(String.valueOf(e.getSQLState()))) {
        return NONE;
      }
      throw Failures.ofOpening(e, "reading the version of the schema");
    }
  }

  /** Migrates up to a version; an earlier one only in tests. */
  void migrate(int version) {
    int before = version();
    FluentConfiguration flyway =
        Flyway.configure(new ClassesOfTheStore())
            .dataSource(dataSource)
            .table(options.prefix() + "schema_history")
            .resourceProvider(new Scripts())
            // What the host has for its own Flyway at the usual places is not ours to run.
            .javaMigrationClassProvider(ImmutableList::of)
            .target(Integer.toString(version))
            // A host that has run the scripts itself so far has no history yet.
            .baselineOnMigrate(true)
            .baselineVersion(Integer.toString(Math.max(0, before)))
            .placeholderReplacement(false);
    options
        .schema()
        .map(this::asStored)
        .ifPresent(schema -> flyway.schemas(schema).defaultSchema(schema));
    try {
      migrate(flyway);
    } catch (FlywayException e) {
      throw failure(e, before);
    }
  }

  private static void migrate(FluentConfiguration flyway) {
    try {
      flyway.load().migrate();
    } catch (FlywayException e) {
      if (e instanceof FlywayValidateException || sqlCause(e).isPresent()) {
        throw e;
      }
      // Flyway makes its history before it waits for others, and another process was first with
      // that. Now there is one, and whoever comes to it waits.
      flyway.load().migrate();
    }
  }

  private static Optional<SQLException> sqlCause(FlywayException failure) {
    return Throwables.getCausalChain(failure).stream()
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  private StorageException failure(FlywayException failure, int before) {
    if (sqlCause(failure).map(Failures::kindOf).equals(Optional.of(Failures.Kind.UNAVAILABLE))) {
      return new StoreUnavailableException(
          "the database was not reached for migrating the schema,"
              + " which takes two connections at once",
          failure);
    }
    return new StorageException(
        before == 0
            ? "the schema was made in part only: drop every table and view whose name begins with "
                + options.prefix()
                + ", there is nothing in them yet, and open the store again"
            : "the schema could not be migrated",
        failure);
  }

  /** Returns the name of a schema as the database stores one that is not quoted. */
  private String asStored(String schema) {
    try (Connection connection = Connections.of(dataSource, "migrating the schema")) {
      return connection.getMetaData().storesUpperCaseIdentifiers()
          ? Ascii.toUpperCase(schema)
          : schema;
    } catch (SQLException e) {
      throw Failures.ofOpening(e, "migrating the schema");
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

  /** Hides the place where Flyway looks for a host's callbacks, whatever it is told. */
  private static final class ClassesOfTheStore extends ClassLoader {

    ClassesOfTheStore() {
      super(Migration.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("db/") ? Collections.emptyEnumeration() : super.getResources(name);
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
