package org.jiedui.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ComparisonChain;
import java.time.LocalDate;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;

/**
 * A place on a board: boards are sorted by deadline, then child, then rule.
 *
 * <p>Immutable.
 *
 * @param deadline the deadline
 * @param childId the child
 * @param rule the contact rule, or the quota of activities
 */
public record BoardPosition(LocalDate deadline, ChildId childId, RuleId rule)
    implements Comparable<BoardPosition> {

  /**
   * Creates a board position.
   *
   * @param deadline the deadline
   * @param childId the child
   * @param rule the contact rule, or the quota of activities
   */
  public BoardPosition {
    requireNonNull(deadline, "deadline");
    requireNonNull(childId, "childId");
    requireNonNull(rule, "rule");
  }

  @Override
  public int compareTo(BoardPosition other) {
    return ComparisonChain.start()
        .compare(deadline, other.deadline)
        .compare(childId, other.childId)
        .compare(rule, other.rule)
        .result();
  }
}
