package org.jiedui;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiedui.access.Operation;
import org.jiedui.compliance.CareRecord;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;

/**
 * Goes over the children of many schools, in one or several threads, each with a result of its own
 * that are merged at the end. Memory is bounded by the results, not by the children.
 *
 * @param <T> the result, gathered by one thread
 */
final class Sweeper<T> {

  private static final int PROGRESS_EVERY = 1_000;

  private final Gate gate;
  private final SweepOptions options;
  private final ImmutableList<SchoolId> schools;
  private final Supplier<T> newResult;
  private final SchoolSweep<T> sweep;

  private final AtomicInteger nextSchool = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  // Guarded by the lock of this.
  private int schoolsDone;
  private long children;

  /** How the children of one school are gone over. */
  interface SchoolSweep<T> {

    /**
     * Goes over a school.
     *
     * @param result takes what is found
     * @param reader a snapshot
     * @param school the school
     * @param eachChild must be called before each child; it stops the sweep
     */
    void sweep(T result, CareReader reader, SchoolId school, Consumer<CareRecord> eachChild);
  }

  /** Thrown in a thread to make it end: another has failed. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /**
   * Sets up a sweep.
   *
   * @throws org.jiedui.access.AccessDeniedException if one of the schools may not be seen; nothing
   *     is read then
   */
  Sweeper(
      Gate gate,
      SweepScope scope,
      SweepOptions options,
      Supplier<T> newResult,
      SchoolSweep<T> sweep) {
    this.gate = gate;
    this.options = options;
    this.newResult = newResult;
    this.sweep = sweep;
    this.schools = gate.office().store().read(scope::schoolsOf);
    schools.forEach(school -> gate.check(Operation.SEE_REPORTS, school));
  }

  /** The schools, by id. */
  ImmutableList<SchoolId> schools() {
    return schools;
  }

  /**
   * Goes over all schools.
   *
   * @throws CancellationException if it was stopped; what the schools gone over came to is lost
   */
  T run(BinaryOperator<T> merge) {
    List<CompletableFuture<T>> helpers = new ArrayList<>();
    List<AtomicBoolean> begun = new ArrayList<>();
    T result = newResult.get();
    try {
      // More threads than schools would have nothing to do.
      for (int i = 1; i < Math.min(options.threads(), schools.size()); i++) {
        CompletableFuture<T> helper = new CompletableFuture<>();
        AtomicBoolean isBegun = new AtomicBoolean();
        helpers.add(helper);
        begun.add(isBegun);
        options.executor().ifPresent(pool -> start(pool, helper, isBegun));
      }
      work(result);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
    for (int i = 0; i < helpers.size(); i++) {
      boolean neverBegan = begun.get(i).compareAndSet(false, true);
      if (!neverBegan) {
        result = merge.apply(result, helpers.get(i).join());
      }
    }
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    return result;
  }

  private void start(Executor pool, CompletableFuture<T> helper, AtomicBoolean isBegun) {
    pool.execute(
        () -> {
          if (!isBegun.compareAndSet(false, true)) {
            return; // everything is done already
          }
          T result = newResult.get();
          try {
            work(result);
          } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
          } finally {
            helper.complete(result);
          }
        });
  }

  private void work(T result) {
    for (int i = nextSchool.getAndIncrement();
        i < schools.size();
        i = nextSchool.getAndIncrement()) {
      SchoolId school = schools.get(i);
      gate.look(
          Operation.SEE_REPORTS,
          school,
          (reader, count) -> {
            int[] since = {0};
            sweep.sweep(
                result,
                reader,
                school,
                record -> {
                  checkStopped();
                  count.add(1);
                  if (++since[0] == PROGRESS_EVERY) {
                    progress(since[0], 0);
                    since[0] = 0;
                  }
                });
            progress(since[0], 1);
            return result;
          });
    }
  }

  private void checkStopped() {
    if (failure.get() != null) {
      throw new Stopped();
    }
    if (options.isStopped()) {
      throw new CancellationException("the sweep was stopped");
    }
  }

  private synchronized void progress(int moreChildren, int moreSchools) {
    children += moreChildren;
    schoolsDone += moreSchools;
    options.listener().accept(new SweepProgress(schools.size(), schoolsDone, children));
  }
}
