package org.jiedui.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.id.RuleId;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What differs between two rule books: which rules and versions were added, removed or changed, and
 * in which fields.
 *
 * <p>Rules are the same by their id, versions of a rule by their first day; a version that begins
 * on another day is one removed and one added. Nothing differs exactly if the books are equal.
 *
 * <p>Example: {@code RuleBookDiff.between(before, after).wordings()} is, in English, {@code [rule
 * carer-talk (Monthly talk with the carer): version from 2026-02-24 added: …]}.
 *
 * <p>Immutable.
 *
 * @param rules the rules that differ: those of the first book in its order, then those added
 * @param reordered whether the rules that both books have stand in another order
 */
public record RuleBookDiff(ImmutableList<RuleChange> rules, boolean reordered) {

  private static final ImmutableList<RuleField> RULE_FIELDS =
      Arrays.stream(RuleField.values()).filter(RuleField::isOfRule).collect(toImmutableList());
  private static final ImmutableList<RuleField> VERSION_FIELDS =
      Arrays.stream(RuleField.values())
          .filter(field -> !field.isOfRule())
          .collect(toImmutableList());

  /**
   * Creates a difference.
   *
   * @param rules the rules that differ: those of the first book in its order, then those added
   * @param reordered whether the rules that both books have stand in another order
   */
  public RuleBookDiff {
    requireNonNull(rules, "rules");
  }

  /** What became of a rule or a version. */
  public enum Kind implements Coded {
    /** The second book alone has it. */
    ADDED("added", Wording.of("新增", "added")),
    /** The first book alone has it. */
    REMOVED("removed", Wording.of("删除", "removed")),
    /** Both have it, and it differs. */
    CHANGED("changed", Wording.of("改动", "changed"));

    private final String code;
    private final Wording wording;

    Kind(String code, Wording wording) {
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
  }

  /**
   * A field that differs.
   *
   * <p>Immutable.
   *
   * @param field the field
   * @param before what stood in it, if anything did
   * @param after what stands in it, if anything does
   */
  public record FieldChange(RuleField field, Optional<Wording> before, Optional<Wording> after) {

    private static final Wording NOTHING = Wording.of("无", "none");

    /**
     * Creates a change of a field.
     *
     * @param field the field
     * @param before what stood in it, if anything did
     * @param after what stands in it, if anything does
     */
    public FieldChange {
      requireNonNull(field, "field");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    /**
     * Returns it in words.
     *
     * @return for instance {@code times 1 → 2}
     */
    public Wording wording() {
      return inBoth(
          language ->
              language.apply(field.wording())
                  + " "
                  + language.apply(before.orElse(NOTHING))
                  + " → "
                  + language.apply(after.orElse(NOTHING)));
    }

    /** The field and the only value that it has, where the other book has no such thing. */
    private Wording only() {
      return inBoth(
          language ->
              language.apply(field.wording())
                  + " "
                  + language.apply(after.or(() -> before).orElse(NOTHING)));
    }
  }

  /**
   * A version of a rule that differs.
   *
   * <p>Immutable.
   *
   * @param validFrom its first day
   * @param kind what became of it
   * @param fields the fields that differ; of a version added or removed, all that have a value
   */
  public record VersionChange(LocalDate validFrom, Kind kind, ImmutableList<FieldChange> fields) {

    /**
     * Creates a change of a version.
     *
     * @param validFrom its first day
     * @param kind what became of it
     * @param fields the fields that differ; of a version added or removed, all that have a value
     */
    public VersionChange {
      requireNonNull(validFrom, "validFrom");
      requireNonNull(kind, "kind");
      requireNonNull(fields, "fields");
    }

    /**
     * Returns it in words.
     *
     * @return for instance {@code version from 2026-02-24 changed: times 1 → 2; days of grace 0 →
     *     3}
     */
    public Wording wording() {
      ImmutableList<Wording> parts =
          fields.stream()
              .map(field -> kind == Kind.CHANGED ? field.wording() : field.only())
              .collect(toImmutableList());
      return Wording.of(
          kind.wording().chinese()
              + "自 "
              + validFrom
              + " 起的版本："
              + parts.stream().map(Wording::chinese).collect(joining("；")),
          "version from "
              + validFrom
              + " "
              + kind.wording().english()
              + ": "
              + parts.stream().map(Wording::english).collect(joining("; ")));
    }
  }

