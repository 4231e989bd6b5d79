package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.Versioned;

/** Records that are each about one child or two, found by it too. */
abstract class Owned<K extends Comparable<? super K>, V> extends Records<K, V> {

  private final String byChild;
  private final boolean ofTwo;

  Owned(Session session, Kind<K, V> kind) {
    super(session, kind);
    this.byChild = "child_id = ? ORDER BY school_id, child_id, " + kind.idColumn();
    this.ofTwo = false;
  }

  /** Records about two children, each in a column of its own. */
  Owned(Session session, Kind<K, V> kind, String one, String other) {
    super(session, kind);
    this.byChild = "(" + one + " = ? OR " + other + " = ?) ORDER BY school_id, " + kind.idColumn();
    this.ofTwo = true;
  }

  /** Returns the records about a child, by id. */
  public final ImmutableList<V> ofChild(SchoolId school, ChildId child) {
    Params params = Params.of(school).id(child);
    if (ofTwo) {
      params.value(child);
    }
    return listWhole(school, byChild, params).stream()
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
