package org.jiedui.compliance;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Placement;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * One child, one rule and one calendar, written as the rule tables write them, so that a test reads
 * like a row of the specification.
 *
 * <p>Everything is recorded long ago unless a text says {@code day@recorded}.
 */
final class Scenario {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final SchoolId SCHOOL = SchoolId.of("s");
  static final ChildId CHILD = ChildId.of("c");
  static final RuleId RULE = RuleId.of("rule");
  static final Instant LONG_AGO = at(LocalDate.of(1990, 1, 1));
  static final ContactPattern PATTERN =
      ContactPattern.of(
          List.of(Party.HOMEROOM_TEACHER), List.of(Party.CHILD), List.of(Channel.HOME_VISIT));

  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings().trimResults();

  private final List<Term> terms = new ArrayList<>();
  private final List<RuleVersion> versions = new ArrayList<>();
  private CareFacts facts = CareFacts.none();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>();
  private int contactCount;

  /** The two terms of the worked examples. */
  static Scenario inTheSchoolYear2025() {
    return new Scenario().terms("2025-1:2025-09-01/2026-01-17 2025-2:2026-02-24/2026-07-04", "");
  }

  static Instant at(LocalDate day) {
    return day.atTime(8, 0).atZone(ZONE).toInstant();
  }

  @CanIgnoreReturnValue
  Scenario terms(String texts, String givenMilestones) {
    Map<String, Map<Milestone, DateRange>> given = new LinkedHashMap<>();
    for (String text : WORDS.split(givenMilestones)) {
      List<String> parts = Splitter.on(':').splitToList(text);
      given
          .computeIfAbsent(parts.get(0), any -> new LinkedHashMap<>())
          .put(
              Coded.find(Milestone.class, parts.get(1)).orElseThrow(),
              DateRange.parse(parts.get(2)));
    }
    for (String text : WORDS.split(texts)) {
      List<String> parts = Splitter.on(':').splitToList(text);
      String label = parts.get(0);
      terms.add(
          new Term(
              label,
              Optional.empty(),
              Integer.parseInt(label.substring(0, label.lastIndexOf('-'))),
              DateRange.parse(parts.get(1)),
              ImmutableMap.copyOf(given.getOrDefault(label, Map.of()))));
    }
    return this;
  }

  /** Adds versions written {@code from:times:grace:coverage}, of one cadence and season. */
  @CanIgnoreReturnValue
  Scenario versions(String cadence, Season season, String texts, Optional<LocalDate> until) {
    List<String> all = WORDS.splitToList(texts);
    for (int i = 0; i < all.size(); i++) {
      List<String> parts = Splitter.on(':').splitToList(all.get(i));
      RuleVersion.Builder version =
          RuleVersion.from(LocalDate.parse(parts.get(0)))
              .cadence(Cadence.parse(cadence.replace("event", "concern-raised")))
              .season(season)
              .pattern(PATTERN)
              .times(Integer.parseInt(parts.get(1)))
              .graceDays(Integer.parseInt(parts.get(2)))
              .coverage(Coded.find(Coverage.class, parts.get(3)).orElseThrow());
      if (i == all.size() - 1) {
        until.ifPresent(version::until);
      }
      versions.add(version.build());
    }
    return this;
  }

  /** Adds a version with settings of its own. */
  @CanIgnoreReturnValue
  Scenario version(String from, String cadence, UnaryOperator<RuleVersion.Builder> settings) {
    versions.add(
        settings
            .apply(
                RuleVersion.from(LocalDate.parse(from))
                    .cadence(Cadence.parse(cadence))
                    .pattern(PATTERN))
            .build());
    return this;
  }

  @CanIgnoreReturnValue
  Scenario inCare(String periods) {
    for (String period : WORDS.split(periods)) {
      facts =
          facts.withCare(care -> care.with(DateRange.parse(period), CareStatus.open(), LONG_AGO));
    }
    return this;
  }

  @CanIgnoreReturnValue
  Scenario facts(UnaryOperator<CareFacts> change) {
    facts = change.apply(facts);
    return this;
  }

  @CanIgnoreReturnValue
  Scenario exempt(String periods) {
    for (String period : WORDS.split(periods)) {
      exempt(period, LONG_AGO, Optional.empty());
    }
    return this;
  }

  @CanIgnoreReturnValue
  Scenario exempt(String period, Instant recordedAt, Optional<Instant> withdrawnAt) {
    exemptions.add(
        new Exemption(
            SCHOOL,
            CHILD,
            ExemptionId.of("e" + exemptions.size()),
            DateRange.parse(period),
            Optional.empty(),
            "in hospital",
            StaffId.of("T01"),
            recordedAt,
            withdrawnAt));
    return this;
  }

