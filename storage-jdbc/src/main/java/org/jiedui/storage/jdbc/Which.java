package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which ids a statement is about, of those of one school. */
final class Which {

  /** More ids than this are asked for by several statements. */
  static final int MANY = 256;

  private final String condition;
  private final ImmutableList<Object> ids;

  private Which(String condition, Collection<?> ids) {
    this.condition = condition;
    this.ids = ImmutableList.copyOf(ids);
  }

  static Which one(Object id) {
    return new Which("%1$s = ?", ImmutableList.of(id));
  }

  /** Returns all from one id to another, both included. */
  static Which between(Object first, Object last) {
    return new Which("%1$s >= ? AND %1$s <= ?", ImmutableList.of(first, last));
  }

  /** Returns some ids, at least one and at most {@link #MANY}. */
  static Which anyOf(Collection<?> ids) {
    // Filled up to a power of two, so that there are few different statements.
    List<Object> filled = new ArrayList<>(ids);
    while (Integer.bitCount(filled.size()) > 1) {
      filled.add(filled.get(0));
    }
    return new Which("%1$s IN (" + Columns.marks(filled.size()) + ")", filled);
  }

  /** Returns the condition on a column, for a statement. */
  String on(String column) {
    return condition.formatted(column);
  }

  /** Adds what the condition asks for, which failures do not name. */
  Params addUnnamedTo(Params params) {
    return params.values(ids);
  }

  /** Adds the ids that the condition asks for. */
  Params addTo(Params params) {
    return ids.size() == 1 ? params.id(ids.get(0)) : params.values(ids);
  }
}
