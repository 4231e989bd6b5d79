package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final CharMatcher BYTE_ORDER_MARK = CharMatcher.is('\uFEFF');

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
    Stream<ImmutableList<String>> lines =
        versions.map(
            draft ->
                FIELDS.values().stream()
                    .map(field -> FormulaGuard.guard(field.apply(draft)))
                    .collect(toImmutableList()));
    return Stream.concat(Stream.of(COLUMNS), lines)
        .map(cells -> FORMAT.format(cells.toArray()) + FORMAT.getRecordSeparator())
        .collect(joining());
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

  /**
   * The rows of a text that could be told apart.
   *
   * @param rows the versions, by row
   * @param violations what is wrong with the table itself: with its headings, or the cells of a row
   */
  record Table(ImmutableList<DraftRow<RuleDraft>> rows, ImmutableList<Violation> violations) {}

  /** Reads a text as far as it is a table; what its cells say is not looked at yet. */
  static Table read(String text) {
    ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(BYTE_ORDER_MARK.trimLeadingFrom(text), FORMAT)) {
      for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); line++) {
        lines.add(ImmutableList.copyOf(records.next().toList()));
      }
    } catch (IOException | UncheckedIOException e) {
      violations.add(Violation.of(line, "", DraftRule.NOT_A_TABLE));
    }
    return table(lines.build(), violations);
  }

  private static Table table(
      ImmutableList<ImmutableList<String>> lines, ImmutableList.Builder<Violation> violations) {
    ImmutableList<String> headings =
        lines.isEmpty()
            ? ImmutableList.of()
            : lines.get(0).stream().map(String::strip).collect(toImmutableList());
    ImmutableList<Violation> ofHeadings = ofHeadings(headings);
    violations.addAll(ofHeadings);
    ImmutableList.Builder<DraftRow<RuleDraft>> rows = ImmutableList.builder();
    for (int i = 1; ofHeadings.isEmpty() && i < lines.size(); i++) {
      ImmutableList<String> cells = lines.get(i);
      int row = i + 1;
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (cells.size() == headings.size()) {
        rows.add(new DraftRow<>(row, draft(headings, cells)));
      } else {
        DraftRule rule =
            cells.size() > headings.size() ? DraftRule.TOO_MANY_CELLS : DraftRule.TOO_FEW_CELLS;
        violations.add(Violation.of(row, "", rule, cells.size(), headings.size()));
      }
    }
    return new Table(rows.build(), violations.build());
  }

  private static ImmutableList<Violation> ofHeadings(ImmutableList<String> headings) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      if (!FIELDS.containsKey(heading)) {
        // Whatever stands there may be personal: somebody chose the wrong file.
        violations.add(Violation.of(1, "", DraftRule.UNKNOWN_COLUMN, i + 1));
      } else if (headings.indexOf(heading) < i) {
        violations.add(Violation.of(1, heading, DraftRule.REPEATED_COLUMN, i + 1));
      }
    }
    for (String needed : NEEDED) {
      if (!headings.contains(needed)) {
        violations.add(Violation.of(1, needed, DraftRule.MISSING_COLUMN));
      }
    }
    return violations.build();
  }

  private static RuleDraft draft(ImmutableList<String> headings, ImmutableList<String> cells) {
    Map<String, String> byField = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byField.put(headings.get(i), FormulaGuard.undo(cells.get(i)));
    }
    Function<String, String> cell = field -> byField.getOrDefault(field, "");
    return new RuleDraft(
        cell.apply("id"),
        cell.apply("titleChinese"),
        cell.apply("titleEnglish"),
        cell.apply("madeBy"),
        cell.apply("with"),
        cell.apply("channels"),
        cell.apply("cadence"),
        cell.apply("times"),
        cell.apply("season"),
        cell.apply("coverage"),
        cell.apply("graceDays"),
        cell.apply("scope"),
        cell.apply("source"),
        cell.apply("article"),
        cell.apply("textOf"),
        cell.apply("verified"),
        cell.apply("validFrom"),
        cell.apply("validUntil"));
  }
}
