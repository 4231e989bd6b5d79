package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.compliance.Schedule;
import org.jiedui.compliance.ScheduledWindow;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * The six rules of the sweep, one for each cadence of the presets, and the school year in which
 * they are judged. Every one asks for one contact, and half of a window is enough.
 */
final class PresetRules {

  /** The first day of all rules, and of the school year. */
  static final LocalDate VALID_FROM = LocalDate.of(2025, 9, 1);

  private static final Set<Channel> ANY_CHANNEL = ImmutableSet.copyOf(Channel.values());

  private static final ImmutableList<ContactRule> RULES =
      ImmutableList.of(
          rule(
              "home-visit",
              Wording.of("期初期中期末家访", "Home visit, three times a term"),
              "all",
              pattern(
                  Set.of(Party.HOMEROOM_TEACHER),
                  Set.of(Party.CHILD, Party.CARER),
                  Set.of(Channel.HOME_VISIT)),
              "term-start,term-mid,term-end",
              Season.TERM,
              0),
          rule(
              "child-to-parents",
              Wording.of("每月写信或通话", "Monthly letter or call to the parents"),
              "all",
              pattern(
                  Set.of(Party.CHILD),
                  Set.of(Party.FATHER, Party.MOTHER),
                  Set.of(Channel.LETTER, Channel.CALL, Channel.VIDEO_CALL)),
              "P1M",
              Season.TERM,
              3),
          rule(
              "weekly-carer",
              Wording.of("父母每周联系照护人", "Weekly contact, parent to carer"),
              "has-carer",
              pattern(Set.of(Party.FATHER, Party.MOTHER), Set.of(Party.CARER), ANY_CHANNEL),
              "P1W",
              Season.YEAR,
              0),
          rule(
              "mentor-talk",
              Wording.of("帮扶教师谈心", "Mentor's talk with a key-support child"),
              "key-support",
              pattern(Set.of(Party.MENTOR), Set.of(Party.CHILD), Set.of(Channel.TALK)),
              "P1W",
              Season.TERM,
              2),
          rule(
              "mentor-visit",
              Wording.of("帮扶教师家访", "Mentor's home visit"),
              "all",
              pattern(
                  Set.of(Party.MENTOR),
                  Set.of(Party.CHILD, Party.CARER),
                  Set.of(Channel.HOME_VISIT)),
              "per-term",
              Season.TERM,
              0),
          rule(
              "carer-change",
              Wording.of("照护人变更后联系", "Contact after a change of carer"),
              "all",
              pattern(
                  Set.of(Party.HOMEROOM_TEACHER),
                  Set.of(Party.CARER),
                  Set.of(Channel.HOME_VISIT, Channel.CALL)),
              "after guardian-changed 7 days",
              Season.TERM,
              0));

  private static final SchoolCalendar CALENDAR =
      SchoolCalendar.of(
          List.of(
              Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17")),
              Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"))));

  private PresetRules() {}

  private static ContactPattern pattern(Set<Party> madeBy, Set<Party> with, Set<Channel> channels) {
    return ContactPattern.of(madeBy, with, channels);
  }

  private static ContactRule rule(
      String id,
      Wording title,
      String scope,
      ContactPattern pattern,
      String cadence,
      Season season,
      int graceDays) {
    return ContactRule.of(
        RuleId.of(id),
        title,
        Provenance.unverified("preset"),
        List.of(
            RuleVersion.from(VALID_FROM)
                .scope(Scope.parse(scope))
                .pattern(pattern)
                .cadence(Cadence.parse(cadence))
                .season(season)
                .graceDays(graceDays)
                .build()));
  }

  /** The rules; their order is that of all tallies. */
  static ImmutableList<ContactRule> rules() {
    return RULES;
  }

  /** The only version of a rule. */
  static RuleVersion version(int rule) {
    return RULES.get(rule).versions().get(0);
  }

  static RuleBook book() {
    return RuleBook.of(RULES);
  }

  static SchoolCalendar calendar() {
    return CALENDAR;
  }

  /** Whose days a rule is about. */
  static CareScope scope(int rule) {
    return CareScope.parse(version(rule).scope().text());
  }

  /** The days after an event in which a rule wants a contact; empty for rules with windows. */
  static boolean followsEvent(int rule) {
    return version(rule).cadence() instanceof Cadence.AfterEvent;
  }

  /**
   * The windows of a rule, by first day: a table that every competitor is given. How a cadence
   * becomes windows is no part of the comparison.
   */
  static ImmutableList<DateRange> windows(int rule) {
    RuleVersion version = version(rule);
    return followsEvent(rule)
        ? ImmutableList.of()
        : Schedule.of(version.cadence(), version.season(), CALENDAR, VALID_FROM).windows().stream()
            .map(ScheduledWindow::days)
            .collect(ImmutableList.toImmutableList());
  }
}
