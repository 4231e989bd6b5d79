package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionCodeTest {

  @Test
  void parse_sixDigits_areKept() {
    DivisionCode code = DivisionCode.parse(" 522401 ");
    assertThat(code.text()).isEqualTo("522401");
    assertThat(code.province()).isEqualTo("52");
    assertThat(code).hasToString("522401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "52240", "5224011", "52240X", "５２２４０１", "52 401", "-52240"})
  void parse_otherShape_isRejected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DivisionCode.parse(text))
        .withMessage("division code must be 6 digits");
  }

  @Test
  void isKnownProvince_holdsForThe34OfTheStandard() {
    assertThat(
            IntStream.rangeClosed(0, 99)
                .filter(
                    i ->
                        DivisionCode.parse(Integer.toString(1_000_000 + i * 10_000).substring(1))
                            .isKnownProvince()))
        .containsExactly(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
            51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82)
        .hasSize(34);
  }

  @Test
  void compareTo_isByDigits() {
    assertThat(DivisionCode.parse("110105")).isLessThan(DivisionCode.parse("522401"));
  }

  @Test
  void equals_isByText() {
    new EqualsTester()
        .addEqualityGroup(DivisionCode.parse("522401"), new DivisionCode("522401"))
        .addEqualityGroup(DivisionCode.parse("522402"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    NullPointerTester tester = new NullPointerTester();
    tester.testAllPublicStaticMethods(DivisionCode.class);
    tester.testAllPublicConstructors(DivisionCode.class);
  }
}
