package org.jiedui.census;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Carer;
import org.jiedui.child.Whereabouts;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What a survey adds to what is known of a child. What it found to be as known adds nothing.
 *
 * <p>The survey is believed: an absence that was thought to have begun earlier begins on the day
 * that it names, and one that was thought to have ended earlier ends on the day that it names. What
 * was recorded later than the survey still overrides it.
 */
final class SurveyedHome {

  private final CensusForm form;
  private final Instant recordedAt;

  SurveyedHome(CensusForm form, Instant recordedAt) {
    this.form = form;
    this.recordedAt = recordedAt;
  }

  /** Returns the facts with what the survey adds. */
  CareFacts addedTo(CareFacts facts) {
    CareFacts longer = facts;
    if (form.father().isPresent()) {
      ParentAnswer answer = form.father().get();
      longer = longer.withFather(timeline -> parent(timeline, answer));
    }
    if (form.mother().isPresent()) {
      ParentAnswer answer = form.mother().get();
      longer = longer.withMother(timeline -> parent(timeline, answer));
    }
    if (form.carer().isPresent()) {
      Carer carer = form.carer().get();
      longer = longer.withCarer(timeline -> carer(timeline, carer));
    }
    return longer;
  }

  private Timeline<Carer> carer(Timeline<Carer> timeline, Carer carer) {
    return carer.equals(known(timeline).get(form.day()))
        ? timeline
        : timeline.with(DateRange.startingOn(form.day()), carer, recordedAt);
  }

  private <T> ImmutableRangeMap<LocalDate, T> known(Timeline<T> timeline) {
    return timeline.knownBefore(recordedAt.plusNanos(1));
  }

  private Timeline<Whereabouts> parent(Timeline<Whereabouts> timeline, ParentAnswer answer) {
    ImmutableRangeMap<LocalDate, Whereabouts> known = known(timeline);
    TreeRangeMap<LocalDate, Whereabouts> found = TreeRangeMap.create();
    found.putAll(known);
    Optional<LocalDate> away = answer.awaySince();
    Optional<LocalDate> back = answer.returnedOn();
    if (away.isEmpty() && back.isEmpty()) {
      @Nullable Whereabouts then = known.get(form.day());
      if (then == null || then.away()) {
        change(found, untilNext(known, form.day()), at -> at(false, answer, at));
      }
    } else if (back.isEmpty() || (away.isPresent() && away.get().isBefore(back.get()))) {
      away.ifPresent(day -> beginAway(found, known, day, answer));
      back.ifPresent(day -> change(found, untilNext(known, day), at -> at(false, answer, at)));
    } else {
      back.ifPresent(day -> beginAtHome(found, known, day, answer));
      away.ifPresent(day -> change(found, untilNext(known, day), at -> at(true, answer, at)));
    }
    answer
        .ableToCare()
        .ifPresent(
            able ->
                change(
                    found,
                    untilNext(known, form.day()),
                    at -> at.orElseThrow().withAbleToCare(Optional.of(able))));
    return with(timeline, known, found);
  }

  /** An absence begins: that the parent was away just before is an error. */
  private void beginAway(
      TreeRangeMap<LocalDate, Whereabouts> found,
      ImmutableRangeMap<LocalDate, Whereabouts> known,
      LocalDate day,
      ParentAnswer answer) {
    stretch(known, day.minusDays(1), true)
        .ifPresent(
            days ->
                change(
                    found,
                    Range.closedOpen(days.lowerEndpoint(), day),
                    at -> at(false, answer, at)));
    change(found, untilNext(known, day), at -> at(true, answer, at));
  }

  /** An absence ends: that it ended before is an error. */
  private void beginAtHome(
      TreeRangeMap<LocalDate, Whereabouts> found,
      ImmutableRangeMap<LocalDate, Whereabouts> known,
      LocalDate day,
      ParentAnswer answer) {
    stretch(known, day.minusDays(1), false)
        .filter(days -> stretch(known, days.lowerEndpoint().minusDays(1), true).isPresent())
        .ifPresent(
            days ->
                change(
                    found,
                    Range.closedOpen(days.lowerEndpoint(), day),
                    at -> at(true, answer, at)));
    change(found, untilNext(known, day), at -> at(false, answer, at));
  }

  /** Finds the days without a break around a day on which the parent was away, or at home. */
  private static Optional<Range<LocalDate>> stretch(
      ImmutableRangeMap<LocalDate, Whereabouts> known, LocalDate day, boolean away) {
    TreeRangeSet<LocalDate> days = TreeRangeSet.create();
    known
        .asMapOfRanges()
        .forEach(
            (range, at) -> {
              if (at.away() == away) {
                days.add(range);
              }
            });
    return Optional.ofNullable(days.rangeContaining(day));
  }

  /** From a day on, but what is known to begin after the survey stays. */
  private Range<LocalDate> untilNext(
      ImmutableRangeMap<LocalDate, Whereabouts> known, LocalDate day) {
    return known.asMapOfRanges().keySet().stream()
        .map(Range::lowerEndpoint)
        .filter(form.day()::isBefore)
        .findFirst()
        .map(next -> Range.closedOpen(day, next))
        .orElseGet(() -> Range.atLeast(day));
  }

  private static Whereabouts at(boolean away, ParentAnswer answer, Optional<Whereabouts> before) {
    Optional<Boolean> able = before.flatMap(Whereabouts::ableToCare);
    if (!away) {
      return before
          .filter(at -> !at.away())
          .orElseGet(() -> Whereabouts.atHome().withAbleToCare(able));
    }
    return Whereabouts.away(
            answer
                .workplace()
                .or(() -> before.filter(Whereabouts::away).flatMap(Whereabouts::workplace)))
        .withAbleToCare(able);
  }

  private static void change(
      TreeRangeMap<LocalDate, Whereabouts> found,
      Range<LocalDate> days,
      Function<Optional<Whereabouts>, Whereabouts> to) {
    pieces(found, days).forEach((part, at) -> found.putCoalescing(part, to.apply(at)));
  }

  /** Cuts days to pieces, on each of which one thing is known, or nothing. */
  private static ImmutableMap<Range<LocalDate>, Optional<Whereabouts>> pieces(
      RangeMap<LocalDate, Whereabouts> known, Range<LocalDate> days) {
    TreeRangeMap<LocalDate, Optional<Whereabouts>> pieces = TreeRangeMap.create();
    pieces.put(days, Optional.empty());
    known
        .subRangeMap(days)
        .asMapOfRanges()
        .forEach((part, at) -> pieces.put(part, Optional.of(at)));
    return ImmutableMap.copyOf(pieces.asMapOfRanges());
  }

  /** Adds an entry for all days on which what was found is not as known. */
  private Timeline<Whereabouts> with(
      Timeline<Whereabouts> timeline,
      RangeMap<LocalDate, Whereabouts> known,
      RangeMap<LocalDate, Whereabouts> found) {
    TreeRangeMap<LocalDate, Whereabouts> changed = TreeRangeMap.create();
    found
        .asMapOfRanges()
        .forEach(
            (days, at) ->
                pieces(known, days)
                    .forEach(
                        (part, before) -> {
                          if (!before.equals(Optional.of(at))) {
                            changed.putCoalescing(part, at);
                          }
                        }));
    Timeline<Whereabouts> longer = timeline;
    for (Map.Entry<Range<LocalDate>, Whereabouts> each : changed.asMapOfRanges().entrySet()) {
      longer = longer.with(DateRange.from(each.getKey()), each.getValue(), recordedAt);
    }
    return longer;
  }
}
