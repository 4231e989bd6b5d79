package org.jiedui.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.jiedui.child.CareEvent;
import org.jiedui.child.CareHistory;
import org.jiedui.child.Trait;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.rule.Exemption;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * What an expert writes by hand for these six rules and no others: columns of numbers for the whole
 * county, and one pass over a child's contacts for all rules together.
 *
 * <p>It knows that each rule has one version, asks for one contact, and wants half of a window;
 * that four of the rules have the same scope; that a child's exemptions have no day in common; and
 * that all facts are known. It starts from the same packed facts and contacts as the library: what
 * is in a rule's scope is found out in the loop. It shares no code with the library's.
 *
 * <p>Not thread-safe: the counts of one child after another use the same columns.
 */
final class PrimitiveLoop {

  private static final int HOME_VISIT = 0;
  private static final int CHILD_TO_PARENTS = 1;
  private static final int WEEKLY_CARER = 2;
  private static final int MENTOR_TALK = 3;
  private static final int MENTOR_VISIT = 4;
  private static final int CARER_CHANGE = 5;
  private static final int RULES = 6;

  private static final int[] SCOPE = {0, 0, 1, 2, 0, 0};
  private static final int SCOPES = 3;
  private static final int[] GRACE = {0, 3, 0, 2, 0, 0};
  private static final int DAYS_AFTER_CHANGE = 7;
  private static final int REACH = 30;
  private static final int LONG_GAP = 28;
  private static final int ALL_RULES = -1;
  private static final int OPEN = 1 << 29;

  private static final long IN_CARE = Trait.IN_CARE.mask();
  private static final long HAS_CARER = Trait.HAS_CARER.mask();
  private static final long KEY_SUPPORT = Trait.KEY_SUPPORT.mask();

  /** For who made a contact and how, and for whom it reached: a bit for each rule that accepts. */
  private static final byte[] RULES_OF_MAKER = new byte[256];

  private static final byte[] RULES_OF_REACHED = new byte[1 << 10];

  static {
    int child = 1 << Party.CHILD.number();
    int carer = 1 << Party.CARER.number();
    int parents = 1 << Party.FATHER.number() | 1 << Party.MOTHER.number();
    accept(HOME_VISIT, Party.HOMEROOM_TEACHER, child | carer, Channel.HOME_VISIT);
    accept(
        CHILD_TO_PARENTS, Party.CHILD, parents, Channel.LETTER, Channel.CALL, Channel.VIDEO_CALL);
    accept(WEEKLY_CARER, Party.FATHER, carer, Channel.values());
    accept(WEEKLY_CARER, Party.MOTHER, carer, Channel.values());
    accept(MENTOR_TALK, Party.MENTOR, child, Channel.TALK);
    accept(MENTOR_VISIT, Party.MENTOR, child | carer, Channel.HOME_VISIT);
    accept(CARER_CHANGE, Party.HOMEROOM_TEACHER, carer, Channel.HOME_VISIT, Channel.CALL);
  }

  private static void accept(int rule, Party madeBy, int reached, Channel... channels) {
    for (Channel channel : channels) {
      RULES_OF_MAKER[madeBy.number() | channel.number() << 4] |= (byte) (1 << rule);
    }
    for (int parties = 0; parties < RULES_OF_REACHED.length; parties++) {
      if ((parties & reached) != 0) {
        RULES_OF_REACHED[parties] |= (byte) (1 << rule);
      }
    }
  }

  // The county, in columns. Those of a child begin where those of the one before it end.

  private final int children;
  private final int[] contactEnd;
  private final int[] day;
  private final int[] kind;
  private final int[] recorded;
  private final int[] voided;
  private final int[] factEnd;
  private final int[] factDay;
  private final long[] factTraits;
  private final int[] changeEnd;
  private final int[] changeDay;
  private final int[] exemptionEnd;
  private final int[] exemptionRule;
  private final int[] exemptionFirst;
  private final int[] exemptionLast;
  private final int[] exemptionRecorded;
  private final int[] exemptionWithdrawn;

  private final int[][] windowFirst = new int[RULES][];
  private final int[][] windowLast = new int[RULES][];
  private final int begin = (int) PresetRules.VALID_FROM.toEpochDay();
  private final int horizon = (int) PresetRules.calendar().horizon().toEpochDay();

