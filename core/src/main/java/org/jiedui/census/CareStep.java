package org.jiedui.census;

import static com.google.common.collect.ImmutableRangeSet.unionOf;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Schooling;
import org.jiedui.text.Wording;
import org.jiedui.time.Timeline;
import org.jspecify.annotations.Nullable;

/** What follows for care from what became known at one instant. Not thread-safe. */
final class CareStep {

  private final LeftBehindDefinition definition;
  private final ImmutableRangeMap<LocalDate, Said> before;
  private final ImmutableRangeMap<LocalDate, Said> after;
  private final ImmutableRangeMap<LocalDate, CareStatus> known;
  private final ImmutableRangeSet<LocalDate> decided;
  private final Optional<LocalDate> ownEnd;
  private final TreeRangeMap<LocalDate, CareStatus> followed = TreeRangeMap.create();
  private LocalDate from = LocalDate.MIN;
  private Optional<LocalDate> openFrom = Optional.empty();
  private Optional<LocalDate> leftBehindFrom = Optional.empty();

  /** Whether the child has become left behind, in the days that were gone through last. */
  private boolean became;

  /**
   * Creates a step.
   *
   * @param known the care that is known, with what was decided of it
   * @param decided what was decided of care itself at the instant
   */
  CareStep(
      LeftBehindDefinition definition,
      HomeFacts before,
      HomeFacts after,
      ImmutableRangeMap<LocalDate, CareStatus> known,
      List<Timeline.Entry<CareStatus>> decided) {
    this.definition = definition;
    this.before = said(before);
    this.after = said(after);
    this.known = known;
    this.decided = unionOf(decided.stream().map(entry -> entry.days().toRange()).toList());
    this.ownEnd = ownEnd(Timeline.of(decided).known());
  }

  /** What the facts of a day say of care. */
  private enum Call {
    OPEN,
    CLOSED,
    /** The child is no pupil of the school any more. */
    LEFT_SCHOOL,
    /** Too little is known. */
    NONE;

    boolean closes() {
      return this == CLOSED || this == LEFT_SCHOOL;
    }
  }

  /**
   * What is said of a day, and why.
   *
   * @param why the answer of the definition, or that the child left the school
   */
  private record Said(Call call, StatusAnswer answer, Optional<Schooling> why) {

    static final Said NOTHING =
        new Said(
            Call.NONE,
            new StatusAnswer(LeftBehindStatus.UNKNOWN, Optional.empty(), ImmutableList.of()),
            Optional.empty());

    static Said of(StatusAnswer answer) {
      Call call =
          switch (answer.status()) {
            case LEFT_BEHIND -> Call.OPEN;
            case NOT_LEFT_BEHIND -> Call.CLOSED;
            case UNKNOWN -> Call.NONE;
          };
      return new Said(call, answer, Optional.empty());
    }

    Said withoutSchool(Schooling schooling) {
      return new Said(Call.LEFT_SCHOOL, answer, Optional.of(schooling));
    }
  }

  private ImmutableRangeMap<LocalDate, Said> said(HomeFacts home) {
    TreeRangeMap<LocalDate, Said> said = TreeRangeMap.create();
    home.course(definition)
        .asMapOfRanges()
        .forEach((days, answer) -> said.put(days, Said.of(answer)));
    home.known(CareFacts::schooling)
        .asMapOfRanges()
        .forEach(
            (days, schooling) -> {
              if (HomeFacts.hasLeft(schooling)) {
                ImmutableMap.copyOf(said.subRangeMap(days).asMapOfRanges())
                    .forEach((part, each) -> said.put(part, each.withoutSchool(schooling)));
              }
            });
    return ImmutableRangeMap.copyOf(said);
  }

  private static Said on(RangeMap<LocalDate, Said> said, LocalDate day) {
    @Nullable Said found = said.get(day);
    return found == null ? Said.NOTHING : found;
  }

  /** The day on which care ends that was opened without an end: there it follows again. */
  private Optional<LocalDate> ownEnd(ImmutableRangeMap<LocalDate, CareStatus> opened) {
    return opened.asMapOfRanges().entrySet().stream()
        .filter(each -> each.getValue().inCare() && !each.getKey().hasUpperBound())
        .flatMap(
            each ->
                after.asMapOfRanges().keySet().stream()
                    .map(Range::lowerEndpoint)
                    .filter(each.getKey().lowerEndpoint()::isBefore))
        .filter(this::ends)
        .findFirst();
  }

  private boolean ends(LocalDate day) {
    Call call = on(after, day).call();
    return call == Call.LEFT_SCHOOL
        || (call == Call.CLOSED && on(after, day.minusDays(1)).call() == Call.OPEN);
  }

  /** Leaves days before a day alone. */
  @CanIgnoreReturnValue
  CareStep from(LocalDate day) {
    from = day;
    return openFrom(day);
  }

  /** Lets care open, on earlier days only where it goes on without a break. */
  @CanIgnoreReturnValue
  CareStep openFrom(LocalDate day) {
    openFrom = Optional.of(day);
    return this;
  }

  /** Lets care open from a day on, whether or not anything changed. */
  void openWhoeverIsLeftBehindFrom(LocalDate day) {
    leftBehindFrom = Optional.of(day);
  }

  /** Returns what is to be added, by its days. */
  ImmutableMap<Range<LocalDate>, CareStatus> follow() {
    TreeSet<LocalDate> cuts = new TreeSet<>();
    for (RangeMap<LocalDate, ?> days : List.of(before, after, known)) {
      days.asMapOfRanges().keySet().forEach(range -> addTo(cuts, range));
    }
    decided.asRanges().forEach(range -> addTo(cuts, range));
    openFrom.ifPresent(cuts::add);
    leftBehindFrom.ifPresent(cuts::add);
    for (LocalDate day : cuts) {
      LocalDate end = cuts.higher(day);
      find(day)
          .ifPresent(
              status ->
                  followed.putCoalescing(
                      end == null ? Range.atLeast(day) : Range.closedOpen(day, end), status));
    }
    return ImmutableMap.copyOf(followed.asMapOfRanges());
  }

