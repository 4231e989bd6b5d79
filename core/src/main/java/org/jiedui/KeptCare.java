package org.jiedui;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.jiedui.census.CareKeeper;
import org.jiedui.census.CensusSheet;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;
import org.jiedui.time.Timeline;

/** Lets the care of a school's children follow what is known of them, if the host wants that. */
final class KeptCare {

  private final Optional<CareKeeper> keeper;
  private final Instant now;

  private KeptCare(Optional<CareKeeper> keeper, Instant now) {
    this.keeper = keeper;
    this.now = now;
  }

  static KeptCare of(Gate gate, CareReader reader, SchoolId school) {
    return new KeptCare(
        gate.office()
            .settings()
            .careFollows()
            .map(
                definition ->
                    CareKeeper.following(definition, reader.schools().get(school).value().zone())),
        gate.now());
  }

  Child admitted(Child child) {
    return keeper.map(keeps -> keeps.admitted(child)).orElse(child);
  }

  Child changed(Child before, Child after) {
    return keeper.map(keeps -> keeps.changed(before, after, now)).orElse(after);
  }

  Child surveyed(Child before, CensusSheet sheet) {
    Child after = before.withFacts(sheet.addedTo(before.facts()));
    return keeper
        .map(keeps -> keeps.surveyed(before, after, sheet.form().day(), sheet.recordedAt()))
        .orElse(after);
  }

  /** Completes what is given of a child by the care that followed: nobody else knows of it. */
  Child completed(Child stored, Child given) {
    if (keeper.isEmpty()) {
      return given;
    }
    Timeline<CareStatus> both =
        Timeline.of(
            ImmutableSet.<Timeline.Entry<CareStatus>>builder()
                .addAll(stored.facts().care().entries())
                .addAll(given.facts().care().entries())
                .build());
    return given.withFacts(given.facts().withCare(care -> both));
  }
}
