package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Parent;
import org.jiedui.child.Placement;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.ClassId;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * A roster row of a child whom the school has already.
 *
 * <p>If the row says what is stored, the child stays as it is. What it says otherwise is told as a
 * warning and added, recorded now, so that reports of days before do not change: what has a date in
 * the row holds from that date on; the rest (class, boarding, who the carer is, where a parent
 * works, concerns) from today on, or from the first day of a school year that has not begun. A
 * class of a new school year holds from its first day.
 *
 * <p>What a row leaves empty takes nothing back, nor does a later first day: that is told, and
 * stays as it is stored.
 */
final class KnownPupil {

  private final Child stored;
  private final PupilDraft draft;
  private final SchoolDirectory directory;
  private final RowCheck<PupilDraft, Child>.Row row;
  private final Instant now;
  private final LocalDate today;

  KnownPupil(
      Child stored,
      PupilDraft draft,
      SchoolDirectory directory,
      RowCheck<PupilDraft, Child>.Row row,
      Instant now) {
    this.stored = stored;
    this.draft = draft;
    this.directory = directory;
    this.row = row;
    this.now = now;
    this.today = later(directory.school().dayOf(now), directory.firstDay());
  }

  /**
   * Returns the child with what the row adds.
   *
   * @param said the child as the row alone describes it
   * @param group the class of the row
   * @param carer makes the carer of the row, if it names one
   * @return the child, or empty if the row is of another one
   */
  Optional<Child> with(Child said, ClassGroup group, Supplier<Carer> carer) {
    if (isAnother(said)) {
      row.report("studentNumber", DraftRule.ANOTHER_PUPIL);
      return Optional.empty();
    }
    return Optional.of(
        new Child(
            stored.schoolId(),
            stored.id(),
            stored.studentNumber(),
            corrected("name", stored.name(), said.name()),
            corrected("sex", stored.sex(), said.sex()),
            corrected("ethnicity", stored.ethnicity(), said.ethnicity()),
            corrected("birthDate", stored.birthDate(), said.birthDate()),
            corrected("residentId", stored.residentId(), said.residentId()),
            corrected("registration", stored.registration(), said.registration()),
            parent("father", stored.father(), said.father()),
            parent("mother", stored.mother(), said.mother()),
            stored.profile(),
            facts(group, carer)));
  }

  /** One thing may have been written wrongly before; two are another child. */
  private boolean isAnother(Child said) {
    int differing = stored.name().equals(said.name()) ? 0 : 1;
    differing += stored.sex() == said.sex() ? 0 : 1;
    differing += stored.birthDate().equals(said.birthDate()) ? 0 : 1;
    return differing > 1;
  }

  private <T> T corrected(String field, T before, T said) {
    if (!before.equals(said)) {
      row.report(field, DraftRule.STORED_CORRECTED);
    }
    return said;
  }

  private <T> Optional<T> corrected(String field, Optional<T> before, Optional<T> said) {
    if (before.isEmpty() || said.isEmpty()) {
      return said.or(() -> before);
    }
    return Optional.of(corrected(field, before.get(), said.get()));
  }

  private Optional<Parent> parent(String which, Optional<Parent> before, Optional<Parent> said) {
    if (before.isEmpty() || said.isEmpty()) {
      return said.or(() -> before);
    }
    if (!before.get().name().equals(said.get().name())) {
      return Optional.of(corrected(which + ".name", before.get(), said.get()));
    }
    return Optional.of(
        before
            .get()
            .withPhone(corrected(which + ".phone", before.get().phone(), said.get().phone())));
  }

  private CareFacts facts(ClassGroup group, Supplier<Carer> carer) {
    CareFacts facts =
        stored
            .facts()
            .withPlacement(timeline -> placement(timeline, Placement.in(group)))
            .withBoarding(this::boarding)
            .withFather(timeline -> whereabouts(timeline, "father", draft.father()))
            .withMother(timeline -> whereabouts(timeline, "mother", draft.mother()))
            .withCare(this::care);
    Optional<LocalDate> opened = Texts.date(draft.care().openedOn());
    if (opened.isPresent()) {
      LocalDate day = later(today, opened.get());
      facts =
          facts.withCarer(timeline -> carer(timeline, day, carer)).withKeySupport(this::keySupport);
    }
    return concerns(facts, opened.map(day -> later(today, day)).orElse(today));
  }

  private Timeline<Placement> placement(Timeline<Placement> timeline, Placement said) {
    ImmutableSet<ClassId> ofThisYear =
        directory.classes().values().stream().map(ClassGroup::id).collect(toImmutableSet());
    boolean moves = timeline.on(today).map(in -> ofThisYear.contains(in.classId())).orElse(false);
    return holding(timeline, "className", moves ? today : directory.firstDay(), said);
  }

