package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.GUO_ID;
import static org.jiedui.intake.SampleSchool.LUO_ID;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.LocalTime;
import java.util.Locale;
import org.jiedui.contact.FamilyCall;
import org.jiedui.contact.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeFamilyCallsTest {

  private static IntakeResult<FamilyCall> calls(String... changes) {
    return SampleSchool.INTAKE.familyCalls(
        Drafts.goodRows(FamilyCallDraft.class, changes), SampleSchool.withChildren());
  }

  private static IntakeResult<FamilyCall> csv(String text) {
    return SampleSchool.INTAKE.familyCalls(text, SampleSchool.withChildren());
  }

  @Test
  void calls_rows_becomeLinesOfTheRegister_inTheirOrder() {
    assertThat(
            calls(
                    "connected=否 && minutes=",
                    "",
                    "",
                    "caller=委托照护人 && called=本人 && channel=视频通话 && startedAt=16：30 && minutes=",
                    "studentNumber=" + SampleSchool.GUO.toLowerCase(Locale.ROOT) + " && minutes=0")
                .valuesOrThrow())
        .containsExactly(
            FamilyCall.notConnected(LUO_ID, Party.CHILD, Party.MOTHER),
            FamilyCall.connected(LUO_ID, Party.CHILD, Party.MOTHER, 12),
            FamilyCall.connected(LUO_ID, Party.CHILD, Party.MOTHER, 12),
            FamilyCall.connected(LUO_ID, Party.CARER, Party.CHILD, 0)
                .byVideo()
                .startingAt(LocalTime.of(16, 30)),
            FamilyCall.connected(GUO_ID, Party.CHILD, Party.MOTHER, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the row                             | told
          caller=父亲 && called=本人            |
          caller=mother && called=child         |
          called=委托照护人                     |
          called=本人                           | row 2 called not-of-family
          called=班主任                         | row 2 called not-of-family
          caller=父亲                           | row 2 called not-of-family
          caller=班主任 && called=本人          | row 2 caller not-of-family
          caller=志愿者                         | row 2 caller not-of-family
          channel=短信                          | row 2 channel not-one-of
          channel=面谈                          | row 2 channel not-one-of
          connected=否                          | row 2 minutes not-connected
          connected=否 && minutes=0             |
          studentNumber=L522424201811290007     | row 2 studentNumber unknown-student
          caller=志愿者 && channel=写信 && connected=否 && studentNumber=L522424201811290007 | row 2 caller not-of-family, row 2 channel not-one-of, row 2 minutes not-connected, row 2 studentNumber unknown-student
          """)
  void calls_everyRuleOfALine_isToldAtItsField(String change, String told) {
    assertThat(String.join(", ", texts(calls(change).violations())))
        .isEqualTo(told == null ? "" : told);
  }

  @Test
  void calls_anyFault_keepsTheWholeRegisterOut() {
    IntakeResult<FamilyCall> result = calls("", "minutes=x && startedAt=8.05 && caller=", "");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 caller required", "row 3 minutes not-a-number", "row 3 startedAt not-a-time");
    assertThat(result.values()).isEmpty();
    assertThat(calls("channel=短信").violations().get(0).message(Locale.CHINESE))
        .isEqualTo("只能填：电话、视频通话");
  }

  @Test
  void csv_asSchoolsWriteIt_isRead_andItsFaultsAreToldTogether() {
    String text =
        """
        \uFEFF学籍号,拨打人,接听人,方式,时间,是否接通,时长(分钟)
        G52242420181129483X,本人,母亲,,,是,12
        """;
    assertThat(csv(text).valuesOrThrow()).isEqualTo(calls("").valuesOrThrow());
    assertThat(
            csv("connected,called,caller,studentNumber\nno,child,father,G52242420181129483X\n")
                .valuesOrThrow())
        .containsExactly(FamilyCall.notConnected(LUO_ID, Party.FATHER, Party.CHILD));
    IntakeResult<FamilyCall> result =
        csv(
            text
                + """
                G52242420181129483X,本人,班主任,,,否,3
                秘密,x,y,z,t,u,v
                G52242420181129483X
                """);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 called not-of-family",
            "row 3 minutes not-connected",
            "row 4 called not-one-of",
            "row 4 caller not-one-of",
            "row 4 channel not-one-of",
            "row 4 connected not-one-of",
            "row 4 minutes not-a-number",
            "row 4 startedAt not-a-time",
            "row 4 studentNumber student-number",
            "row 5  too-few-cells");
    assertThat(result.values()).isEmpty();
    assertThat(texts(csv("学籍号,内容,是否接通,connected\n").violations()))
        .containsExactly(
            "row 1  unknown-column",
            "row 1 called missing-column",
            "row 1 caller missing-column",
            "row 1 connected repeated-column");
  }
}
