package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import com.google.common.testing.NullPointerTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "李",
        "欧阳小明",
        "张 三",
        "张　三", // padded with an ideographic space
        "张  三",
        "阿依古丽·买买提",
        "阿依古丽•买买提",
        "阿依古丽・买买提",
        "阿依古丽 · 买买提",
        "Anne-Marie O'Neill",
        "Anne‐Marie O’Neill",
        "José",
        "Jose\u0301", // the accent as a mark of its own
        "བསྟན་འཛིན",
        "ئايگۈل",
        "刘〇",
        "\uD842\uDFB7田", // U+20BB7
        "王\uD884\uDF50", // U+31350, of Unicode 15, newer than the tables of Java 17
        "葛\uDB40\uDD00", // with an ideographic variation selector
      })
  void of_name_isKeptAsWritten(String text) {
    assertThat(PersonName.of(text).text()).isEqualTo(text);
    assertThat(PersonName.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "　",
        "张三2",
        "张三２", // full-width
        "13800000000",
        "=张三",
        "+张三",
        "-张三",
        "@张三",
        "=HYPERLINK(1)",
        "·张三",
        "张三·",
        "'张三",
        "张三'",
        "张··三",
        "张-'三",
        "\"张三\"",
        "“张三”",
        "张三(大)",
        "张三（大）",
        "张[三]",
        "张,三",
        "张、三",
        "张.三",
        "张/三",
        "张_三",
        "张=三",
        "张+三",
        "张@三",
        "张;三",
        "张<三>",
        "张\u0000三",
        "张\n三",
        "张\t三",
        "张\u007f三",
        "张\u202e三", // turns the direction of writing
        "张\u200b三", // has no width
        "\ufeff张三",
        "\u0301张三", // a mark without a letter
        "张 \u0301三",
        "张\ud842三", // half a surrogate pair
        "张\uFFFD三",
        "张😀三",
      })
  void of_anythingElse_isRejectedWithoutRepeatingIt(String text) {
    assertThat(PersonName.isValid(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PersonName.of(text))
        .withMessage(
            "name must be 1 to 64 code points: letters, with spaces and one middle dot, hyphen or"
                + " apostrophe between any two");
  }

  @Test
  void of_spaceAround_isRemoved() {
    assertThat(PersonName.of(" 　李小红\t\n").text()).isEqualTo("李小红");
    assertThat(PersonName.isValid(" 李小红 ")).isTrue();
  }

  @Test
  void of_length_isCountedInCodePoints() {
    assertThat(PersonName.of("\uD842\uDFB7".repeat(64)).text()).hasSize(128);
    assertThat(PersonName.isValid("李".repeat(64))).isTrue();
    assertThat(PersonName.isValid("李".repeat(65))).isFalse();
    assertThat(PersonName.isValid(" ".repeat(65) + "李")).isTrue();
  }

  @Test
  void equals_isByText() {
    new EqualsTester()
        .addEqualityGroup(PersonName.of("李小红"), PersonName.of(" 李小红 "))
        .addEqualityGroup(PersonName.of("李小明"))
        .addEqualityGroup(PersonName.of("李 小红"))
        .testEquals();
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester().testAllPublicStaticMethods(PersonName.class);
  }
}
