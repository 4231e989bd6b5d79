package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import java.util.List;
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
          一年级 1班,     1,     1
          一 ( 1 ) 班,    1,     1
          １年级２班,     1,     2
          一年级１２班,   1,     12
          一(１）班,      1,     1
          一年级一班,     1,     1
          一年级（二）班, 1,     2
          三二班,         3,     2
          2年级九班,      2,     9
          一年级十班,     1,     10
          一（十）班,     1,     10
          六年级十一班,   6,     11
          六年级(十九)班, 6,     19
          六年级二十班,   6,     20
          初一三班,       7,     3
          初二十班,       8,     10
          高三年级十二班, 12,    12
          """)
  void find_usualForms_sayGradeAndNumber(String text, int grade, int number) {
    assertThat(ClassName.find(text)).contains(new ClassName(text, grade, number));
  }

  @Test
  void find_whiteSpaceAround_isRemoved() {
    assertThat(ClassName.find(" \u3000一年级1班 ")).contains(new ClassName("一年级1班", 1, 1));
    assertThat(ClassName.find("\u3000一\u00A0年级\t1班").orElseThrow().text())
        .as("inside it stays as written")
        .isEqualTo("一\u00A0年级\t1班");
  }

  @Test
  void find_everyChineseNumeralUpToTwenty_isTheNumber() {
    List<String> numerals =
        Splitter.on(' ').splitToList("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十");
    for (int number = 1; number <= numerals.size(); number++) {
      for (String form : List.of("三年级%s班", "三年级（%s）班", "三(%s)班", "初三%s班")) {
        String text = form.formatted(numerals.get(number - 1));
        assertThat(ClassName.find(text).map(ClassName::number)).as(text).contains(number);
      }
    }
  }

  @Test
  void isSameClass_isAboutGradeAndNumberAlone() {
    ClassName name = new ClassName("一年级1班", 1, 1);
    assertThat(name.isSameClass(new ClassName("一（1）班", 1, 1))).isTrue();
    assertThat(name.isSameClass(new ClassName("一年级1班", 1, 2))).isFalse();
    assertThat(name.isSameClass(new ClassName("一年级1班", 2, 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "班",
        "向阳班",
        "一年级",
        "一年级班",
        "1班",
        "一年级0班",
        "一年级000班",
        "一年级1000班",
        "十年级1班",
        "0年级1班",
        "初四1班",
        "高0班",
        "初1班",
        "大学一年级1班",
        "一年级1班级",
        "一年级1",
        "学前班",
        "一年级-1班",
        "一年级零班",
        "一年级二十一班",
        "一年级三十班",
        "一年级十十班",
        "一年级(二)十班",
        "一年级一二班",
        "十班",
        "十一班",
        "二十班",
        "三十一班",
        "二十二班",
        "一班",
        "年级一班"
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

  @ParameterizedTest
  @ValueSource(strings = {"12班", "1班", "1２班"})
  void find_aDigitThatIsNotSaidToBeAGrade_isEmpty(String text) {
    assertThat(ClassName.find(text)).isEmpty();
  }
}
