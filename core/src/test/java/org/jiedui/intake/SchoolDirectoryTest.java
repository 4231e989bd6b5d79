package org.jiedui.intake;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolDirectoryTest {

  private static SchoolDirectory directory(String... classes) {
    return new SchoolDirectory(
        SampleSchool.SCHOOL,
        SampleSchool.FIRST_DAY,
        Arrays.stream(classes)
            .map(name -> group(name, classes))
            .collect(toImmutableMap(ClassGroup::name, group -> group)),
        ImmutableSet.of(),
        ImmutableMap.of(),
        ImmutableMap.of());
  }

  private static ClassGroup group(String name, String... classes) {
    return new ClassGroup(
        SampleSchool.SCHOOL.id(),
        ClassId.of("c-" + Arrays.asList(classes).indexOf(name)),
        2025,
        name,
        1,
        Timeline.empty(),
        Timeline.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as written   | the class that is found
          一年级1班      | 一年级1班
          ' 一年级1班 '  | 一年级1班
          一（1）班      | 一年级1班
          一年级一班     | 一年级1班
          １年级２班     | 1年级2班
          向阳班         | 向阳班
          一年级3班      |
          二年级1班      |
          向阳           |
          ''             |
          """)
  void findClass_exactNameOrSameGradeAndNumber_isFound(String text, String name) {
    Optional<String> found =
        directory("一年级1班", "1年级2班", "向阳班").findClass(text).map(ClassGroup::name);
    assertThat(found).isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void findClass_oneClassUnderTwoNames_isFoundByItsExactNameOnly() {
    SchoolDirectory directory = directory("一年级1班", "一（1）班");
    assertThat(directory.findClass("一（1）班").map(ClassGroup::id)).contains(ClassId.of("c-1"));
    assertThat(directory.findClass("一年级1班").map(ClassGroup::id)).contains(ClassId.of("c-0"));
    assertThat(directory.findClass("一年级一班")).isEmpty();
  }
}
