package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNameTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as written,   grade, number
          一年级1班,      1,     1
          一年级（1）班,  1,     1
          一年级(1)班,    1,     1
          一（1）班,      1,     1
          一(12)班,       1,     12
          1年级1班,       1,     1
          三2班,          3,     2
          六年级10班,     6,     10
          九年级3班,      9,     3
          9年级3班,       9,     3
          六年级01班,     6,     1
          六年级999班,    6,     999
          初一2班,        7,     2
          初一（2）班,    7,     2
          初二年级4班,    8,     4
          初三1班,        9,     1
          高一2班,        10,    2
          高三年级(11)班, 12,    11
          """)
  void find_usualForms_sayGradeAndNumber(String text, int grade, int number) {
    assertThat(ClassName.find(text)).contains(new ClassName(text, grade, number));
  }

  @Test
  void find_whiteSpaceAround_isRemoved() {
    assertThat(ClassName.find(" \u3000一年级1班 ")).contains(new ClassName("一年级1班", 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "班", "向阳班", "一年级", "一年级班", "1班", "一年级0班", "一年级000班", "一年级1000班",
        "十年级1班", "0年级1班", "初四1班", "高0班", "初1班", "大学一年级1班", "一年级1班级", "一年级1", "一年级 1班",
        "学前班", "一年级-1班"
      })
  void find_otherForms_sayNothing(String text) {
    assertThat(ClassName.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "13, 1", "-1, 1", "1, 0", "1, -1"})
  void new_outOfBounds_isRejected(int grade, int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassName("x", grade, number))
        .withMessageContaining(grade == 1 ? "number (" + number : "grade (" + grade);
  }
}
