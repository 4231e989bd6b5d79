package org.jiedui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import java.time.LocalDate;
import java.util.List;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

class SchoolCalendarTest {

  private static final Term AUTUMN = term("2025-1", 2025, "2025-09-01/2026-01-17");
  private static final Term SPRING = term("2025-2", 2025, "2026-02-24/2026-07-04");
  private static final Term NEXT = term("2026-1", 2026, "2026-09-01/2027-01-16");

  private static Term term(String label, int year, String days) {
    return Term.of(label, year, DateRange.parse(days));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> years(SchoolCalendar calendar) {
    return calendar.years().stream()
        .map(year -> year.year() + " " + year.days() + " " + year.terms().size())
        .toList();
  }

  @Test
  void of_termsInAnyOrder_areSorted() {
    assertThat(SchoolCalendar.of(List.of(NEXT, AUTUMN, SPRING)).terms())
        .containsExactly(AUTUMN, SPRING, NEXT);
  }

  @Test
  void termOn_isEmptyInTheHolidays() {
    SchoolCalendar calendar = SchoolCalendar.of(List.of(AUTUMN, SPRING));
    assertThat(calendar.termOn(day("2025-08-31"))).isEmpty();
    assertThat(calendar.termOn(day("2025-09-01"))).contains(AUTUMN);
    assertThat(calendar.termOn(day("2026-01-17"))).contains(AUTUMN);
    assertThat(calendar.termOn(day("2026-01-18"))).isEmpty();
    assertThat(calendar.termOn(day("2026-02-24"))).contains(SPRING);
    assertThat(calendar.termOn(day("2026-07-05"))).isEmpty();
  }

  @Test
  void of_touchingTerms_areAllowed() {
    Term first = term("2025-1", 2025, "2025-09-01/2026-01-17");
    Term second = term("2025-2", 2025, "2026-01-18/2026-07-04");
    assertThat(SchoolCalendar.of(List.of(first, second)).terms()).hasSize(2);
  }

  @Test
  void of_overlappingTerms_isRejected() {
    Term early = term("2025-2", 2025, "2026-01-17/2026-07-04");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCalendar.of(List.of(AUTUMN, early)))
        .withMessage(
            "terms must not overlap, but [2025-1 is 2025-09-01/2026-01-17,"
                + " 2025-2 is 2026-01-17/2026-07-04]");
  }

  @Test
  void of_noTerm_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCalendar.of(List.of()))
        .withMessage("a calendar must have a term");
  }

  @Test
  void of_sameLabelTwice_isRejected() {
    Term again = term("2025-1", 2025, "2026-02-24/2026-07-04");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCalendar.of(List.of(AUTUMN, again)))
        .withMessage("two terms have the label 2025-1");
  }

  @Test
  void of_schoolYearsMixedUp_isRejected() {
    Term late = term("2026-0", 2026, "2026-01-20/2026-02-20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCalendar.of(List.of(late, SPRING)))
        .withMessage(
            "term 2026-0 of school year 2026 must not begin after term 2025-2 of school year 2025");
  }

  @Test
  void horizon_isThe31AugustOfTheLastSchoolYear() {
    assertThat(SchoolCalendar.of(List.of(AUTUMN)).horizon()).isEqualTo("2026-08-31");
    assertThat(SchoolCalendar.of(List.of(AUTUMN, SPRING)).horizon()).isEqualTo("2026-08-31");
    assertThat(SchoolCalendar.of(List.of(AUTUMN, SPRING, NEXT)).horizon()).isEqualTo("2027-08-31");
    assertThat(SchoolCalendar.of(List.of(AUTUMN)).ownLastDay()).isEmpty();
  }

  @Test
  void endingOn_ownLastDay_isTheHorizon() {
    SchoolCalendar calendar = SchoolCalendar.endingOn(List.of(AUTUMN, SPRING), day("2026-07-31"));
    assertThat(calendar.horizon()).isEqualTo("2026-07-31");
    assertThat(calendar.ownLastDay()).contains(day("2026-07-31"));
    assertThat(SchoolCalendar.endingOn(List.of(AUTUMN), day("2026-01-17")).horizon())
        .isEqualTo("2026-01-17");
  }

  @Test
  void endingOn_beforeTheLastTermsEnd_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCalendar.endingOn(List.of(AUTUMN), day("2026-01-16")))
        .withMessage(
            "the calendar's last day (2026-01-16) must not be before the last term's (2026-01-17)");
  }

  @Test
  void years_ofTwoTerms_endWithTheirLastTerm() {
    assertThat(years(SchoolCalendar.of(List.of(AUTUMN, SPRING))))
        .containsExactly("2025 2025-09-01/2026-07-04 2");
    assertThat(years(SchoolCalendar.endingOn(List.of(AUTUMN, SPRING), day("2026-07-31"))))
        .containsExactly("2025 2025-09-01/2026-07-04 2");
  }

  @Test
  void years_ofOneTerm_endOn31AugustOrTheCalendarsOwnLastDay() {
    assertThat(years(SchoolCalendar.of(List.of(AUTUMN))))
        .containsExactly("2025 2025-09-01/2026-08-31 1");
    assertThat(years(SchoolCalendar.of(List.of(SPRING, NEXT))))
        .containsExactly("2025 2026-02-24/2026-08-31 1", "2026 2026-09-01/2027-08-31 1");
    assertThat(years(SchoolCalendar.endingOn(List.of(SPRING, NEXT), day("2027-02-10"))))
        .containsExactly("2025 2026-02-24/2026-08-31 1", "2026 2026-09-01/2027-02-10 1");
  }

  @Test
  void years_withoutATerm_areLeftOut() {
    Term far = term("2028-1", 2028, "2028-09-01/2029-01-16");
    assertThat(SchoolCalendar.of(List.of(AUTUMN, far)).years())
        .extracting(SchoolYear::year)
        .containsExactly(2025, 2028);
  }

  @Test
  void equals_isByTermsAndOwnLastDay() {
    new EqualsTester()
        .addEqualityGroup(
            SchoolCalendar.of(List.of(AUTUMN, SPRING)), SchoolCalendar.of(List.of(SPRING, AUTUMN)))
        .addEqualityGroup(SchoolCalendar.of(List.of(AUTUMN)))
        .addEqualityGroup(SchoolCalendar.endingOn(List.of(AUTUMN), day("2026-08-31")))
        .addEqualityGroup(SchoolCalendar.endingOn(List.of(AUTUMN), day("2026-02-28")))
        .testEquals();
  }

  @Test
  void toString_hasLabelsAndDays() {
    assertThat(SchoolCalendar.of(List.of(AUTUMN))).hasToString("[2025-1:2025-09-01/2026-01-17]");
  }
}
