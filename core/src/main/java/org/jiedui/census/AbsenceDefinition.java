package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jiedui.census.StatusCondition.Ground;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Registration;
import org.jiedui.child.Whereabouts;
import org.jiedui.text.Wording;
import org.jiedui.time.Timeline;

/**
 * A definition that asks for how long parents are away, perhaps the child's age and registration,
 * and perhaps whether the parent who is at home is able to care.
 *
 * <p>Periods count as 民法典 art. 201 and 202 say: the first day is not counted, and n months end on
 * the day of the same number, or on the month's last day if it has none. A parent who is away since
 * 2025-11-30 has been away for 3 months on 2026-02-28. So with birthdays: a child who was born on
 * 2012-02-29 is 18 on 2030-02-28. A change of workplace does not break an absence; a day at home
 * does.
 *
 * <p>A parent at home is taken to be able to care unless the contrary is recorded: by law parents
 * are guardians, and that one is unable has to be found.
 *
 * <p>Immutable.
 *
 * @param code the word that stands for it in files and programs; not blank
 * @param title what people call it
 * @param source where it stands
 * @param ruralOnly whether only children of rural registration are meant
 * @param underAge of what age a child must not be yet, 1 to 100; empty if of any
 * @param months for how many months a parent must be away, 0 to 120; 0 for any absence
 * @param absence which parents must be away
 */
