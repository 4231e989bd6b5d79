package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import java.util.List;
import org.jiedui.person.StudentNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StudentNumberTest {

  private static final long SEED = 20260902L;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # text,                 kind,      kept as
          G11010519491231002X,    RESIDENT,  G11010519491231002X
          G440524188001010014,    RESIDENT,  G440524188001010014
          ' g11010519491231002x', RESIDENT,  G11010519491231002X
          J000000000000000000,    GENERATED, J000000000000000000
          J12345678901234567X,    GENERATED, J12345678901234567X
          j12345678901234567x,    GENERATED, J12345678901234567X
          L522401201602290001,    TEMPORARY, L522401201602290001
          'l522401201512310001 ', TEMPORARY, L522401201512310001
          """)
  void parse_everyKind_isRead(String text, Kind kind, String kept) {
    StudentNumber number = StudentNumber.parse(text);
    assertThat(number.kind()).isEqualTo(kind);
    assertThat(number.text()).isEqualTo(kept);
    assertThat(StudentNumber.faultsIn(text)).isEmpty();
  }

  @Test
  void residentId_isInTheResidentKindOnly() {
    assertThat(StudentNumber.parse("G11010519491231002X").residentId())
        .contains(ResidentId.parse("11010519491231002X"));
    // Even if what was generated looks like one.
    assertThat(StudentNumber.parse("J11010519491231002X").residentId()).isEmpty();
    assertThat(StudentNumber.parse("L522401201602290001").residentId()).isEmpty();
  }

  @Test
  void residentId_generated_isReadBack() {
    SampleIds.generate(SEED, 1_000)
        .map(SampleIds.Sample::text)
        .forEach(
            id ->
                assertThat(StudentNumber.parse("G" + id).residentId())
                    .as("seed %s, %s", SEED, id)
                    .contains(ResidentId.parse(id)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text              | faults
          ''                  | LENGTH PREFIX
          11010519491231002X  | LENGTH PREFIX
          G                   | LENGTH
          L                   | LENGTH
          X11010519491231002X | PREFIX
          Ｇ11010519491231002X | PREFIX
          G11010519491231002  | LENGTH
          G11010519491231002XX| LENGTH CHARACTERS
          G110105194912310021 | CHECK_CHARACTER
          G110105194913310022 | BIRTH_DATE CHECK_CHARACTER
          GA1010519491331002X | CHARACTERS BIRTH_DATE
          J1234567890123456   | LENGTH
          JX23456789012345678 | CHARACTERS
          J1234567890123456-8 | CHARACTERS
          L52240120160229000X | CHARACTERS
          L522401201502290001 | BIRTH_DATE
          L522401201600000001 | BIRTH_DATE
          L52240X201502290001 | CHARACTERS BIRTH_DATE
          L5224012015022900   | LENGTH
          """)
  void faultsIn_everyFaultAtOnce(String text, String faults) {
    List<StudentNumber.Fault> expected =
        Splitter.on(' ').splitToStream(faults).map(StudentNumber.Fault::valueOf).toList();
    assertThat(StudentNumber.faultsIn(text)).containsExactlyElementsOf(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudentNumber.parse(text))
        .withMessage(
            "student number must be G and a resident ID, J and 18 generated characters, or L and"
                + " 6 + 8 + 4 digits with a real birth date, but has the faults "
                + expected);
  }

  @ParameterizedTest
  @EnumSource
  void wording_ofEveryFault_isInBothLanguages(StudentNumber.Fault fault) {
    assertThat(fault.wording().chinese()).startsWith("学籍号");
    assertThat(fault.wording().english()).isNotBlank();
  }

  @Test
  void compareTo_isByText() {
    assertThat(StudentNumber.parse("G11010519491231002X"))
        .isLessThan(StudentNumber.parse("G440524188001010014"));
    assertThat(StudentNumber.parse("g11010519491231002x"))
        .isEqualByComparingTo(StudentNumber.parse("G11010519491231002X"));
  }

  @Test
  void equals_isByCanonicalText() {
    new EqualsTester()
        .addEqualityGroup(
            StudentNumber.parse("G11010519491231002X"), StudentNumber.parse("g11010519491231002x"))
        .addEqualityGroup(StudentNumber.parse("J11010519491231002X"))
        .addEqualityGroup(StudentNumber.parse("L522401201602290001"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester().testAllPublicStaticMethods(StudentNumber.class);
    new NullPointerTester()
        .testAllPublicInstanceMethods(StudentNumber.parse("L522401201602290001"));
  }
}