  // One child's: filled again and again.

  private final int[][] scopeFirst = new int[SCOPES][];
  private final int[][] scopeLast = new int[SCOPES][];
  private final int[][] scopeRunLast = new int[SCOPES][];
  private final int[] scopeSize = new int[SCOPES];
  private final int[][] matching = new int[RULES][];
  private final int[] matchingSize = new int[RULES];
  private final int[][] counts = new int[RULES][VerdictCounts.COLUMNS];
  private int exemptFrom;
  private int exemptTo;
  private int knownOn;
  private int asOf;

  PrimitiveLoop(List<CountyChild> county) {
    children = county.size();
    contactEnd = new int[children];
    factEnd = new int[children];
    changeEnd = new int[children];
    exemptionEnd = new int[children];
    int contacts = 0;
    int facts = 0;
    int changes = 0;
    int exemptions = 0;
    int mostContacts = 0;
    int mostFacts = 0;
    for (CountyChild child : county) {
      mostContacts = Math.max(mostContacts, child.contacts().size());
      mostFacts = Math.max(mostFacts, child.life().history().stretches());
      contacts += child.contacts().size();
      facts += child.life().history().stretches();
      changes += child.life().history().eventCount(CareEvent.GUARDIAN_CHANGED);
      exemptions += child.exemptions().size();
    }
    day = new int[contacts];
    kind = new int[contacts];
    recorded = new int[contacts];
    voided = new int[contacts];
    factDay = new int[facts];
    factTraits = new long[facts];
    changeDay = new int[changes];
    exemptionRule = new int[exemptions];
    exemptionFirst = new int[exemptions];
    exemptionLast = new int[exemptions];
    exemptionRecorded = new int[exemptions];
    exemptionWithdrawn = new int[exemptions];
    fill(county);
    for (int rule = 0; rule < RULES; rule++) {
      List<DateRange> windows = PresetRules.windows(rule);
      windowFirst[rule] =
          windows.stream().mapToInt(days -> (int) days.start().toEpochDay()).toArray();
      windowLast[rule] =
          windows.stream().mapToInt(days -> (int) days.last().orElseThrow().toEpochDay()).toArray();
      matching[rule] = new int[mostContacts];
    }
    for (int scope = 0; scope < SCOPES; scope++) {
      scopeFirst[scope] = new int[mostFacts];
      scopeLast[scope] = new int[mostFacts];
      scopeRunLast[scope] = new int[mostFacts];
    }
  }

  private void fill(List<CountyChild> county) {
    int contact = 0;
    int fact = 0;
    int change = 0;
    int exemption = 0;
    for (int child = 0; child < children; child++) {
      CountyChild from = county.get(child);
      for (int i = 0; i < from.contacts().size(); i++) {
        day[contact] = from.contacts().day(i);
        kind[contact] = from.contacts().kind(i);
        recorded[contact] = from.contacts().recordedDay(i);
        voided[contact++] = from.contacts().voidedDay(i);
      }
      CareHistory history = from.life().history();
      for (int i = 0; i < history.stretches(); i++) {
        factDay[fact] = history.firstDay(i);
        factTraits[fact++] = history.traits(i);
      }
      for (int i = 0; i < history.eventCount(CareEvent.GUARDIAN_CHANGED); i++) {
        changeDay[change++] = history.eventDay(CareEvent.GUARDIAN_CHANGED, i);
      }
      for (Exemption exempt : from.exemptions()) {
        exemptionRule[exemption] = exempt.rule().map(Exempt::ruleIndex).orElse(ALL_RULES);
        exemptionFirst[exemption] = (int) exempt.days().start().toEpochDay();
        exemptionLast[exemption] = (int) exempt.days().last().orElseThrow().toEpochDay();
        exemptionRecorded[exemption] = Exempt.recordedDay(exempt);
        exemptionWithdrawn[exemption++] = Exempt.withdrawnDay(exempt);
      }
      contactEnd[child] = contact;
      factEnd[child] = fact;
      changeEnd[child] = change;
      exemptionEnd[child] = exemption;
    }
  }

