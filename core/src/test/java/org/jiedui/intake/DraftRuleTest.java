package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.id.ActorId;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DraftRuleTest {

  private static final Recording RECORDING = Recording.onItsFirstDay(SampleSchool.ZONE);

  /** Violations as the code makes them, of every rule at least one. */
  private static ImmutableList<Violation> made() {
    Intake intake = SampleSchool.INTAKE;
    SchoolDirectory school = SampleSchool.withChildren();
    return Stream.of(
            DraftValidatorTest.allViolations(),
            // Who reads a file tells this one: a draft cannot have too many fields.
            List.of(Violation.of(2, "", DraftRule.TOO_MANY_CELLS, 30, 29)),
            SampleSchool.INTAKE.ruleBook("id,remark,id\n").violations(),
            SampleSchool.INTAKE
                .ruleBook(String.join(",", RuleBookCsv.COLUMNS) + "\nx,y\n\"")
                .violations(),
            // What a desk finds when it compares with what is stored.
            List.of(
                Violation.of(2, "studentNumber", DraftRule.KNOWN_CONTACT),
                Violation.of(2, "studentNumber", DraftRule.CONTRADICTS_STORED),
                Violation.of(2, "studentNumber", DraftRule.VOIDED_BEFORE),
                Violation.of(2, "studentNumber", DraftRule.SAME_OCCASION_FAULTY, 3),
                Violation.of(2, "recordedOn", DraftRule.RECORDED_IN_FUTURE),
                Violation.of(2, "id", DraftRule.STORED_RULE),
                Violation.of(2, "id", DraftRule.RULE_ID_TAKEN),
                Violation.of(
                    2, "staffNumber", DraftRule.MENTOR_POLICY, Wording.of("上限 2 人", "at most 2")),
                Violation.of(
                    2, "staffNumber", DraftRule.MENTOR_REFUSED, Wording.of("上限 2 人", "at most 2")),
                Violation.of(2, "last", DraftRule.RULE_NEEDS_MILESTONES, "home-visit")),
            intake
                .pupils(
                    Drafts.goodRows(PupilDraft.class, "sex=女", ""),
                    SampleSchool.empty(),
                    RECORDING,
                    SampleSchool.ids(),
                    SampleSchool.NOW)
                .violations(),
            intake
                .pupils(
                    Drafts.goodRows(PupilDraft.class, "className=x"),
                    SampleSchool.empty(),
                    RECORDING,
                    SampleSchool.ids(),
                    SampleSchool.NOW)
                .violations(),
            intake
                .pupils(
                    Drafts.goodRows(
                        PupilDraft.class,
                        "",
                        "",
                        "studentNumber=" + SampleSchool.GUO + " && sex=女 && residentId="),
                    school,
                    RECORDING,
                    SampleSchool.ids(),
                    SampleSchool.NOW)
                .violations(),
            intake
                .households(
                    Drafts.goodRows(HouseholdDraft.class, ""),
                    SampleSchool.withChildren(),
                    RECORDING)
                .violations(),
            intake
                .mentors(
                    Drafts.goodRows(MentorDraft.class, ""),
                    SampleSchool.withChildren(
                        intake
                            .mentors(
                                Drafts.goodRows(MentorDraft.class, "until=2026-01-17"),
                                school,
                                RECORDING,
                                SampleSchool.NOW)
                            .values()
                            .get(0)),
                    RECORDING,
                    SampleSchool.NOW)
                .violations(),
            intake
                .staff(
                    Drafts.goodRows(StaffDraft.class, "classes=x", "number=T11", "number=T12"),
                    SampleSchool.SCHOOL,
                    SampleSchool.YEAR,
                    RECORDING)
                .staff()
                .violations(),
            intake
                .team(
                    Drafts.goodRows(TeamDraft.class, "responsibilities=学习与生活"),
                    school,
                    List.of(),
                    RECORDING,
                    SampleSchool.NOW)
                .violations(),
            intake
                .peers(
                    Drafts.goodRows(PeerDraft.class, ""),
                    school,
                    List.of(),
                    PeerPolicy.helpingAtMost(1),
                    RECORDING,
                    SampleSchool.NOW)
                .violations(),
            intake
                .contacts(
                    Drafts.goodRows(
                        ContactDraft.class,
                        "staffNumber=T99",
                        "studentNumber=L522424201811290007",
                        "recordedOn=2025-09-01",
                        "madeBy=父亲",
                        "staffNumber=",
                        "channel=写信 && detail.problem=x",
                        "detail.minutes=3",
                        "channel=电话 && reached=否 && detail.minutes=3",
                        "detail.followsUp=2025-09-01"),
                    school,
                    ActorId.of("office"))
                .violations(),
            intake
                .census(
                    Drafts.goodRows(
                        CensusDraft.class,
                        "father.returnedOn=2023-04-22",
                        "day=2026-08-31 && studentNumber=" + SampleSchool.GUO),
                    school,
                    SampleSchool.WITH_SHORT_TERMS,
                    RECORDING)
                .violations(),
            intake
                .rules(
                    Drafts.goodRows(
                        RuleDraft.class,
                        "validUntil=2026-08-31",
                        "validFrom=2026-02-24",
                        "validFrom=2026-09-01 && cadence=term-mid",
                        "validFrom=2027-02-22"),
                    Optional.of(SampleSchool.WITH_SHORT_TERMS))
                .violations(),
            intake
                .activities(
                    Drafts.goodRows(
                        ActivityDraft.class,
                        "template=x && day=2026-09-01",
                        "id=A4 && day=2026-03-01 && status=已开展",
                        "id=A3 && partner=青石村委会"),
                    SampleSchool.activities(),
                    ActorId.of("office"),
                    Recording.at(SampleSchool.NOW),
                    SampleSchool.NOW)
                .violations(),
            intake
                .attendance(
                    Drafts.goodRows(
                        AttendanceDraft.class, "reason=生病", "activity=cancelled", "activity=A9"),
                    SampleSchool.activities(
                        SampleSchool.activity("A2", "2025-09-19"),
                        SampleSchool.activity("cancelled", "2025-09-19")
                            .with(
                                ActivityFact.cancelled(
                                    "x", SampleSchool.NOW, ActorId.of("office")))),
                    activity -> AttendanceBook.of(List.of()),
                    ActorId.of("office"),
                    Recording.at(SampleSchool.NOW),
                    SampleSchool.NOW)
                .violations(),
            intake
                .quotas(
                    Drafts.goodRows(QuotaDraft.class, "", "validFrom=2026-02-24 && eachClass=是"),
                    Optional.empty())
                .violations(),
            intake
                .partners(
                    Drafts.goodRows(PartnerDraft.class, "", "id=post", "id=x && name=志愿者"),
                    SampleSchool.PARTNERS)
                .violations(),
            intake
                .openingHours(
                    Drafts.goodRows(OpeningHoursDraft.class, "", "", "closesAt=16:00 && daysOff=是"))
                .violations(),
            intake
                .familyCalls(Drafts.goodRows(FamilyCallDraft.class, "called=帮扶教师"), school)
                .violations(),
            intake
                .terms(
                    Drafts.goodRows(TermDraft.class, "label=x", "label=2020-1", "", "label=2025-2"))
                .violations())
        .flatMap(List::stream)
        .collect(toImmutableList());
  }

  /** One of those violations for each rule. */
  private static Stream<Violation> oneOfEach() {
    return Stream.of(DraftRule.values())
        .flatMap(rule -> made().stream().filter(each -> each.rule() == rule).limit(1));
  }

  @Test
  void everyRule_isMadeByTheCode() {
    assertThat(made().stream().map(Violation::rule).collect(toImmutableSet()))
        .isEqualTo(ImmutableSet.copyOf(DraftRule.values()));
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void message_ofEveryRule_formatsInBothLanguages(Violation violation) {
    for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
      assertThat(violation.message(locale))
          .isNotBlank()
          .doesNotContain("%", "null", "\u001e", "\u001f", "#");
    }
    assertThat(violation.message(Locale.CHINA)).containsPattern("\\p{IsHan}");
    assertThat(violation.message(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(violation.message(Locale.TRADITIONAL_CHINESE));
    assertThat(violation.message(Locale.GERMANY)).isEqualTo(violation.message(Locale.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("made")
  void details_ofEveryViolation_areAsManyAsTheWordsShow(Violation violation) {
    String rule = violation.rule().code();
    assertThat(placeholders(violation.rule().wording().chinese()))
        .as("placeholders of %s in Chinese", rule)
        .isEqualTo(violation.details().size());
    assertThat(placeholders(violation.rule().wording().english()))
        .as("placeholders of %s in English", rule)
        .isEqualTo(violation.details().size());
    for (Wording detail : violation.details()) {
      assertThat(violation.message(Locale.CHINA)).contains(shown(detail.chinese()));
      assertThat(violation.message(Locale.ENGLISH)).contains(shown(detail.english()));
    }
  }

  private static String shown(String detail) {
    return detail.startsWith("#") ? detail.substring(1) : detail;
  }

  private static int placeholders(String words) {
    return (int) Pattern.compile("%s").matcher(words).results().count();
  }

  @ParameterizedTest
  @EnumSource
  void code_ofEveryRule_isLowerCaseWithHyphens(DraftRule rule) {
    assertThat(rule.code()).matches("[a-z]+(-[a-z]+)*");
    // Only the example of a class name is Chinese.
    if (rule != DraftRule.CLASS_NAME) {
      assertThat(rule.wording().english()).doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void codes_areDistinct() {
    assertThat(Stream.of(DraftRule.values()).map(DraftRule::code)).doesNotHaveDuplicates();
    assertThat(Stream.of(DraftRule.values()).map(rule -> rule.wording().chinese()))
        .doesNotHaveDuplicates();
  }

  @Test
  void severity_isAWarningOnlyWhereTheRowCanBeTaken() {
    assertThat(Stream.of(DraftRule.values()).filter(rule -> rule.severity() == Severity.WARNING))
        .containsExactlyInAnyOrder(
            DraftRule.PHONE_UNKNOWN,
            DraftRule.STORED_CORRECTED,
            DraftRule.STORED_CHANGED,
            DraftRule.STORED_KEPT,
            DraftRule.KNOWN_CONTACT,
            DraftRule.ID_DIFFERS,
            DraftRule.BIRTH_DATE_DIFFERS,
            DraftRule.SEX_DIFFERS,
            DraftRule.CARER_IS_MINOR,
            DraftRule.NOT_KEPT,
            DraftRule.MENTOR_POLICY,
            DraftRule.STAFF_NUMBER_MISSING,
            DraftRule.NO_PARENT_ON_FILE,
            DraftRule.NO_WHEREABOUTS_ON_FILE,
            DraftRule.NO_CARER_ON_FILE);
  }

  @Test
  void rejection_ofManyFaults_namesTheFirstTwenty() {
    List<Violation> faults =
        Stream.iterate(2, row -> row + 1)
            .limit(21)
            .map(row -> Violation.of(row, "name", DraftRule.REQUIRED))
            .toList();
    assertThat(new DraftRejectedException(faults))
        .hasMessageStartingWith("21 faults: row 2 name required; row 3 name required; ")
        .hasMessageEndingWith("; row 21 name required; …");
    assertThat(new DraftRejectedException(faults.subList(0, 20)))
        .hasMessageEndingWith("; row 21 name required");
    assertThat(new DraftRejectedException(faults).violations()).isEqualTo(faults);
  }
}
