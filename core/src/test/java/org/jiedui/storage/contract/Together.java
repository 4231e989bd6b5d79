package org.jiedui.storage.contract;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs work in threads of its own, without sleeping. */
final class Together {

  static final int THREADS = 4;

  private static final int SECONDS = 30;

  private Together() {}

  /** The number of a thread, and the moment at which all go on. */
  interface Start {

    /** Waits until every thread has come so far. */
    void await();
  }

  /** Work of one of several threads. */
  interface Task {

    /** Works; what it returns or throws is its outcome. */
    Object run(int thread, Start start);
  }

  /** Runs a task in four threads and returns what each returned or threw. */
  static ImmutableList<Object> race(Task task) {
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    return inThreads(THREADS, thread -> () -> task.run(thread, () -> await(barrier)));
  }

  /** Runs work in one other thread, waits for it, and returns what it returned or threw. */
  static Object elsewhere(Supplier<?> work) {
    return inThreads(1, thread -> work).get(0);
  }

  private static ImmutableList<Object> inThreads(int threads, IntFunction<Supplier<?>> work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Supplier<?> own = work.apply(thread);
        running.add(executor.submit(() -> own.get()));
      }
      return running.stream().map(Together::outcome).collect(ImmutableList.toImmutableList());
    } finally {
      executor.shutdownNow();
    }
  }

  private static Object outcome(Future<?> future) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return requireNonNull(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("a thread hangs", e);
    }
  }

  /** Waits for a latch, as long as it takes. */
  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a thread hangs");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("a thread was interrupted", e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("a thread hangs", e);
    }
  }
}
