package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.compliance.Verdict;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleVersion;
import org.jiedui.time.Viewpoint;

/**
 * What a good application developer writes: records, civil dates, sets, lists and streams, one
 * method for each thing that the rules say. It keeps the rules' versions out, and is otherwise as
 * general in scopes, parties, channels and windows as the library.
 *
 * <p>Each child's contacts are sorted by day, and values that are equal are shared, so that memory
 * is no handicap.
 */
final class ObjectsAndStreams {

  private static final int LONG_GAP = 28;
  private static final int REACH = 30;
  private static final int DAYS_AFTER_CHANGE = 7;

  /** Days, both ends included. */
  private record Days(LocalDate first, LocalDate last) {

    private Days {
      requireNonNull(first, "first");
      requireNonNull(last, "last");
    }

    boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    long length() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }

    Optional<Days> within(Days other) {
      LocalDate from = first.isAfter(other.first) ? first : other.first;
      LocalDate to = last.isBefore(other.last) ? last : other.last;
      return from.isAfter(to) ? Optional.empty() : Optional.of(new Days(from, to));
    }
  }

  private record Meeting(
      LocalDate day,
      Party madeBy,
      Channel channel,
      Set<Party> reached,
      LocalDate recordedOn,
      Optional<LocalDate> voidedOn) {

    private Meeting {
      requireNonNull(day, "day");
      requireNonNull(madeBy, "madeBy");
      requireNonNull(channel, "channel");
      requireNonNull(reached, "reached");
      requireNonNull(recordedOn, "recordedOn");
      requireNonNull(voidedOn, "voidedOn");
    }

    boolean isKnownOn(LocalDate knownOn) {
      return !recordedOn.isAfter(knownOn)
          && voidedOn.map(voided -> voided.isAfter(knownOn)).orElse(true);
    }

    boolean matches(ContactPattern pattern) {
      return pattern.madeBy().contains(madeBy)
          && pattern.channels().contains(channel)
          && reached.stream().anyMatch(pattern.with()::contains);
    }
  }

  private record Leave(
      Optional<RuleId> rule, Days days, LocalDate recordedOn, Optional<LocalDate> withdrawnOn) {

    private Leave {
      requireNonNull(rule, "rule");
      requireNonNull(days, "days");
      requireNonNull(recordedOn, "recordedOn");
      requireNonNull(withdrawnOn, "withdrawnOn");
    }

    boolean concerns(RuleId other) {
      return rule.map(other::equals).orElse(true);
    }

    boolean isKnownOn(LocalDate knownOn) {
      return !recordedOn.isAfter(knownOn)
          && withdrawnOn.map(withdrawn -> withdrawn.isAfter(knownOn)).orElse(true);
    }
  }

  private record Pupil(
      Map<CareScope, List<Days>> inScope,
      List<LocalDate> carerChanges,
      List<Leave> leaves,
      List<Meeting> meetings) {

    private Pupil {
      requireNonNull(inScope, "inScope");
      requireNonNull(carerChanges, "carerChanges");
      requireNonNull(leaves, "leaves");
      requireNonNull(meetings, "meetings");
    }
  }

  /** What of a pupil concerns one rule, as seen on the two dates. */
  private record View(
      RuleVersion rule,
      List<Days> inScope,
      List<Days> exempt,
      List<LocalDate> contacts,
      LocalDate asOf) {

    private View {
      requireNonNull(rule, "rule");
      requireNonNull(inScope, "inScope");
      requireNonNull(exempt, "exempt");
      requireNonNull(contacts, "contacts");
      requireNonNull(asOf, "asOf");
    }
  }

  private final List<Pupil> pupils;
  private final Map<RuleId, List<Days>> windows = new LinkedHashMap<>();

  ObjectsAndStreams(List<CountyChild> county) {
    Interned interned = new Interned();
    pupils = county.stream().map(interned::pupil).toList();
    for (int i = 0; i < PresetRules.rules().size(); i++) {
      windows.put(
          PresetRules.rules().get(i).id(),
          PresetRules.windows(i).stream()
              .map(days -> new Days(days.start(), days.last().orElseThrow()))
              .toList());
    }
  }

  /** Judges all pupils by all rules. */
  VerdictCounts count(Viewpoint viewpoint) {
    int[][] rows = new int[PresetRules.rules().size()][VerdictCounts.COLUMNS];
    for (int i = 0; i < rows.length; i++) {
      ContactRule rule = PresetRules.rules().get(i);
      CareScope scope = PresetRules.scope(i);
      Map<Verdict, Long> counts =
          pupils.stream()
              .flatMap(pupil -> verdicts(pupil, rule, scope, viewpoint.asOf(), viewpoint.knownOn()))
              .collect(
                  groupingBy(verdict -> verdict, () -> new EnumMap<>(Verdict.class), counting()));
      for (Map.Entry<Verdict, Long> count : counts.entrySet()) {
        rows[i][VerdictCounts.column(count.getKey())] = Math.toIntExact(count.getValue());
      }
    }
    return VerdictCounts.of(rows);
  }

  private Stream<Verdict> verdicts(
      Pupil pupil, ContactRule rule, CareScope scope, LocalDate asOf, LocalDate knownOn) {
    RuleVersion version = rule.versions().get(0);
    List<Days> inScope = pupil.inScope().getOrDefault(scope, List.of());
    List<LocalDate> contacts =
        pupil.meetings().stream()
            .filter(meeting -> !meeting.day().isAfter(asOf))
            .filter(meeting -> meeting.isKnownOn(knownOn))
            .filter(meeting -> meeting.matches(version.pattern()))
            .map(Meeting::day)
            .filter(day -> inScope.stream().anyMatch(days -> days.contains(day)))
            .toList();
    List<Days> exempt =
        pupil.leaves().stream()
            .filter(leave -> leave.concerns(rule.id()))
            .filter(leave -> leave.isKnownOn(knownOn))
            .map(Leave::days)
            .toList();
    View view = new View(version, inScope, exempt, contacts, asOf);
    return PresetRules.followsEvent(Exempt.ruleIndex(rule.id()))
        ? pupil.carerChanges().stream()
            .filter(day -> !day.isAfter(asOf) && !day.isBefore(PresetRules.VALID_FROM))
            .map(day -> verdictAfter(day, view))
        : windows.getOrDefault(rule.id(), List.of()).stream()
            .filter(window -> !window.first().isAfter(asOf))
            .flatMap(window -> verdict(window, view).stream());
  }

  private static Optional<Verdict> verdict(Days window, View view) {
    List<Days> scopeDays = within(view.inScope(), window);
    if (scopeDays.isEmpty()) {
      return Optional.empty();
    }
    long length = window.length();
    long inScope = scopeDays.stream().mapToLong(Days::length).sum();
    if (2 * inScope < length) {
      return Optional.of(Verdict.NOT_APPLICABLE);
    }
    if (view.contacts().stream().anyMatch(window::contains)) {
      return Optional.of(Verdict.MET);
    }
    long exempt =
        scopeDays.stream()
            .flatMap(days -> within(view.exempt(), days).stream())
            .mapToLong(Days::length)
            .sum();
    if (2 * (inScope - exempt) < length) {
      return Optional.of(Verdict.EXCUSED);
    }
    LocalDate deadline = scopeDays.get(scopeDays.size() - 1).last();
    if (!view.asOf().isAfter(deadline)) {
      return Optional.of(Verdict.PENDING);
    }
    Days grace = new Days(deadline, deadline.plusDays(view.rule().graceDays()));
    if (view.contacts().stream().anyMatch(grace::contains)) {
      return Optional.of(Verdict.LATE);
    }
    boolean left =
        deadline.isBefore(window.last())
            && runs(view.inScope()).stream().anyMatch(run -> run.last().equals(deadline));
    return Optional.of(left ? Verdict.EXCUSED : Verdict.MISSED);
  }

  private static Verdict verdictAfter(LocalDate event, View view) {
    Optional<Days> run =
        runs(view.inScope()).stream()
            .filter(days -> !days.last().isBefore(event))
            .findFirst()
            .filter(days -> firstDay(view.inScope(), event).isPresent());
    List<LocalDate> counted =
        run.stream()
            .flatMap(days -> within(view.inScope(), days).stream())
            .flatMap(days -> days.first().datesUntil(days.last().plusDays(1)))
            .filter(day -> !day.isBefore(event))
            .filter(day -> view.exempt().stream().noneMatch(exempt -> exempt.contains(day)))
            .limit(DAYS_AFTER_CHANGE + 1)
            .toList();
    if (counted.isEmpty()) {
      return Verdict.NOT_APPLICABLE;
    }
    boolean cut = counted.size() <= DAYS_AFTER_CHANGE;
    LocalDate due = cut ? run.orElseThrow().last() : counted.get(DAYS_AFTER_CHANGE);
    Days window = new Days(event, due);
    if (view.contacts().stream().anyMatch(window::contains)) {
      return Verdict.MET;
    }
    if (!view.asOf().isAfter(due)) {
      return Verdict.PENDING;
    }
    return cut ? Verdict.EXCUSED : Verdict.MISSED;
  }

  /** The first scope day from an event on, if it comes soon enough. */
  private static Optional<LocalDate> firstDay(List<Days> inScope, LocalDate event) {
    return within(inScope, new Days(event, event.plusDays(REACH))).stream()
        .map(Days::first)
        .findFirst();
  }

  private static List<Days> within(List<Days> all, Days window) {
    return all.stream().flatMap(days -> days.within(window).stream()).toList();
  }

  /** Joins what lies less than 28 days apart. */
  private static List<Days> runs(List<Days> inScope) {
    List<Days> runs = new ArrayList<>();
    for (Days days : inScope) {
      Optional<Days> before =
          runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
      if (before.isPresent()
          && ChronoUnit.DAYS.between(before.get().last(), days.first()) - 1 < LONG_GAP) {
        runs.set(runs.size() - 1, new Days(before.get().first(), days.last()));
      } else {
        runs.add(days);
      }
    }
    return runs;
  }

  /** Makes pupils of the county's children, with one object for values that are equal. */
  private static final class Interned {

    private final Map<Integer, LocalDate> days = new LinkedHashMap<>();
    private final Map<Integer, ImmutableSet<Party>> parties = new LinkedHashMap<>();
    private final Map<LifeCourse, ImmutableMap<CareScope, List<Days>>> scopes =
        new LinkedHashMap<>();

    private LocalDate day(int number) {
      return days.computeIfAbsent(number, LocalDate::ofEpochDay);
    }

    private Days days(Stretch stretch) {
      return new Days(day(stretch.first()), day(stretch.last()));
    }

    Pupil pupil(CountyChild child) {
      return new Pupil(
          scopes.computeIfAbsent(child.life(), this::inScope),
          child.life().carerChanges(),
          child.exemptions().stream()
              .map(
                  exemption ->
                      new Leave(
                          exemption.rule(),
                          new Days(exemption.days().start(), exemption.days().last().orElseThrow()),
                          day(Exempt.recordedDay(exemption)),
                          optionalDay(Exempt.withdrawnDay(exemption))))
              .toList(),
          IntStream.range(0, child.contacts().size())
              .mapToObj(i -> meeting(child.contacts(), i))
              .collect(ImmutableList.toImmutableList()));
    }

    private ImmutableMap<CareScope, List<Days>> inScope(LifeCourse life) {
      return ImmutableMap.copyOf(
          Maps.toMap(CareScope.all(), scope -> life.days(scope).stream().map(this::days).toList()));
    }

    private Meeting meeting(ContactSeries contacts, int index) {
      int kind = contacts.kind(index);
      return new Meeting(
          day(contacts.day(index)),
          CountyChild.madeBy(kind),
          CountyChild.channel(kind),
          parties.computeIfAbsent(ContactSeries.reached(kind), any -> CountyChild.reached(kind)),
          day(contacts.recordedDay(index)),
          optionalDay(contacts.voidedDay(index)));
    }

    private Optional<LocalDate> optionalDay(int number) {
      return number == ContactSeries.NEVER ? Optional.empty() : Optional.of(day(number));
    }
  }
}
