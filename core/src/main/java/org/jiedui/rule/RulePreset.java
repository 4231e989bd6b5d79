package org.jiedui.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;

/**
 * A rule as a law, a locality or a school asks for it, before a school has said from when on.
 *
 * <p>What it does not name is as usual: one contact a window, coverage half, no grace, no last day.
 *
 * <p>Immutable.
 *
 * @param id the identifier of the rules made of it
 * @param title what people call it
 * @param provenance where it comes from, and whether somebody found it there
 * @param scope for which children in care
 * @param pattern which contacts it accepts, whose duty it is first at the front
 * @param cadence how often
 * @param season whether it rests in the holidays, where the cadence uses it
 * @param onByDefault whether {@link RulePresets#defaults} has it
 */
public record RulePreset(
    RuleId id,
    Wording title,
    Provenance provenance,
    Scope scope,
    ContactPattern pattern,
    Cadence cadence,
    Season season,
    boolean onByDefault) {

  /**
   * Creates a preset.
   *
   * @param id the identifier of the rules made of it
   * @param title what people call it
   * @param provenance where it comes from, and whether somebody found it there
   * @param scope for which children in care
   * @param pattern which contacts it accepts, whose duty it is first at the front
   * @param cadence how often
   * @param season whether it rests in the holidays, where the cadence uses it
   * @param onByDefault whether {@link RulePresets#defaults} has it
   */
  public RulePreset {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(provenance, "provenance");
    requireNonNull(scope, "scope");
    requireNonNull(pattern, "pattern");
    requireNonNull(cadence, "cadence");
    requireNonNull(season, "season");
  }

  /**
   * Returns the rule of a school that follows this preset.
   *
   * @param validFrom the first day on which it is in force
   * @return a rule with one version
   */
  public ContactRule toRule(LocalDate validFrom) {
    RuleVersion version =
        RuleVersion.from(validFrom)
            .scope(scope)
            .pattern(pattern)
            .cadence(cadence)
            .season(season)
            .build();
    return ContactRule.of(id, title, provenance, ImmutableList.of(version));
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "RulePreset[" + id + "]";
  }
}
