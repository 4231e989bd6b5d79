package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jiedui.id.ChildId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.Tenure;

/**
 * That one child helps another (学生结对互助).
 *
 * <p>It is another kind of pair than a mentor's: nothing that a rule asks of a mentor is a child's.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param helper the child who helps
 * @param helped the child who is helped
 * @param kind with what
 * @param tenure on which days
 */
public record PeerPair(
    SchoolId schoolId,
    PeerPairId id,
    ChildId helper,
    ChildId helped,
    PeerKind kind,
    Tenure tenure) {

  /**
   * Creates a pair.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param helper the child who helps
   * @param helped the child who is helped
   * @param kind with what
   * @param tenure on which days
   * @throws IllegalArgumentException if both are the same child
   */
  public PeerPair {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(helper, "helper");
    requireNonNull(helped, "helped");
    requireNonNull(kind, "kind");
    requireNonNull(tenure, "tenure");
    checkArgument(!helper.equals(helped), "child %s must not be paired with itself", helper);
  }

  /**
   * Whether a child is one of the two.
   *
   * @param child the child
   * @return true if it helps or is helped
   */
  public boolean has(ChildId child) {
    return helper.equals(child) || helped.equals(child);
  }

  /**
   * Returns this pair as ended.
   *
   * @param end the last day and why
   * @return the closed pair
   * @throws IllegalArgumentException if it is closed already, or its last day is earlier than the
   *     day before its first
   */
  public PeerPair closed(Tenure.Closing end) {
    return new PeerPair(schoolId, id, helper, helped, kind, tenure.closed(end));
  }

  /** Returns the ids and the days. */
  @Override
  public String toString() {
    return "PeerPair[" + schoolId + "/" + id + " " + tenure + "]";
  }
}
