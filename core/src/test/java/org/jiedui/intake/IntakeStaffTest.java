package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.FIRST_DAY;
import static org.jiedui.intake.SampleSchool.SCHOOL;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;

class IntakeStaffTest {

  private static final StaffId T10 = StaffId.of("T10");
  private static final StaffId T11 = StaffId.of("T11");
  private static final StaffId T20 = StaffId.of("T20");
  private static final StaffId T21 = StaffId.of("T21");

  private static StaffRoll staff(String table) {
    return SampleSchool.INTAKE.staff(
        Drafts.rows(StaffDraft.class, table),
        SCHOOL,
        SampleSchool.YEAR,
        Recording.onItsFirstDay(SampleSchool.ZONE));
  }

  private static StaffRoll sample() {
    return staff(
        """
        工号 | 姓名   | 性别 | 职务     | 任课班级             | 电话
        T01  | 谭婷英 | 女   | 校长     |                      | 15082102882
        T11  | 顾艳涵 | 女   | 班主任   | 二年级1班            |
        T10  | 曹思   | 女   | 班主任   | 一年级1班            | 15261130596
        T20  | 罗梅梓 | 女   | 科任老师 | 一年级1班;二年级1班  | 12355
        T21  | 袁明   | 男   | 科任老师 | 二年级1班、三年级1班 |
        """);
  }

  @Test
  void staff_row_becomesAMemberWhosePostBeginsOnTheFirstDay() {
    StaffRoll roll = sample();
    assertThat(texts(roll.staff().violations())).containsExactly("row 5 phone phone-unknown");
    assertThat(roll.staff().values())
        .hasSize(5)
        .contains(
            new StaffMember(
                SCHOOL.id(),
                T21,
                PersonName.of("袁明"),
                Sex.MALE,
                Optional.empty(),
                Timeline.<Post>empty()
                    .with(
                        DateRange.startingOn(FIRST_DAY), Post.SUBJECT_TEACHER, startOf(FIRST_DAY))),
            new StaffMember(
                SCHOOL.id(),
                StaffId.of("T01"),
                PersonName.of("谭婷英"),
                Sex.FEMALE,
                Optional.of(PhoneNumber.of("15082102882")),
                Timeline.<Post>empty()
                    .with(DateRange.startingOn(FIRST_DAY), Post.PRINCIPAL, startOf(FIRST_DAY))));
  }

  @Test
  void staff_classes_areThoseThatSomebodyTeaches() {
    ImmutableSet<StaffId> nobody = ImmutableSet.of();
    assertThat(sample().classes())
        .extracting(
            ClassGroup::id,
            ClassGroup::name,
            ClassGroup::grade,
            group -> group.homeroomTeacher().on(FIRST_DAY),
            group -> group.subjectTeachers().on(FIRST_DAY).orElse(nobody))
        .containsExactly(
            tuple("2025-1-1", "一年级1班", 1, Optional.of(T10), ImmutableSet.of(T20)),
            tuple("2025-2-1", "二年级1班", 2, Optional.of(T11), ImmutableSet.of(T20, T21)),
            tuple("2025-3-1", "三年级1班", 3, Optional.empty(), ImmutableSet.of(T21)));
  }

  private static Tuple tuple(String id, Object... others) {
    Object[] all = new Object[others.length + 1];
    all[0] = ClassId.of(id);
    System.arraycopy(others, 0, all, 1, others.length);
    return Tuple.tuple(all);
  }

  @Test
  void staff_teaching_beginsOnTheFirstDayAndIsRecordedAsAsked() {
    Instant now = Instant.parse("2025-10-01T00:00:00Z");
    ClassGroup group =
        SampleSchool.INTAKE
            .staff(
                Drafts.goodRows(StaffDraft.class, ""), SCHOOL, SampleSchool.YEAR, Recording.at(now))
            .classes()
            .get(0);
    DateRange days = DateRange.startingOn(FIRST_DAY);
    assertThat(group.homeroomTeacher().entries())
        .containsExactly(new Timeline.Entry<>(days, Optional.of(T10), now));
    assertThat(group.subjectTeachers().entries())
        .containsExactly(new Timeline.Entry<>(days, Optional.of(ImmutableSet.of()), now));
    assertThat(group.homeroomTeacher().on(LocalDate.of(2025, 8, 31))).isEmpty();
  }

