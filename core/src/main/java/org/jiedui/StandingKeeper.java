package org.jiedui;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.Versioned;

/**
 * Keeps a store's standings in step with the facts, within the transaction that changes them.
 *
 * <p>Made for one transaction, after what it reads once (rules, calendar, classes, mentors) has
 * been changed.
 */
final class StandingKeeper {

  private static final int PAGE = 500;

  private final SchoolView view;

  private StandingKeeper(SchoolView view) {
    this.view = view;
  }

  static StandingKeeper of(CareOffice office, CareReader reader, SchoolId school) {
    return new StandingKeeper(SchoolView.of(office, reader, school));
  }

  /** Writes the standings of a child anew. */
  void refresh(CareWriter writer, ChildId childId) {
    Child child = writer.children().get(view.school().id(), childId).value();
    refresh(writer, child);
  }

  private void refresh(CareWriter writer, Child child) {
    writer
        .standings()
        .replace(view.school().id(), child.id(), view.stored(view.record(writer, child)));
  }

  /** Writes the standings of every child anew: rules, calendar or staff have changed. */
  void refreshAll(CareWriter writer) {
    forEachChild(writer, child -> refresh(writer, child));
  }

  /** Finds the children whose stored standings are not what their facts say: there must be none. */
  ImmutableList<ChildId> findDiffering(CareReader reader) {
    ImmutableList.Builder<ChildId> differing = ImmutableList.builder();
    forEachChild(
        reader,
        child -> {
          ImmutableList<StandingRow> stored =
              reader.standings().ofChild(view.school().id(), child.id());
          ImmutableList<StandingRow> computed = view.stored(view.record(reader, child));
          if (stored.size() != computed.size() || !stored.containsAll(computed)) {
            differing.add(child.id());
          }
        });
    return differing.build();
  }

  private void forEachChild(CareReader reader, Consumer<Child> action) {
    Optional<ChildId> after = Optional.empty();
    while (true) {
      ImmutableList<Versioned<Child>> page =
          reader.children().page(view.school().id(), after, PAGE);
      page.forEach(child -> action.accept(child.value()));
      if (page.size() < PAGE) {
        return;
      }
      after = Optional.of(page.get(PAGE - 1).value().id());
    }
  }
}
