package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiedui.person.ResidentId.Fault.BIRTH_DATE;
import static org.jiedui.person.ResidentId.Fault.CHARACTERS;
import static org.jiedui.person.ResidentId.Fault.CHECK_CHARACTER;
import static org.jiedui.person.ResidentId.Fault.LENGTH;

import com.google.common.base.Splitter;
import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

  private static final long SEED = 20260901L;

  @Test
  void parse_examplesOfTheStandard_areRead() {
    ResidentId woman = ResidentId.parse(SampleIds.OF_A_WOMAN);
    assertThat(woman.text()).isEqualTo(SampleIds.OF_A_WOMAN);
    assertThat(woman.birthDate()).isEqualTo("1949-12-31");
    assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
    assertThat(woman.divisionCode()).isEqualTo(DivisionCode.parse("110105"));

    ResidentId man = ResidentId.parse(SampleIds.OF_A_MAN);
    assertThat(man.birthDate()).isEqualTo("1880-01-01");
    assertThat(man.sex()).isEqualTo(Sex.MALE);
    assertThat(man.divisionCode()).isEqualTo(DivisionCode.parse("440524"));
  }

  @Test
  void parse_lowerCaseXAndSpaceAround_becomeCanonical() {
    assertThat(ResidentId.parse(" 11010519491231002x\u3000").text())
        .isEqualTo(SampleIds.OF_A_WOMAN);
    assertThat(ResidentId.faultsIn(" 11010519491231002x\n")).isEmpty();
  }

  @Test
  void parse_retiredOrUnknownDivision_isAccepted() {
    String text = SampleIds.withCheckCharacter("99999920200229001");
    assertThat(ResidentId.parse(text).divisionCode().isKnownProvince()).isFalse();
  }

  @Test
  void parse_generated_isReadBack() {
    SampleIds.generate(SEED, 5_000)
        .forEach(
            sample -> {
              String description = "seed %s, %s".formatted(SEED, sample);
              ResidentId id = ResidentId.parse(sample.text());
              assertThat(id.text()).as(description).isEqualTo(sample.text());
              assertThat(id.birthDate()).as(description).isEqualTo(sample.birthDate());
              assertThat(id.sex()).as(description).isEqualTo(sample.sex());
              assertThat(id.divisionCode().text()).as(description).isEqualTo(sample.division());
            });
  }

  @Test
  void parse_wrongCheckCharacter_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResidentId.parse("110105194912310021"))
        .withMessage(
            "resident ID must be 17 digits with a real birth date, and their check character"
                + " (GB 11643-1999), but has the faults [CHECK_CHARACTER]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                | faults
          ''                    | LENGTH
          '   '                 | LENGTH
          X                     | LENGTH
          110105491231002       | LENGTH
          1101051949123100211   | LENGTH
          11010549123100A       | LENGTH CHARACTERS
          X10105491231002       | LENGTH CHARACTERS
          张三                  | LENGTH CHARACTERS
          1101051949123100XX    | CHARACTERS
          1101051949123100 2    | CHARACTERS
          11010519491231002Y    | CHARACTERS
          １１０１０５１９４９１２３１００２X | CHARACTERS
          11010519491231٠٠2X    | CHARACTERS
          A1010519491331002X    | CHARACTERS BIRTH_DATE
          11010519491232002X    | BIRTH_DATE CHECK_CHARACTER
          110105194913310022    | BIRTH_DATE CHECK_CHARACTER
          110105000000000021    | BIRTH_DATE CHECK_CHARACTER
          110105194912310021    | CHECK_CHARACTER
          """)
  void faultsIn_everyFaultAtOnce(String text, String faults) {
    List<ResidentId.Fault> expected =
        Splitter.on(' ').splitToStream(faults).map(ResidentId.Fault::valueOf).toList();
    assertThat(ResidentId.faultsIn(text)).containsExactlyElementsOf(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResidentId.parse(text))
        .withMessageEndingWith("but has the faults " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "20240229, true",
    "20230229, false",
    "20000229, true",
    "19000229, false",
    "21000229, false",
    "20240230, false",
    "20240431, false",
    "20241231, true",
    "20241301, false",
    "20240001, false",
    "20240100, false",
    "18800101, true",
  })
  void faultsIn_birthDate_isOneOfTheCalendar(String date, boolean real) {
    String text = SampleIds.withCheckCharacter("510104" + date + "001");
    if (real) {
      assertThat(ResidentId.faultsIn(text)).isEmpty();
    } else {
      assertThat(ResidentId.faultsIn(text)).containsExactly(BIRTH_DATE);
    }
  }

  @Test
  void faultsIn_everyDayFrom1896To2104_isReal() {
    for (LocalDate day = LocalDate.of(1896, 1, 1); day.getYear() <= 2104; day = day.plusDays(1)) {
      String text =
          SampleIds.withCheckCharacter("510104" + day.toString().replace("-", "") + "002");
      assertThat(ResidentId.parse(text).birthDate()).isEqualTo(day);
    }
  }

  // MOD 11-2 finds every wrong character: no weight is 0 modulo 11, and two values differ by 10 at
  // most.
  @ParameterizedTest
  @ValueSource(strings = {SampleIds.OF_A_WOMAN, SampleIds.OF_A_MAN})
  void faultsIn_everySubstitutionOfOneCharacter_isFound(String valid) {
    for (int place = 0; place < 18; place++) {
      for (char character : "0123456789X".toCharArray()) {
        if (character == valid.charAt(place)) {
          continue;
        }
        String wrong = valid.substring(0, place) + character + valid.substring(place + 1);
        assertThat(ResidentId.faultsIn(wrong))
            .as(wrong)
            .contains(character == 'X' && place < 17 ? CHARACTERS : CHECK_CHARACTER);
      }
    }
  }

  // It also finds every exchange of neighbours: the weights of two neighbours, the check character
  // included, are never equal.
  @Test
  void faultsIn_everyExchangeOfNeighbours_isFound() {
    SampleIds.generate(SEED, 500)
        .map(SampleIds.Sample::text)
        .forEach(
            valid -> {
              for (int place = 0; place < 17; place++) {
                char left = valid.charAt(place);
                char right = valid.charAt(place + 1);
                if (left == right) {
                  continue;
                }
                String wrong =
                    valid.substring(0, place) + right + left + valid.substring(place + 2);
                assertThat(ResidentId.faultsIn(wrong))
                    .as("seed %s, %s from %s", SEED, wrong, valid)
                    .contains(right == 'X' ? CHARACTERS : CHECK_CHARACTER);
              }
            });
  }

  @Test
  void faultsIn_otherLength_saysNothingOfPlaces() {
    assertThat(ResidentId.faultsIn("11010519491331002")).containsExactly(LENGTH);
  }

  @ParameterizedTest
  @EnumSource
  void wording_ofEveryFault_isInBothLanguages(ResidentId.Fault fault) {
    assertThat(fault.wording().chinese()).startsWith("身份证号");
    assertThat(fault.wording().english()).contains("resident ID");
  }

  @Test
  void equals_isByCanonicalText() {
    new EqualsTester()
        .addEqualityGroup(
            ResidentId.parse(SampleIds.OF_A_WOMAN), ResidentId.parse("11010519491231002x"))
        .addEqualityGroup(ResidentId.parse(SampleIds.OF_A_MAN))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester().testAllPublicStaticMethods(ResidentId.class);
  }
}
