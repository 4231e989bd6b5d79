package org.jiedui.mentor;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.SchoolId;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeerPolicyTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final Instant RECORDED = Instant.parse("2025-09-01T00:00:00Z");
  private static final Placement CLASS = new Placement(ClassId.of("2025-1-1"), 1);
  private static final DateRange ALWAYS = DateRange.parse("2025-09-01/..");

  private static Peer peer(String child) {
    return new Peer(ChildId.of(child), Optional.of(CLASS), Optional.empty());
  }

  private static PeerPair pair(String helper, String helped, PeerKind kind, DateRange days) {
    Tenure open = Tenure.startingOn(days.start(), RECORDED);
    return new PeerPair(
        SCHOOL,
        PeerPairId.of("p-" + helper + helped + kind.code() + days.start()),
        ChildId.of(helper),
        ChildId.of(helped),
        kind,
        days.last().map(last -> open.closed(new Tenure.Closing(last, "x", RECORDED))).orElse(open));
  }

  /** Reads {@code A>B, B>C life 2025-09-01/2025-09-30}. */
  private static ImmutableList<PeerPair> pairs(String text) {
    return text == null
        ? ImmutableList.of()
        : Splitter.on(',')
            .trimResults()
            .splitToStream(text)
            .map(PeerPolicyTest::onePair)
            .collect(toImmutableList());
  }

  private static PeerPair onePair(String text) {
    List<String> words = Splitter.on(' ').splitToList(text);
    return pair(
        words.get(0).substring(0, 1),
        words.get(0).substring(2),
        words.contains("life") ? PeerKind.LIFE : PeerKind.STUDY,
        words.stream()
            .filter(word -> word.contains("/"))
            .findFirst()
            .map(DateRange::parse)
            .orElse(ALWAYS));
  }

  private static PeerRule.Question question(PeerPair asked, List<PeerPair> others) {
    return new PeerRule.Question(
        peer(asked.helper().value()),
        peer(asked.helped().value()),
        asked.kind(),
        asked.tenure().days().orElseThrow(),
        ImmutableList.copyOf(others));
  }

  private static List<String> codes(PeerDecision decision) {
    return decision.reasons().stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # there are                                      | asked                          | refused because
                                                           | A>B                            |
          # the same
          A>B                                              | A>B                            | peers-already
          A>B                                              | A>B life                       |
          A>B 2025-09-01/2025-09-30                        | A>B 2025-10-01/..              |
          A>B 2025-09-01/2025-09-30                        | A>B 2025-09-30/..              | peers-already
          # chains, whatever with
          A>B                                              | B>C                            | helper-is-helped
          A>B life                                         | B>C                            | helper-is-helped
          B>C                                              | A>B                            | helped-is-helper
          C>A, B>D                                         | A>B                            | helper-is-helped; helped-is-helper
          # circles
          A>B                                              | B>A                            | helper-is-helped; helped-is-helper
          # one after the other is no chain
          A>B 2025-09-01/2025-09-30                        | B>C 2025-10-01/..              |
          B>C 2025-11-01/..                                | A>B 2025-09-01/2025-10-31      |
          B>C 2025-11-01/..                                | A>B                            | helped-is-helper
          # the limit is 2
          A>B                                              | A>C                            |
          A>B, A>C                                         | A>D                            | helping-limit
          A>B, A>B life                                    | A>C                            |
          A>B, A>C life                                    | A>D                            | helping-limit
          A>B 2025-09-01/2025-09-30, A>C                   | A>D 2025-10-01/..              |
          A>B 2025-09-01/2025-09-30, A>C 2025-10-01/..     | A>D                            |
          A>B 2025-11-01/.., A>C 2025-11-01/..             | A>D                            | helping-limit
          A>B, A>C                                         | A>B life                       |
          # several may help one, if the school says no number
          A>B, C>B                                         | D>B                            |
          """)
  void decide_limitOfTwo_isAsTheTableSays(String there, String asked, String reasons) {
    PeerDecision decision =
        PeerPolicy.helpingAtMost(2).decide(question(onePair(asked), pairs(there)));
    assertThat(String.join("; ", codes(decision))).isEqualTo(reasons == null ? "" : reasons);
    assertThat(decision.isAccepted()).isEqualTo(reasons == null);
  }

  @Test
  void decide_oneself_andNotEnrolled_areToldTogether() {
    Peer gone = new Peer(ChildId.of("A"), Optional.empty(), Optional.empty());
    PeerDecision decision =
        PeerPolicy.helpingAtMost(0)
            .decide(new PeerRule.Question(gone, gone, PeerKind.STUDY, ALWAYS, ImmutableList.of()));
    assertThat(codes(decision))
        .containsExactly("oneself", "helper-not-enrolled", "helped-not-enrolled", "helping-limit");
    assertThat(decision).isInstanceOf(PeerDecision.Refused.class);
  }

  @Test
  void decide_aLimitOfHelpers_isKept() {
    PeerDecision decision =
        PeerPolicy.helpingAtMost(9)
            .helpedByAtMost(1)
            .decide(question(onePair("A>B"), pairs("C>B")));
    assertThat(codes(decision)).containsExactly("helped-by-limit");
    assertThat(decision.reasons().get(0).numbers())
        .isEqualTo(ImmutableMap.of("load", 1, "limit", 1));
    assertThat(decision.reasons().get(0).wording().chinese()).isEqualTo("该学生已有 1 人帮助，上限 1 人");
  }

  @Test
  void decide_theHostsOwnRules_areAskedAsWell() {
    PeerRule never = asked -> Optional.of(Refusal.of("never", Wording.of("不行", "never")));
    assertThat(
            codes(
                PeerPolicy.helpingAtMost(1)
                    .and(never)
                    .decide(question(onePair("A>B"), pairs("A>C")))))
        .containsExactly("helping-limit", "never");
  }

  @Test
  void limits_negative_areRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> PeerPolicy.helpingAtMost(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerPolicy.helpingAtMost(1).helpedByAtMost(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pair("A", "A", PeerKind.STUDY, ALWAYS))
        .withMessage("child A must not be paired with itself");
  }

  /** Whether on some day somebody helps and is helped, or helps more than allowed. */
  private static boolean isBroken(List<PeerPair> pairs, LocalDate day, int limit) {
    List<PeerPair> now = pairs.stream().filter(pair -> pair.tenure().isOn(day)).toList();
    return now.stream()
        .anyMatch(
            pair ->
                now.stream().anyMatch(other -> other.helped().equals(pair.helper()))
                    || now.stream()
                            .filter(other -> other.helper().equals(pair.helper()))
                            .map(PeerPair::helped)
                            .distinct()
                            .count()
                        > limit);
  }

  private static final ImmutableList<String> CHILDREN = ImmutableList.of("A", "B", "C", "D");
  private static final ImmutableList<DateRange> SPANS =
      ImmutableList.of(
          DateRange.parse("2025-09-01/2025-09-01"),
          DateRange.parse("2025-09-02/2025-09-02"),
          DateRange.parse("2025-09-01/2025-09-02"),
          DateRange.parse("2025-09-02/.."));

  /** Every pair of four children on each of a few spans of three days. */
  private static ImmutableList<PeerPair> every() {
    ImmutableList.Builder<PeerPair> all = ImmutableList.builder();
    for (String helper : CHILDREN) {
      for (String helped : CHILDREN) {
        if (!helper.equals(helped)) {
          SPANS.forEach(span -> all.add(pair(helper, helped, PeerKind.STUDY, span)));
        }
      }
    }
    return all.build();
  }

  /**
   * All sets of two good pairs of four children and a third: it is accepted exactly if no day has a
   * chain, a circle, too heavy a load or the same pair twice.
   */
  @Test
  void decide_allSmallCases_acceptsExactlyWhatKeepsEveryDayGood() {
    ImmutableList<PeerPair> every = every();
    int asked = 0;
    List<String> wrong = new ArrayList<>();
    for (int limit = 0; limit <= 2; limit++) {
      PeerPolicy policy = PeerPolicy.helpingAtMost(limit);
      for (int i = 0; i < every.size(); i++) {
        for (int j = i; j < every.size(); j++) {
          ImmutableList<PeerPair> there =
              i == j
                  ? ImmutableList.of(every.get(i))
                  : ImmutableList.of(every.get(i), every.get(j));
          if (isAnyDayBroken(there, limit)) {
            continue;
          }
          for (PeerPair third : every) {
            asked++;
            boolean good =
                !isAnyDayBroken(plus(there, third), limit)
                    && there.stream().noneMatch(pair -> isTwice(pair, third));
            if (policy.decide(question(third, there)).isAccepted() != good) {
              wrong.add(third + " beside " + there + " with limit " + limit);
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(50_000);
    assertThat(wrong).isEmpty();
  }

  private static ImmutableList<PeerPair> plus(List<PeerPair> pairs, PeerPair more) {
    return ImmutableList.<PeerPair>builder().addAll(pairs).add(more).build();
  }

  private static boolean isAnyDayBroken(List<PeerPair> pairs, int limit) {
    return IntStream.rangeClosed(1, 3)
        .anyMatch(day -> isBroken(pairs, LocalDate.of(2025, 9, day), limit));
  }

  private static boolean isTwice(PeerPair pair, PeerPair other) {
    return pair.helper().equals(other.helper())
        && pair.helped().equals(other.helped())
        && pair.kind() == other.kind()
        && pair.tenure().days().orElseThrow().overlaps(other.tenure().days().orElseThrow());
  }

  static LongStream seeds() {
    return LongStream.range(20251110, 20251130);
  }

  /** A school that asks before each pair never has a chain or an overloaded helper on any day. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decide_askedBeforeEachPair_keepsEveryDayGood(long seed) {
    Random random = new Random(seed);
    int limit = 1 + random.nextInt(3);
    PeerPolicy policy = PeerPolicy.helpingAtMost(limit);
    List<PeerPair> pairs = new ArrayList<>();
    LocalDate first = LocalDate.of(2025, 9, 1);
    for (int i = 0; i < 200; i++) {
      int helper = random.nextInt(12);
      int helped = (helper + 1 + random.nextInt(11)) % 12;
      LocalDate from = first.plusDays(random.nextInt(60));
      PeerPair asked =
          pair(
              Character.toString('a' + helper),
              Character.toString('a' + helped),
              random.nextBoolean() ? PeerKind.STUDY : PeerKind.LIFE,
              random.nextBoolean()
                  ? DateRange.startingOn(from)
                  : DateRange.ofClosed(from, from.plusDays(random.nextInt(30))));
      if (policy.decide(question(asked, pairs)).isAccepted()) {
        pairs.add(asked);
      }
    }
    assertThat(pairs).as("seed %s", seed).isNotEmpty();
    for (LocalDate day = first; day.isBefore(first.plusDays(100)); day = day.plusDays(1)) {
      assertThat(isBroken(pairs, day, limit)).as("%s with seed %s", day, seed).isFalse();
    }
  }
}
