package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.text.Wording;

/**
 * One condition of a definition, and whether it holds for a child on a day.
 *
 * <p>Example: <i>the father is away for 3 months or more</i> holds since 2025-12-01, for the father
 * is away since 2025-09-01.
 *
 * <p>Immutable.
 *
 * @param code the word that stands for it in programs, for instance {@code father-away}; not blank
 * @param wording what it asks, in words that name nobody
 * @param otherwise what is so when it does not hold, as a reason for which care ends
 * @param truth whether it holds
 * @param since the first day of the days without a break on which it holds, or does not hold; empty
 *     if that has no beginning or is not known
 * @param ground the fact from which that follows; empty if there is none
 */
public record StatusCondition(
    String code,
    Wording wording,
    Wording otherwise,
    Truth truth,
    Optional<LocalDate> since,
    Optional<Ground> ground) {

  /**
   * Creates a condition.
   *
   * @param code the word that stands for it in programs, for instance {@code father-away}; not
   *     blank
   * @param wording what it asks, in words that name nobody
   * @param otherwise what is so when it does not hold, as a reason for which care ends
   * @param truth whether it holds
   * @param since the first day of the days without a break on which it holds, or does not hold;
   *     empty if that has no beginning or is not known
   * @param ground the fact from which that follows; empty if there is none
   * @throws IllegalArgumentException if the code is blank
   */
  public StatusCondition {
    requireNonNull(code, "code");
    requireNonNull(wording, "wording");
    requireNonNull(otherwise, "otherwise");
    requireNonNull(truth, "truth");
    requireNonNull(since, "since");
    requireNonNull(ground, "ground");
    checkArgument(!code.isBlank(), "code must not be blank");
  }

  /**
   * The fact from which it follows whether a condition holds.
   *
   * @param fact what kind of fact
   * @param from the first day that it speaks of; empty if it has no beginning
   * @param recordedAt when it was recorded; empty for what a child's file has from its beginning
   */
  public record Ground(FactKind fact, Optional<LocalDate> from, Optional<Instant> recordedAt) {

    /**
     * Creates a ground.
     *
     * @param fact what kind of fact
     * @param from the first day that it speaks of; empty if it has no beginning
     * @param recordedAt when it was recorded; empty for what a child's file has from its beginning
     */
    public Ground {
      requireNonNull(fact, "fact");
      requireNonNull(from, "from");
      requireNonNull(recordedAt, "recordedAt");
    }
  }

  /**
   * Returns the condition, whether it holds, since when, and from which fact, in words.
   *
   * <p>Example: {@code 父亲外出满3个月：是，自2025-12-01（依据：父亲情况，自2025-09-01）}.
   *
   * @return the words, in Chinese and English
   */
  public Wording explanation() {
    StringBuilder chinese =
        new StringBuilder(wording.chinese()).append('：').append(truth.wording().chinese());
    StringBuilder english =
        new StringBuilder(wording.english()).append(": ").append(truth.wording().english());
    since.ifPresent(
        day -> {
          chinese.append("，自").append(day);
          english.append(" since ").append(day);
        });
    if (ground.isPresent()) {
      Ground known = ground.get();
      chinese.append("（依据：").append(known.fact().wording().chinese());
      english.append(" (from ").append(known.fact().wording().english());
      known
          .from()
          .ifPresent(
              day -> {
                chinese.append("，自").append(day);
                english.append(" since ").append(day);
              });
      chinese.append('）');
      english.append(')');
    } else if (truth == Truth.UNKNOWN) {
      chinese.append("（缺少登记）");
      english.append(" (nothing is recorded)");
    } else {
      chinese.append("（没有登记，照此认定）");
      english.append(" (nothing is recorded, so taken as such)");
    }
    return Wording.of(chinese.toString(), english.toString());
  }

  /** Returns the code and whether it holds; days are personal. */
  @Override
  public String toString() {
    return "StatusCondition[" + code + ": " + truth.code() + "]";
  }
}
