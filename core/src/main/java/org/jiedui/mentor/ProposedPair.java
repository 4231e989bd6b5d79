package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.OptionalInt;
import org.jiedui.text.Wording;

/**
 * A pair that a matcher proposes, and what speaks for it.
 *
 * <p>Immutable.
 *
 * @param pair the pair
 * @param kept whether the two are paired already
 * @param keySupport whether the child is one of key support
 * @param points what the preferences give it, by their code; those that give nothing are left out
 * @param wordings the preferences that hold, for people, in their order
 * @param loadAfter how many children the teacher has if all is accepted
 * @param limit how many it can have at most, if that is limited
 */
public record ProposedPair(
    MentorPair pair,
    boolean kept,
    boolean keySupport,
    ImmutableMap<String, Integer> points,
    ImmutableList<Wording> wordings,
    int loadAfter,
    OptionalInt limit) {

  /**
   * Creates a proposed pair.
   *
   * @param pair the pair
   * @param kept whether the two are paired already
   * @param keySupport whether the child is one of key support
   * @param points what the preferences give it, by their code; those that give nothing are left out
   * @param wordings the preferences that hold, for people, in their order
   * @param loadAfter how many children the teacher has if all is accepted, 1 or more
   * @param limit how many it can have at most, if that is limited
   * @throws IllegalArgumentException if the load is less than this child
   */
  public ProposedPair {
    requireNonNull(pair, "pair");
    requireNonNull(points, "points");
    requireNonNull(wordings, "wordings");
    requireNonNull(limit, "limit");
    checkArgument(loadAfter >= 1, "the load of pair %s must be 1 or more", pair);
  }

  /** Returns the same proposal for another role, where the teacher ends up with another load. */
  ProposedPair with(MentorRole role, int load) {
    return new ProposedPair(
        MentorPair.of(pair.child(), pair.mentor(), role),
        kept,
        keySupport,
        points,
        wordings,
        load,
        limit);
  }

  /**
   * Returns what speaks for the pair: that it is kept, that the child is one of key support, the
   * preferences that hold, and the teacher's load.
   *
   * @return the reasons, for people
   */
  public ImmutableList<Wording> reasons() {
    ImmutableList.Builder<Wording> reasons = ImmutableList.builder();
    if (kept) {
      reasons.add(Wording.of("保留原结对", "kept"));
    }
    if (keySupport) {
      reasons.add(Wording.of("重点帮扶对象", "key support"));
    }
    reasons.addAll(wordings);
    reasons.add(
        limit.isPresent()
            ? Wording.of(
                "该教师共结对 %s 人，上限 %s 人".formatted(loadAfter, limit.getAsInt()),
                "the teacher then has %s of at most %s".formatted(loadAfter, limit.getAsInt()))
            : Wording.of(
                "该教师共结对 %s 人".formatted(loadAfter),
                "the teacher then has %s".formatted(loadAfter)));
    return reasons.build();
  }
}