  private Timeline<Boolean> boarding(Timeline<Boolean> timeline) {
    Optional<Boolean> said =
        Texts.coded(YesNo.class, draft.boarding()).map(answer -> answer == YesNo.YES);
    boolean boards = timeline.on(today).orElse(false);
    return said.isEmpty() || said.get() == boards
        ? timeline
        : holding(timeline, "boarding", today, said.get());
  }

  private Timeline<Whereabouts> whereabouts(
      Timeline<Whereabouts> timeline, String which, ParentDraft parent) {
    String field = which + ".awaySince";
    Optional<LocalDate> since = Texts.date(parent.awaySince());
    if (since.isEmpty()) {
      return parent.name().isBlank()
          ? timeline
          : holding(
              timeline,
              field,
              today,
              Whereabouts.atHome().withAbleToCare(ability(timeline, today)));
    }
    Whereabouts said = PupilIntake.away(parent);
    Timeline<Whereabouts> longer =
        begun(timeline, field, since.get(), Optional.empty(), Whereabouts::away, said);
    LocalDate day = later(today, since.get());
    Optional<Whereabouts> known = longer.on(day).filter(Whereabouts::away);
    return holding(
        longer,
        known.isPresent() ? which + ".workplace" : field,
        day,
        Whereabouts.away(said.workplace().or(() -> known.flatMap(Whereabouts::workplace)))
            .withAbleToCare(ability(longer, day)));
  }

  /** A roster says nothing of it, so what is known goes on. */
  private static Optional<Boolean> ability(Timeline<Whereabouts> timeline, LocalDate day) {
    return timeline.on(day).flatMap(Whereabouts::ableToCare);
  }

  private Timeline<CareStatus> care(Timeline<CareStatus> timeline) {
    CareDraft care = draft.care();
    Optional<LocalDate> opened = Texts.date(care.openedOn());
    if (opened.isEmpty()) {
      if (timeline.on(today).map(CareStatus::inCare).orElse(false)) {
        row.report("care.openedOn", DraftRule.STORED_KEPT);
      }
      return timeline;
    }
    Optional<LocalDate> said = Texts.date(care.closedOn());
    Timeline<CareStatus> open =
        begun(timeline, "care.openedOn", opened.get(), said, CareStatus::inCare, CareStatus.open());
    return closed(open, lastInCare(open, opened.get()), said);
  }

  private static Optional<LocalDate> lastInCare(Timeline<CareStatus> timeline, LocalDate day) {
    return Optional.ofNullable(days(timeline, CareStatus::inCare).rangeContaining(day))
        .filter(Range::hasUpperBound)
        .map(days -> days.upperEndpoint().minusDays(1));
  }

  /** That care will end by itself on a birthday is known to all and no difference. */
  private boolean endsWithAge(LocalDate last) {
    LocalDate next = last.plusDays(1);
    int age = next.getYear() - stored.birthDate().getYear();
    return last.isAfter(today) && stored.birthDate().plusYears(age).equals(next);
  }

  private Timeline<CareStatus> closed(
      Timeline<CareStatus> timeline, Optional<LocalDate> last, Optional<LocalDate> said) {
    if (said.isEmpty()) {
      last.filter(day -> !endsWithAge(day))
          .ifPresent(day -> row.report("care.closedOn", DraftRule.STORED_KEPT));
      return timeline;
    }
    LocalDate from = said.get().plusDays(1);
    Optional<String> reason = Texts.present(draft.care().closingReason());
    CareStatus status = CareStatus.closed(reason);
    if (last.equals(said)) {
      Optional<CareStatus> known = timeline.on(from);
      boolean same = known.isPresent() && (reason.isEmpty() || known.get().reason().equals(reason));
      return same ? timeline : holding(timeline, "care.closingReason", from, status);
    }
    if (last.isPresent() && last.get().isBefore(said.get())) {
      DateRange longer = DateRange.ofClosed(last.get().plusDays(1), said.get());
      return changed(timeline, "care.closedOn", longer, CareStatus.open());
    }
    return changed(timeline, "care.closedOn", DateRange.ofClosed(from, last), status);
  }

