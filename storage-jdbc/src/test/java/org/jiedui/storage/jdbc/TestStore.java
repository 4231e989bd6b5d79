package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for one test class, which is emptied before each test. */
final class TestStore implements AfterAllCallback {

  /** The tables, those that others refer to last. */
  static final ImmutableList<String> TABLES =
      ImmutableList.of(
          "audit",
          "attendance",
          "activity_fact",
          "activity",
          "home_hours",
          "partner",
          "activity_quota",
          "activity_template",
          "day_mark",
          "activity_book",
          "referral_report",
          "referral",
          "home_stay",
          "guardian_consent",
          "peer_pair",
          "record_check",
          "team_membership",
          "standing",
          "census_answer",
          "mentor_assignment",
          "exemption",
          "contact_detail",
          "contact_voiding",
          "contact",
          "child_fact",
          "child",
          "staff_post",
          "staff_member",
          "class_teacher",
          "class_group",
          "rule_version",
          "rule",
          "rule_book",
          "term_milestone",
          "term",
          "calendar",
          "school_ledger",
          "school");

  private final Map<TestDatabase, HikariDataSource> open = new EnumMap<>(TestDatabase.class);

  /** Returns the pool of the class's database. */
  HikariDataSource dataSource(TestDatabase database) {
    return open.computeIfAbsent(database, TestDatabase::newDatabase);
  }

  /** Returns a store without any record. */
  CareStore openEmpty(TestDatabase database) {
    return openEmpty(database, JdbcOptions.defaults());
  }

  CareStore openEmpty(TestDatabase database, JdbcOptions options) {
    return openEmpty(dataSource(database), options);
  }

  static CareStore openEmpty(HikariDataSource dataSource, JdbcOptions options) {
    CareStore store = JdbcCareStore.open(dataSource, options);
    try (Connection connection = dataSource.getConnection()) {
      for (String table : TABLES) {
        TestDatabase.execute(connection, "DELETE FROM " + options.prefix() + table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return store;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    // It is called after each nested class as well.
    if (!context.getRequiredTestClass().isMemberClass()) {
      open.values().forEach(HikariDataSource::close);
      open.clear();
    }
  }
}
