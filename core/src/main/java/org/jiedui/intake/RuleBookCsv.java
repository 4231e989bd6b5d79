package org.jiedui.intake;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
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
 *       RuleDraft}. Reading takes them in any order, and for each a Chinese one as well: 编号, 名称,
 *       英文名称, 联系人, 联系对象, 方式, 频次, 次数, 时段, 覆盖, 宽限天数, 适用, 依据, 条款, 文本日期, 已核实, 生效日期, 失效日期. Those of
 *       fields that a draft may leave empty may be missing.
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

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = RuleDraft.TABLE.fields();

  private RuleBookCsv() {}

  /**
   * Writes a rule book.
   *
   * @param book the book
   * @return its text form, the last line ended too
   */
  public static String write(RuleBook book) {
    return RuleDraft.TABLE.write(
        book.rules().stream()
            .flatMap(rule -> rule.versions().stream().map(version -> cells(rule, version))));
  }

  private static ImmutableList<String> cells(ContactRule rule, RuleVersion version) {
    Provenance provenance = rule.provenance();
    return ImmutableList.of(
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
        YesNo.of(provenance.verified()).code(),
        version.validFrom().toString(),
        version.validUntil().map(LocalDate::toString).orElse(""));
  }

  private static String codes(Collection<? extends Coded> words) {
    return words.stream().map(Coded::code).collect(joining(";"));
  }
}
