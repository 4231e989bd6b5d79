package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.text.Coded;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolTest {

  private static final SchoolId ID = SchoolId.of("qingshi");

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T15:59:59.999Z, Asia/Shanghai, 2025-12-31",
    "2025-12-31T16:00:00Z,     Asia/Shanghai, 2026-01-01",
    "2024-02-28T17:59:59Z,     Asia/Urumqi,   2024-02-28",
    "2024-02-28T18:00:00Z,     Asia/Urumqi,   2024-02-29",
  })
  void dayOf_isTheCivilDayAtTheSchool(Instant instant, ZoneId zone, LocalDate day) {
    assertThat(School.of(ID, "青石岭小学", zone).dayOf(instant)).isEqualTo(day);
  }

  @Test
  void of_hasNoCode() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    assertThat(School.of(ID, "青石岭小学", zone))
        .isEqualTo(new School(ID, "青石岭小学", Optional.empty(), zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void names_blank_areRejected(String name) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> School.of(ID, name, zone))
        .withMessage("name must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group(name, 1))
        .withMessage("name must not be blank");
  }

  @Test
  void group_gradesOneToTwelve_areAllowed() {
    assertThat(group("一年级1班", 1).grade()).isEqualTo(1);
    assertThat(group("高三1班", 12).grade()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 13})
  void group_otherGrades_areRejected(int grade) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("x", grade))
        .withMessage("grade (" + grade + ") must be 1 to 12");
  }

  private static ClassGroup group(String name, int grade) {
    return new ClassGroup(
        ID, ClassId.of("1-1"), 2025, name, grade, Timeline.empty(), Timeline.empty());
  }

  @Test
  void toString_ofAClassAndAMember_showsIdsAlone() {
    assertThat(group("一年级1班", 1)).hasToString("ClassGroup[qingshi/1-1]");
    assertThat(
            new StaffMember(
                ID,
                StaffId.of("T10"),
                PersonName.of("曹思"),
                Sex.FEMALE,
                Optional.of(PhoneNumber.of("15261130596")),
                Timeline.empty()))
        .hasToString("StaffMember[qingshi/T10]");
  }

  @ParameterizedTest
  @EnumSource
  void post_isFoundByItsCodeAndItsChineseName(Post post) {
    assertThat(Coded.find(Post.class, post.code())).contains(post);
    assertThat(Coded.find(Post.class, post.wording().chinese())).contains(post);
    assertThat(post.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(Stream.of(Post.values()).map(Post::code)).doesNotHaveDuplicates();
  }
}
