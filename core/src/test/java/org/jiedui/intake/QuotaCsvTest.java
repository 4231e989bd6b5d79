package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.intake.SampleSchool.FIRST_DAY;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableSet;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.activity.QuotaPresets;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaCsvTest {

  private static IntakeResult<ActivityQuota> read(String csv) {
    return SampleSchool.INTAKE.quotas(csv, Optional.empty());
  }

  private static IntakeResult<ActivityQuota> quotas(String... changes) {
    return SampleSchool.INTAKE.quotas(
        Drafts.goodRows(QuotaDraft.class, changes), Optional.of(SampleSchool.WITH_SHORT_TERMS));
  }

  private static ActivityQuota full(String amount) {
    return new ActivityQuota(
        RuleId.of("-full"),
        Wording.of("=讲座，“两次”\n又一行", "He said \"two\", then '=1+1"),
        new Provenance("@学校, 制度", Optional.of("'-3"), Optional.of(LocalDate.of(1999, 1, 1)), true),
        ImmutableSet.of(ActivityKind.SAFETY_LECTURE, ActivityKind.PARENTS_MEETING),
        QuotaAmount.parse(amount),
        true,
        Scope.parse("key-support and not (grade 1-3 or boarding)"),
        366,
        Attendee.GUARDIAN,
        FIRST_DAY,
        Optional.of(LocalDate.of(2026, 1, 17)));
  }

  @Test
  void columns_areTheFieldsOfADraft() {
    assertThat(QuotaCsv.COLUMNS)
        .containsExactlyElementsOf(
            Arrays.stream(QuotaDraft.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-2 per-term", "1+ per-year", "1+ term-start", "0-3 P1M", "2 P1W"})
  void read_whatWasWritten_isEqual(String amount) {
    List<ActivityQuota> quotas = new ArrayList<>(QuotaPresets.defaults(FIRST_DAY));
    quotas.add(full(amount));
    assertThat(read(QuotaCsv.write(quotas)).valuesOrThrow()).isEqualTo(quotas);
    assertThat(read(QuotaCsv.write(List.of())).valuesOrThrow()).isEmpty();
  }

  @Test
  void read_chineseHeadingsAndNeededColumnsAlone_isAQuota() {
    assertThat(
            read("""
                    编号,名称,英文名称,类别,数量,依据,生效日期
                    lectures,讲座,Lectures,安全与法制讲座、家长会,1-2 per-term,学校制度,2025年9月1日
                    """)
                .valuesOrThrow())
        .containsExactly(
            new ActivityQuota(
                RuleId.of("lectures"),
                Wording.of("讲座", "Lectures"),
                Provenance.unverified("学校制度"),
                ImmutableSet.of(ActivityKind.SAFETY_LECTURE, ActivityKind.PARENTS_MEETING),
                QuotaAmount.parse("1-2 per-term"),
                false,
                Scope.all(),
                0,
                Attendee.CHILD,
                FIRST_DAY,
                Optional.empty()));
  }

  @Test
  void read_faults_areToldTogether_andNothingIsTaken() {
    IntakeResult<ActivityQuota> result =
        read(
            QuotaCsv.write(QuotaPresets.defaults(FIRST_DAY))
                + "q 1,x,x,party,1 per-month,?,all adn,367,dog,,,2024,?,2025-09-31,x\r\n"
                + "q2,x\r\n");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 5 amount syntax",
            "row 5 attendee not-one-of",
            "row 5 eachChild not-a-number",
            "row 5 eachClass not-one-of",
            "row 5 id not-an-id",
            "row 5 kinds not-one-of",
            "row 5 scope syntax",
            "row 5 source required",
            "row 5 textOf not-a-date",
            "row 5 validFrom not-a-date",
            "row 5 validUntil not-a-date",
            "row 5 verified not-one-of",
            "row 6  too-few-cells");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void amount_thatIsWrong_isToldAtItsCharacterOfTheWholeText() {
    assertThat(quotas("amount=1-2 P1D").violations().get(0).message(Locale.ENGLISH))
        .isEqualTo("is wrong at character 7; expected: W for weeks or M for months");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the first version                | the second version                   | told
                                             | amount=2 per-term && eachChild=2     |
          validUntil=2026-02-23              |                                      |
          validUntil=2026-02-24              |                                      | row 2 validUntil versions-overlap, row 3 validFrom versions-overlap
          kinds=班会                         |                                      | row 2 id other-version-faulty, row 3 kinds quota-versions-differ
                                             | eachClass=是 && attendee=家长        | row 2 id other-version-faulty, row 3 attendee quota-versions-differ, row 3 eachClass quota-versions-differ
                                             | amount=x                             | row 2 id other-version-faulty, row 3 amount syntax
                                             | amount=1 term-mid                    | row 2 id other-version-faulty, row 3 amount term-without-milestones, row 3 amount term-without-milestones
          """)
  void versions_ofOneQuota_mustGoTogether(String first, String second, String told) {
    IntakeResult<ActivityQuota> result =
        quotas(
            first == null ? "" : first,
            "validFrom=2026-02-24 && " + (second == null ? "" : second),
            "id=other");
    assertThat(String.join(", ", texts(result.violations()))).isEqualTo(told == null ? "" : told);
    assertThat(result.values()).hasSize(told == null ? 3 : 1);
  }

  @Test
  void versions_rowThatRepeatsAnother_takesNothingFromTheQuota() {
    IntakeResult<ActivityQuota> result = quotas("", "", "validFrom=2025/9/1");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id contradicting-row", "row 3 id repeated-row", "row 4 id contradicting-row");
    assertThat(texts(quotas("", "").violations())).containsExactly("row 3 id repeated-row");
    assertThat(quotas("", "").values()).hasSize(1);
  }

  @Test
  void write_titleThatWouldBeReadOtherwise_isRefused() {
    ActivityQuota quota = QuotaPresets.defaults(FIRST_DAY).get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                QuotaCsv.write(
                    List.of(
                        new ActivityQuota(
                            quota.id(),
                            Wording.of("会", " meeting"),
                            quota.provenance(),
                            quota.kinds(),
                            quota.amount(),
                            quota.eachClass(),
                            quota.scope(),
                            quota.eachChild(),
                            quota.attendee(),
                            quota.validFrom(),
                            quota.validUntil()))))
        .withMessage(
            "the texts of parents-meeting must be at most 100 characters, without white space"
                + " around them");
  }
}
