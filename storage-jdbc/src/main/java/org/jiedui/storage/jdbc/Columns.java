package org.jiedui.storage.jdbc;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Collections;

/**
 * The columns of a table as statements list them. A name that ends in {@code @} is an instant,
 * which has two.
 */
final class Columns {

  private final ImmutableList<String> names;

  private Columns(ImmutableList<String> names) {
    this.names = names;
  }

  static Columns of(String... names) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    for (String name : names) {
      if (name.endsWith("@")) {
        String base = name.substring(0, name.length() - 1);
        all.add(base + "_at", base + "_nanos");
      } else {
        all.add(name);
      }
    }
    return new Columns(all.build());
  }

  /** Returns {@code a, b, c}. */
  String list() {
    return String.join(", ", names);
  }

  /** Returns {@code t.a, t.b, t.c}. */
  String listOf(String table) {
    return names.stream().map(name -> table + "." + name).collect(joining(", "));
  }

  /** Returns {@code a = ?, b = ?, c = ?}. */
  String assignments() {
    return names.stream().map(name -> name + " = ?").collect(joining(", "));
  }

  /** Returns a statement that inserts a row of these columns. */
  String insertInto(String table) {
    return "INSERT INTO " + table + " (" + list() + ") VALUES (" + marks() + ")";
  }

  /** Returns a question mark for each. */
  String marks() {
    return marks(names.size());
  }

  /** Returns {@code ?, ?, ?}. */
  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
