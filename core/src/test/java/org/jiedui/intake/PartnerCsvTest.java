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
import java.util.Random;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.id.PartnerId;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerCsvTest {

  private static final Partner POLICE =
      Partner.of(
              PartnerId.of("police"),
              "青石乡派出所",
              PartnerKind.POLICE_POST,
              DateRange.startingOn(FIRST_DAY))
          .offering(ActivityKind.SAFETY_LECTURE);

  /** One with everything that could get lost. */
  private static final Partner FULL =
      new Partner(
          PartnerId.of("-full:1"),
          "=卫生院，“乡”\n又一行",
          PartnerKind.CLINIC,
          Optional.of("@王医生, 'x' \"y\""),
          Optional.of(PhoneNumber.of("+86 150-6572-0625")),
          DateRange.parse("1999-01-01/2025-12-31"),
          ImmutableSet.copyOf(ActivityKind.values()));

  private static IntakeResult<Partner> read(String csv) {
    return SampleSchool.INTAKE.partners(csv, List.of());
  }

  private static IntakeResult<Partner> partners(String... changes) {
    return SampleSchool.INTAKE.partners(Drafts.goodRows(PartnerDraft.class, changes), List.of());
  }

  @Test
  void columns_areTheFieldsOfADraft() {
    assertThat(PartnerCsv.COLUMNS)
        .containsExactlyElementsOf(
            Arrays.stream(PartnerDraft.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void write_aPartner_isItsLine() {
    assertThat(PartnerCsv.write(List.of(POLICE)))
        .isEqualTo(
            String.join(",", PartnerCsv.COLUMNS)
                + "\r\npolice,青石乡派出所,police-post,,,2025-09-01,,safety-lecture\r\n");
  }

  @Test
  void read_whatWasWritten_isEqual() {
    assertThat(read(PartnerCsv.write(List.of(POLICE, FULL))).valuesOrThrow())
        .containsExactly(POLICE, FULL);
    assertThat(read(PartnerCsv.write(List.of())).valuesOrThrow()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void read_everyKind_isEqual(PartnerKind kind) {
    Partner partner =
        Partner.of(PartnerId.of("x"), kind.wording().chinese(), kind, DateRange.ofDay(FIRST_DAY));
    assertThat(read(PartnerCsv.write(List.of(partner))).valuesOrThrow()).containsExactly(partner);
  }

  @ParameterizedTest(name = "500 tables of seed {0}")
  @ValueSource(longs = {1, 20250901, -7})
  void read_randomPartners_areThoseThatWereWritten(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Partner> partners = new ArrayList<>();
      for (int n = random.nextInt(6); n > 0; n--) {
        partners.add(randomPartner(random, n));
      }
      String text = PartnerCsv.write(partners);
      IntakeResult<Partner> read = read(text);
      assertThat(read.faults()).as("seed %s, table %s: %s", seed, i, text).isEmpty();
      assertThat(read.values()).as("seed %s, table %s: %s", seed, i, text).isEqualTo(partners);
    }
  }

  private static final List<String> WORDS =
      List.of("青石", "=1+1", "'=", "\"", ",", "\n", "\t", "；", "@", "-", "O'Neill", "村 委", "😀");

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString().strip();
  }

  private static Partner randomPartner(Random random, int n) {
    LocalDate first = FIRST_DAY.plusDays(random.nextInt(4000) - 2000);
    List<ActivityKind> offers = new ArrayList<>(List.of(ActivityKind.values()));
    offers.removeIf(each -> random.nextInt(3) > 0);
    return new Partner(
        PartnerId.of("p" + n),
        n + randomText(random),
        List.of(PartnerKind.values()).get(random.nextInt(PartnerKind.values().length)),
        Optional.of(randomText(random)).filter(text -> !text.isEmpty()),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(PhoneNumber.of("+86" + random.nextInt(1_000_000))),
        DateRange.ofClosed(
            first,
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(first.plusDays(random.nextInt(900)))),
        ImmutableSet.copyOf(offers));
  }

  @Test
  void read_chineseHeadingsAndNeededColumnsAlone_isAPartner() {
    assertThat(
            read("""
                    \uFEFF编号,名称,类别,开始日期
                    police,青石乡派出所,派出所,2025年9月1日
                    """)
                .valuesOrThrow())
        .containsExactly(POLICE.offering());
    assertThat(
            read("""
                    可提供活动,结束日期,电话,联系人,开始日期,类别,名称,编号
                    安全与法制讲座、家长会,2026/1/17,15065720625, 王警官 ,2025/9/1,police-post,青石乡派出所,police
                    """)
                .valuesOrThrow())
        .containsExactly(
            new Partner(
                POLICE.id(),
                POLICE.name(),
                POLICE.kind(),
                Optional.of("王警官"),
                Optional.of(PhoneNumber.of("15065720625")),
                DateRange.parse("2025-09-01/2026-01-17"),
                ImmutableSet.of(ActivityKind.SAFETY_LECTURE, ActivityKind.PARENTS_MEETING)));
  }

  @Test
  void read_faults_areToldTogether_andNothingIsTaken() {
    IntakeResult<Partner> result =
        read(
            PartnerCsv.write(List.of(POLICE, FULL))
                + "a b,x,king,王秘密,秘密,yesterday,?,party\r\n"
                + "police,x,clinic,,,2025-09-01,,\r\n"
                + "c,x\r\n"
                + "d,y,clinic,,,2025-09-01,2025-08-31,\r\n"
                + "e,=卫生院，“乡”,clinic,,,2025-09-01,,\r\n"
                + "f,=卫生院，“乡”,clinic,,,2026-09-01,,\r\n");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id contradicting-row",
            "row 4 from not-a-date",
            "row 4 id not-an-id",
            "row 4 kind not-one-of",
            "row 4 offers not-one-of",
            "row 4 until not-a-date",
            "row 4 phone phone-unknown",
            "row 5 id contradicting-row",
            "row 6  too-few-cells",
            "row 7 until ends-before-start",
            "row 8 name same-partner-name",
            "row 9 name same-partner-name");
    assertThat(result.values()).isEmpty();
    assertThat(result.violations())
        .allSatisfy(each -> assertThat(each.message(Locale.CHINESE)).doesNotContain("秘密"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the second partner                   | told
          id=post && name=派出所                 |
          id=post                                | row 2 name same-partner-name, row 3 name same-partner-name
          id=post && name= 青石乡派出所          | row 2 name same-partner-name, row 3 name same-partner-name
          id=post && until=2025-09-01            | row 2 name same-partner-name, row 3 name same-partner-name
          id=post && from=2025-01-01 && until=2025-08-31 |
          id=post && kind=x                      | row 3 kind not-one-of
          """)
  void partners_ofOneName_mustNotWorkWithTheSchoolAtTheSameTime(String second, String told) {
    IntakeResult<Partner> result = partners("", second);
    assertThat(String.join(", ", texts(result.violations()))).isEqualTo(told == null ? "" : told);
    assertThat(result.values()).hasSize(2 - result.faultyRows().size());
  }

  @Test
  void partners_besideStoredOnes_areToldWithEveryOtherFault() {
    List<Partner> stored =
        List.of(
            POLICE,
            Partner.of(
                PartnerId.of("clinic"),
                "卫生院",
                PartnerKind.CLINIC,
                DateRange.parse("2025-09-01/2025-12-31")));
    String[] changes = {
      "name=青石派出所", // so that its old name is free
      "id=post",
      "id=clinic && kind=x && name=医院", // so that its old name is not
      "id=health && name=卫生院",
      "id=health-2 && name=卫生院 && from=2026-01-01 && until=2025-12-31",
      "id=health-3 && name=卫生院 && from=2024-01-01 && until=2025-08-31"
    };
    IntakeResult<Partner> result =
        SampleSchool.INTAKE.partners(Drafts.goodRows(PartnerDraft.class, changes), stored);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id stored-corrected",
            "row 4 kind not-one-of",
            "row 5 name partner-name-taken",
            "row 6 until ends-before-start");
    assertThat(result.values())
        .extracting(each -> each.id().value())
        .containsExactly("police", "post", "health-3");
    assertThat(
            texts(
                SampleSchool.INTAKE
                    .partners(PartnerCsv.write(stored) + "post,青石乡派出所,x,,,2025-09-01,,\r\n", stored)
                    .violations()))
        .containsExactly("row 4 kind not-one-of");
  }

  @Test
  void write_textThatWouldBeReadOtherwise_isRefused_andNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartnerCsv.write(List.of(POLICE.reachedBy(" 秘密", Optional.empty()))))
        .withMessage(
            "the texts of police must be at most 100 characters, without white space around them");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PartnerCsv.write(
                    List.of(
                        Partner.of(POLICE.id(), "村".repeat(101), POLICE.kind(), POLICE.days()))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PartnerCsv.write(
                    List.of(
                        Partner.of(
                            POLICE.id(),
                            "x",
                            POLICE.kind(),
                            DateRange.parse("2025-09-01/9999-12-31")))))
        .withMessage("days (2025-09-01/9999-12-31) must end before 9999-12-31 to be read back");
  }
}
