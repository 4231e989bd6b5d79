package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jiedui.child.CareEvent;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareHistory;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Relation;
import org.jiedui.id.CarerId;
import org.jiedui.person.PersonName;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * What happens to a child in the school year: when it is in care, who cares for it, and whether it
 * is in key support. Many children of a county share one.
 *
 * <p>Everything is recorded by {@link #LAST_RECORDED}, so that with a later known-on date all of it
 * is known.
 *
 * <p>Immutable.
 */
final class LifeCourse {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The day by which every fact of every child is recorded. */
  static final LocalDate LAST_RECORDED = LocalDate.of(2026, 5, 15);

  /** Stands for the last day of a stretch that goes on. */
  static final int OPEN_END = (int) LocalDate.of(2100, 1, 1).toEpochDay();

  private final CareFacts facts;
  private final CareHistory history;

  private LifeCourse(CareFacts facts) {
    this.facts = facts;
    this.history = facts.history();
  }

  static LifeCourse draw(Random random) {
    LocalDate begins =
        random.nextInt(10) < 6
            ? PresetRules.VALID_FROM.minusDays(random.nextInt(300))
            : PresetRules.VALID_FROM.plusDays(1 + random.nextInt(180));
    CareFacts facts = CareFacts.none().withCare(care(random, begins)).withCarer(carers(random));
    if (random.nextInt(100) < 15) {
      facts = facts.withKeySupport(keySupport(random));
    }
    return new LifeCourse(facts);
  }

  private static LocalDate someDay(Random random) {
    return PresetRules.VALID_FROM.plusDays(5 + random.nextInt(230));
  }

  private static Instant recordedOn(LocalDate day) {
    LocalDate recorded = day.isAfter(LAST_RECORDED) ? LAST_RECORDED : day;
    return recorded.atTime(9, 0).atZone(ZONE).toInstant();
  }

  /** One in eight leaves; half of them come back, after a gap short or long. */
  private static UnaryOperator<Timeline<CareStatus>> care(Random random, LocalDate begins) {
    LocalDate leaves = someDay(random);
    boolean leaving = random.nextInt(8) == 0 && leaves.isAfter(begins);
    LocalDate returns = leaves.plusDays(6 + random.nextInt(60));
    boolean returning = leaving && random.nextBoolean();
    return care -> {
      DateRange first = leaving ? DateRange.ofClosed(begins, leaves) : DateRange.startingOn(begins);
      Timeline<CareStatus> known = care.with(first, CareStatus.open(), recordedOn(begins));
      return returning
          ? known.with(DateRange.startingOn(returns), CareStatus.open(), recordedOn(LAST_RECORDED))
          : known;
    };
  }

  /** One in five changes the carer, one in thirty is without one for a while. */
  private static UnaryOperator<Timeline<Carer>> carers(Random random) {
    LocalDate changes = someDay(random);
    LocalDate alone = someDay(random);
    int aloneDays = 3 + random.nextInt(50);
    boolean changing = random.nextInt(5) == 0;
    boolean leftAlone = random.nextInt(30) == 0;
    boolean never = random.nextInt(30) == 0;
    return carers -> {
      if (never) {
        return carers;
      }
      Timeline<Carer> known =
          carers.with(
              DateRange.startingOn(LocalDate.of(2024, 9, 1)),
              carer("g-1", Relation.PATERNAL_GRANDMOTHER),
              recordedOn(LocalDate.of(2024, 9, 1)));
      if (changing) {
        known =
            known.with(
                DateRange.startingOn(changes),
                carer("g-2", Relation.MATERNAL_GRANDFATHER),
                recordedOn(changes.plusDays(1)));
      }
      return leftAlone
          ? known.without(
              DateRange.ofClosed(alone, alone.plusDays(aloneDays)), recordedOn(LAST_RECORDED))
          : known;
    };
  }

  private static Carer carer(String id, Relation relation) {
    return Carer.of(CarerId.of(id), PersonName.of("照护人"), relation);
  }

  private static UnaryOperator<Timeline<KeySupport>> keySupport(Random random) {
    LocalDate begins = someDay(random);
    LocalDate ends = begins.plusDays(20 + random.nextInt(120));
    DateRange days =
        random.nextBoolean() ? DateRange.ofClosed(begins, ends) : DateRange.startingOn(begins);
    return support -> support.with(days, new KeySupport("preset"), recordedOn(begins));
  }

  CareFacts facts() {
    return facts;
  }

  /** What the facts come to, for those that take it as columns. */
  CareHistory history() {
    return history;
  }

  /** The days of a scope, ascending, none before the rules began, neighbours joined. */
  ImmutableList<Stretch> days(CareScope scope) {
    ImmutableList.Builder<Stretch> days = ImmutableList.builder();
    int rulesBegin = (int) PresetRules.VALID_FROM.toEpochDay();
    for (int i = 0; i < history.stretches(); ) {
      if (!holds(scope, i)) {
        i++;
        continue;
      }
      int first = history.firstDay(i);
      while (i < history.stretches() && holds(scope, i)) {
        i++;
      }
      int last = i < history.stretches() ? history.firstDay(i) - 1 : OPEN_END;
      if (last >= rulesBegin) {
        days.add(new Stretch(Math.max(first, rulesBegin), last));
      }
    }
    return days.build();
  }

  private boolean holds(CareScope scope, int stretch) {
    return (history.traits(stretch) & scope.traits()) == scope.traits();
  }

  /** The days on which the carer changed, ascending. */
  ImmutableList<LocalDate> carerChanges() {
    return history.eventDays(CareEvent.GUARDIAN_CHANGED);
  }
}
