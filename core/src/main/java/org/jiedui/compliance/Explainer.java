package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jiedui.compliance.Explanation.ExplainedWindow;
import org.jiedui.compliance.Explanation.NotCounted;
import org.jiedui.compliance.Explanation.Reason;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleVersion;
import org.jiedui.time.Viewpoint;

/** Runs the same loops as every other answer, with a sink that looks at each contact again. */
final class Explainer {

  private final CareRecord record;
  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownOn;
  private final ImmutableList<Contact> contacts;
  private final Judge judge = new Judge();

  Explainer(CareRecord record, Viewpoint viewpoint) {
    this.record = record;
    this.viewpoint = viewpoint;
    this.asOf = RuleSeries.day(viewpoint.asOf());
    this.knownOn = RuleSeries.day(viewpoint.knownOn());
    this.contacts =
        record
            .contactList()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a packed record cannot be explained: it lacks the contacts themselves"));
  }

  Explanation explain(Optional<ContactRule> rule, List<RuleSeries> allSeries) {
    List<ExplainedWindow> windows = new ArrayList<>();
    for (RuleSeries series : allSeries) {
      judge.aim(series, record, record.historyKnownOn(knownOn), asOf, knownOn);
      judge.judge(
          (from, version, first, last, deadline, ground, settledOn) ->
              windows.add(
                  explain(
                      from,
                      version,
                      Evaluator.window(from, version, first, last, deadline, ground, settledOn))));
    }
    return new Explanation(
        record.childId(),
        rule.orElseThrow(),
        viewpoint,
        ImmutableList.sortedCopyOf(
            Comparator.comparing(explained -> explained.window().days()), windows));
  }

  private ExplainedWindow explain(RuleSeries series, int version, JudgedWindow window) {
    RuleVersion rule = series.versions.get(version);
    int first = RuleSeries.day(window.days().start());
    int last = RuleSeries.day(window.days().last().orElseThrow());
    int deadline = RuleSeries.day(window.deadline());
    ContactSeries packed = record.contacts();
    ImmutableList.Builder<Contact> counted = ImmutableList.builder();
    ImmutableList.Builder<NotCounted> notCounted = ImmutableList.builder();
    boolean nothingAsked = window.verdict() == Verdict.NOT_APPLICABLE;
    // What is met inside its days, or of which nothing is asked, needs no grace.
    boolean graceMatters =
        !nothingAsked
            && window.ground() != Ground.ENOUGH_CONTACTS
            && window.ground() != Ground.EXEMPT;
    int reach = graceMatters ? Math.max(last, deadline + rule.graceDays()) : last;
    for (int i = packed.firstOnOrAfter(first); i < packed.size() && packed.day(i) <= reach; i++) {
      ImmutableSet<Reason> reasons = reasonsAgainst(packed, i, rule.pattern());
      if (nothingAsked && reasons.isEmpty()) {
        reasons = ImmutableSet.of(Reason.NOTHING_ASKED);
      }
      if (reasons.isEmpty()) {
        counted.add(contacts.get(i));
      } else {
        notCounted.add(new NotCounted(contacts.get(i), reasons));
      }
    }
    int scopeDays = judge.scopeDays().countIn(first, last);
    int exemptDays = scopeDays - freeDays(first, last);
    return new ExplainedWindow(
        window,
        rule,
        series.scheduledWindow(first, last),
        scopeDays,
        exemptDays,
        exemptions(series, window),
        counted.build(),
        notCounted.build());
  }

  private ImmutableList<Exemption> exemptions(RuleSeries series, JudgedWindow window) {
    return record.exemptions().stream()
        .filter(exemption -> exemption.concerns(series.rule.id()))
        .filter(exemption -> record.isKnown(exemption, knownOn))
        .filter(exemption -> exemption.days().overlaps(window.days()))
        .collect(ImmutableList.toImmutableList());
  }

  private int freeDays(int first, int last) {
    Days free = new Days();
    Days scope = judge.scopeDays();
    for (int i = 0; i < scope.size && scope.first[i] <= last; i++) {
      int from = Math.max(first, scope.first[i]);
      int to = Math.min(last, scope.last[i]);
      if (from <= to) {
        free.addWithout(from, to, judge.exemptDays());
      }
    }
    return free.countIn(first, last);
  }

  private ImmutableSet<Reason> reasonsAgainst(ContactSeries packed, int i, ContactPattern pattern) {
    EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
    int kind = packed.kind(i);
    addIf(packed.day(i) > asOf, Reason.AFTER_AS_OF, reasons);
    addIf(packed.recordedDay(i) > knownOn, Reason.NOT_KNOWN_YET, reasons);
    addIf(packed.voidedDay(i) <= knownOn, Reason.VOIDED, reasons);
    boolean reached = ContactSeries.reached(kind) != 0;
    addIf(!reached, Reason.NOT_REACHED, reasons);
    addIf(!pattern.acceptsMadeBy(kind), Reason.WRONG_MAKER, reasons);
    addIf(reached && !pattern.acceptsReached(kind), Reason.WRONG_PARTY, reasons);
    addIf(!pattern.acceptsChannel(kind), Reason.WRONG_CHANNEL, reasons);
    addIf(!judge.scopeDays().contains(packed.day(i)), Reason.OUT_OF_SCOPE, reasons);
    return Sets.immutableEnumSet(reasons);
  }

  private static void addIf(boolean holds, Reason reason, EnumSet<Reason> reasons) {
    if (holds) {
      reasons.add(reason);
    }
  }
}
