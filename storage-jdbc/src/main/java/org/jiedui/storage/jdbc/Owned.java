package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.Versioned;

/** Records that are each about one child or two, found by it too. */
abstract class Owned<K extends Comparable<? super K>, V> extends Records<K, V> {

  private final Function<V, K> idOf;

  /** One condition for each column: by an alternative H2 would use the index of neither. */
  private final ImmutableList<String> byChild;

  Owned(Session session, Kind<K, V> kind) {
    this(session, kind, ImmutableList.of("child_id"));
  }

  /** Records about two children, each in a column of its own. */
  Owned(Session session, Kind<K, V> kind, String one, String other) {
    this(session, kind, ImmutableList.of(one, other));
  }

  private Owned(Session session, Kind<K, V> kind, ImmutableList<String> columns) {
    super(session, kind);
    this.idOf = kind.idOf();
    this.byChild =
        columns.stream()
            .map(column -> column + " = ? ORDER BY school_id, " + column + ", " + kind.idColumn())
            .collect(toImmutableList());
  }

  /** Returns the records about a child, by id. */
  public final ImmutableList<V> ofChild(SchoolId school, ChildId child) {
    SortedMap<K, V> found = new TreeMap<>();
    for (String condition : byChild) {
      for (Versioned<V> row : listWhole(school, condition, Params.of(school).id(child))) {
        found.put(idOf.apply(row.value()), row.value());
      }
    }
    return ImmutableList.copyOf(found.values());
  }

  /** Returns the records about some children, in any order. */
  final ImmutableList<V> ofChildren(SchoolId school, Which children) {
    return list(children.on("child_id"), children.addTo(Params.of(school))).stream()
        .map(Versioned::value)
        .collect(toImmutableList());
  }
}