  @Test
  void staff_leaderWhoTeaches_isASubjectTeacherOfTheClass() {
    ClassGroup group =
        staff(
                """
                工号 | 姓名   | 性别 | 职务   | 任课班级
                T02  | 陈敏婷 | 女   | 副校长 | 初一2班
                """)
            .classes()
            .get(0);
    assertThat(group.grade()).isEqualTo(7);
    assertThat(group.id()).isEqualTo(ClassId.of("2025-7-2"));
    assertThat(group.homeroomTeacher().isEmpty()).isTrue();
    assertThat(group.subjectTeachers().on(FIRST_DAY)).contains(ImmutableSet.of(StaffId.of("T02")));
  }

  @Test
  void staff_classNameWithoutAGrade_isAFaultForEach() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名 | 性别 | 职务     | 任课班级
            T10  | 曹思 | 女   | 班主任   | 一年级1班;向阳班;火箭班
            T20  | 罗梅 | 女   | 科任老师 | 二年级1班;全校
            """);
    assertThat(texts(roll.staff().violations()))
        .containsExactly(
            "row 2 classes class-name", "row 2 classes class-name", "row 3 classes class-name");
    assertThat(roll.staff().values()).isEmpty();
  }

  @Test
  void staff_rowThatIsNotTaken_teachesNoClass() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名 | 性别 | 职务     | 任课班级
            T10  | 曹思 | 女   | 班主任   | 一年级1班;向阳班
            T20  | 罗梅 | 女   | 科任老师 | 二年级1班;全校
            T21  | 袁明 | 男   | 科任老师 | 三年级1班
            """);
    assertThat(roll.staff().values()).extracting(StaffMember::id).containsExactly(T21);
    assertThat(roll.classes()).extracting(ClassGroup::name).containsExactly("三年级1班");
  }

  @Test
  void staff_oneClassInTwoSpellings_isOneClass() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名 | 性别 | 职务     | 任课班级
            T20  | 罗梅 | 女   | 科任老师 | 一（1）班
            T21  | 袁明 | 男   | 科任老师 | 1年级1班
            T10  | 曹思 | 女   | 班主任   | 一年级1班
            """);
    ClassGroup group = roll.classes().get(0);
    assertThat(roll.classes()).hasSize(1);
    assertThat(group.homeroomTeacher().on(FIRST_DAY)).contains(T10);
    assertThat(group.subjectTeachers().on(FIRST_DAY)).contains(ImmutableSet.of(T20, T21));
    // As its homeroom teacher's row has it.
    assertThat(group.name()).isEqualTo("一年级1班");
  }

  @Test
  void staff_numberThatStandsTwice_isTold() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名 | 性别 | 职务     | 任课班级
            T10  | 曹思 | 女   | 班主任   | 一年级1班
            T10  | 曹思 | 女   | 班主任   | 二年级1班
            T20  | 罗梅 | 女   | 科任老师 | 三年级1班
            T20  | 罗梅 | 女   | 科任老师 | 三年级1班
            """);
    assertThat(texts(roll.staff().violations()))
        .containsExactly(
            "row 2 number contradicting-row",
            "row 3 number contradicting-row",
            "row 5 number repeated-row");
    assertThat(roll.staff().values()).extracting(StaffMember::id).containsExactly(T20);
    assertThat(roll.classes()).extracting(ClassGroup::name).containsExactly("三年级1班");
  }

  @Test
  void staff_twoHomeroomTeachersOfOneClass_areBothRefused() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名   | 性别 | 职务     | 任课班级
            T10  | 曹思   | 女   | 班主任   | 一年级1班
            T11  | 顾艳涵 | 女   | 班主任   | 二年级1班;一（1）班
            T20  | 罗梅梓 | 女   | 科任老师 | 一年级1班;二年级1班
            T12  | 袁明   | 男   | 班主任   | 三年级1班
            """);
    assertThat(texts(roll.staff().violations()))
        .containsExactly("row 2 classes homeroom-twice", "row 3 classes homeroom-twice");
    assertThat(roll.staff().violations())
        .extracting(violation -> violation.message(Locale.CHINA))
        .containsExactly("第 3 行的班主任也任这个班，每班只能有一位班主任", "第 2 行的班主任也任这个班，每班只能有一位班主任");
    assertThat(roll.staff().values())
        .extracting(StaffMember::id)
        .containsExactly(T20, StaffId.of("T12"));
    assertThat(roll.classes())
        .extracting(ClassGroup::name, group -> group.homeroomTeacher().on(FIRST_DAY))
        .containsExactly(
            Tuple.tuple("一年级1班", Optional.empty()),
            Tuple.tuple("二年级1班", Optional.empty()),
            Tuple.tuple("三年级1班", Optional.of(StaffId.of("T12"))));
  }

  @Test
  void staff_threeHomeroomTeachersOfOneClass_areToldOfTheFirst() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名   | 性别 | 职务   | 任课班级
            T10  | 曹思   | 女   | 班主任 | 一年级1班;一年级2班
            T11  | 顾艳涵 | 女   | 班主任 | 一年级2班;一年级1班
            T12  | 袁明   | 男   | 班主任 | 一年级1班
            """);
    assertThat(roll.staff().violations())
        .extracting(violation -> violation.row() + " " + violation.details().get(0).english())
        .containsExactly("2 3", "2 4", "3 2", "4 2");
    assertThat(roll.staff().values()).isEmpty();
    assertThat(roll.classes()).isEmpty();
  }

  @Test
  void staff_homeroomTwice_isToldTogetherWithOtherFaults() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名   | 性别 | 职务   | 任课班级
            T10  |        | 女   | 班主任 | 一年级1班
            T11  | 顾艳涵 | 女   | 班主任 | 一年级1班;向阳班
            """);
    assertThat(texts(roll.staff().violations()))
        .containsExactly(
            "row 2 classes homeroom-twice",
            "row 2 name required",
            "row 3 classes class-name",
            "row 3 classes homeroom-twice");
  }

  @Test
  void staff_oneTeacherOfAClassInTwoRows_isNotToldTwice() {
    StaffRoll roll =
        staff(
            """
            工号 | 姓名 | 性别 | 职务   | 任课班级
            T10  | 曹思 | 女   | 班主任 | 一年级1班;一（1）班
            T10  | 曹思 | 女   | 班主任 | 一年级1班;一（1）班
            """);
    assertThat(texts(roll.staff().violations())).containsExactly("row 3 number repeated-row");
    assertThat(roll.classes()).hasSize(1);
  }

  @Test
  void staff_rowsWithoutANumber_repeatNothing() {
    StaffRoll roll =
        SampleSchool.INTAKE.staff(
            Drafts.goodRows(StaffDraft.class, "number=", "number=", "number= && classes="),
            SCHOOL,
            SampleSchool.YEAR,
            Recording.onItsFirstDay(SampleSchool.ZONE));
    assertThat(texts(roll.staff().violations()))
        .containsExactly("row 2 number required", "row 3 number required", "row 4 number required");
  }

  @Test
  void staff_nobody_givesNoClass() {
    StaffRoll roll =
        SampleSchool.INTAKE.staff(
            List.of(), SCHOOL, SampleSchool.YEAR, Recording.onItsFirstDay(SampleSchool.ZONE));
    assertThat(roll.staff().values()).isEmpty();
    assertThat(roll.classes()).isEmpty();
  }
}
