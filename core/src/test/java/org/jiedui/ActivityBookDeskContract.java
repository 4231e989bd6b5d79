package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.id.PartnerId;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.OpeningHoursCsv;
import org.jiedui.intake.PartnerCsv;
import org.jiedui.intake.QuotaCsv;
import org.jiedui.intake.TemplateCsv;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

/**
 * What the desk for the book of activities does, whatever the store: a module with an adapter
 * extends this class and opens an empty store.
 */
public abstract class ActivityBookDeskContract extends ActivityContract {

  /** Creates the tests; JUnit opens an empty store before each. */
  protected ActivityBookDeskContract() {}

  @Test
  void book_thatContradictsItself_isRefused_andNothingIsStored() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> book().change(SCHOOL, book -> book.withTemplates(List.of(meeting(), meeting()))))
        .withMessage("two templates have the id parents");
    Partner post =
        Partner.of(PartnerId.of("post"), "派出所", PartnerKind.POLICE_POST, DateRange.ofDay(ITS_DAY));
    Partner other =
        Partner.of(
            PartnerId.of("other"),
            "派出所",
            PartnerKind.OTHER,
            DateRange.startingOn(SampleSchool.FIRST_DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().change(SCHOOL, book -> book.withPartners(List.of(post, other))))
        .withMessage("partner other must not have the name of another on the same days");
    OpeningHours hours =
        new OpeningHours(
            DayOfWeek.FRIDAY,
            LocalTime.of(16, 0),
            LocalTime.of(17, 0),
            DateRange.startingOn(SampleSchool.FIRST_DAY),
            false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().change(SCHOOL, book -> book.withHomeHours(List.of(hours, hours))))
        .withMessage("hours of FRIDAY from 16:00 must not overlap those from 16:00");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                book()
                    .setCountyDays(
                        SCHOOL,
                        List.of(
                            DayMark.of(DateRange.ofDay(ITS_DAY), DayKind.EXAM),
                            DayMark.of(DateRange.ofDay(ITS_DAY), DayKind.CLOSED))))
        .withMessageContaining("must be marked once");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                book()
                    .change(
                        SCHOOL,
                        book ->
                            book.withQuotas(
                                List.of(book.quotas().get(0).withId(SampleSchool.VISIT)))))
        .withMessage("quota home-visit must not have the id of a contact rule");
    assertThat(book().get(SCHOOL).templates()).containsExactly(meeting());
    assertThat(book().get(SCHOOL).countyDays()).isEmpty();
  }

  @Test
  void templatesAndQuotas_areTakenInFromWhatWasWritten_andTheSameAgainChangesNothing() {
    ActivityBook book = book().get(SCHOOL);
    String templates = TemplateCsv.write(book.templates());
    String quotas = QuotaCsv.write(book.quotas());
    assertThat(book().checkTemplatesCsv(SCHOOL, templates).violations()).isEmpty();
    assertThat(book().importTemplates(SCHOOL, book.templates())).isZero();
    IntakeResult<ActivityQuota> same = book().checkQuotasCsv(SCHOOL, quotas);
    assertThat(same.violations()).isEmpty();
    assertThat(book().importQuotas(SCHOOL, same.values())).isZero();
    assertThat(book().get(SCHOOL)).isEqualTo(book);

    IntakeResult<ActivityTemplate> changed =
        book()
            .checkTemplatesCsv(
                SCHOOL,
                templates.replace(",90,", ",60,")
                    + "lecture,讲座,Lecture,safety-lecture,all,no,week 3,principal,操场,,45,no\r\n");
    assertThat(told(changed)).containsExactly("row 2 id stored-corrected");
    assertThat(book().importTemplates(SCHOOL, changed.values())).isEqualTo(2);
    assertThat(book().get(SCHOOL).templates()).isEqualTo(changed.values());
    assertThat(book().importTemplates(SCHOOL, changed.values())).isZero();
    assertThat(book().importTemplates(SCHOOL, List.of(changed.values().get(1)))).isZero();
    assertThat(book().get(SCHOOL).templates()).as("the others stay").hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().importTemplates(SCHOOL, List.of(meeting(), meeting())))
        .withMessage("two templates have the same id");
  }

  @Test
  void quotas_thatWouldJudgeThePastOtherwise_areRefused_andNewVersionsAreAdded() {
    String before = QuotaCsv.write(book().get(SCHOOL).quotas());
    ActivityBook book = book().get(SCHOOL);
    IntakeResult<ActivityQuota> other =
        book().checkQuotasCsv(SCHOOL, before.replace("1-2 per-term", "2-3 per-term"));
    assertThat(told(other)).containsExactly("row 3 id stored-rule");
    assertThat(other.values()).isEmpty();
    ActivityQuota lectures = book.quotas().get(1);
    ActivityQuota more =
        new ActivityQuota(
            lectures.id(),
            lectures.title(),
            lectures.provenance(),
            lectures.kinds(),
            QuotaAmount.parse("2-3 per-term"),
            lectures.eachClass(),
            lectures.scope(),
            2,
            lectures.attendee(),
            LocalDate.of(2026, 2, 24),
            Optional.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> book().importQuotas(SCHOOL, List.of(lectures, more.withId(LECTURES), more)))
        .withMessage(
            "quota safety-lecture must not judge otherwise what a stored version of it judges");
    ActivityQuota ending = lectures.until(LocalDate.of(2026, 2, 23));
    IntakeResult<ActivityQuota> result =
        book().checkQuotasCsv(SCHOOL, QuotaCsv.write(List.of(ending, more)));
    assertThat(result.violations()).isEmpty();
    assertThat(book().importQuotas(SCHOOL, result.values())).isEqualTo(2);
    assertThat(book().get(SCHOOL).quotas())
        .containsExactly(book.quotas().get(0), ending, book.quotas().get(2), more);
    assertThat(told(book().checkQuotasCsv(SCHOOL, before)))
        .as("a last day is not taken back")
        .containsExactly("row 3 id stored-rule");
    assertThat(
            told(
                book()
                    .checkQuotasCsv(
                        SCHOOL, QuotaCsv.write(List.of(lectures.withId(SampleSchool.VISIT))))))
        .containsExactly("row 2 id rule-id-taken");
  }

  private static final String PARTNERS =
      """
      编号,名称,类别,联系人,电话,开始日期,结束日期,可提供活动
      police,青石乡派出所,派出所,秘密,15065720625,2025-09-01,,安全与法制讲座
      clinic,乡卫生院,卫生院,,,2025-09-01,2026-08-31,安全与法制讲座；节日活动
      """;

  @Test
  void partners_areTakenIn_andTheSameFileAgainChangesNothing() {
    IntakeResult<Partner> read = book().checkPartnersCsv(SCHOOL, PARTNERS);
    assertThat(read.violations()).isEmpty();
    assertThat(book().importPartners(SCHOOL, read.valuesOrThrow())).isEqualTo(2);
    ActivityBook book = book().get(SCHOOL);
    assertThat(book.partners()).isEqualTo(read.values());
    Partner police = book.find(PartnerId.of("police")).orElseThrow();
    assertThat(police.contact()).contains(SECRET);
    assertThat(police.phone()).contains(PhoneNumber.of("15065720625"));
    assertThat(read.toString() + read.accepted()).doesNotContain(SECRET, "1506");

    String written = PartnerCsv.write(book.partners());
    for (String again : List.of(PARTNERS, written)) {
      IntakeResult<Partner> same = book().checkPartnersCsv(SCHOOL, again);
      assertThat(same.violations()).isEmpty();
      assertThat(book().importPartners(SCHOOL, same.values())).isZero();
    }
    assertThat(book().get(SCHOOL)).isEqualTo(book);

    String changed =
        """
        编号,名称,类别,开始日期
        clinic,乡卫生院,卫生院,2025-09-01
        village,青石村委会,村委会,2025-09-01
        """;
    IntakeResult<Partner> more = book().checkPartnersCsv(SCHOOL, changed);
    assertThat(told(more)).containsExactly("row 2 id stored-corrected");
    assertThat(book().importPartners(SCHOOL, more.values())).isEqualTo(2);
    assertThat(book().importPartners(SCHOOL, more.values())).isZero();
    assertThat(book().get(SCHOOL).partners())
        .as("the others stay, and keep their place")
        .containsExactly(police, more.values().get(0), more.values().get(1));
    assertThat(
            book()
                .checkTemplatesCsv(
                    SCHOOL, TemplateCsv.write(List.of(meeting())).replace("各班教室,", "各班教室,青石村委会"))
                .values())
        .extracting(each -> each.partner().orElseThrow().value())
        .containsExactly("village");
  }

  @Test
  void partners_whoseNameAnotherHasOnTheSameDays_areRefused() {
    book().importPartners(SCHOOL, book().checkPartnersCsv(SCHOOL, PARTNERS).valuesOrThrow());
    ActivityBook before = book().get(SCHOOL);
    String more = "编号,名称,类别,开始日期,结束日期\n";
    IntakeResult<Partner> taken =
        book().checkPartnersCsv(SCHOOL, more + "post,青石乡派出所,派出所,2026-01-01,\n");
    assertThat(told(taken)).containsExactly("row 2 name partner-name-taken");
    assertThat(taken.violations().get(0).message(Locale.ENGLISH)).contains("partner police");
    assertThat(taken.values()).isEmpty();
    Partner post =
        Partner.of(
            PartnerId.of("post"),
            "青石乡派出所",
            PartnerKind.POLICE_POST,
            DateRange.startingOn(LocalDate.of(2026, 1, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().importPartners(SCHOOL, List.of(post)))
        .withMessage("partner post must not have the name of another on the same days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().importPartners(SCHOOL, List.of(post, post)))
        .withMessage("two partners have the same id");
    assertThat(book().get(SCHOOL)).isEqualTo(before);

    IntakeResult<Partner> successor =
        book()
            .checkPartnersCsv(
                SCHOOL,
                more
                    + "police,青石乡派出所,派出所,2025-09-01,2025-12-31\n"
                    + "post,青石乡派出所,派出所,2026-01-01,\n");
    assertThat(told(successor)).containsExactly("row 2 id stored-corrected");
    assertThat(book().importPartners(SCHOOL, successor.valuesOrThrow())).isEqualTo(2);
    assertThat(book().get(SCHOOL).partners()).hasSize(3).endsWith(post);
  }

  private static final String HOURS =
      """
      星期,开门时间,关门时间,开始日期,结束日期,休息日开放
      周五,16:00,17:30,2025-09-01,,
      六,9:00,11:00,2025-10-01,2026-01-17,是
      """;

  private List<String> openings(String days) {
    return book().openings(SCHOOL, DateRange.parse(days)).stream()
        .map(each -> each.day() + " " + each.from())
        .toList();
  }

  @Test
  void homeHours_areTakenInInPlaceOfAll_andTheSameFileAgainChangesNothing() {
    IntakeResult<OpeningHours> read = book().checkHomeHoursCsv(SCHOOL, HOURS);
    assertThat(read.violations()).isEmpty();
    assertThat(book().importHomeHours(SCHOOL, read.valuesOrThrow())).isEqualTo(2);
    ActivityBook book = book().get(SCHOOL);
    assertThat(book.homeHours()).isEqualTo(read.values());
    assertThat(openings("2025-10-10/2025-10-18"))
        .containsExactly(
            "2025-10-10 16:00", "2025-10-11 09:00", "2025-10-17 16:00", "2025-10-18 09:00");
    String written = OpeningHoursCsv.write(book.homeHours());
    for (String again : List.of(HOURS, written)) {
      assertThat(
              book()
                  .importHomeHours(SCHOOL, book().checkHomeHoursCsv(SCHOOL, again).valuesOrThrow()))
          .isZero();
    }
    assertThat(book().importHomeHours(SCHOOL, book.homeHours().reverse())).isZero();
    assertThat(book().get(SCHOOL)).isEqualTo(book);

    IntakeResult<OpeningHours> faulty =
        book().checkHomeHoursCsv(SCHOOL, HOURS + "5,17:00,18:00,2025-11-01,,\n");
    assertThat(told(faulty))
        .containsExactly("row 2 weekday hours-overlap", "row 4 weekday hours-overlap");
    assertThat(faulty.values()).isEmpty();
    OpeningHours friday = book.homeHours().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book().importHomeHours(SCHOOL, List.of(friday, friday)))
        .withMessage("hours of FRIDAY from 16:00 must not overlap those from 16:00");

    IntakeResult<OpeningHours> others =
        book().checkHomeHoursCsv(SCHOOL, HOURS.replace("17:30", "18:00"));
    assertThat(book().importHomeHours(SCHOOL, others.valuesOrThrow()))
        .as("one is added, one is gone")
        .isEqualTo(2);
    assertThat(book().get(SCHOOL).homeHours()).isEqualTo(others.values());
    assertThat(book().importHomeHours(SCHOOL, List.of())).isEqualTo(2);
    assertThat(book().get(SCHOOL).homeHours()).isEmpty();
    assertThat(book().get(SCHOOL).templates()).as("the rest stays").containsExactly(meeting());
  }
}
