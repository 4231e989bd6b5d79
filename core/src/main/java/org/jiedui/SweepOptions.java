package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a sweep runs: in which threads, who hears of its progress, and who can stop it.
 *
 * <pre>{@code
 * SweepOptions.inThisThread()
 *     .on(pool, 2)
 *     .reportingTo(progress -> bar.stepTo(progress.children()))
 *     .until(stopButton::isPressed);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SweepOptions {

  private static final SweepOptions IN_THIS_THREAD =
      new SweepOptions(Optional.empty(), 1, progress -> {}, () -> false);

  private final Optional<Executor> executor;
  private final int threads;
  private final Consumer<? super SweepProgress> listener;
  private final BooleanSupplier stop;

  private SweepOptions(
      Optional<Executor> executor,
      int threads,
      Consumer<? super SweepProgress> listener,
      BooleanSupplier stop) {
    this.executor = executor;
    this.threads = threads;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * Returns the plain way: in the thread that calls, to the end, heard of by nobody.
   *
   * @return the options
   */
  public static SweepOptions inThisThread() {
    return IN_THIS_THREAD;
  }

  /**
   * Returns options with further threads. The thread that calls works too, and if the executor has
   * no thread to spare it does all the work: a sweep never waits for one.
   *
   * <p>Schools are shared out among the threads, each with a snapshot of its own, and so with a
   * connection of its own if the store has a pool. Further threads do not see what a transaction of
   * the host has not committed yet, and may have to wait for it: within one, sweep in its thread.
   *
   * @param pool the caller's executor; it is neither made nor shut down here. If it refuses, the
   *     sweep fails with that
   * @param atMost how many threads work at once, the one that calls included, 1 to 64
   * @return the options
   * @throws IllegalArgumentException if the number is out of bounds
   */
  public SweepOptions on(Executor pool, int atMost) {
    requireNonNull(pool, "pool");
    checkArgument(atMost >= 1 && atMost <= 64, "threads (%s) must be 1 to 64", atMost);
    return new SweepOptions(Optional.of(pool), atMost, listener, stop);
  }

  /**
   * Returns options with a listener. It is called after every school and every 1,000 children of a
   * school, by the threads that work, but never by two at once. If it throws, the sweep fails with
   * that.
   *
   * <p>A school is being read while it is called: it must be quick, and use neither a desk nor the
   * store.
   *
   * @param heardBy who hears of progress
   * @return the options
   */
  public SweepOptions reportingTo(Consumer<? super SweepProgress> heardBy) {
    return new SweepOptions(executor, threads, requireNonNull(heardBy, "heardBy"), stop);
  }

  /**
   * Returns options under which the sweep can be stopped. Interrupting a thread does not stop it.
   *
   * @param isStopped says whether to stop, and is quick about it; asked before every school and
   *     every child, by the threads that work, also by several at once
   * @return the options
   */
  public SweepOptions until(BooleanSupplier isStopped) {
    return new SweepOptions(executor, threads, listener, requireNonNull(isStopped, "isStopped"));
  }

  Optional<Executor> executor() {
    return executor;
  }

  int threads() {
    return threads;
  }

  Consumer<? super SweepProgress> listener() {
    return listener;
  }

  boolean isStopped() {
    return stop.getAsBoolean();
  }
}
