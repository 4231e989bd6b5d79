package org.jiedui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          reader     | reads
          zh         | 家访
          zh-CN      | 家访
          zh-Hant-TW | 家访
          en-US      | home visit
          tr-TR      | home visit
          fr         | home visit
          """)
  void in_aLocale_isChineseForChineseReaders(String reader, String reads) {
    Locale locale = Locale.forLanguageTag(reader);
    assertThat(Wording.of("家访", "home visit").in(locale)).isEqualTo(reads);
  }

  @Test
  void in_rootLocale_isEnglish() {
    assertThat(Wording.of("家访", "home visit").in(Locale.ROOT)).isEqualTo("home visit");
  }

  @Test
  void of_blank_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wording.of(" ", "home visit"))
        .withMessage("chinese must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wording.of("家访", ""))
        .withMessage("english must not be blank");
  }
}
