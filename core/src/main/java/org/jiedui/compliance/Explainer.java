package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
@SuppressWarnings("EnumOrdinal") // the bits never leave this class
final class Explainer {

  /** Every set of reasons, by its bits: a child has hundreds of contacts that share a few. */
  private static final ImmutableList<ImmutableSet<Reason>> REASONS =
      IntStream.range(0, 1 << Reason.values().length)
          .mapToObj(
              bits ->
                  Arrays.stream(Reason.values())
                      .filter(reason -> (bits >> reason.ordinal() & 1) != 0)
                      .collect(Sets.toImmutableEnumSet()))
          .collect(ImmutableList.toImmutableList());

  private final CareRecord record;
  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownOn;
  private final ImmutableList<Contact> contacts;
  private final Judge judge;

  /** Creates an explainer; the judge looks at the same record under the same viewpoint. */
  Explainer(Judge judge, CareRecord record, Viewpoint viewpoint) {
    this.judge = judge;
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
      judge.aim(series);
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
    return new ExplainedWindow(
        window,
        rule,
        series.scheduledWindow(first, last),
        judge.scopeDays().rangesIn(first, last),
        exemptDays(first, last),
        exemptions(series, first, last),
        counted.build(),
        notCounted.build());
  }

  private ImmutableList<Exemption> exemptions(RuleSeries series, int first, int last) {
    ExemptionSeries all = record.exemptionSeries();
    ImmutableList.Builder<Exemption> overlapping = ImmutableList.builder();
    for (int i = 0; i < all.size() && all.firstDay(i) <= last; i++) {
      if (first <= all.lastDay(i) && all.isKnown(i, knownOn) && all.concerns(i, series.rule.id())) {
        overlapping.add(all.exemptions().get(i));
      }
    }
    return overlapping.build();
  }

  /** How many of the scope days of a window are exempt. */
  private int exemptDays(int first, int last) {
    if (judge.exemptDays().size == 0) {
      return 0;
    }
    Days scope = judge.scopeDays();
    int exempt = 0;
    for (int i = 0; i < scope.size && scope.first[i] <= last; i++) {
      exempt +=
          judge
              .exemptDays()
              .countIn(Math.max(first, scope.first[i]), Math.min(last, scope.last[i]));
    }
    return exempt;
  }

  private ImmutableSet<Reason> reasonsAgainst(ContactSeries packed, int i, ContactPattern pattern) {
    int kind = packed.kind(i);
    boolean reached = ContactSeries.reached(kind) != 0;
    return REASONS.get(
        bitIf(packed.day(i) > asOf, Reason.AFTER_AS_OF)
            | bitIf(packed.recordedDay(i) > knownOn, Reason.NOT_KNOWN_YET)
            | bitIf(packed.voidedDay(i) <= knownOn, Reason.VOIDED)
            | bitIf(!reached, Reason.NOT_REACHED)
            | bitIf(!pattern.acceptsMadeBy(kind), Reason.WRONG_MAKER)
            | bitIf(reached && !pattern.acceptsReached(kind), Reason.WRONG_PARTY)
            | bitIf(!pattern.acceptsChannel(kind), Reason.WRONG_CHANNEL)
            | bitIf(!judge.scopeDays().contains(packed.day(i)), Reason.OUT_OF_SCOPE));
  }

  private static int bitIf(boolean holds, Reason reason) {
    return holds ? 1 << reason.ordinal() : 0;
  }
}
