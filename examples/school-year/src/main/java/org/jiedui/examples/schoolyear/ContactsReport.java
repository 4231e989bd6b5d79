package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.CareDesk;
import org.jiedui.calendar.Term;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/** What home visits left to follow up, and how much was called in the term. */
final class ContactsReport {

  private final ImmutableList<VisitFollowUp> open;
  private final Optional<CallRegister> calls;
  private final LocalDate asOf;
  private final SchoolText text;

  private ContactsReport(
      ImmutableList<VisitFollowUp> open,
      Optional<CallRegister> calls,
      LocalDate asOf,
      SchoolText text) {
    this.open = open;
    this.calls = calls;
    this.asOf = asOf;
    this.text = text;
  }

  /**
   * Reads the follow-ups and the calls of a school.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param viewpoint the dates under which to look
   * @param text how it writes
   * @return the report; without calls if the day is in no term
   */
  static ContactsReport of(CareDesk desk, School school, Viewpoint viewpoint, SchoolText text) {
    Optional<Term> term =
        desk.school().calendar(school.id()).flatMap(calendar -> calendar.termOn(viewpoint.asOf()));
    return new ContactsReport(
        desk.contacts().followUps(school.id(), viewpoint),
        term.map(each -> desk.contacts().callRegister(school.id(), each.days(), viewpoint)),
        viewpoint.asOf(),
        text);
  }

  /** Returns both for a terminal, children by their student numbers. */
  String text() {
    StringBuilder out = new StringBuilder();
    ImmutableList<VisitFollowUp> overdue =
        open.stream().filter(each -> each.isOverdueOn(asOf)).collect(toImmutableList());
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "家访后待跟进 %d 项，其中已到期 %d 项\n",
                    "Home visits to follow up: %d, of which %d are overdue\n"),
                open.size(),
                overdue.size()));
    if (!open.isEmpty()) {
      TextTable table =
          new TextTable(
              4,
              text.of(
                  Wording.of("学籍号", "student number"),
                  Wording.of("家访日期", "visited"),
                  Wording.of("跟进期限", "follow up by"),
                  Wording.of("教师", "teacher")));
      for (VisitFollowUp each : open) {
        table.add(
            List.of(
                text.studentNumber(each.visit().childId()),
                each.visit().day().toString(),
                each.by().toString(),
                each.visit().staff().map(text::staffName).orElse("")));
      }
      out.append('\n').append(table);
    }
    calls.ifPresent(
        register ->
            out.append('\n')
                .append(
                    text.format(
                        Wording.of(
                            "本学期通话登记 %d 次，接通 %d 次，有记录的通话共 %d 分钟\n",
                            "Calls of the term: %d, connected %d, %d minutes as far as noted\n"),
                        register.calls().size(),
                        register.connected(),
                        register.minutes())));
    return out.toString();
  }
}
