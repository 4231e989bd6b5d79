package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is personal must not leak by logging a value, or a refusal of one. */
class RedactionTest {

  static Stream<Arguments> personalValues() {
    return Stream.of(
        Arguments.of(PersonName.of("李小红"), "PersonName[redacted]"),
        Arguments.of(ResidentId.parse(SampleIds.OF_A_WOMAN), "ResidentId[redacted]"),
        Arguments.of(StudentNumber.parse("G11010519491231002X"), "StudentNumber[redacted]"),
        Arguments.of(StudentNumber.parse("J12345678901234567X"), "StudentNumber[redacted]"),
        Arguments.of(StudentNumber.parse("L522401201602290001"), "StudentNumber[redacted]"),
        Arguments.of(PhoneNumber.of("15065720625"), "PhoneNumber[redacted]"),
        Arguments.of(PhoneNumber.of("12355"), "PhoneNumber[redacted]"),
        Arguments.of(Address.of("平坝村三组"), "Address[redacted]"),
        Arguments.of(Address.of("平坝村三组", DivisionCode.parse("522401")), "Address[redacted]"));
  }

  @ParameterizedTest
  @MethodSource("personalValues")
  void toString_personalValue_isRedacted(Object value, String shown) {
    assertThat(value).hasToString(shown);
  }

  static Stream<Arguments> refusals() {
    return Stream.<Function<String, Object>>of(
            PersonName::of,
            ResidentId::parse,
            StudentNumber::parse,
            DivisionCode::parse,
            DivisionCode::new,
            SchoolCode::parse,
            SchoolCode::new,
            PhoneNumber::of,
            Address::of,
            text -> Address.of(text, DivisionCode.parse("522401")))
        .flatMap(
            factory ->
                Stream.of("李小红\u0000" + "7".repeat(200), "=李小红\n" + "7".repeat(200))
                    .map(text -> Arguments.of(factory, text)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_message_doesNotRepeatTheText(Function<String, Object> factory, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.apply(text))
        .withNoCause()
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("李", "红", "77"));
  }
}