public record AbsenceDefinition(
    String code,
    Wording title,
    Wording source,
    boolean ruralOnly,
    OptionalInt underAge,
    int months,
    Absence absence)
    implements LeftBehindDefinition {

  /** The code of the condition that the registration is rural. */
  public static final String RURAL = "rural";

  /** The code of the condition that the child is younger than some age. */
  public static final String UNDER_AGE = "under-age";

  /** The code of the condition that the father is away for long enough. */
  public static final String FATHER_AWAY = "father-away";

  /** The code of the condition that the mother is away for long enough. */
  public static final String MOTHER_AWAY = "mother-away";

  /** The code of the condition that the father is unable to care. */
  public static final String FATHER_UNABLE = "father-unable";

  /** The code of the condition that the mother is unable to care. */
  public static final String MOTHER_UNABLE = "mother-unable";

  private static final int MAX_AGE = 100;
  private static final int MAX_MONTHS = 120;

  private static final AbsenceDefinition CIVIL_AFFAIRS =
      new AbsenceDefinition(
          "civil-affairs",
          Wording.of("民政口径", "civil affairs"),
          Wording.of("国发〔2016〕13号", "State Council, Guofa [2016] No. 13"),
          true,
          OptionalInt.of(16),
          0,
          Absence.BOTH_OR_OTHER_UNABLE);

  private static final AbsenceDefinition SCHOOL_ROLL =
      new AbsenceDefinition(
          "school-roll",
          Wording.of("学籍口径", "school roll"),
          Wording.of("全国中小学生学籍信息管理系统", "the national system of school rolls"),
          false,
          OptionalInt.empty(),
          3,
          Absence.ONE_OR_BOTH);

  private static final AbsenceDefinition CENSUS =
      new AbsenceDefinition(
          "census",
          Wording.of("人口普查口径", "census"),
          Wording.of("人口普查", "the population census"),
          false,
          OptionalInt.of(18),
          6,
          Absence.ONE_OR_BOTH);

  /** Which parents must be away. */
  public enum Absence {
    /** One of them is enough. */
    ONE_OR_BOTH,
    /** Both, or one if the other is unable to care. */
    BOTH_OR_OTHER_UNABLE
  }

  /**
   * Creates a definition.
   *
   * @param code the word that stands for it in files and programs; not blank
   * @param title what people call it
   * @param source where it stands
   * @param ruralOnly whether only children of rural registration are meant
   * @param underAge of what age a child must not be yet, 1 to 100; empty if of any
   * @param months for how many months a parent must be away, 0 to 120; 0 for any absence
   * @param absence which parents must be away
   * @throws IllegalArgumentException if the code is blank, or a number is out of its bounds
   */
  public AbsenceDefinition {
    requireNonNull(code, "code");
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    requireNonNull(underAge, "underAge");
    requireNonNull(absence, "absence");
    checkArgument(!code.isBlank(), "code must not be blank");
    checkArgument(
        underAge.isEmpty() || (underAge.getAsInt() >= 1 && underAge.getAsInt() <= MAX_AGE),
        "underAge (%s) must be 1 to %s",
        underAge,
        MAX_AGE);
    checkArgument(
        months >= 0 && months <= MAX_MONTHS, "months (%s) must be 0 to %s", months, MAX_MONTHS);
  }

  /**
   * Returns the definition of civil affairs: rural registration, under 16, both parents away for
   * work, or one away and the other unable to care.
   *
   * @return the definition {@code civil-affairs}
   */
  public static AbsenceDefinition civilAffairs() {
    return CIVIL_AFFAIRS;
  }

  /**
   * Returns the definition of the school roll (学籍): one or both parents away for 3 months or more.
   *
   * @return the definition {@code school-roll}
   */
  public static AbsenceDefinition schoolRoll() {
    return SCHOOL_ROLL;
  }

  /**
   * Returns the definition of the population census: one or both parents away for half a year or
   * more, aged 0 to 17.
   *
   * @return the definition {@code census}
   */
  public static AbsenceDefinition census() {
    return CENSUS;
  }

  /**
   * Returns the definitions that are shipped.
   *
   * @return civil affairs, school roll, census
   */
  public static ImmutableList<AbsenceDefinition> all() {
    return ImmutableList.of(CIVIL_AFFAIRS, SCHOOL_ROLL, CENSUS);
  }

  /** One of the two parents: where it stands in the facts, and what its conditions are called. */
  private record Side(
      FactKind fact,
      Function<CareFacts, Timeline<Whereabouts>> timeline,
      Function<HomeFacts, ImmutableRangeMap<LocalDate, Whereabouts>> known,
      Wording name,
      String away,
      String unable) {}

  private static final Side FATHER =
      new Side(
          FactKind.FATHER,
          CareFacts::father,
          HomeFacts::father,
          Wording.of("父亲", "the father"),
          FATHER_AWAY,
          FATHER_UNABLE);

  private static final Side MOTHER =
      new Side(
          FactKind.MOTHER,
          CareFacts::mother,
          HomeFacts::mother,
          Wording.of("母亲", "the mother"),
          MOTHER_AWAY,
          MOTHER_UNABLE);

  @Override
  public StatusAnswer on(LocalDate day, HomeFacts home) {
    ImmutableList.Builder<StatusCondition> conditions = ImmutableList.builder();
    Truth holds = Truth.YES;
    if (ruralOnly) {
      StatusCondition rural = rural(home);
      conditions.add(rural);
      holds = holds.and(rural.truth());
    }
    if (underAge.isPresent()) {
      StatusCondition young = underAge(home, day, underAge.getAsInt());
      conditions.add(young);
      holds = holds.and(young.truth());
    }
    StatusCondition father = away(FATHER, home, day);
    StatusCondition mother = away(MOTHER, home, day);
    conditions.add(father, mother);
    Truth parents;
    if (absence == Absence.ONE_OR_BOTH) {
      parents = father.truth().or(mother.truth());
    } else {
      StatusCondition fatherUnable = unable(FATHER, home, day);
      StatusCondition motherUnable = unable(MOTHER, home, day);
      conditions.add(fatherUnable, motherUnable);
      parents =
          father
              .truth()
              .and(mother.truth().or(motherUnable.truth()))
              .or(mother.truth().and(father.truth().or(fatherUnable.truth())));
    }
    LeftBehindStatus status = LeftBehindStatus.of(holds.and(parents));
    return new StatusAnswer(
        status, code(status, father.truth(), mother.truth()), conditions.build());
  }

  private static Optional<SchoolRollCode> code(
      LeftBehindStatus status, Truth father, Truth mother) {
    if (status == LeftBehindStatus.NOT_LEFT_BEHIND) {
      return Optional.of(SchoolRollCode.NONE);
    }
    if (status == LeftBehindStatus.UNKNOWN || father == Truth.UNKNOWN || mother == Truth.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(
        father.and(mother) == Truth.YES ? SchoolRollCode.BOTH_PARENTS : SchoolRollCode.ONE_PARENT);
  }

  private static StatusCondition rural(HomeFacts home) {
    Optional<Registration> registration = home.registration();
    return new Question(
            RURAL,
            Wording.of("农村户籍", "rural registration"),
            Wording.of("非农村户籍", "not of rural registration"))
        .answered(
            registration.map(known -> Truth.of(known == Registration.RURAL)).orElse(Truth.UNKNOWN),
            Optional.empty(),
            registration.map(
                known -> new Ground(FactKind.REGISTRATION, Optional.empty(), Optional.empty())));
  }

  private static StatusCondition underAge(HomeFacts home, LocalDate day, int age) {
    LocalDate birthday = home.birthDate().plusYears(age);
    boolean young = day.isBefore(birthday);
    return new Question(
            UNDER_AGE,
            Wording.of("未满" + age + "周岁", "under " + age),
            Wording.of("年满" + age + "周岁", "turned " + age))
        .answered(
            Truth.of(young),
            young ? Optional.empty() : Optional.of(birthday),
            Optional.of(new Ground(FactKind.BIRTH_DATE, Optional.empty(), Optional.empty())));
  }

  private StatusCondition away(Side side, HomeFacts home, LocalDate day) {
    ImmutableRangeMap<LocalDate, Boolean> absences = absences(side, home);
    String chinese = side.name().chinese();
    String english = side.name().english();
    return condition(
        side,
        new Question(
            side.away(),
            Wording.of(chinese + awayInChinese(), english + awayInEnglish()),
            Wording.of(chinese + "返乡", english + " returned")),
        longEnough(absences),
        HomeFacts.since(absences, day),
        home,
        day);
  }

  private String awayInChinese() {
    return switch (months) {
      case 0 -> "外出务工";
      case 6 -> "外出满半年";
      default -> "外出满" + months + "个月";
    };
  }

  private String awayInEnglish() {
    return switch (months) {
      case 0 -> " is away for work";
      case 1 -> " is away for 1 month or more";
      case 6 -> " is away for half a year or more";
      default -> " is away for " + months + " months or more";
    };
  }

  private static StatusCondition unable(Side side, HomeFacts home, LocalDate day) {
    String chinese = side.name().chinese();
    String english = side.name().english();
    Question question =
        new Question(
            side.unable(),
            Wording.of(chinese + "无监护能力", english + " is unable to care"),
            Wording.of(chinese + "有监护能力", english + " is able to care"));
    Whereabouts known = side.known().apply(home).get(day);
    if (known != null && known.ableToCare().isEmpty()) {
      return question.answered(Truth.NO, Optional.empty(), Optional.empty());
    }
    TreeRangeMap<LocalDate, Truth> unable = TreeRangeMap.create();
    side.known()
        .apply(home)
        .asMapOfRanges()
        .forEach(
            (days, at) ->
                unable.putCoalescing(
                    days, Truth.of(at.ableToCare().map(able -> !able).orElse(false))));
    ImmutableRangeMap<LocalDate, Truth> truths = ImmutableRangeMap.copyOf(unable);
    return condition(side, question, truths, HomeFacts.since(truths, day), home, day);
  }

  /** What a condition asks. */
  private record Question(String code, Wording wording, Wording otherwise) {

    StatusCondition answered(Truth truth, Optional<LocalDate> since, Optional<Ground> ground) {
      return new StatusCondition(code, wording, otherwise, truth, since, ground);
    }
  }

  private static StatusCondition condition(
      Side side,
      Question question,
      ImmutableRangeMap<LocalDate, Truth> truths,
      Optional<LocalDate> factSince,
      HomeFacts home,
      LocalDate day) {
    Truth truth = truths.get(day);
    return truth == null
        ? question.answered(Truth.UNKNOWN, Optional.empty(), Optional.empty())
        : question.answered(
            truth,
            HomeFacts.since(truths, day),
            Optional.of(new Ground(side.fact(), factSince, home.recordedAt(day, side.timeline()))));
  }

  /** On which days a parent was away, and on which at home, wherever that was. */
  private static ImmutableRangeMap<LocalDate, Boolean> absences(Side side, HomeFacts home) {
    TreeRangeMap<LocalDate, Boolean> absences = TreeRangeMap.create();
    side.known()
        .apply(home)
        .asMapOfRanges()
        .forEach((days, known) -> absences.putCoalescing(days, known.away()));
    return ImmutableRangeMap.copyOf(absences);
  }

  /** On which days an absence has lasted for long enough. */
  private ImmutableRangeMap<LocalDate, Truth> longEnough(
      ImmutableRangeMap<LocalDate, Boolean> absences) {
    TreeRangeMap<LocalDate, Truth> truths = TreeRangeMap.create();
    absences
        .asMapOfRanges()
        .forEach(
            (days, away) -> {
              truths.putCoalescing(days, Truth.NO);
              if (away) {
                Range<LocalDate> since = Range.atLeast(reached(days));
                if (days.isConnected(since) && !days.intersection(since).isEmpty()) {
                  truths.putCoalescing(days.intersection(since), Truth.YES);
                }
              }
            });
    return ImmutableRangeMap.copyOf(truths);
  }

  /** The day on which an absence has lasted for long enough, if it lasts until then. */
  private LocalDate reached(Range<LocalDate> absence) {
    return absence.lowerEndpoint().plusMonths(months);
  }

  @Override
  public ImmutableSet<LocalDate> furtherDays(HomeFacts home) {
    ImmutableSet.Builder<LocalDate> days = ImmutableSet.builder();
    underAge.ifPresent(age -> days.add(home.birthDate().plusYears(age)));
    for (Side side : ImmutableList.of(FATHER, MOTHER)) {
      absences(side, home)
          .asMapOfRanges()
          .forEach(
              (absence, away) -> {
                if (away) {
                  days.add(reached(absence));
                }
              });
    }
    return days.build();
  }
}
