package org.jiedui.rule;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What two states of a rule, or of a version of it, can differ in. */
public enum RuleField implements Coded {
  /** The title. */
  TITLE("title", Wording.of("名称", "title")),
  /** The text it comes from. */
  SOURCE("source", Wording.of("依据", "source")),
  /** The article of that text. */
  ARTICLE("article", Wording.of("条款", "article")),
  /** The day of the version of that text. */
  TEXT_OF("text-of", Wording.of("文本日期", "day of the text")),
  /** Whether somebody has found the rule in that text. */
  VERIFIED("verified", Wording.of("已核实", "verified")),
  /** The last day of a version. */
  VALID_UNTIL("valid-until", Wording.of("失效日期", "last day")),
  /** For which children. */
  SCOPE("scope", Wording.of("适用", "scope")),
  /** Who makes the contact, and whose duty it is first. */
  MADE_BY("made-by", Wording.of("联系人", "made by")),
  /** Whom the contact reaches. */
  WITH("with", Wording.of("联系对象", "with")),
  /** How the contact is made. */
  CHANNELS("channels", Wording.of("方式", "channels")),
  /** How often. */
  CADENCE("cadence", Wording.of("频次", "cadence")),
  /** How many contacts a window needs. */
  TIMES("times", Wording.of("次数", "times")),
  /** Whether it rests in the holidays. */
  SEASON("season", Wording.of("时段", "season")),
  /** How much of a window a child must be in scope. */
  COVERAGE("coverage", Wording.of("覆盖", "coverage")),
  /** How many days after the deadline a contact still counts. */
  GRACE("grace", Wording.of("宽限天数", "days of grace"));

  private final String code;
  private final Wording wording;

  RuleField(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /** Whether it belongs to a rule as a whole, not to a version of it. */
  boolean isOfRule() {
    return compareTo(VALID_UNTIL) < 0;
  }

  /** What stands in this field of a rule, if anything does. */
  Optional<Wording> of(ContactRule rule) {
    Provenance provenance = rule.provenance();
    return switch (this) {
      case TITLE -> Optional.of(rule.title());
      case SOURCE -> same(provenance.source());
      case ARTICLE -> provenance.article().flatMap(RuleField::same);
      case TEXT_OF -> provenance.textOf().map(LocalDate::toString).flatMap(RuleField::same);
      case VERIFIED ->
          Optional.of(provenance.verified() ? Wording.of("是", "yes") : Wording.of("否", "no"));
      default -> throw new IllegalStateException(code + " is not a field of a rule");
    };
  }

  /** What stands in this field of a version, if anything does. */
  Optional<Wording> of(RuleVersion version) {
    return switch (this) {
      case VALID_UNTIL -> version.validUntil().map(LocalDate::toString).flatMap(RuleField::same);
      case SCOPE -> same(version.scope().text());
      case MADE_BY -> words(version.pattern().madeBy());
      // Their order means nothing.
      case WITH -> words(ImmutableSortedSet.copyOf(version.pattern().with()));
      case CHANNELS -> words(ImmutableSortedSet.copyOf(version.pattern().channels()));
      case CADENCE -> same(version.cadence().text());
      case TIMES -> same(String.valueOf(version.times()));
      case SEASON -> Optional.of(version.season().wording());
      case COVERAGE -> Optional.of(version.coverage().wording());
      case GRACE -> same(String.valueOf(version.graceDays()));
      default -> throw new IllegalStateException(code + " is not a field of a version");
    };
  }

  private static Optional<Wording> same(String text) {
    return Optional.of(Wording.of(text, text));
  }

  private static Optional<Wording> words(Collection<? extends Coded> all) {
    return Optional.of(
        Wording.of(
            joined(all, "、", each -> each.wording().chinese()),
            joined(all, ", ", each -> each.wording().english())));
  }

  private static String joined(
      Collection<? extends Coded> all, String separator, Function<Coded, String> word) {
    return all.stream().map(word).collect(joining(separator));
  }
}
