package org.jiedui;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StandingRow;

/**
 * Keeps a store's standings in step with the facts, within the transaction that changes them.
 *
 * <p>Made for one transaction, after what it reads once (rules, calendar, classes, mentors) has
 * been changed.
 */
final class StandingKeeper {

  /** So many children are read one by one; for more, the school is swept. */
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
  void refresh(CareWriter writer, ChildId childId) {
    Child child = writer.children().get(school, childId).value();
    writer.standings().replace(school, childId, view.stored(view.record(writer, child)));
  }

  /** Writes the standings of some children anew: an import has touched them. */
  void refresh(CareWriter writer, Set<ChildId> children) {
    if (children.size() <= FEW) {
      children.forEach(child -> refresh(writer, child));
    } else {
      writer.standings().replaceAll(school, computed(writer, children::contains));
    }
  }

  /** Writes the standings of every child anew: rules, calendar or staff have changed. */
  void refreshAll(CareWriter writer) {
    writer.standings().replaceAll(school, computed(writer, child -> true));
  }

  /** Finds the children whose stored standings are not what their facts say: there must be none. */
  ImmutableList<ChildId> findDiffering(CareReader reader) {
    ImmutableList.Builder<ChildId> differing = ImmutableList.builder();
    computed(reader, child -> true)
        .forEach(
            (child, rows) -> {
              ImmutableList<StandingRow> stored = reader.standings().ofChild(school, child);
              if (stored.size() != rows.size() || !stored.containsAll(rows)) {
                differing.add(child);
              }
            });
    return differing.build();
  }

  /** What the facts of children come to: read in one sweep, and only then compared or written. */
  private Map<ChildId, ImmutableList<StandingRow>> computed(
      CareReader reader, Predicate<ChildId> which) {
    Map<ChildId, ImmutableList<StandingRow>> computed = new LinkedHashMap<>();
    SchoolView ofAll = SchoolView.ofAll(office, reader, school);
    reader.sweep(
        school,
        record -> {
          if (which.test(record.childId())) {
            computed.put(record.childId(), ofAll.stored(record));
          }
        });
    return computed;
  }
}