  private static void addTo(Set<LocalDate> cuts, Range<LocalDate> days) {
    cuts.add(days.lowerEndpoint());
    if (days.hasUpperBound()) {
      cuts.add(days.upperEndpoint());
    }
  }

  /** Finds what follows for a day and those after it until something differs. */
  private Optional<CareStatus> find(LocalDate day) {
    Said now = on(after, day);
    @Nullable CareStatus yesterday = followed.get(day.minusDays(1));
    if (now.call().closes() && yesterday != null && known.get(day) == null) {
      return Optional.of(closed(day)); // care that has opened by itself is told why it ended
    }
    if (day.isBefore(from) || !isConcerned(day, now)) {
      return Optional.empty();
    }
    if (now.call() == Call.OPEN) {
      return isInCare(day) || !mayOpen(day) ? Optional.empty() : Optional.of(opened(day));
    }
    return now.call().closes() && isInCare(day) ? Optional.of(closed(day)) : Optional.empty();
  }

  private boolean isConcerned(LocalDate day, Said now) {
    if (isAtOrAfter(ownEnd, day)) {
      return true;
    }
    boolean concerned =
        !decided.contains(day)
            && (now.call() != on(before, day).call() || isAtOrAfter(leftBehindFrom, day));
    if (now.call().closes()) {
      return concerned || (became && goesOnWithoutEnd(day));
    }
    became = concerned && now.call() == Call.OPEN;
    return concerned;
  }

  /**
   * Whether nobody has said when care ends: then it does when the child is no longer left behind.
   */
  private boolean goesOnWithoutEnd(LocalDate day) {
    Map.@Nullable Entry<Range<LocalDate>, CareStatus> entry = known.getEntry(day);
    return !decided.contains(day)
        && entry != null
        && entry.getValue().inCare()
        && !entry.getKey().hasUpperBound();
  }

  private static boolean isAtOrAfter(Optional<LocalDate> first, LocalDate day) {
    return first.isPresent() && !day.isBefore(first.get());
  }

  private boolean mayOpen(LocalDate day) {
    return isAtOrAfter(ownEnd, day)
        || isAtOrAfter(openFrom, day)
        || (openFrom.isPresent() && isInCare(day.minusDays(1)));
  }

  private boolean isInCare(LocalDate day) {
    @Nullable CareStatus own = followed.get(day);
    @Nullable CareStatus status = own == null ? known.get(day) : own;
    return status != null && status.inCare();
  }

  private CareStatus opened(LocalDate day) {
    return goingOn(day, CareStatus::inCare)
        .orElseGet(
            () -> {
              StatusAnswer answer = on(after, day).answer();
              StatusAnswer earlier = earlier(day);
              return new CareStatus(
                  true,
                  Optional.of(
                      text(
                          answer,
                          condition -> !holds(earlier, condition.code()) && holds(condition),
                          StatusCondition::wording,
                          Wording.of(
                              "符合" + definition.title().chinese(),
                              "left behind: " + definition.title().english()))));
            });
  }

  private CareStatus closed(LocalDate day) {
    return goingOn(day, status -> !status.inCare())
        .orElseGet(
            () -> {
              Said now = on(after, day);
              StatusAnswer earlier = earlier(day);
              return CareStatus.closed(
                  Optional.of(
                      now.why()
                          .map(schooling -> text(schooling.wording()))
                          .orElseGet(
                              () ->
                                  text(
                                      now.answer(),
                                      condition ->
                                          holds(earlier, condition.code()) && !holds(condition),
                                      StatusCondition::otherwise,
                                      Wording.of(
                                          "不符合" + definition.title().chinese(),
                                          "not left behind: " + definition.title().english())))));
            });
  }

  /** Finds the status of the day before, if it is one that follows and is wanted again. */
  private Optional<CareStatus> goingOn(LocalDate day, Predicate<CareStatus> wanted) {
    return Optional.ofNullable(followed.get(day.minusDays(1)))
        .filter(wanted)
        .filter(status -> on(after, day).call() == on(after, day.minusDays(1)).call());
  }

  /** What a day is compared with: the day before, or what was known of the day itself. */
  private StatusAnswer earlier(LocalDate day) {
    Said dayBefore = on(after, day.minusDays(1));
    return dayBefore.call() == Call.NONE || dayBefore.call() == on(after, day).call()
        ? on(before, day).answer()
        : dayBefore.answer();
  }

  private static boolean holds(StatusAnswer answer, String code) {
    return answer.findCondition(code).filter(CareStep::holds).isPresent();
  }

  private static boolean holds(StatusCondition condition) {
    return condition.truth() == Truth.YES;
  }

  private static String text(
      StatusAnswer answer,
      Predicate<StatusCondition> which,
      Function<StatusCondition, Wording> wording,
      Wording otherwise) {
    List<Wording> words = answer.conditions().stream().filter(which).map(wording).toList();
    return words.isEmpty()
        ? text(otherwise)
        : text(
            Wording.of(
                words.stream().map(Wording::chinese).collect(joining("、")),
                words.stream().map(Wording::english).collect(joining(", "))));
  }

  /** A reason is one text, for whoever reads it. */
  private static String text(Wording wording) {
    return wording.chinese() + " / " + wording.english();
  }
}
