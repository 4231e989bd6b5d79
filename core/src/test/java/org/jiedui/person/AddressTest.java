package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  private static final DivisionCode DIVISION = DivisionCode.parse("522401");

  @Test
  void of_text_isKeptAsWritten() {
    Address address = Address.of("  平坝村三组，小卖部往里走 (3-2#) ");
    assertThat(address.text()).isEqualTo("平坝村三组，小卖部往里走 (3-2#)");
    assertThat(address.divisionCode()).isEmpty();
  }

  @Test
  void of_division_isKept() {
    assertThat(Address.of("平坝村三组", DIVISION).divisionCode()).contains(DIVISION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "平坝村\n三组",
        "平坝村\t三组",
        "平坝村\u0000三组",
        "平坝村\u007f",
        "平坝村\u0085三组",
        "平坝村\u2028三组",
        "平坝村\u2029三组",
        "平坝村\ud842三组"
      })
  void of_controlCharacter_isRejected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of(text))
        .withMessage("address must be one line without control characters");
    assertThatIllegalArgumentException().isThrownBy(() -> Address.of(text, DIVISION));
  }

  @Test
  void of_blank_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of(" \u3000\n"))
        .withMessage("address must be 1 to 200 code points, but has 0");
  }

  @Test
  void of_length_isCountedInCodePoints() {
    assertThat(Address.of("\uD842\uDFB7".repeat(200)).text()).hasSize(400);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of("村".repeat(201)))
        .withMessage("address must be 1 to 200 code points, but has 201");
  }

  @Test
  void equals_isByTextAndDivision() {
    new EqualsTester()
        .addEqualityGroup(Address.of("平坝村三组"), Address.of(" 平坝村三组 "))
        .addEqualityGroup(Address.of("平坝村三组", DIVISION), Address.of("平坝村三组", DIVISION))
        .addEqualityGroup(Address.of("平坝村三组", DivisionCode.parse("522402")))
        .addEqualityGroup(Address.of("平坝村四组"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester()
        .setDefault(DivisionCode.class, DIVISION)
        .testAllPublicStaticMethods(Address.class);
  }
}
