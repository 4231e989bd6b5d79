package org.jiedui.census;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.text.Wording;

/**
 * What a definition answers for a child on a day: whether it is left behind, and why.
 *
 * <p>Two days on which nothing differs have equal answers.
 *
 * <p>Immutable.
 *
 * @param status whether the child is left behind
 * @param code how the school roll notes it; empty if too little is known
 * @param conditions each condition of the definition, in its order
 */
public record StatusAnswer(
    LeftBehindStatus status,
    Optional<SchoolRollCode> code,
    ImmutableList<StatusCondition> conditions) {

  /**
   * Creates an answer.
   *
   * @param status whether the child is left behind
   * @param code how the school roll notes it; empty if too little is known
   * @param conditions each condition of the definition, in its order
   */
  public StatusAnswer {
    requireNonNull(status, "status");
    requireNonNull(code, "code");
    requireNonNull(conditions, "conditions");
  }

  /**
   * Whether the child is left behind.
   *
   * @return true if it is; false if it is not or facts are missing
   */
  public boolean isLeftBehind() {
    return status == LeftBehindStatus.LEFT_BEHIND;
  }

  /**
   * Finds a condition.
   *
   * @param conditionCode its code
   * @return the condition, or empty if the definition has none of that code
   */
  public Optional<StatusCondition> findCondition(String conditionCode) {
    return conditions.stream()
        .filter(condition -> condition.code().equals(conditionCode))
        .findFirst();
  }

  /**
   * Returns the answer in words: a line for the status, and one for each condition.
   *
   * @return the lines, in Chinese and English; they name nobody
   */
  public ImmutableList<Wording> explanation() {
    return ImmutableList.<Wording>builder()
        .add(status.wording())
        .addAll(conditions.stream().map(StatusCondition::explanation).collect(toImmutableList()))
        .build();
  }

  /** Returns the status; the rest is personal. */
  @Override
  public String toString() {
    return "StatusAnswer[" + status.code() + "]";
  }
}
