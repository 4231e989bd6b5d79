package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.CareDesk;
import org.jiedui.child.Child;
import org.jiedui.child.ContactCard;
import org.jiedui.child.FileField;
import org.jiedui.child.FileSummary;
import org.jiedui.child.Finding;
import org.jiedui.child.FindingKind;
import org.jiedui.child.LawArticle;
import org.jiedui.id.ChildId;
import org.jiedui.intake.ContactCardCsv;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/**
 * What the files of a school's children lack, what is found about their families, and their contact
 * cards. On the terminal children stand by their student numbers alone.
 */
final class FilesReport {

  private final Locale locale;
  private final FileSummary gaps;
  private final ImmutableListMultimap<ChildId, Finding> findings;
  private final ImmutableList<ContactCard> cards;
  private final ImmutableMap<ChildId, StudentNumber> numbers;

  private FilesReport(CareDesk desk, School school, Viewpoint viewpoint, Locale locale) {
    this.locale = locale;
    this.gaps = desk.files().gapsOfAll(school.id(), viewpoint);
    this.findings = desk.files().findingsOfAll(school.id(), viewpoint);
    this.cards = desk.files().cards(school.id(), Optional.empty(), viewpoint.asOf());
    this.numbers =
        desk.children().page(school.id(), Optional.empty(), Integer.MAX_VALUE).stream()
            .collect(toImmutableMap(Child::id, Child::studentNumber));
  }

  /**
   * Checks a school's files.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look; cards are of its as-of day, with all that is
   *     known
   * @param locale the reader's locale
   * @return the report
   */
  static FilesReport of(CareDesk desk, School school, Viewpoint viewpoint, Locale locale) {
    return new FilesReport(desk, school, viewpoint, locale);
  }

  /** Returns the gaps and the findings for a terminal. */
  String text() {
    return gapsText() + findingsText();
  }

  private String gapsText() {
    TextTable table =
        new TextTable(1, words(Wording.of("缺项", "missing"), Wording.of("学生人数", "children")));
    for (Map.Entry<FileField, Integer> gap : gaps.counts().entrySet()) {
      table.add(
          ImmutableList.of(gap.getKey().wording().in(locale), String.valueOf(gap.getValue())));
    }
    return format(
            Wording.of(
                "\n三、档案缺项（在档 %d 份，齐全 %d 份）\n\n", "\n3. Gaps in files (%d files, %d complete)\n\n"),
            gaps.files().size(),
            gaps.complete())
        + table;
  }

  private String findingsText() {
    ImmutableListMultimap<FindingKind, Map.Entry<ChildId, Finding>> byKind =
        findings.entries().stream()
            .sorted(
                Comparator.comparing((Map.Entry<ChildId, Finding> each) -> each.getValue().kind())
                    .thenComparing(each -> number(each.getKey())))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    each -> each.getValue().kind(), each -> each));
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            Wording.of(
                "\n四、监护情况提示（对照未成年人保护法，共 %d 项，请核实）\n",
                "\n4. Found about families (by the Law on the Protection of Minors: %d, to be"
                    + " looked into)\n"),
            findings.size()));
    byKind.asMap().forEach((kind, each) -> text.append(ofKind(kind, each)));
    return text.toString();
  }

  private String ofKind(FindingKind kind, Collection<Map.Entry<ChildId, Finding>> found) {
    LawArticle article = kind.article();
    TextTable table =
        new TextTable(2, words(Wording.of("学籍号", "student"), Wording.of("起始日", "since")));
    found.forEach(
        each ->
            table.add(ImmutableList.of(number(each.getKey()), each.getValue().since().toString())));
    return format(
            Wording.of("\n第 %s 条：%s（%d 人）\n", "\nArt. %s: %s (%d)\n"),
            article.article(),
            found.iterator().next().getValue().wording().in(locale),
            found.size())
        + table;
  }

  private String number(ChildId child) {
    StudentNumber number = numbers.get(child);
    return number == null ? child.value() : number.text();
  }

  /** Returns the contact cards for people, the headings first. */
  List<ImmutableList<String>> cardRows() {
    return ContactCardCsv.rows(cards);
  }

  private ImmutableList<String> words(Wording... wordings) {
    return ImmutableList.copyOf(wordings).stream()
        .map(wording -> wording.in(locale))
        .collect(toImmutableList());
  }

  private String format(Wording wording, Object... parts) {
    return String.format(Locale.ROOT, wording.in(locale), parts);
  }
}
