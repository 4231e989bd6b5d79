package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A difficulty of a child, on the days on which it is open.
 *
 * <p>Immutable.
 *
 * @param kind what it is about
 * @param note what was seen, as the school wrote it
 * @param closingNote why it was closed, as the school wrote it; empty while it is open
 */
public record Concern(ConcernKind kind, Optional<String> note, Optional<String> closingNote) {

  /**
   * Creates a concern.
   *
   * @param kind what it is about
   * @param note what was seen, as the school wrote it
   * @param closingNote why it was closed, as the school wrote it; empty while it is open
   */
  public Concern {
    requireNonNull(kind, "kind");
    requireNonNull(note, "note");
    requireNonNull(closingNote, "closingNote");
  }

  /**
   * Creates a concern that is open.
   *
   * @param kind what it is about
   * @param note what was seen, as the school wrote it
   */
  public Concern(ConcernKind kind, Optional<String> note) {
    this(kind, note, Optional.empty());
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

  /**
   * Returns the same concern, closed.
   *
   * @param why why it was closed, as the school wrote it
   * @return the concern
   */
  public Concern closed(String why) {
    return new Concern(kind, note, Optional.of(why));
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "Concern[redacted]";
  }
}
