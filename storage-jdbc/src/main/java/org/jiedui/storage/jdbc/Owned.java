package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.Versioned;

/** Records that are each about one child, found by it too. */
abstract class Owned<K extends Comparable<? super K>, V> extends Records<K, V> {

  private final String byChild;

  Owned(Session session, Kind<K, V> kind) {
    super(session, kind);
    this.byChild = "child_id = ? ORDER BY school_id, child_id, " + kind.idColumn();
  }

  /** Returns the records about a child, by id. */
  public final ImmutableList<V> ofChild(SchoolId school, ChildId child) {
    return list(byChild, Params.of(school).id(child)).stream()
        .map(Versioned::value)
        .collect(toImmutableList());
  }

  /** Returns the records about some children, in any order. */
  final ImmutableList<V> ofChildren(SchoolId school, Which children) {
    return list(children.on("child_id"), children.addTo(Params.of(school))).stream()
        .map(Versioned::value)
        .collect(toImmutableList());
  }
}
