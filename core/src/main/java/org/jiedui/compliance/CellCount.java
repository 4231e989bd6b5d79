package org.jiedui.compliance;

import java.util.Arrays;

/** The running counts of one cell. */
@SuppressWarnings("EnumOrdinal") // the columns of counts never leave this class
final class CellCount {

  private static final int VERDICTS = Verdict.values().length;

  private final long[] windows = new long[VERDICTS];
  private long children;
  private long childrenDecided;
  private long childrenAllMet;

  /** The child whose windows are being counted, and what was seen of it so far. */
  private long current = -1;

  private boolean decided;
  private boolean failed;

  /**
   * Counts a window of a child.
   *
   * @return true if it is the child's first window here; {@link #endChild} must follow its last
   */
  boolean add(long child, Verdict verdict) {
    windows[verdict.ordinal()]++;
    boolean isFirst = current != child;
    if (isFirst) {
      current = child;
      decided = false;
      failed = false;
    }
    switch (verdict) {
      case MET -> decided = true;
      case LATE, MISSED -> {
        decided = true;
        failed = true;
      }
      case PENDING, EXCUSED, NOT_APPLICABLE -> {}
    }
    return isFirst;
  }

  void endChild() {
    children++;
    if (decided) {
      childrenDecided++;
      if (!failed) {
        childrenAllMet++;
      }
    }
  }

  /** Adds what another has counted over other children. */
  void add(CellCount other) {
    for (int i = 0; i < VERDICTS; i++) {
      windows[i] += other.windows[i];
    }
    children += other.children;
    childrenDecided += other.childrenDecided;
    childrenAllMet += other.childrenAllMet;
  }

  void clear() {
    Arrays.fill(windows, 0);
    children = 0;
    childrenDecided = 0;
    childrenAllMet = 0;
    current = -1;
  }

  Counts counts() {
    return new Counts(
        windows[Verdict.MET.ordinal()],
        windows[Verdict.LATE.ordinal()],
        windows[Verdict.MISSED.ordinal()],
        windows[Verdict.PENDING.ordinal()],
        windows[Verdict.EXCUSED.ordinal()],
        windows[Verdict.NOT_APPLICABLE.ordinal()],
        children,
        childrenDecided,
        childrenAllMet);
  }
}