  private Timeline<Carer> carer(Timeline<Carer> timeline, LocalDate day, Supplier<Carer> carer) {
    Optional<Carer> known = timeline.on(day);
    if (draft.carer().name().isBlank()) {
      known.ifPresent(someone -> row.report("carer.name", DraftRule.STORED_KEPT));
      return timeline;
    }
    Carer said = carer.get();
    boolean samePerson =
        known
            .filter(before -> before.name().equals(said.name()))
            .filter(before -> before.relation() == said.relation())
            .isPresent();
    if (!samePerson) {
      return holding(timeline, "carer.name", day, said);
    }
    Carer before = known.orElseThrow();
    Carer better =
        before
            .withBirthDate(said.birthDate().or(before::birthDate))
            .withPhone(said.phone().or(before::phone))
            .withAddress(said.address().or(before::address))
            .withDelegation(
                before
                    .delegation()
                    .withSchoolNotifiedOn(
                        said.delegation()
                            .schoolNotifiedOn()
                            .or(before.delegation()::schoolNotifiedOn)));
    return holding(timeline, changedField(before, better), day, better);
  }

  /** The first field in which a carer differs, for a report. */
  private static String changedField(Carer before, Carer better) {
    if (!before.phone().equals(better.phone())) {
      return "carer.phone";
    }
    if (!before.address().equals(better.address())) {
      return "carer.address";
    }
    return before.birthDate().equals(better.birthDate()) ? "carer.notifiedOn" : "carer.birthDate";
  }

  private Timeline<KeySupport> keySupport(Timeline<KeySupport> timeline) {
    String field = "care.keySupportSince";
    Optional<LocalDate> since = Texts.date(draft.care().keySupportSince());
    if (since.isEmpty()) {
      timeline.on(today).ifPresent(support -> row.report(field, DraftRule.STORED_KEPT));
      return timeline;
    }
    KeySupport said = new KeySupport(draft.care().keySupportReason().strip());
    Timeline<KeySupport> longer =
        begun(timeline, field, since.get(), Optional.empty(), support -> true, said);
    LocalDate day = later(today, since.get());
    return longer.on(day).isEmpty() ? longer : holding(longer, "care.keySupportReason", day, said);
  }

  private CareFacts concerns(CareFacts before, LocalDate day) {
    CareFacts facts = before;
    ImmutableSet<ConcernKind> said =
        ImmutableSet.copyOf(Texts.allCoded(ConcernKind.class, draft.care().concerns()));
    ImmutableSet<ConcernKind> known =
        before.concerns().entrySet().stream()
            .filter(concern -> concern.getValue().on(day).isPresent())
            .map(concern -> concern.getKey())
            .collect(toImmutableSet());
    for (ConcernKind kind : Sets.difference(said, known)) {
      facts =
          facts.withConcern(
              kind, timeline -> holding(timeline, "care.concerns", day, Concern.of(kind)));
    }
    if (!said.containsAll(known)) {
      row.report("care.concerns", DraftRule.STORED_KEPT);
    }
    return facts;
  }

  /** Adds what holds from a day on, unless it does. */
  private <T> Timeline<T> holding(Timeline<T> timeline, String field, LocalDate from, T said) {
    return timeline.on(from).equals(Optional.of(said))
        ? timeline
        : changed(timeline, field, DateRange.startingOn(from), said);
  }

  /**
   * Adds that something held since a day that the row gives, until it is known to hold again; says
   * so if it is known to have begun before.
   */
  private <T> Timeline<T> begun(
      Timeline<T> timeline,
      String field,
      LocalDate day,
      Optional<LocalDate> last,
      Predicate<T> holds,
      T said) {
    TreeRangeSet<LocalDate> known = days(timeline, holds);
    if (known.contains(day)) {
      if (known.contains(day.minusDays(1))) {
        row.report(field, DraftRule.STORED_KEPT);
      }
      return timeline;
    }
    Optional<LocalDate> before =
        known.asRanges().stream()
            .map(Range::lowerEndpoint)
            .filter(begin -> begin.isAfter(day))
            .findFirst()
            .map(begin -> begin.minusDays(1));
    Optional<LocalDate> end =
        before.filter(until -> last.isEmpty() || until.isBefore(last.get())).or(() -> last);
    return changed(timeline, field, DateRange.ofClosed(day, end), said);
  }

  private static <T> TreeRangeSet<LocalDate> days(Timeline<T> timeline, Predicate<T> holds) {
    TreeRangeSet<LocalDate> days = TreeRangeSet.create();
    timeline
        .known()
        .asMapOfRanges()
        .forEach(
            (range, value) -> {
              if (holds.test(value)) {
                days.add(range);
              }
            });
    return days;
  }

  private <T> Timeline<T> changed(Timeline<T> timeline, String field, DateRange days, T said) {
    row.report(field, DraftRule.STORED_CHANGED, days.start());
    // What was taken in for days to come counts as recorded on them.
    Instant recordedAt = timeline.lastRecordedAt().filter(last -> last.isAfter(now)).orElse(now);
    return timeline.with(days, said, recordedAt);
  }

  private static LocalDate later(LocalDate day, LocalDate other) {
    return day.isAfter(other) ? day : other;
  }
}
