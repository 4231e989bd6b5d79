package org.jiedui.census;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Registration;
import org.jiedui.child.Whereabouts;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Courses, compared with an evaluation of every single day. */
class HomeFactsTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 11, 20);
  private static final int DAYS = 900;
  private static final Instant BASE = Instant.parse("2024-01-01T00:00:00Z");

  static LongStream seeds() {
    long first = Long.getLong("jiedui.census.seed", 20251110L);
    return LongStream.range(first, first + 40);
  }

  /** Days on which months and years end turn up often. */
  private static LocalDate day(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    return switch (random.nextInt(3)) {
      case 0 -> day.withDayOfMonth(day.lengthOfMonth());
      case 1 -> LocalDate.of(2024, 2, 29);
      default -> day;
    };
  }

  private static Timeline<Whereabouts> parent(Random random) {
    Timeline<Whereabouts> timeline = Timeline.empty();
    int entries = random.nextInt(6);
    for (int i = 0; i < entries; i++) {
      LocalDate from = day(random);
      DateRange days =
          random.nextBoolean()
              ? DateRange.startingOn(from)
              : DateRange.ofClosed(from, from.plusDays(random.nextInt(300)));
      Instant at = BASE.plusSeconds(random.nextInt(5));
      Optional<Boolean> able =
          random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextBoolean());
      timeline =
          switch (random.nextInt(5)) {
            case 0 -> timeline.without(days, at);
            case 1, 2 -> timeline.with(days, Whereabouts.atHome().withAbleToCare(able), at);
            default ->
                timeline.with(days, Whereabouts.away(Optional.empty()).withAbleToCare(able), at);
          };
    }
    return timeline;
  }

  private static HomeFacts facts(Random random) {
    LocalDate born = day(random).minusYears(14 + random.nextInt(6));
    Timeline<Whereabouts> father = parent(random);
    Timeline<Whereabouts> mother = parent(random);
    CareFacts facts = CareFacts.none().withFather(t -> father).withMother(t -> mother);
    Optional<Registration> registration =
        switch (random.nextInt(4)) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(Registration.URBAN);
          default -> Optional.of(Registration.RURAL);
        };
    return HomeFacts.of(born, registration, facts, BASE.plusSeconds(random.nextInt(6)));
  }

  private static AbsenceDefinition any(Random random) {
    return new AbsenceDefinition(
        "own",
        Wording.of("口径", "own"),
        Wording.of("文件", "own"),
        random.nextBoolean(),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(14 + random.nextInt(7)),
        random.nextInt(8),
        random.nextBoolean()
            ? AbsenceDefinition.Absence.ONE_OR_BOTH
            : AbsenceDefinition.Absence.BOTH_OR_OTHER_UNABLE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void course_isTheAnswerOfEachSingleDay(long seed) {
    Random random = new Random(seed);
    HomeFacts home = facts(random);
    ImmutableList<LeftBehindDefinition> definitions =
        ImmutableList.<LeftBehindDefinition>builder()
            .addAll(AbsenceDefinition.all())
            .add(any(random), new Boarders(), new SinceDays(100))
            .build();
    for (LeftBehindDefinition definition : definitions) {
      ImmutableRangeMap<LocalDate, StatusAnswer> course = home.course(definition);
      for (LocalDate day = FIRST.minusDays(3); !day.isAfter(FIRST.plusDays(DAYS + 400)); ) {
        if (!day.isBefore(home.birthDate())) {
          assertThat(course.get(day))
              .as("%s on %s with seed %s", definition.code(), day, seed)
              .isEqualTo(definition.on(day, home));
        }
        day = day.plusDays(1);
      }
      assertThat(course.get(home.birthDate().minusDays(1))).isNull();
      assertThat(course.span().hasUpperBound()).isFalse();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void status_isThatOfTheDefinitionInItsPlainestWords(long seed) {
    Random random = new Random(seed);
    HomeFacts home = facts(random);
    AbsenceDefinition definition = any(random);
    for (int i = 0; i < DAYS + 400; i++) {
      LocalDate day = FIRST.plusDays(i);
      if (!day.isBefore(home.birthDate())) {
        assertThat(definition.on(day, home).status())
            .as("%s on %s with seed %s", definition, day, seed)
            .isEqualTo(naive(definition, home, day));
      }
    }
  }

  /** Tries all that could be true of what is not known, day by day. */
  private static LeftBehindStatus naive(
      AbsenceDefinition definition, HomeFacts home, LocalDate day) {
    boolean everTrue = false;
    boolean everFalse = false;
    for (boolean rural : ImmutableList.of(true, false)) {
      if (home.registration().isPresent()
          && rural != (home.registration().get() == Registration.RURAL)) {
        continue;
      }
      for (int father = 0; father < 3; father++) {
        for (int mother = 0; mother < 3; mother++) {
          if (!possible(definition, home.father(), day, father)
              || !possible(definition, home.mother(), day, mother)) {
            continue;
          }
          // 0: long enough away; 1: not, and able; 2: not, and unable
          boolean parents =
              definition.absence() == AbsenceDefinition.Absence.ONE_OR_BOTH
                  ? father == 0 || mother == 0
                  : (father == 0 && mother != 1) || (mother == 0 && father != 1);
          boolean young =
              definition.underAge().isEmpty()
                  || age(home.birthDate(), day) < definition.underAge().getAsInt();
          boolean holds = (rural || !definition.ruralOnly()) && young && parents;
          everTrue |= holds;
          everFalse |= !holds;
        }
      }
    }
    return everTrue && everFalse
        ? LeftBehindStatus.UNKNOWN
        : LeftBehindStatus.of(Truth.of(everTrue));
  }

  private static boolean possible(
      AbsenceDefinition definition,
      ImmutableRangeMap<LocalDate, Whereabouts> parent,
      LocalDate day,
      int state) {
    Whereabouts at = parent.get(day);
    if (at == null) {
      return true;
    }
    LocalDate first = day;
    while (at.away() && isAway(parent, first.minusDays(1))) {
      first = first.minusDays(1);
    }
    boolean longEnough = at.away() && months(first, day) >= definition.months();
    boolean unable = at.ableToCare().equals(Optional.of(false));
    return state == (longEnough ? 0 : unable ? 2 : 1);
  }

  private static boolean isAway(ImmutableRangeMap<LocalDate, Whereabouts> parent, LocalDate day) {
    Whereabouts at = parent.get(day);
    return at != null && at.away();
  }

  /** Counts months one by one, each to the same day or to the month's last. */
  private static int months(LocalDate from, LocalDate to) {
    int months = 0;
    while (true) {
      int year = from.getYear() + (from.getMonthValue() - 1 + months + 1) / 12;
      int month = (from.getMonthValue() - 1 + months + 1) % 12 + 1;
      LocalDate first = LocalDate.of(year, month, 1);
      LocalDate next = first.withDayOfMonth(Math.min(from.getDayOfMonth(), first.lengthOfMonth()));
      if (next.isAfter(to)) {
        return months;
      }
      months++;
    }
  }

  private static int age(LocalDate born, LocalDate day) {
    return months(born, day) / 12;
  }

  /** A host's definition that rests on another kind of fact. */
  private static final class Boarders implements LeftBehindDefinition {

    @Override
    public String code() {
      return "boarders";
    }

    @Override
    public Wording title() {
      return Wording.of("寄宿", "boarders");
    }

    @Override
    public StatusAnswer on(LocalDate day, HomeFacts home) {
      Truth boards = home.on(day, CareFacts::boarding).map(Truth::of).orElse(Truth.UNKNOWN);
      return new StatusAnswer(LeftBehindStatus.of(boards), Optional.empty(), ImmutableList.of());
    }
  }

  /** A host's definition that counts days, which nobody else knows of. */
  private record SinceDays(int days) implements LeftBehindDefinition {

    @Override
    public String code() {
      return "since-days";
    }

    @Override
    public Wording title() {
      return Wording.of("天数", "days");
    }

    @Override
    public StatusAnswer on(LocalDate day, HomeFacts home) {
      Truth truth =
          Truth.of(
              HomeFacts.since(home.father(), day)
                  .filter(since -> ChronoUnit.DAYS.between(since, day) >= days)
                  .isPresent());
      return new StatusAnswer(LeftBehindStatus.of(truth), Optional.empty(), ImmutableList.of());
    }

    @Override
    public ImmutableSet<LocalDate> furtherDays(HomeFacts home) {
      return home.father().asMapOfRanges().keySet().stream()
          .map(range -> range.lowerEndpoint().plusDays(days))
          .collect(ImmutableSet.toImmutableSet());
    }
  }

  @Test
  void knownBefore_earlier_doesNotSeeWhatWasRecordedLater() {
    CareFacts facts =
        SampleHome.home("away 2025-03-01/..", "away 2025-03-01/..", SampleHome.at("2025-09-08"))
            .withFather(SampleHome.parent("home 2025-11-03/..", SampleHome.at("2025-11-08")));
    LocalDate day = LocalDate.of(2025, 11, 20);
    AbsenceDefinition definition = AbsenceDefinition.civilAffairs();
    assertThat(
            definition
                .on(
                    day,
                    HomeFacts.knownBefore(
                        Viewpoint.on(LocalDate.of(2025, 11, 7)).knownBefore(SampleHome.ZONE),
                        SampleHome.rural(facts)))
                .status())
        .isEqualTo(LeftBehindStatus.LEFT_BEHIND);
    assertThat(
            definition
                .on(
                    day,
                    HomeFacts.knownBefore(
                        Viewpoint.on(LocalDate.of(2025, 11, 8)).knownBefore(SampleHome.ZONE),
                        SampleHome.rural(facts)))
                .status())
        .isEqualTo(LeftBehindStatus.NOT_LEFT_BEHIND);
  }
}
