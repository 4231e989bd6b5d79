package org.jiedui.storage.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts the names of the host's tables into statements, which are written with {@code {child}}. */
final class Names {

  private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

  private final String start;
  private final Map<String, String> expanded = new ConcurrentHashMap<>();

  Names(JdbcOptions options) {
    this.start = options.schema().map(schema -> schema + ".").orElse("") + options.prefix();
  }

  /**
   * Returns a statement with the names of tables. The same text is expanded once and kept, so a
   * statement must not have values in it.
   */
  String expand(String sql) {
    return expanded.computeIfAbsent(
        sql, text -> TABLE.matcher(text).replaceAll((MatchResult name) -> start + name.group(1)));
  }
}
