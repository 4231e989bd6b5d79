package org.jiedui.compliance;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jiedui.calendar.Milestone;
import org.jiedui.compliance.Explanation.ExplainedWindow;
import org.jiedui.compliance.Explanation.NotCounted;
import org.jiedui.contact.Contact;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleVersion;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/** Writes an explanation for a reader, in Chinese or English. */
final class ExplanationText {

  private static final Wording UNVERIFIED = Wording.of("未核实", "unverified");

  private final Explanation explanation;
  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  ExplanationText(Explanation explanation, Locale locale) {
    this.explanation = explanation;
    this.locale = locale;
  }

  @Override
  public String toString() {
    text.setLength(0);
    line(
        Wording.of("规则 %s：%s（依据：%s）", "Rule %s: %s (source: %s)"),
        explanation.rule().id(),
        in(explanation.rule().title()),
        source());
    line(
        Wording.of("查看日 %s，知悉日 %s", "As of %s, known on %s"),
        explanation.viewpoint().asOf(),
        explanation.viewpoint().knownOn());
    if (explanation.windows().isEmpty()) {
      line(
          Wording.of(
              "到查看日为止，没有适用的时段。",
              "No window of this rule had begun for this child by the as-of date."));
    }
    explanation.windows().forEach(this::window);
    return text.toString();
  }

  private String source() {
    Provenance provenance = explanation.rule().provenance();
    List<String> parts = new ArrayList<>();
    parts.add(provenance.source() + provenance.article().map(a -> " " + a).orElse(""));
    provenance
        .textOf()
        .ifPresent(day -> parts.add(Wording.of("%s 文本", "text of %s").in(locale).formatted(day)));
    if (!provenance.verified()) {
      parts.add(in(UNVERIFIED));
    }
    return String.join(Wording.of("，", ", ").in(locale), parts);
  }

  private void window(ExplainedWindow explained) {
    JudgedWindow window = explained.window();
    text.append('\n');
    line(
        Wording.of("%s  %s%s：%s", "%s  %s%s: %s"),
        window.days(),
        in(window.verdict().wording()),
        window.settledOn().map(day -> " " + day).orElse(""),
        in(window.ground().wording()));
    version(window, explained.version());
    origin(explained);
    line(
        Wording.of(
            "  适用 %d 天，其中免除 %d 天；到期日 %s", "  in scope on %d days, %d of them exempt; deadline %s"),
        explained.scopeDays(),
        explained.exemptDays(),
        window.deadline());
    if (explained.isClipped() && !explained.scope().isEmpty()) {
      line(
          Wording.of("  适用的日子：%s", "  in scope only on %s"),
          explained.scope().stream().map(DateRange::toString).collect(joining(comma())));
    }
    if (explained.pausedDays() > 0) {
      line(
          Wording.of(
              "  顺延 %d 天（免除、不适用或不在学期内的日子不计）",
              "  moved by %d days that do not count: exempt, out of scope or out of term"),
          explained.pausedDays());
    }
    for (Exemption exemption : explained.exemptions()) {
      line(Wording.of("  免除 %s（%s）", "  exempt %s (%s)"), exemption.days(), exemption.id());
    }
    if (explained.counted().isEmpty()) {
      line(Wording.of("  计入：无", "  counted: none"));
    } else {
      line(Wording.of("  计入：", "  counted:"));
      explained
          .counted()
          .forEach(contact -> text.append("    ").append(contact(contact)).append('\n'));
    }
    if (!explained.notCounted().isEmpty()) {
      line(Wording.of("  未计入：", "  not counted:"));
      explained.notCounted().forEach(this::notCounted);
    }
  }

  private void version(JudgedWindow window, RuleVersion version) {
    line(
        Wording.of(
            "  第 %d 版，%s 起生效：%s，每个时段 %d 次，%s，覆盖%s，宽限 %d 天，适用 %s",
            "  version %d, in force from %s: %s, %d in each window, %s, coverage %s, grace %d days,"
                + " for %s"),
        window.version() + 1,
        version.validFrom(),
        version.cadence().text(),
        version.times(),
        in(version.season().wording()),
        in(version.coverage().wording()),
        version.graceDays(),
        version.scope().text());
    line(
        Wording.of("  联系人 %s；对象 %s；方式 %s", "  made by %s; with %s; by %s"),
        words(version.pattern().madeBy()),
        words(version.pattern().with()),
        words(version.pattern().channels()));
  }

  private void origin(ExplainedWindow explained) {
    if (explained.scheduled().isEmpty()) {
      line(
          Wording.of(
              "  时段按该学生的联系和事件推算", "  the window follows from the child's contacts and events"));
      return;
    }
    ScheduledWindow scheduled = explained.scheduled().get();
    String term = scheduled.term().orElse("");
    String milestone = scheduled.milestone().map(Milestone::wording).map(this::in).orElse("");
    if (!term.isEmpty()) {
      line(Wording.of("  学期 %s %s", "  term %s %s"), term, milestone);
    }
    if (scheduled.joinedStub()) {
      line(
          Wording.of(
              "  学期边缘不足一半的一段已并入",
              "  a piece at the edge of the term, shorter than half, is joined"));
    }
  }

  private void notCounted(NotCounted notCounted) {
    text.append("    ")
        .append(contact(notCounted.contact()))
        .append(in(Wording.of("：", ": ")))
        .append(words(notCounted.reasons()))
        .append('\n');
  }

  private String contact(Contact contact) {
    return contact.day()
        + "  "
        + in(contact.channel().wording())
        + "  "
        + in(contact.madeBy().wording())
        + " → "
        + words(contact.with());
  }

  private String words(Collection<? extends Coded> all) {
    return all.stream().map(each -> in(each.wording())).collect(joining(comma()));
  }

  private String comma() {
    return in(Wording.of("、", ", "));
  }

  private String in(Wording wording) {
    return wording.in(locale);
  }

  private void line(Wording format, Object... parts) {
    text.append(String.format(Locale.ROOT, format.in(locale), parts).stripTrailing()).append('\n');
  }
}
