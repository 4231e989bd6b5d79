package org.jiedui;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import org.jiedui.access.Actor;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.compliance.Evaluator;
import org.jiedui.intake.DraftValidator;
import org.jiedui.intake.Intake;
import org.jiedui.rule.RuleBook;
import org.jiedui.storage.CareStore;

/**
 * The library, opened over a store. Open it once and keep it; {@link #deskOf} is the only way in.
 *
 * <p>The store belongs to the host, which closes it.
 *
 * <p>Thread-safe.
 */
public final class CareOffice {

  /** Schools of a county share rules and calendar, so a few evaluators serve them all. */
  private static final int EVALUATORS = 500;

  private final CareStore store;
  private final OfficeSettings settings;
  private final Intake intake = new Intake(DraftValidator.create());
  private final Cache<EvaluatorKey, Evaluator> evaluators =
      CacheBuilder.newBuilder().maximumSize(EVALUATORS).build();

  private record EvaluatorKey(RuleBook ruleBook, SchoolCalendar calendar) {}

  private CareOffice(CareStore store, OfficeSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * Opens the library over a store.
   *
   * @param store where everything is kept
   * @param settings what the host hands in
   * @return the office
   */
  public static CareOffice open(CareStore store, OfficeSettings settings) {
    return new CareOffice(store, settings);
  }

  /**
   * Returns the desk of somebody whom the host has authenticated.
   *
   * @param actor who works at it
   * @return the desk
   */
  public CareDesk deskOf(Actor actor) {
    return new CareDesk(new Gate(this, actor));
  }

  CareStore store() {
    return store;
  }

  OfficeSettings settings() {
    return settings;
  }

  Intake intake() {
    return intake;
  }

  /**
   * Returns the evaluator of a rule book in a calendar.
   *
   * @throws IllegalArgumentException if they do not fit together
   */
  Evaluator evaluator(RuleBook ruleBook, SchoolCalendar calendar) {
    EvaluatorKey key = new EvaluatorKey(ruleBook, calendar);
    Evaluator cached = evaluators.getIfPresent(key);
    if (cached == null) {
      cached = Evaluator.of(ruleBook, calendar);
      evaluators.put(key, cached);
    }
    return cached;
  }
}
