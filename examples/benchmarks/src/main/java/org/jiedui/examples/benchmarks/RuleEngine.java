package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.examples.benchmarks.engine.DueWindow;
import org.jiedui.examples.benchmarks.engine.ExemptDays;
import org.jiedui.examples.benchmarks.engine.MadeContact;
import org.jiedui.examples.benchmarks.engine.Period;
import org.jiedui.examples.benchmarks.engine.ScopeDays;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * The six rules for Drools: which contacts count, and what becomes of a window, in a session for
 * each child. Scope days, exempt days and contacts are facts that were made before. On which day a
 * window after a change of carer ends is found outside, by plain code: walking from day to day is
 * not what a rule engine is for.
 */
final class RuleEngine {

  private static final String RULES =
      "src/main/resources/org/jiedui/examples/benchmarks/contact-rules.drl";
  private static final int DAYS_AFTER_CHANGE = 7;
  private static final int REACH = 30;
  private static final int LONG_GAP = 28;

  private record Facts(
      Map<CareScope, List<Stretch>> inScope,
      ImmutableList<ScopeDays> scopeDays,
      ImmutableList<MadeContact> contacts,
      ImmutableList<ExemptDays> exemptDays,
      ImmutableList<Exemption> exemptions,
      ImmutableList<Integer> changes) {

    private Facts {
      requireNonNull(inScope, "inScope");
      requireNonNull(scopeDays, "scopeDays");
      requireNonNull(contacts, "contacts");
      requireNonNull(exemptDays, "exemptDays");
      requireNonNull(exemptions, "exemptions");
      requireNonNull(changes, "changes");
    }
  }

  private final KieBase rules;
  private final ImmutableList<Facts> children;
  private final List<List<Stretch>> windows = new ArrayList<>();

  RuleEngine(List<CountyChild> sample) {
    rules = compile();
    children = sample.stream().map(RuleEngine::facts).collect(ImmutableList.toImmutableList());
    for (int rule = 0; rule < PresetRules.rules().size(); rule++) {
      windows.add(PresetRules.windows(rule).stream().map(RuleEngine::stretch).toList());
    }
  }

  private static KieBase compile() {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(RULES, rulesText());
    KieBuilder builder = services.newKieBuilder(files).buildAll();
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }

