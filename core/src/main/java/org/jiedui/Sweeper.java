package org.jiedui;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
  private final SweepScope scope;
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
    this.scope = scope;
    this.schools = gate.office().store().read(scope::schoolsOf);
    if (scope.isAll()) {
      gate.checkAll(Operation.SEE_REPORTS, schools);
    } else {
      schools.forEach(school -> gate.check(Operation.SEE_REPORTS, school));
    }
  }

  /** The schools, by id. */
  ImmutableList<SchoolId> schools() {
    return schools;
  }

  /**
   * Goes over all schools.
   *
   * @throws CancellationException if it was stopped; what the schools gone over came to is lost
   * @throws UndeclaredThrowableException with what the host's code threw, if that is a checked
   *     exception
   */
  T run(BinaryOperator<T> merge) {
    List<FurtherThread> furtherThreads = new ArrayList<>();
    try {
      // More threads than schools would have nothing to do.
      for (int i = 1; i < Math.min(options.threads(), schools.size()); i++) {
        FurtherThread further = new FurtherThread();
        furtherThreads.add(further);
        options.executor().ifPresent(pool -> pool.execute(further));
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
    List<T> results = new ArrayList<>();
    attempt().ifPresent(results::add);
    furtherThreads.forEach(further -> further.join().ifPresent(results::add));
    Throwable thrown = failure.get();
    if (thrown != null) {
      Throwables.throwIfUnchecked(thrown);
      throw new UndeclaredThrowableException(thrown);
    }
    return results.stream().reduce(merge).orElseThrow();
  }

  /** What one further thread does, if the executor starts it before everything is done. */
  private final class FurtherThread implements Runnable {

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Optional<T>> done = new CompletableFuture<>();

    @Override
    public void run() {
      if (claimed.compareAndSet(false, true)) {
        done.complete(attempt());
      }
    }

    /** Its result; empty if it never began, and then it never will, or has failed. */
    Optional<T> join() {
      return claimed.compareAndSet(false, true) ? Optional.empty() : done.join();
    }
  }

  /** Works until no school is left. Whatever is thrown is noted, so that nobody waits for ever. */
  private Optional<T> attempt() {
    try {
      T result = newResult.get();
      work(result);
      return Optional.of(result);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
      return Optional.empty();
    }
  }

  private void work(T result) {
    for (int i = nextSchool.getAndIncrement();
        i < schools.size();
        i = nextSchool.getAndIncrement()) {
      checkStopped();
      SchoolId school = schools.get(i);
      int[] since = {0};
      gate.look(
          Operation.SEE_REPORTS,
          school,
          (reader, count) -> {
            scope.checkClass(reader);
            sweep.sweep(
                result,
                reader,
                school,
                record -> {
                  checkStopped();
                  count.add(1);
                  if (++since[0] == PROGRESS_EVERY) {
                    since[0] = 0;
                    progress(PROGRESS_EVERY, 0);
                  }
                });
            return result;
          });
      progress(since[0], 1);
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
