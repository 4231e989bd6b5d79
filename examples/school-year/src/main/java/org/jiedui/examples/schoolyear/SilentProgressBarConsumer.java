package org.jiedui.examples.schoolyear;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows no progress: there is no terminal. */
final class SilentProgressBarConsumer implements ProgressBarConsumer {

  private static final int WIDTH = 80;

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public void accept(String rendered) {
    // Into a file or a pipe, progress would only be noise.
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
