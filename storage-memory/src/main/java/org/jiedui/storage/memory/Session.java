package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkState;

/** Who may use the repositories of a transaction, how, and until when. */
final class Session {

  private final Thread owner = Thread.currentThread();
  private final boolean mayWrite;
  private boolean open = true;

  Session(boolean mayWrite) {
    this.mayWrite = mayWrite;
  }

  /** Throws unless the thread that was handed the transaction is still within its work. */
  void checkUse() {
    checkState(
        Thread.currentThread() == owner,
        "readers and writers may be used only by the thread of their work");
    checkState(open, "readers and writers may be used only within their work");
  }

  /** Throws unless, besides, the work may write: a reader is handed the same repositories. */
  void checkWrite() {
    checkUse();
    checkState(mayWrite, "a reader must not write");
  }

  void end() {
    open = false;
  }
}
