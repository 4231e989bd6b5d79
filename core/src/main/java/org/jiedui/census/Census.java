package org.jiedui.census;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.school.School;
import org.jiedui.time.Viewpoint;

/**
 * The census of a school in a term: every pupil, surveyed or not, and who is left behind.
 *
 * <p>A pupil of the term is a child that is in one of the school's classes on some day of it and
 * has not been transferred or graduated before its first such day. The census day, of which the
 * status is told, is the as-of date, or the term's day next to it if that lies outside. An answer
 * counts if it was given for the term on or before the as-of date and recorded up to the known-on
 * date; of several the one that was recorded last.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param term the term
 * @param definition the code of the definition by which children are left behind
 * @param viewpoint the dates under which it was looked at
 * @param day the census day, in the term
 * @param lines the pupils, by class, then by student number
 */
public record Census(
    SchoolId schoolId,
    Term term,
    String definition,
    Viewpoint viewpoint,
    LocalDate day,
    ImmutableList<CensusLine> lines) {

  private static final Comparator<CensusAnswer> WHO_WAS_RECORDED_LAST =
      Comparator.comparing(CensusAnswer::recordedAt)
          .thenComparing(CensusAnswer::day)
          .thenComparing(CensusAnswer::id);

  /**
   * Creates a census.
   *
   * @param schoolId the school
   * @param term the term
   * @param definition the code of the definition by which children are left behind
   * @param viewpoint the dates under which it was looked at
   * @param day the census day, in the term
   * @param lines the pupils, by class, then by student number
   */
  public Census {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(term, "term");
    requireNonNull(definition, "definition");
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(day, "day");
    requireNonNull(lines, "lines");
  }

  /**
   * Returns the census of a term.
   *
   * @param school the school
   * @param term the term
   * @param children the children of the school, pupils of the term or not
   * @param answers the answers that were given for the term
   * @param definition who is left behind
   * @param viewpoint the dates under which to look
   * @return the census
   */
  public static Census of(
      School school,
      Term term,
      Collection<Child> children,
      Collection<CensusAnswer> answers,
      LeftBehindDefinition definition,
      Viewpoint viewpoint) {
    Instant knownBefore = viewpoint.knownBefore(school.zone());
    LocalDate day = dayIn(term, viewpoint.asOf());
    ImmutableMap<ChildId, CensusAnswer> counting = counting(term, answers, viewpoint, knownBefore);
    ImmutableList.Builder<CensusLine> lines = ImmutableList.builder();
    for (Child child : children) {
      HomeFacts home = HomeFacts.knownBefore(knownBefore, child);
      classIn(term, day, home)
          .ifPresent(
              classId ->
                  lines.add(
                      new CensusLine(
                          child.id(),
                          child.studentNumber(),
                          classId,
                          Optional.ofNullable(counting.get(child.id())),
                          definition.on(later(day, child.birthDate()), home))));
    }
    return new Census(
        school.id(),
        term,
        definition.code(),
        viewpoint,
        day,
        ImmutableList.sortedCopyOf(
            Comparator.comparing(CensusLine::classId)
                .thenComparing(CensusLine::studentNumber)
                .thenComparing(CensusLine::childId),
            lines.build()));
  }

  /**
   * Finds the term for which a survey of some day is: the one that the day lies in, or in the
   * holidays the one that begins next.
   *
   * @param calendar the school's calendar
   * @param day the day of the survey
   * @return the term, or empty if no term of the calendar ends on the day or later
   */
  public static Optional<Term> findTerm(SchoolCalendar calendar, LocalDate day) {
    return calendar.terms().stream().filter(term -> !term.last().isBefore(day)).findFirst();
  }

  private static LocalDate dayIn(Term term, LocalDate day) {
    return day.isAfter(term.last()) ? term.last() : later(day, term.first());
  }

  private static LocalDate later(LocalDate day, LocalDate other) {
    return day.isAfter(other) ? day : other;
  }

  private static ImmutableMap<ChildId, CensusAnswer> counting(
      Term term, Collection<CensusAnswer> answers, Viewpoint viewpoint, Instant knownBefore) {
    Map<ChildId, CensusAnswer> counting = new HashMap<>();
    answers.stream()
        .filter(answer -> answer.term().equals(term.label()))
        .filter(answer -> !answer.day().isAfter(viewpoint.asOf()))
        .filter(answer -> answer.recordedAt().isBefore(knownBefore))
        .sorted(WHO_WAS_RECORDED_LAST)
        .forEach(answer -> counting.put(answer.childId(), answer));
    return ImmutableMap.copyOf(counting);
  }

  private static Optional<ClassId> classIn(Term term, LocalDate day, HomeFacts home) {
    ImmutableRangeMap<LocalDate, Placement> inTerm =
        home.known(CareFacts::placement).subRangeMap(term.days().toRange());
    if (inTerm.asMapOfRanges().isEmpty() || hasLeft(home, inTerm.span().lowerEndpoint())) {
      return Optional.empty();
    }
    Placement first = inTerm.asMapOfRanges().values().iterator().next();
    Placement last =
        inTerm.subRangeMap(Range.atMost(day)).asDescendingMapOfRanges().values().stream()
            .findFirst()
            .orElse(first);
    return Optional.of(last.classId());
  }

  private static boolean hasLeft(HomeFacts home, LocalDate day) {
    return home.on(day, CareFacts::schooling).filter(HomeFacts::hasLeft).isPresent();
  }

  /**
   * Returns the pupils who were not surveyed.
   *
   * @return their lines, by class, then by student number
   */
  public ImmutableList<CensusLine> unsurveyed() {
    return lines.stream().filter(line -> !line.isSurveyed()).collect(toImmutableList());
  }

  /**
   * Returns the pupils of a status.
   *
   * @param status the status
   * @return their lines, by class, then by student number
   */
  public ImmutableList<CensusLine> of(LeftBehindStatus status) {
    return lines.stream()
        .filter(line -> line.status().status() == status)
        .collect(toImmutableList());
  }

  /**
   * Returns how many pupils there are of each kind in all.
   *
   * @return the counts
   */
  public CensusCounts counts() {
    return CensusCounts.of(lines);
  }

  /**
   * Returns how many pupils there are of each kind in each class.
   *
   * @return the counts by class; they add up to {@link #counts()}
   */
  public ImmutableSortedMap<ClassId, CensusCounts> countsByClass() {
    return Multimaps.index(lines, CensusLine::classId).asMap().entrySet().stream()
        .collect(
            toImmutableSortedMap(
                Comparator.naturalOrder(),
                Map.Entry::getKey,
                each -> CensusCounts.of(each.getValue())));
  }

  /** Returns the school, the term and the dates; the lines are personal. */
  @Override
  public String toString() {
    return "Census[" + schoolId + " in " + term.label() + " on " + day + "]";
  }
}
