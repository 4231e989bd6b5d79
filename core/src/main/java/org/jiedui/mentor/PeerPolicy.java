package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.id.ChildId;
import org.jiedui.text.Wording;

/**
 * Which child may help which, and how many: the school's numbers and the host's own rules.
 *
 * <pre>{@code
 * PeerPolicy policy = PeerPolicy.helpingAtMost(2).helpedByAtMost(1).and(sameClass);
 * PeerDecision decision = policy.decide(question);
 * decision.reasons().forEach(reason -> out.println(reason.wording().in(locale)));
 * }</pre>
 *
 * <p>Every policy keeps that nobody is paired with itself, that both are at the school on the first
 * day, that the same two are not paired twice for the same, and that nobody helps and is helped at
 * the same time, whatever with. So help never goes on in a chain or a circle, and no helper carries
 * the load of others behind it.
 *
 * <p>Example: A helps B. On the same days B must not help C, nor A be helped by anybody; C may help
 * B as well.
 *
 * <p>Immutable and thread-safe if the host's rules are.
 */
public final class PeerPolicy {

  static final Refusal ONESELF = Refusal.of("oneself", Wording.of("不能与自己结对", "is the same child"));
  static final Refusal HELPER_NOT_ENROLLED =
      Refusal.of(
          "helper-not-enrolled", Wording.of("帮助者当日不在校", "the helper is in no class that day"));
  static final Refusal HELPED_NOT_ENROLLED =
      Refusal.of(
          "helped-not-enrolled",
          Wording.of("被帮助者当日不在校", "the child to be helped is in no class that day"));
  static final Refusal PAIRED_ALREADY =
      Refusal.of("peers-already", Wording.of("两人已有同类结对", "are paired for the same already"));
  static final Refusal HELPER_IS_HELPED =
      Refusal.of(
          "helper-is-helped", Wording.of("帮助者同期正接受帮助", "the helper is helped at the same time"));
  static final Refusal HELPED_IS_HELPER =
      Refusal.of(
          "helped-is-helper",
          Wording.of("被帮助者同期正帮助别人", "the child to be helped helps another at the same time"));

  private static final Wording HELPS =
      Wording.of("帮助者已帮助 %s 人，上限 %s 人", "the helper helps %s of at most %s children");
  private static final Wording IS_HELPED =
      Wording.of("该学生已有 %s 人帮助，上限 %s 人", "the child is helped by %s of at most %s children");

  private final int helping;
  private final OptionalInt helpedBy;
  private final ImmutableList<PeerRule> rules;

  private PeerPolicy(int helping, OptionalInt helpedBy, ImmutableList<PeerRule> rules) {
    this.helping = helping;
    this.helpedBy = helpedBy;
    this.rules = rules;
  }

  /**
   * A child helps at most so many others on any day.
   *
   * @param children how many, 0 or more; no law or document names a number, so the school says one
   * @return the policy; its refusals have the code {@code helping-limit} and the numbers {@code
   *     load} and {@code limit}
   * @throws IllegalArgumentException if it is negative
   */
  public static PeerPolicy helpingAtMost(int children) {
    checkArgument(children >= 0, "limit (%s) must not be negative", children);
    return new PeerPolicy(children, OptionalInt.empty(), ImmutableList.of());
  }

  /**
   * Returns this policy with a limit to how many help one child on any day.
   *
   * @param children how many, 0 or more
   * @return the stricter policy; its refusals have the code {@code helped-by-limit} and the numbers
   *     {@code load} and {@code limit}
   * @throws IllegalArgumentException if it is negative
   */
  public PeerPolicy helpedByAtMost(int children) {
    checkArgument(children >= 0, "limit (%s) must not be negative", children);
    return new PeerPolicy(helping, OptionalInt.of(children), rules);
  }

  /**
   * Returns this policy with a rule of the host as well.
   *
   * @param rule the rule
   * @return the stricter policy
   */
  public PeerPolicy and(PeerRule rule) {
    return new PeerPolicy(
        helping, helpedBy, ImmutableList.<PeerRule>builder().addAll(rules).add(rule).build());
  }

  /**
   * Decides whether one child may help another, as things stand.
   *
   * @param question the two, and the pairs that either has; others are not looked at
   * @return accepted, or refused with every reason
   */
  public PeerDecision decide(PeerRule.Question question) {
    ChildId helper = question.helper().child();
    ChildId helped = question.helped().child();
    ImmutableList<PeerPair> others =
        question.others().stream()
            .filter(pair -> pair.tenure().days().filter(question.days()::overlaps).isPresent())
            .collect(toImmutableList());
    ImmutableList.Builder<Refusal> reasons = ImmutableList.builder();
    if (helper.equals(helped)) {
      reasons.add(ONESELF);
    }
    if (!question.helper().isEnrolled()) {
      reasons.add(HELPER_NOT_ENROLLED);
    }
    if (!question.helped().isEnrolled()) {
      reasons.add(HELPED_NOT_ENROLLED);
    }
    if (others.stream().anyMatch(pair -> isSame(pair, question))) {
      reasons.add(PAIRED_ALREADY);
    }
    if (others.stream().anyMatch(pair -> pair.helped().equals(helper))) {
      reasons.add(HELPER_IS_HELPED);
    }
    if (others.stream().anyMatch(pair -> pair.helper().equals(helped))) {
      reasons.add(HELPED_IS_HELPER);
    }
    int helps = most(question, others, PeerPair::helper, PeerPair::helped, helper, helped);
    if (helps >= helping) {
      reasons.add(Refusal.limit("helping-limit", HELPS, helps, helping));
    }
    if (helpedBy.isPresent()) {
      int by = most(question, others, PeerPair::helped, PeerPair::helper, helped, helper);
      if (by >= helpedBy.getAsInt()) {
        reasons.add(Refusal.limit("helped-by-limit", IS_HELPED, by, helpedBy.getAsInt()));
      }
    }
    rules.forEach(rule -> rule.findRefusal(question).ifPresent(reasons::add));
    ImmutableList<Refusal> all = reasons.build();
    return all.isEmpty()
        ? new PeerDecision.Accepted(helper, helped)
        : new PeerDecision.Refused(helper, helped, all);
  }

  private static boolean isSame(PeerPair pair, PeerRule.Question question) {
    return pair.kind() == question.kind()
        && pair.helper().equals(question.helper().child())
        && pair.helped().equals(question.helped().child());
  }

  /**
   * The most others that a child has on one day of those in question. The partner in question does
   * not count: who helps the same child with something else has no child more.
   */
  private static int most(
      PeerRule.Question question,
      ImmutableList<PeerPair> overlapping,
      Function<PeerPair, ChildId> side,
      Function<PeerPair, ChildId> otherSide,
      ChildId child,
      ChildId partner) {
    ImmutableList<PeerPair> own =
        overlapping.stream()
            .filter(pair -> side.apply(pair).equals(child))
            .filter(pair -> !otherSide.apply(pair).equals(partner))
            .collect(toImmutableList());
    // The number grows only on the first day of a pair.
    return Stream.concat(
            Stream.of(question.days().start()),
            own.stream().map(pair -> pair.tenure().from()).filter(question.days()::contains))
        .mapToInt(day -> countOn(day, own, otherSide))
        .max()
        .orElseThrow();
  }

  private static int countOn(
      LocalDate day, ImmutableList<PeerPair> pairs, Function<PeerPair, ChildId> otherSide) {
    return (int)
        pairs.stream().filter(pair -> pair.tenure().isOn(day)).map(otherSide).distinct().count();
  }
}