  /**
   * A rule that differs.
   *
   * <p>Immutable.
   *
   * @param rule the rule
   * @param title what people call it; in the second book, if that has it
   * @param kind what became of it
   * @param fields the fields of the rule as a whole that differ; of a rule added or removed, all
   *     that have a value
   * @param versions its versions that differ, by first day; of a rule added or removed, all
   */
  public record RuleChange(
      RuleId rule,
      Wording title,
      Kind kind,
      ImmutableList<FieldChange> fields,
      ImmutableList<VersionChange> versions) {

    /**
     * Creates a change of a rule.
     *
     * @param rule the rule
     * @param title what people call it; in the second book, if that has it
     * @param kind what became of it
     * @param fields the fields of the rule as a whole that differ; of a rule added or removed, all
     *     that have a value
     * @param versions its versions that differ, by first day; of a rule added or removed, all
     */
    public RuleChange {
      requireNonNull(rule, "rule");
      requireNonNull(title, "title");
      requireNonNull(kind, "kind");
      requireNonNull(fields, "fields");
      requireNonNull(versions, "versions");
    }

    /**
     * Returns it in words, each beginning with the rule.
     *
     * @return one for a rule added or removed as a whole, one for the changed fields of the rule,
     *     and one for each version that differs
     */
    public ImmutableList<Wording> wordings() {
      ImmutableList.Builder<Wording> own = ImmutableList.builder();
      if (kind != Kind.CHANGED) {
        own.add(kind.wording());
      } else if (!fields.isEmpty()) {
        own.add(
            Wording.of(
                fields.stream().map(field -> field.wording().chinese()).collect(joining("；")),
                fields.stream().map(field -> field.wording().english()).collect(joining("; "))));
      }
      return Stream.concat(own.build().stream(), versions.stream().map(VersionChange::wording))
          .map(
              what ->
                  Wording.of(
                      "规则 " + rule + "（" + title.chinese() + "）：" + what.chinese(),
                      "rule " + rule + " (" + title.english() + "): " + what.english()))
          .collect(toImmutableList());
    }
  }

  /**
   * Compares two books.
   *
   * @param before the first book
   * @param after the second book
   * @return what differs
   */
  public static RuleBookDiff between(RuleBook before, RuleBook after) {
    ImmutableList.Builder<RuleChange> rules = ImmutableList.builder();
    for (ContactRule rule : before.rules()) {
      Optional<ContactRule> there = after.find(rule.id());
      if (!there.equals(Optional.of(rule))) {
        rules.add(change(Optional.of(rule), there));
      }
    }
    for (ContactRule rule : after.rules()) {
      if (before.find(rule.id()).isEmpty()) {
        rules.add(change(Optional.empty(), Optional.of(rule)));
      }
    }
    boolean reordered = !common(before, after).equals(common(after, before));
    return new RuleBookDiff(rules.build(), reordered);
  }

  /** The rules of a book that another has too, in its own order. */
  private static ImmutableList<RuleId> common(RuleBook book, RuleBook other) {
    return book.rules().stream()
        .map(ContactRule::id)
        .filter(id -> other.find(id).isPresent())
        .collect(toImmutableList());
  }

  private static RuleChange change(Optional<ContactRule> before, Optional<ContactRule> after) {
    Map<LocalDate, RuleVersion> versionsBefore = byFirstDay(before);
    Map<LocalDate, RuleVersion> versionsAfter = byFirstDay(after);
    ImmutableList.Builder<VersionChange> versions = ImmutableList.builder();
    for (LocalDate day :
        Stream.of(versionsBefore, versionsAfter)
            .flatMap(each -> each.keySet().stream())
            .collect(toImmutableSortedSet(Comparator.naturalOrder()))) {
      Optional<RuleVersion> versionBefore = Optional.ofNullable(versionsBefore.get(day));
      Optional<RuleVersion> versionAfter = Optional.ofNullable(versionsAfter.get(day));
      if (!versionBefore.equals(versionAfter)) {
        versions.add(
            new VersionChange(
                day,
                kind(versionBefore, versionAfter),
                fields(VERSION_FIELDS, versionBefore, versionAfter, RuleField::of)));
      }
    }
    ContactRule named = after.or(() -> before).orElseThrow();
    return new RuleChange(
        named.id(),
        named.title(),
        kind(before, after),
        fields(RULE_FIELDS, before, after, RuleField::of),
        versions.build());
  }

  private static Map<LocalDate, RuleVersion> byFirstDay(Optional<ContactRule> rule) {
    return Maps.uniqueIndex(
        rule.map(ContactRule::versions).orElse(ImmutableList.of()), RuleVersion::validFrom);
  }

  private static Kind kind(Optional<?> before, Optional<?> after) {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  private static <T> ImmutableList<FieldChange> fields(
      List<RuleField> fields,
      Optional<T> before,
      Optional<T> after,
      BiFunction<RuleField, T, Optional<Wording>> value) {
    return fields.stream()
        .map(
            field ->
                new FieldChange(
                    field,
                    before.flatMap(it -> value.apply(field, it)),
                    after.flatMap(it -> value.apply(field, it))))
        .filter(change -> !change.before().equals(change.after()))
        .collect(toImmutableList());
  }

  private static Wording inBoth(Function<Function<Wording, String>, String> text) {
    return Wording.of(text.apply(Wording::chinese), text.apply(Wording::english));
  }

  /**
   * Whether nothing differs.
   *
   * @return true if the books are equal
   */
  public boolean isEmpty() {
    return rules.isEmpty() && !reordered;
  }

  /**
   * Returns what differs in words, a line each.
   *
   * @return the lines in the order of {@link #rules()}, then one if the order differs; none if
   *     nothing does
   */
  public ImmutableList<Wording> wordings() {
    ImmutableList.Builder<Wording> lines = ImmutableList.builder();
    rules.forEach(rule -> lines.addAll(rule.wordings()));
    if (reordered) {
      lines.add(Wording.of("规则的次序有变", "the rules stand in another order"));
    }
    return lines.build();
  }
}