  /** Judges all children by all rules. */
  VerdictCounts count(Viewpoint viewpoint) {
    asOf = (int) viewpoint.asOf().toEpochDay();
    knownOn = (int) viewpoint.knownOn().toEpochDay();
    for (int[] row : counts) {
      Arrays.fill(row, 0);
    }
    int contact = 0;
    int fact = 0;
    int change = 0;
    int exemption = 0;
    for (int child = 0; child < children; child++) {
      findScopes(fact, factEnd[child]);
      findMatching(contact, contactEnd[child]);
      exemptFrom = exemption;
      exemptTo = exemptionEnd[child];
      for (int rule = HOME_VISIT; rule <= MENTOR_VISIT; rule++) {
        judge(rule);
      }
      for (int i = change; i < changeEnd[child]; i++) {
        judgeChange(changeDay[i]);
      }
      contact = contactEnd[child];
      fact = factEnd[child];
      change = changeEnd[child];
      exemption = exemptionEnd[child];
    }
    return VerdictCounts.of(counts);
  }

  private void findScopes(int from, int to) {
    Arrays.fill(scopeSize, 0);
    for (int i = from; i < to; i++) {
      long traits = factTraits[i];
      if ((traits & IN_CARE) == 0) {
        continue;
      }
      int last = i + 1 < to ? factDay[i + 1] - 1 : OPEN;
      if (last < begin) {
        continue;
      }
      int first = Math.max(factDay[i], begin);
      addToScope(0, first, last);
      if ((traits & HAS_CARER) != 0) {
        addToScope(1, first, last);
      }
      if ((traits & KEY_SUPPORT) != 0) {
        addToScope(2, first, last);
      }
    }
    for (int scope = 0; scope < SCOPES; scope++) {
      int[] runLast = scopeRunLast[scope];
      for (int i = scopeSize[scope] - 1; i >= 0; i--) {
        runLast[i] =
            i + 1 < scopeSize[scope]
                    && scopeFirst[scope][i + 1] - scopeLast[scope][i] - 1 < LONG_GAP
                ? runLast[i + 1]
                : scopeLast[scope][i];
      }
    }
  }

  private void addToScope(int scope, int first, int last) {
    int size = scopeSize[scope];
    if (size > 0 && scopeLast[scope][size - 1] + 1 == first) {
      scopeLast[scope][size - 1] = last;
      return;
    }
    scopeFirst[scope][size] = first;
    scopeLast[scope][size] = last;
    scopeSize[scope]++;
  }

  /** One pass for all rules: two look-ups tell by a bit each which of them a contact matches. */
  private void findMatching(int from, int to) {
    Arrays.fill(matchingSize, 0);
    for (int i = from; i < to && day[i] <= asOf; i++) {
      int packed = kind[i];
      int rules = RULES_OF_MAKER[packed & 0xFF] & RULES_OF_REACHED[packed >>> 8];
      if (rules == 0 || recorded[i] > knownOn || voided[i] <= knownOn) {
        continue;
      }
      do {
        int rule = Integer.numberOfTrailingZeros(rules);
        if (isInScope(SCOPE[rule], day[i])) {
          matching[rule][matchingSize[rule]++] = day[i];
        }
        rules &= rules - 1;
      } while (rules != 0);
    }
  }

  private boolean isInScope(int scope, int on) {
    for (int i = 0; i < scopeSize[scope]; i++) {
      if (on <= scopeLast[scope][i]) {
        return on >= scopeFirst[scope][i];
      }
    }
    return false;
  }

