package org.jiedui.storage.memory;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.Versioned;
import org.pcollections.TreePMap;

/** Records that are each about one child or two, found by it too. */
class OwnedRecords<K extends Comparable<K>, V> extends Records<K, V> {

  private final Kind<K, V> kind;
  private final Function<V, ImmutableSet<ChildId>> childrenOf;
  private SchoolMap<ChildId, TreePMap<K, V>> byChild;

  /** The records and the index by child. */
  record Rows<K extends Comparable<K>, V>(
      SchoolMap<K, Versioned<V>> records, SchoolMap<ChildId, TreePMap<K, V>> byChild) {

    static <K extends Comparable<K>, V> Rows<K, V> empty() {
      return new Rows<K, V>(SchoolMap.empty(), SchoolMap.empty());
    }
  }

  OwnedRecords(
      Session session,
      Kind<K, V> kind,
      Function<V, ImmutableSet<ChildId>> childrenOf,
      Rows<K, V> rows) {
    super(session, kind, rows.records());
    this.kind = kind;
    this.childrenOf = childrenOf;
    this.byChild = rows.byChild();
  }

  final Rows<K, V> rows() {
    return new Rows<>(records(), byChild);
  }

  /** Returns the records about a child, by id. */
  public final ImmutableList<V> ofChild(SchoolId school, ChildId child) {
    session().checkUse();
    return indexed(school, child).values().stream().collect(toImmutableList());
  }

  @Override
  final void index(Optional<V> before, V after) {
    SchoolId school = kind.schoolOf().apply(after);
    K id = kind.idOf().apply(after);
    ImmutableSet<ChildId> children = childrenOf.apply(after);
    for (ChildId child : before.map(childrenOf).orElse(ImmutableSet.of())) {
      if (!children.contains(child)) {
        byChild = byChild.plus(school, child, indexed(school, child).minus(id));
      }
    }
    for (ChildId child : children) {
      byChild = byChild.plus(school, child, indexed(school, child).plus(id, after));
    }
  }

  /** Removes the records about a child, also where they are about another as well. */
  final void eraseOf(SchoolId school, ChildId child) {
    for (K id : indexed(school, child).keySet()) {
      for (ChildId each : remove(school, id).map(childrenOf).orElse(ImmutableSet.of())) {
        byChild = byChild.plus(school, each, indexed(school, each).minus(id));
      }
    }
    byChild = byChild.minus(school, child);
  }

  private TreePMap<K, V> indexed(SchoolId school, ChildId child) {
    return byChild.find(school, child).orElseGet(TreePMap::empty);
  }
}
