package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jiedui.child.Placement;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;

class SchoolTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");

  private static ClassGroup group(String name, int grade) {
    return new ClassGroup(
        SCHOOL, ClassId.of("4-1"), name, grade, Timeline.empty(), Timeline.empty());
  }

  @Test
  void dayOf_isInTheSchoolsZone() {
    School school = School.of(SCHOOL, "青石小学", ZoneId.of("Asia/Shanghai"));
    assertThat(school.code()).isEmpty();
    assertThat(school.dayOf(Instant.parse("2025-12-31T15:59:59Z")))
        .isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(school.dayOf(Instant.parse("2025-12-31T16:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void of_blankName_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> School.of(SCHOOL, " ", ZoneId.of("UTC")))
        .withMessage("name must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("", 4))
        .withMessage("name must not be blank");
  }

  @Test
  void classGroup_gradeOutside1To12_isRejected() {
    assertThat(group("四年级1班", 12).grade()).isEqualTo(ClassGroup.MAX_GRADE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("四年级1班", 0))
        .withMessage("grade (0) must be 1 to 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("四年级1班", 13))
        .withMessage("grade (13) must be 1 to 12");
  }

  @Test
  void placement_inAClass_hasItsGrade() {
    assertThat(Placement.in(group("四年级1班", 4))).isEqualTo(new Placement(ClassId.of("4-1"), 4));
  }

  @Test
  void toString_showsIdsAlone() {
    StaffMember teacher =
        new StaffMember(
            SCHOOL,
            StaffId.of("T10"),
            PersonName.of("秘密"),
            Sex.FEMALE,
            Optional.of(PhoneNumber.of("15065720625")),
            Timeline.<Post>empty()
                .with(
                    DateRange.parse("2025-09-01/.."),
                    Post.HOMEROOM_TEACHER,
                    Instant.parse("2025-09-01T08:00:00Z")));
    assertThat(teacher).hasToString("StaffMember[qingshi/T10]");
    ClassGroup group =
        new ClassGroup(
            SCHOOL,
            ClassId.of("4-1"),
            "秘密班",
            4,
            Timeline.<StaffId>empty(),
            Timeline.<ImmutableSet<StaffId>>empty());
    assertThat(group).hasToString("ClassGroup[qingshi/4-1]");
  }
}
