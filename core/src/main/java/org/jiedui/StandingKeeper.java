package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.StandingRow;

/**
 * Keeps a store's standings in step with the facts, within the transaction that changes them.
 *
 * <p>Made for one transaction, after what it reads once (rules, calendar, classes, mentors) has
 * been changed.
 */
final class StandingKeeper {

  /** The mentors of so many children are read child by child; for more, those of all. */
  private static final int FEW = 4;

  private final CareOffice office;
  private final SchoolId school;

  /** What the school's rules, calendar and staff come to, for single children. */
  private final SchoolView view;

  private StandingKeeper(CareOffice office, SchoolId school, SchoolView view) {
    this.office = office;
    this.school = school;
    this.view = view;
  }

  static StandingKeeper of(CareOffice office, CareReader reader, SchoolId school) {
    return new StandingKeeper(office, school, SchoolView.of(office, reader, school));
  }

  /** Writes the standings of a child anew. */
  void refresh(CareWriter writer, ChildId child) {
    refresh(writer, ImmutableSet.of(child));
  }

  /**
   * Writes the standings of some children anew.
   *
   * @throws RecordNotFoundException if the school does not have one of them
   */
  void refresh(CareWriter writer, Set<ChildId> children) {
    SchoolView of = children.size() <= FEW ? view : SchoolView.ofAll(office, writer, school);
    Map<ChildId, ImmutableList<StandingRow>> computed = new LinkedHashMap<>();
    writer.sweep(school, children, record -> computed.put(record.childId(), of.stored(record)));
    for (ChildId child : children) {
      if (!computed.containsKey(child)) {
        throw new RecordNotFoundException("child", school, child);
      }
    }
    writer.standings().replaceAll(school, computed);
  }

  /** Writes the standings of every child anew: rules, calendar or staff have changed. */
  void refreshAll(CareWriter writer) {
    writer.standings().replaceAll(school, computed(writer));
  }

  /** Finds the children whose stored standings are not what their facts say: there must be none. */
  ImmutableList<ChildId> findDiffering(CareReader reader) {
    ImmutableList.Builder<ChildId> differing = ImmutableList.builder();
    computed(reader)
        .forEach(
            (child, rows) -> {
              ImmutableList<StandingRow> stored = reader.standings().ofChild(school, child);
              if (stored.size() != rows.size() || !stored.containsAll(rows)) {
                differing.add(child);
              }
            });
    return differing.build();
  }

  /**
   * What the facts of all children come to: read in one sweep, and only then compared or written.
   */
  private Map<ChildId, ImmutableList<StandingRow>> computed(CareReader reader) {
    Map<ChildId, ImmutableList<StandingRow>> computed = new LinkedHashMap<>();
    SchoolView ofAll = SchoolView.ofAll(office, reader, school);
    reader.sweep(school, record -> computed.put(record.childId(), ofAll.stored(record)));
    return computed;
  }
}
