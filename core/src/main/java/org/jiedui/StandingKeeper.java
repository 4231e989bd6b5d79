package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiedui.compliance.CareRecord;
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
   * Writes the standings of some children anew: what is said of them has changed.
   *
   * @throws RecordNotFoundException if the school does not have one of them
   */
  void refresh(CareWriter writer, Set<ChildId> children) {
    SchoolView of = viewFor(writer, children);
    Optional<ChildQuotas> quotas = ChildQuotas.of(writer, school, children);
    writer
        .standings()
        .replaceAll(school, computed(writer, children, record -> rows(of, quotas, record)));
  }

  /**
   * Writes the standings of some children under contact rules anew: a contact of them has changed,
   * and nothing that quotas go by.
   *
   * @throws RecordNotFoundException if the school does not have one of them
   */
  void refreshContacts(CareWriter writer, Set<ChildId> children) {
    SchoolView of = viewFor(writer, children);
    writer.standings().replaceAll(school, of.rules(), computed(writer, children, of::contactRows));
  }

  /**
   * Writes the standings of some children under quotas anew: their attendance has changed, or what
   * they attended. If the school has no quotas, nothing is done.
   *
   * @throws RecordNotFoundException if the school does not have one of them
   */
  void refreshQuotas(CareWriter writer, Set<ChildId> children) {
    Optional<ChildQuotas> quotas = ChildQuotas.of(writer, school, children);
    if (quotas.isPresent() && !children.isEmpty()) {
      SchoolView of = viewFor(writer, children);
      writer
          .standings()
          .replaceAll(
              school,
              quotas.get().ids(),
              computed(writer, children, record -> of.quotaRows(record, quotas.get())));
    }
  }

  private SchoolView viewFor(CareReader reader, Set<ChildId> children) {
    return children.size() <= FEW ? view : SchoolView.ofAll(office, reader, school);
  }

  private static ImmutableList<StandingRow> rows(
      SchoolView of, Optional<ChildQuotas> quotas, CareRecord record) {
    ImmutableList<StandingRow> ofContacts = of.contactRows(record);
    return quotas.isEmpty()
        ? ofContacts
        : ImmutableList.<StandingRow>builder()
            .addAll(ofContacts)
            .addAll(of.quotaRows(record, quotas.get()))
            .build();
  }

  private Map<ChildId, ImmutableList<StandingRow>> computed(
      CareReader reader,
      Set<ChildId> children,
      Function<CareRecord, ImmutableList<StandingRow>> rows) {
    Map<ChildId, ImmutableList<StandingRow>> computed = new LinkedHashMap<>();
    reader.sweep(school, children, record -> computed.put(record.childId(), rows.apply(record)));
    for (ChildId child : children) {
      if (!computed.containsKey(child)) {
        throw new RecordNotFoundException("child", school, child);
      }
    }
    return computed;
  }

  /** Writes the standings of every child anew: rules, quotas, calendar or staff have changed. */
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
    Optional<ChildQuotas> quotas = ChildQuotas.ofAll(reader, school);
    reader.sweep(school, record -> computed.put(record.childId(), rows(ofAll, quotas, record)));
    return computed;
  }
}
