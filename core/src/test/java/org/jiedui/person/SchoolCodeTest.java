package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolCodeTest {

  @Test
  void parse_tenDigits_areKept() {
    SchoolCode code = SchoolCode.parse(" 2151001234\n");
    assertThat(code.text()).isEqualTo("2151001234");
    assertThat(code).hasToString("2151001234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "215100123", "21510012345", "215100123A", "２１５１００１２３４", "11010519491231002X"})
  void parse_otherShape_isRejectedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchoolCode.parse(text))
        .withMessage("school code must be 10 digits");
  }

  @Test
  void compareTo_isByDigits() {
    assertThat(SchoolCode.parse("2151001234")).isGreaterThan(SchoolCode.parse("2151001233"));
  }

  @Test
  void equals_isByText() {
    new EqualsTester()
        .addEqualityGroup(SchoolCode.parse("2151001234"), new SchoolCode("2151001234"))
        .addEqualityGroup(SchoolCode.parse("2151001235"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    NullPointerTester tester = new NullPointerTester();
    tester.testAllPublicStaticMethods(SchoolCode.class);
    tester.testAllPublicConstructors(SchoolCode.class);
  }
}
