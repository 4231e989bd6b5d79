package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.text.Coded;
import org.jiedui.text.FormulaGuard;

/**
 * The text form of a rule book: a table that an office program opens, and that {@link
 * Intake#ruleBook} reads back to an equal book.
 *
 * <p>It is CSV as RFC 4180 describes it: cells between commas, lines that end in CR LF, and quotes
 * around a cell with a comma, a quote or a line break. A host that stores it encodes it as UTF-8.
 *
 * <ul>
 *   <li>The first line has the headings {@link #COLUMNS}: the names of the fields of {@link
 *       RuleDraft}. Reading takes them in any order; those of fields that a draft may leave empty
 *       may be missing.
 *   <li>Each further line is a version of a rule. The rules stand in the order of the book, the
 *       versions of a rule by their first days, and the parties and channels in the order of their
 *       sets, whose duty it is first at the front. What the versions of a rule share (title and
 *       provenance) stands in every line; if somebody changes it in one, the last line counts.
 *   <li>A cell that an office program could take for a formula has an apostrophe in front, which
 *       reading takes away, see {@link FormulaGuard}: a title that begins with an equals sign is a
 *       title like others.
 * </ul>
 *
 * <p>Example:
 *
 * <pre>
 * id,titleChinese,titleEnglish,madeBy,with,channels,cadence,times,season,coverage,graceDays,scope,…
 * home-visit,家访,Home visit,homeroom-teacher,child;carer,home-visit,"term-start,term-end",1,term,…
 * </pre>
 */
public final class RuleBookCsv {

  private static final ImmutableMap<String, Function<RuleDraft, String>> FIELDS =
      ImmutableMap.<String, Function<RuleDraft, String>>builder()
          .put("id", RuleDraft::id)
          .put("titleChinese", RuleDraft::titleChinese)
          .put("titleEnglish", RuleDraft::titleEnglish)
          .put("madeBy", RuleDraft::madeBy)
          .put("with", RuleDraft::with)
          .put("channels", RuleDraft::channels)
          .put("cadence", RuleDraft::cadence)
          .put("times", RuleDraft::times)
          .put("season", RuleDraft::season)
          .put("coverage", RuleDraft::coverage)
          .put("graceDays", RuleDraft::graceDays)
          .put("scope", RuleDraft::scope)
          .put("source", RuleDraft::source)
          .put("article", RuleDraft::article)
          .put("textOf", RuleDraft::textOf)
          .put("verified", RuleDraft::verified)
          .put("validFrom", RuleDraft::validFrom)
          .put("validUntil", RuleDraft::validUntil)
          .buildOrThrow();

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = FIELDS.keySet().asList();

  /** Those without which no version can be read. */
  private static final ImmutableSet<String> NEEDED =
      ImmutableSet.of(
          "id",
          "titleChinese",
          "titleEnglish",
          "madeBy",
          "with",
          "channels",
          "cadence",
          "source",
          "validFrom");

  private static final DraftTable<RuleDraft> TABLE =
      new DraftTable<>(
          COLUMNS,
          ImmutableMap.of(),
          NEEDED,
          f ->
              new RuleDraft(
                  f.apply("id"),
                  f.apply("titleChinese"),
                  f.apply("titleEnglish"),
                  f.apply("madeBy"),
                  f.apply("with"),
                  f.apply("channels"),
                  f.apply("cadence"),
                  f.apply("times"),
                  f.apply("season"),
                  f.apply("coverage"),
                  f.apply("graceDays"),
                  f.apply("scope"),
                  f.apply("source"),
                  f.apply("article"),
                  f.apply("textOf"),
                  f.apply("verified"),
                  f.apply("validFrom"),
                  f.apply("validUntil")));

  private RuleBookCsv() {}

  /**
   * Writes a rule book.
   *
   * @param book the book
   * @return its text form, the last line ended too
   */
  public static String write(RuleBook book) {
    Stream<RuleDraft> versions =
        book.rules().stream()
            .flatMap(rule -> rule.versions().stream().map(version -> draft(rule, version)));
    return TABLE.write(
        versions.map(
            draft ->
                FIELDS.values().stream()
                    .map(field -> field.apply(draft))
                    .collect(toImmutableList())));
  }

  private static RuleDraft draft(ContactRule rule, RuleVersion version) {
    Provenance provenance = rule.provenance();
    return new RuleDraft(
        rule.id().value(),
        rule.title().chinese(),
        rule.title().english(),
        codes(version.pattern().madeBy()),
        codes(version.pattern().with()),
        codes(version.pattern().channels()),
        version.cadence().text(),
        String.valueOf(version.times()),
        version.season().code(),
        version.coverage().code(),
        String.valueOf(version.graceDays()),
        version.scope().text(),
        provenance.source(),
        provenance.article().orElse(""),
        provenance.textOf().map(LocalDate::toString).orElse(""),
        (provenance.verified() ? YesNo.YES : YesNo.NO).code(),
        version.validFrom().toString(),
        version.validUntil().map(LocalDate::toString).orElse(""));
  }

  private static String codes(Collection<? extends Coded> words) {
    return words.stream().map(Coded::code).collect(joining(";"));
  }

  /** Reads a text as far as it is a table; what its cells say is not looked at yet. */
  static DraftTable.Table<RuleDraft> read(String text) {
    return TABLE.read(text);
  }
}
