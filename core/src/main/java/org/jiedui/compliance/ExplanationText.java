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
import org.jiedui.rule.Cadence;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
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
    if (window.verdict() == Verdict.NOT_APPLICABLE) {
      line(
          Wording.of("  适用 %d 天，其中免除 %d 天", "  in scope on %d days, %d of them exempt"),
          explained.scopeDays(),
          explained.exemptDays());
    } else {
      line(
          Wording.of(
              "  适用 %d 天，其中免除 %d 天；到期日 %s",
              "  in scope on %d days, %d of them exempt; deadline %s"),
          explained.scopeDays(),
          explained.exemptDays(),
          window.deadline());
    }
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
    Cadence cadence = version.cadence();
    List<String> asked = new ArrayList<>();
    asked.add(words(cadence));
    asked.add(format(Wording.of("每个时段 %d 次", "%d in each window"), version.times()));
    if (cadence.usesSeason()) {
      asked.add(in(version.season().wording()));
    }
    if (!dependsOnTheChild(cadence)) { // the others take no notice of it
      asked.add(format(Wording.of("覆盖%s", "coverage %s"), in(version.coverage().wording())));
    }
    asked.add(format(Wording.of("宽限 %d 天", "grace %d days"), version.graceDays()));
    asked.add(
        version.scope().equals(Scope.all())
            ? in(Wording.of("适用全体在档学生", "for every child in care"))
            : format(Wording.of("适用 %s", "for %s"), version.scope().text()));
    line(
        Wording.of("  第 %d 版，%s 起生效：%s", "  version %d, in force from %s: %s"),
        window.version() + 1,
        version.validFrom(),
        String.join(in(Wording.of("，", ", ")), asked));
    line(
        Wording.of("  联系人 %s；对象 %s；方式 %s", "  made by %s; with %s; by %s"),
        words(version.pattern().madeBy()),
        words(version.pattern().with()),
        words(version.pattern().channels()));
  }

  private static boolean dependsOnTheChild(Cadence cadence) {
    return cadence instanceof Cadence.Rolling || cadence instanceof Cadence.AfterEvent;
  }

  private String words(Cadence cadence) {
    if (cadence instanceof Cadence.Weeks weeks) {
      return every(
          weeks.count(), Wording.of("每周", "every week"), Wording.of("每 %d 周", "every %d weeks"));
    }
    if (cadence instanceof Cadence.Months months) {
      return every(
          months.count(),
          Wording.of("每月", "every month"),
          Wording.of("每 %d 个月", "every %d months"));
    }
    if (cadence instanceof Cadence.Rolling rolling) {
      return every(
          rolling.days(), Wording.of("每天", "every day"), Wording.of("每 %d 天", "every %d days"));
    }
    if (cadence instanceof Cadence.Milestones milestones) {
      return words(milestones.which());
    }
    if (cadence instanceof Cadence.AfterEvent after) {
      return format(
          Wording.of("%2$s后 %1$d 天内", "within %d days of an event (%s)"),
          after.days(),
          in(after.event().wording()));
    }
    return in(
        cadence instanceof Cadence.PerTerm
            ? Wording.of("每学期", "each term")
            : Wording.of("每学年", "each school year"));
  }

  private String every(int count, Wording one, Wording many) {
    return count == 1 ? in(one) : format(many, count);
  }

  private void origin(ExplainedWindow explained) {
    if (explained.version().cadence() instanceof Cadence.Rolling rolling) {
      line(
          Wording.of(
              "  从上一次联系或上一时段之后数起，应计 %d 天；没有的，从第一个应计的日子数起",
              "  %d days that count, from after the last contact or window, or else from the first"
                  + " such day"),
          rolling.days());
    }
    if (explained.version().cadence() instanceof Cadence.AfterEvent after) {
      line(
          Wording.of(
              "  %s %s；从当日或其后第一个应计的日子起，再计 %d 天",
              "  %s %s; then %d days, from that day or the first after it that counts"),
          explained.window().days().start(),
          in(after.event().wording()),
          after.days());
    }
    if (explained.scheduled().isEmpty()) {
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
    text.append(format(format, parts).stripTrailing()).append('\n');
  }

  private String format(Wording format, Object... parts) {
    return String.format(Locale.ROOT, in(format), parts);
  }
}