  private void judge(int rule) {
    int scope = SCOPE[rule];
    int size = scopeSize[scope];
    if (size == 0) {
      return;
    }
    int[] first = windowFirst[rule];
    int[] last = windowLast[rule];
    int[] stretchFirst = scopeFirst[scope];
    int[] stretchLast = scopeLast[scope];
    int[] runLast = scopeRunLast[scope];
    int[] days = matching[rule];
    int contacts = matchingSize[rule];
    int[] row = counts[rule];
    boolean exemptions = exemptFrom < exemptTo;
    int stretch = 0;
    int next = 0;
    for (int w = 0; w < first.length && first[w] <= asOf; w++) {
      int from = first[w];
      int to = last[w];
      while (stretch < size && stretchLast[stretch] < from) {
        stretch++;
      }
      if (stretch == size) {
        return;
      }
      int length = to - from + 1;
      int inScope = 0;
      int deadline = 0;
      int run = 0;
      if (stretchFirst[stretch] <= from && stretchLast[stretch] >= to) {
        inScope = length;
        deadline = to;
      } else {
        for (int i = stretch; i < size && stretchFirst[i] <= to; i++) {
          deadline = Math.min(stretchLast[i], to);
          run = runLast[i];
          inScope += deadline - Math.max(stretchFirst[i], from) + 1;
        }
        if (inScope == 0) {
          continue;
        }
        if (2 * inScope < length) {
          row[VerdictCounts.NOT_APPLICABLE]++;
          continue;
        }
      }
      while (next < contacts && days[next] < from) {
        next++;
      }
      int metOn = next < contacts ? days[next] : OPEN;
      if (metOn <= to) {
        row[VerdictCounts.MET]++;
      } else if (exemptions && 2 * (inScope - exemptDays(rule, scope, from, to)) < length) {
        row[VerdictCounts.EXCUSED]++;
      } else if (asOf <= deadline) {
        row[VerdictCounts.PENDING]++;
      } else if (metOn <= deadline + GRACE[rule]) {
        row[VerdictCounts.LATE]++;
      } else if (deadline < to && deadline == run) {
        row[VerdictCounts.EXCUSED]++;
      } else {
        row[VerdictCounts.MISSED]++;
      }
    }
  }

  private boolean isExemption(int index, int rule) {
    return (exemptionRule[index] == ALL_RULES || exemptionRule[index] == rule)
        && exemptionRecorded[index] <= knownOn
        && exemptionWithdrawn[index] > knownOn;
  }

  /** How many scope days from one day to another are exempt. */
  private int exemptDays(int rule, int scope, int from, int to) {
    int exempt = 0;
    for (int i = exemptFrom; i < exemptTo; i++) {
      if (isExemption(i, rule)) {
        int first = Math.max(exemptionFirst[i], from);
        int last = Math.min(exemptionLast[i], to);
        for (int s = 0; s < scopeSize[scope]; s++) {
          exempt +=
              Math.max(
                  0,
                  Math.min(scopeLast[scope][s], last) - Math.max(scopeFirst[scope][s], first) + 1);
        }
      }
    }
    return exempt;
  }

  private void judgeChange(int on) {
    if (on > asOf || on > horizon || on < begin) {
      return;
    }
    int[] first = scopeFirst[0];
    int[] last = scopeLast[0];
    int size = scopeSize[0];
    int stretch = 0;
    while (stretch < size && last[stretch] < on) {
      stretch++;
    }
    int[] row = counts[CARER_CHANGE];
    if (stretch == size || first[stretch] > on + REACH) {
      row[VerdictCounts.NOT_APPLICABLE]++;
      return;
    }
    int run = scopeRunLast[0][stretch];
    int left = DAYS_AFTER_CHANGE + 1;
    int due = run;
    boolean anyDay = false;
    for (int i = stretch; left > 0 && i < size && first[i] <= run; i++) {
      for (int d = Math.max(first[i], on); left > 0 && d <= last[i]; d++) {
        if (!isExempt(d)) {
          anyDay = true;
          if (--left == 0) {
            due = d;
          }
        }
      }
    }
    if (!anyDay) {
      row[VerdictCounts.NOT_APPLICABLE]++;
      return;
    }
    int metOn = OPEN;
    for (int i = 0; i < matchingSize[CARER_CHANGE]; i++) {
      if (matching[CARER_CHANGE][i] >= on) {
        metOn = matching[CARER_CHANGE][i];
        break;
      }
    }
    if (metOn <= due) {
      row[VerdictCounts.MET]++;
    } else if (asOf <= due) {
      row[VerdictCounts.PENDING]++;
    } else if (left > 0) {
      row[VerdictCounts.EXCUSED]++;
    } else {
      row[VerdictCounts.MISSED]++;
    }
  }

  private boolean isExempt(int on) {
    for (int i = exemptFrom; i < exemptTo; i++) {
      if (exemptionFirst[i] <= on && on <= exemptionLast[i] && isExemption(i, CARER_CHANGE)) {
        return true;
      }
    }
    return false;
  }
}
