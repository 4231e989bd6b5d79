package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for from a day on.
 *
 * <p>A version is valid until the day before the next version of its rule, or until its own last
 * day.
 *
 * <pre>{@code
 * RuleVersion monthly =
 *     RuleVersion.from(LocalDate.of(2025, 9, 1))
 *         .pattern(ContactPattern.of(List.of(Party.CHILD), List.of(Party.FATHER), List.of(Channel.CALL)))
 *         .cadence(Cadence.parse("P1M"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param validFrom the first day
 * @param validUntil the last day, included, if it has one of its own
 * @param scope for which children in care
 * @param pattern which contacts it accepts
 * @param cadence how often
 * @param times how many matching contacts a window needs, 1 to 366
 * @param season whether it rests in the holidays
 * @param coverage how much of a window a child must be in scope
 * @param graceDays how many calendar days after the deadline a contact still counts as late, 0 to
 *     366
 */
public record RuleVersion(
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    Scope scope,
    ContactPattern pattern,
    Cadence cadence,
    int times,
    Season season,
    Coverage coverage,
    int graceDays) {

  private static final int MAX = 366;

  /**
   * Creates a version.
   *
   * @param validFrom the first day
   * @param validUntil the last day, included, if it has one of its own
   * @param scope for which children in care
   * @param pattern which contacts it accepts
   * @param cadence how often
   * @param times how many matching contacts a window needs, 1 to 366
   * @param season whether it rests in the holidays
   * @param coverage how much of a window a child must be in scope
   * @param graceDays how many calendar days after the deadline a contact still counts as late, 0 to
   *     366
   * @throws IllegalArgumentException if a day is not in years 1 to 9999, the last day is before the
   *     first, times or grace are out of bounds, or a rolling version asks for more than one
   *     contact or has a grace of its length or more
   */
  public RuleVersion {
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(scope, "scope");
    requireNonNull(pattern, "pattern");
    requireNonNull(cadence, "cadence");
    requireNonNull(season, "season");
    requireNonNull(coverage, "coverage");
    Written.check(validFrom, "valid from");
    validUntil.ifPresent(day -> Written.check(day, "valid until"));
    checkArgument(
        validUntil.isEmpty() || !validUntil.get().isBefore(validFrom),
        "valid from (%s) must not be after valid until (%s)",
        validFrom,
        validUntil.orElse(null));
    checkArgument(times >= 1 && times <= MAX, "times (%s) must be 1 to 366", times);
    checkArgument(graceDays >= 0 && graceDays <= MAX, "grace (%s) must be 0 to 366", graceDays);
    if (cadence instanceof Cadence.Rolling rolling) {
      checkArgument(
          times == 1, "times (%s) must be 1 for the rolling cadence %s", times, cadence.text());
      checkArgument(
          graceDays < rolling.days(),
          "grace (%s) must be less than %s for the rolling cadence %s",
          graceDays,
          rolling.days(),
          cadence.text());
    }
  }

  /**
   * Returns a builder of a version with the usual settings: for all children in care, one contact a
   * window, in term, coverage half, no grace.
   *
   * @param validFrom the first day
   * @return the builder
   */
  public static Builder from(LocalDate validFrom) {
    return new Builder(validFrom);
  }

  /**
   * Whether a later version goes on with the windows of this one: it changes neither the cadence
   * nor the scope nor, where the cadence uses it, the season.
   *
   * @param next the later version
   * @return false if it starts afresh
   */
  public boolean isContinuedBy(RuleVersion next) {
    return cadence.equals(next.cadence)
        && scope.text().equals(next.scope.text())
        && (!cadence.usesSeason() || season == next.season);
  }

  /** Whether this is another version, but that it may have got a last day. */
  boolean endsLike(RuleVersion other) {
    return equals(
        new RuleVersion(
            other.validFrom,
            validUntil,
            other.scope,
            other.pattern,
            other.cadence,
            other.times,
            other.season,
            other.coverage,
            other.graceDays));
  }

  /** Gathers the parts of a version; not thread-safe. */
  public static final class Builder {

    private final LocalDate validFrom;
    private Optional<LocalDate> validUntil = Optional.empty();
    private Scope scope = Scope.all();
    private @Nullable ContactPattern pattern;
    private @Nullable Cadence cadence;
    private int times = 1;
    private Season season = Season.TERM;
    private Coverage coverage = Coverage.HALF;
    private int graceDays;

    private Builder(LocalDate validFrom) {
      this.validFrom = validFrom;
    }

    /**
     * Sets the last day.
     *
     * @param last the last day, included
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder until(LocalDate last) {
      this.validUntil = Optional.of(last);
      return this;
    }

    /**
     * Sets for which children.
     *
     * @param which the scope
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder scope(Scope which) {
      this.scope = which;
      return this;
    }

    /**
     * Sets which contacts count.
     *
     * @param accepted the pattern
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder pattern(ContactPattern accepted) {
      this.pattern = accepted;
      return this;
    }

    /**
     * Sets how often.
     *
     * @param often the cadence
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder cadence(Cadence often) {
      this.cadence = often;
      return this;
    }

    /**
     * Sets how many contacts a window needs.
     *
     * @param contacts 1 to 366
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder times(int contacts) {
      this.times = contacts;
      return this;
    }

    /**
     * Sets whether the rule rests in the holidays.
     *
     * @param when the season
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder season(Season when) {
      this.season = when;
      return this;
    }

    /**
     * Sets how much of a window a child must be in scope.
     *
     * @param part the coverage
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder coverage(Coverage part) {
      this.coverage = part;
      return this;
    }

    /**
     * Sets the grace.
     *
     * @param days 0 to 366
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder graceDays(int days) {
      this.graceDays = days;
      return this;
    }

    /**
     * Returns the version.
     *
     * @return the version
     * @throws IllegalStateException if the pattern or the cadence is missing
     * @throws IllegalArgumentException if a rule of {@link RuleVersion} is broken
     */
    public RuleVersion build() {
      checkState(pattern != null, "a rule version needs a pattern of contacts");
      checkState(cadence != null, "a rule version needs a cadence");
      return new RuleVersion(
          validFrom, validUntil, scope, pattern, cadence, times, season, coverage, graceDays);
    }
  }
}