  private static String rulesText() {
    try {
      return Resources.toString(
          Resources.getResource(RuleEngine.class, "contact-rules.drl"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stretch stretch(DateRange days) {
    return new Stretch(
        (int) days.start().toEpochDay(), (int) days.last().orElseThrow().toEpochDay());
  }

  private static Facts facts(CountyChild child) {
    Map<CareScope, List<Stretch>> inScope = new EnumMap<>(CareScope.class);
    ImmutableList.Builder<ScopeDays> scopeDays = ImmutableList.builder();
    for (CareScope scope : CareScope.values()) {
      inScope.put(scope, child.life().days(scope));
      List<Stretch> stretches = child.life().days(scope);
      for (int i = 0; i < stretches.size(); i++) {
        Stretch days = stretches.get(i);
        scopeDays.add(
            new ScopeDays(scope.text(), days.first(), days.last(), runLast(stretches, i)));
      }
    }
    ImmutableList.Builder<ExemptDays> exemptDays = ImmutableList.builder();
    for (Exemption exemption : child.exemptions()) {
      for (ContactRule rule : PresetRules.rules()) {
        if (exemption.concerns(rule.id())) {
          Stretch days = stretch(exemption.days());
          exemptDays.add(
              new ExemptDays(
                  rule.id().value(),
                  days.first(),
                  days.last(),
                  Exempt.recordedDay(exemption),
                  Exempt.withdrawnDay(exemption)));
        }
      }
    }
    return new Facts(
        inScope,
        scopeDays.build(),
        IntStream.range(0, child.contacts().size())
            .mapToObj(i -> contact(child.contacts(), i))
            .collect(ImmutableList.toImmutableList()),
        exemptDays.build(),
        child.exemptions(),
        child.life().carerChanges().stream()
            .map(day -> (int) day.toEpochDay())
            .collect(ImmutableList.toImmutableList()));
  }

  private static MadeContact contact(ContactSeries contacts, int index) {
    int kind = contacts.kind(index);
    ImmutableSet<Party> reached = CountyChild.reached(kind);
    return new MadeContact(
        CountyChild.madeBy(kind),
        CountyChild.channel(kind),
        reached.contains(Party.CHILD),
        reached.contains(Party.FATHER) || reached.contains(Party.MOTHER),
        reached.contains(Party.CARER),
        contacts.day(index),
        contacts.recordedDay(index),
        contacts.voidedDay(index));
  }

  /** Judges all children of the sample by all rules. */
  VerdictCounts count(Viewpoint viewpoint) {
    int asOf = (int) viewpoint.asOf().toEpochDay();
    int knownOn = (int) viewpoint.knownOn().toEpochDay();
    int[][] rows = new int[PresetRules.rules().size()][VerdictCounts.COLUMNS];
    for (Facts child : children) {
      KieSession session = rules.newKieSession();
      try {
        session.insert(new Period(asOf, knownOn));
        child.scopeDays().forEach(session::insert);
        child.exemptDays().forEach(session::insert);
        child.contacts().forEach(session::insert);
        List<DueWindow> due = windows(child, asOf, knownOn);
        due.forEach(session::insert);
        session.fireAllRules();
        for (DueWindow window : due) {
          int rule = Exempt.ruleIndex(RuleId.of(window.getRule()));
          window.getVerdict().ifPresent(verdict -> rows[rule][VerdictCounts.column(verdict)]++);
        }
      } finally {
        session.dispose();
      }
    }
    return VerdictCounts.of(rows);
  }

  private List<DueWindow> windows(Facts child, int asOf, int knownOn) {
    List<DueWindow> due = new ArrayList<>();
    for (int rule = 0; rule < windows.size(); rule++) {
      String id = PresetRules.rules().get(rule).id().value();
      CareScope scope = PresetRules.scope(rule);
      int grace = PresetRules.version(rule).graceDays();
      for (Stretch window : windows.get(rule)) {
        due.add(DueWindow.scheduled(id, scope.text(), window.first(), window.last(), grace));
      }
      if (PresetRules.followsEvent(rule)) {
        List<Stretch> inScope = child.inScope().getOrDefault(scope, List.of());
        List<Stretch> exempt = exempt(child, rule, knownOn);
        for (int change : child.changes()) {
          if (change <= asOf && change >= PresetRules.VALID_FROM.toEpochDay()) {
            due.add(windowAfter(change, id, inScope, exempt));
          }
        }
      }
    }
    return due;
  }

  private static List<Stretch> exempt(Facts child, int rule, int knownOn) {
    return child.exemptions().stream()
        .filter(exemption -> exemption.concerns(PresetRules.rules().get(rule).id()))
        .filter(exemption -> Exempt.recordedDay(exemption) <= knownOn)
        .filter(exemption -> Exempt.withdrawnDay(exemption) > knownOn)
        .map(exemption -> stretch(exemption.days()))
        .toList();
  }

  private static int days(List<Stretch> stretches, Stretch window) {
    int days = 0;
    for (Stretch stretch : stretches) {
      days +=
          Math.max(
              0,
              Math.min(stretch.last(), window.last())
                  - Math.max(stretch.first(), window.first())
                  + 1);
    }
    return days;
  }

  private static int runLast(List<Stretch> inScope, int index) {
    int i = index;
    while (i + 1 < inScope.size()
        && inScope.get(i + 1).first() - inScope.get(i).last() - 1 < LONG_GAP) {
      i++;
    }
    return inScope.get(i).last();
  }

  private static DueWindow windowAfter(
      int change, String rule, List<Stretch> inScope, List<Stretch> exempt) {
    int counted = 0;
    int last = change;
    for (int i = 0; i < inScope.size() && counted <= DAYS_AFTER_CHANGE; i++) {
      if (inScope.get(i).last() < change) {
        continue;
      }
      int runLast = runLast(inScope, i);
      if (inScope.get(i).first() <= change + REACH) {
        last = runLast;
        for (int day = change; day <= runLast && counted <= DAYS_AFTER_CHANGE; day++) {
          Stretch one = new Stretch(day, day);
          if (days(inScope, one) == 1 && days(exempt, one) == 0) {
            counted++;
            if (counted > DAYS_AFTER_CHANGE) {
              last = day;
            }
          }
        }
      }
      break;
    }
    return DueWindow.afterEvent(rule, change, last, counted > 0, counted <= DAYS_AFTER_CHANGE);
  }
}
