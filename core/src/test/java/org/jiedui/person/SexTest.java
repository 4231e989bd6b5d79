package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jiedui.text.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SexTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          男,      MALE
          女,      FEMALE
          male,   MALE
          female, FEMALE
          """)
  void find_codeOrChineseWord_isFound(String text, Sex sex) {
    assertThat(Coded.find(Sex.class, text)).contains(sex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "男性", "男女", "Male", "FEMALE", "m", "1", "未说明"})
  void find_anythingElse_isEmpty(String text) {
    assertThat(Coded.find(Sex.class, text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void find_ownCodeAndWord_leadsBack(Sex sex) {
    assertThat(Coded.find(Sex.class, sex.code())).contains(sex);
    assertThat(Coded.find(Sex.class, sex.wording().chinese())).contains(sex);
  }

  @Test
  void wording_isInBothLanguages() {
    assertThat(Sex.MALE.wording().in(Locale.CHINA)).isEqualTo("男");
    assertThat(Sex.FEMALE.wording().in(Locale.ENGLISH)).isEqualTo("female");
  }
}
