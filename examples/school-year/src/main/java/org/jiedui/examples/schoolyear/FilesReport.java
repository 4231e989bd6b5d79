package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.CareDesk;
import org.jiedui.child.ContactCard;
import org.jiedui.child.FileField;
import org.jiedui.child.FileSummary;
import org.jiedui.child.Finding;
import org.jiedui.child.FindingKind;
import org.jiedui.child.LawArticle;
import org.jiedui.id.ChildId;
import org.jiedui.intake.ContactCardCsv;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/**
 * What the files of a school's children lack, what is found about their families, and their contact
 * cards. On the terminal children stand by their student numbers alone.
 */
final class FilesReport {

  private final SchoolText text;
  private final FileSummary gaps;
  private final ImmutableListMultimap<ChildId, Finding> findings;
  private final ImmutableList<ContactCard> cards;

  private FilesReport(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    this.text = text;
    this.gaps = desk.files().gapsOfAll(school.id(), viewpoint);
    this.findings = desk.files().findingsOfAll(school.id(), viewpoint);
    this.cards = desk.files().cards(school.id(), Optional.empty(), viewpoint.asOf());
  }

  /**
   * Checks a school's files.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look; cards are of its as-of day, with all that is
   *     known
   * @param text how it writes
   * @return the report
   */
  static FilesReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    return new FilesReport(desk, school, viewpoint, text);
  }

  /** Returns the gaps and the findings for a terminal. */
  String text() {
    return gapsText() + findingsText();
  }

  private String gapsText() {
    TextTable table =
        new TextTable(1, text.of(Wording.of("缺项", "missing"), Wording.of("学生人数", "children")));
    for (Map.Entry<FileField, Integer> gap : gaps.counts().entrySet()) {
      table.add(ImmutableList.of(text.of(gap.getKey().wording()), String.valueOf(gap.getValue())));
    }
    return text.format(
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
                    .thenComparing(each -> text.studentNumber(each.getKey())))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    each -> each.getValue().kind(), each -> each));
    StringBuilder out = new StringBuilder();
    out.append(
        text.format(
            Wording.of(
                "\n四、监护情况提示（对照未成年人保护法，共 %d 项，请核实）\n",
                "\n4. Found about families (by the Law on the Protection of Minors: %d, to be"
                    + " looked into)\n"),
            findings.size()));
    byKind.asMap().forEach((kind, each) -> out.append(ofKind(kind, each)));
    return out.toString();
  }

  private String ofKind(FindingKind kind, Collection<Map.Entry<ChildId, Finding>> found) {
    LawArticle article = kind.article();
    TextTable table =
        new TextTable(2, text.of(Wording.of("学籍号", "student"), Wording.of("起始日", "since")));
    found.forEach(
        each ->
            table.add(
                ImmutableList.of(
                    text.studentNumber(each.getKey()), each.getValue().since().toString())));
    return text.format(
            Wording.of("\n第 %s 条：%s（%d 人）\n", "\nArt. %s: %s (%d)\n"),
            article.article(),
            text.of(found.iterator().next().getValue().wording()),
            found.size())
        + table;
  }

  /** Returns the contact cards for people, the headings first. */
  List<ImmutableList<String>> cardRows() {
    return ContactCardCsv.rows(cards);
  }
}
