package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  private static final long SEED = 20260903L;

  private final Locale localeBefore = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(localeBefore);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as written           | to machines     | to people
          15065720625            | +8615065720625  | 150 6572 0625
          150-6572-0625          | +8615065720625  | 150 6572 0625
          150 6572 0625          | +8615065720625  | 150 6572 0625
          １５０６５７２０６２５ | +8615065720625  | 150 6572 0625
          +86 150 6572 0625      | +8615065720625  | 150 6572 0625
          0086 15065720625       | +8615065720625  | 150 6572 0625
          0851-85812345          | +8685185812345  | 0851 8581 2345
          (0851)85812345         | +8685185812345  | 0851 8581 2345
          010-65012345           | +861065012345   | 010 6501 2345
          +852 2345 6789         | +85223456789    | +852 2345 6789
          """)
  void of_knownNumber_isReadInEverySpelling(String text, String e164, String national) {
    PhoneNumber number = PhoneNumber.of(text);
    assertThat(number.isKnown()).isTrue();
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.toE164()).contains(e164);
    assertThat(number.toNational()).isEqualTo(national);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12355",
        "110",
        "6",
        "1506572062",
        "150657206255",
        "+999 150 6572 0625",
        "+86",
        "+",
        "村委会代接",
        "15065720625、13800000000",
        "=1+1",
        "无",
      })
  void of_unknownNumber_isKeptAsWritten(String text) {
    PhoneNumber number = PhoneNumber.of(text);
    assertThat(number.isKnown()).isFalse();
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.toE164()).isEmpty();
    assertThat(number.toNational()).isEqualTo(text);
  }

  @Test
  void of_anyTextOfAllowedLength_isKept() {
    Random random = new Random(SEED);
    String alphabet = "0123456789+-() .,;#*=x转ext分机٣５\u0000\n\uD842";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("1");
      for (int length = random.nextInt(39); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      text.append('1');
      assertThatCode(
              () -> assertThat(PhoneNumber.of(text.toString()).text()).hasToString(text.toString()))
          .as("seed %s, round %s, %s", SEED, i, text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void of_blank_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of(" \u3000"))
        .withMessage("phone number must be 1 to 40 characters, but has 0");
  }

  @Test
  void of_tooLong_isRejectedWithoutRepeatingIt() {
    assertThat(PhoneNumber.of(" " + "1".repeat(40) + " ").text()).hasSize(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of("1".repeat(41)))
        .withMessage("phone number must be 1 to 40 characters, but has 41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-SA-u-nu-arab", "zh-CN", "th-TH-u-nu-thai"})
  void of_defaultLocale_doesNotMatter(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    PhoneNumber number = PhoneNumber.of("+86 150-6572-0625");
    assertThat(number.toE164()).contains("+8615065720625");
    assertThat(number.toNational()).isEqualTo("150 6572 0625");
  }

  @Test
  void equals_isAsWritten() {
    new EqualsTester()
        .addEqualityGroup(PhoneNumber.of("15065720625"), PhoneNumber.of(" 15065720625 "))
        .addEqualityGroup(PhoneNumber.of("+8615065720625"))
        .addEqualityGroup(PhoneNumber.of("12355"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester().testAllPublicStaticMethods(PhoneNumber.class);
  }
}
