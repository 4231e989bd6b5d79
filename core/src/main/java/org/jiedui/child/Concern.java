package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An open difficulty of a child.
 *
 * <p>Immutable.
 *
 * @param kind what it is about
 * @param note what was seen, as the school wrote it
 */
public record Concern(ConcernKind kind, Optional<String> note) {

  /**
   * Creates a concern.
   *
   * @param kind what it is about
   * @param note what was seen, as the school wrote it
   */
  public Concern {
    requireNonNull(kind, "kind");
    requireNonNull(note, "note");
  }

  /**
   * Returns a concern without a note.
   *
   * @param kind what it is about
   * @return the concern
   */
  public static Concern of(ConcernKind kind) {
    return new Concern(kind, Optional.empty());
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "Concern[redacted]";
  }
}