  /** Adds what happened, written {@code enrolled 2025-08-20} or {@code concern 2025-09-12}. */
  @CanIgnoreReturnValue
  Scenario happened(String text) {
    List<String> words = WORDS.splitToList(text);
    if (words.isEmpty()) {
      return this;
    }
    return switch (words.get(0)) {
      case "enrolled" -> {
        DateRange days = DateRange.startingOn(LocalDate.parse(words.get(1)));
        yield facts(
            all ->
                all.withPlacement(
                    in -> in.with(days, new Placement(ClassId.of("4-1"), 4), LONG_AGO)));
      }
      case "concern" -> concerns(words.get(1));
      default -> throw new IllegalArgumentException("cannot read: " + text);
    };
  }

  /** Concerns raised on days, each closed the day after. */
  @CanIgnoreReturnValue
  Scenario concerns(String days) {
    Iterator<ConcernKind> kinds = Iterators.cycle(ConcernKind.values());
    for (String day : WORDS.split(days)) {
      ConcernKind kind = kinds.next();
      facts =
          facts.withConcern(
              kind,
              open -> open.with(DateRange.ofDay(LocalDate.parse(day)), Concern.of(kind), LONG_AGO));
    }
    return this;
  }

  /** Adds contacts written {@code day}, {@code day@recorded}, {@code day!voided} or both. */
  @CanIgnoreReturnValue
  Scenario contacts(String texts) {
    for (String text : WORDS.split(texts)) {
      List<String> voided = Splitter.on('!').splitToList(text);
      List<String> parts = Splitter.on('@').splitToList(voided.get(0));
      LocalDate day = LocalDate.parse(parts.get(0));
      Instant recordedAt = at(parts.size() > 1 ? LocalDate.parse(parts.get(1)) : day);
      Contact contact =
          contact(day)
              .channel(Channel.HOME_VISIT)
              .madeBy(Party.HOMEROOM_TEACHER)
              .with(Party.CHILD)
              .recorded(recordedAt, ActorId.of("T10"))
              .build();
      contacts.add(
          voided.size() > 1
              ? contact.voided(
                  new Voiding(at(LocalDate.parse(voided.get(1))), ActorId.of("T10"), "wrong child"))
              : contact);
    }
    return this;
  }

  Contact.Builder contact(LocalDate day) {
    return Contact.builder(SCHOOL, CHILD, ContactId.of("k" + contactCount++))
        .day(day)
        .recorded(at(day), ActorId.of("T10"));
  }

  @CanIgnoreReturnValue
  Scenario add(Contact contact) {
    contacts.add(contact);
    return this;
  }

  boolean hasContactOn(LocalDate day) {
    return contacts.stream().anyMatch(contact -> contact.day().equals(day));
  }

  CareFacts facts() {
    return facts;
  }

  ContactRule rule() {
    return rule(RULE);
  }

  /** The rule of this scenario under another id, so that several stand in one book. */
  ContactRule rule(RuleId id) {
    return ContactRule.of(id, Wording.of("规则", "rule"), Provenance.unverified("a test"), versions);
  }

  SchoolCalendar calendar() {
    return SchoolCalendar.of(terms);
  }

  Evaluator evaluator() {
    return Evaluator.of(RuleBook.of(List.of(rule())), calendar());
  }

  /** The same record as a store streams it. */
  CareRecord packedRecord() {
    return CareRecord.packed(CHILD, facts, exemptions, ContactSeries.of(contacts, ZONE), ZONE);
  }

  CareRecord record() {
    return CareRecord.of(child(facts), exemptions, contacts, ZONE);
  }

  static Child child(CareFacts facts) {
    return new Child(
        SCHOOL,
        CHILD,
        StudentNumber.parse("L522424201403100077"),
        PersonName.of("小明"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.of(2014, 3, 10),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        facts);
  }

  Listing listing(Viewpoint viewpoint) {
    return evaluator().judge(record(), RULE, viewpoint);
  }

  /** The listing as the rule tables write it. */
  String windows(Viewpoint viewpoint) {
    return listing(viewpoint).windows().stream().map(JudgedWindow::text).collect(joining("; "));
  }

  /** The standing as the rule tables write it, or {@code none}. */
  String standing(Viewpoint viewpoint) {
    return evaluator().standing(record(), RULE, viewpoint).map(Scenario::text).orElse("none");
  }

  static String text(Standing standing) {
    return DateRange.ofClosed(standing.opens(), standing.deadline()).toString();
  }

  /** The standings that a store keeps. */
  ImmutableList<Standing> storedStandings() {
    return evaluator().standings(record());
  }
}
