package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StaffChangeTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final Instant RECORDED = Instant.parse("2025-09-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-10-30T00:00:00Z");
  private static final StaffId T10 = StaffId.of("T10");
  private static final StaffId T11 = StaffId.of("T11");
  private static final StaffId T20 = StaffId.of("T20");
  private static final ClassId CLASS = ClassId.of("2025-1-1");

  private static ClassGroup group(
      Timeline<StaffId> homeroom, Timeline<ImmutableSet<StaffId>> subjects) {
    return new ClassGroup(SCHOOL, CLASS, 2025, "一年级1班", 1, homeroom, subjects);
  }

  private static Timeline<StaffId> homeroom() {
    return Timeline.<StaffId>empty().with(DateRange.startingOn(FIRST_DAY), T10, RECORDED);
  }

  private static Timeline<ImmutableSet<StaffId>> subjects(StaffId... teachers) {
    return Timeline.<ImmutableSet<StaffId>>empty()
        .with(DateRange.startingOn(FIRST_DAY), ImmutableSet.copyOf(teachers), RECORDED);
  }

  private static StaffChange leaves(StaffId staff) {
    return StaffChange.leaves(staff, FROM, "调离");
  }

  private static StaffChange teaches(
      StaffId staff, ImmutableSet<ClassId> homeroomOf, ImmutableSet<ClassId> teaches) {
    return StaffChange.teaches(staff, FROM, "换班", Post.SUBJECT_TEACHER, homeroomOf, teaches);
  }

  @Test
  void leaves_endsHomeroomAndSubjectTeaching_andKeepsWhatWasKnown() {
    ClassGroup before = group(homeroom(), subjects(T10, T20));
    ClassGroup after = leaves(T10).applyTo(before, NOW);
    assertThat(after.homeroomTeacher().on(FROM.minusDays(1))).contains(T10);
    assertThat(after.homeroomTeacher().on(FROM)).isEmpty();
    assertThat(after.subjectTeachers().on(FROM.minusDays(1))).contains(ImmutableSet.of(T10, T20));
    assertThat(after.subjectTeachers().on(FROM)).contains(ImmutableSet.of(T20));
    assertThat(after.homeroomTeacher().knownBefore(NOW))
        .isEqualTo(before.homeroomTeacher().known());
    assertThat(before.homeroomTeacher().isContinuedBy(after.homeroomTeacher())).isTrue();
    assertThat(before.subjectTeachers().isContinuedBy(after.subjectTeachers())).isTrue();
  }

  @Test
  void leaves_aSuccessorWhoIsRecordedAlready_stays() {
    LocalDate december = LocalDate.of(2025, 12, 1);
    ClassGroup before =
        group(homeroom().with(DateRange.startingOn(december), T11, RECORDED), subjects(T20));
    ClassGroup after = leaves(T10).applyTo(before, NOW);
    assertThat(after.homeroomTeacher().on(FROM)).isEmpty();
    assertThat(after.homeroomTeacher().on(december)).contains(T11);
    assertThat(after.subjectTeachers()).isEqualTo(before.subjectTeachers());
  }

  @Test
  void applyTo_aClassOfOthers_isTheSame() {
    ClassGroup group = group(homeroom(), subjects(T20));
    assertThat(leaves(T11).applyTo(group, NOW)).isSameAs(group);
  }

  @Test
  void applyTo_again_isTheSame() {
    ClassGroup group = leaves(T10).applyTo(group(homeroom(), subjects(T10, T20)), NOW);
    assertThat(leaves(T10).applyTo(group, NOW.plusSeconds(1))).isSameAs(group);
    StaffChange back = teaches(T10, ImmutableSet.of(CLASS), ImmutableSet.of(CLASS));
    ClassGroup again = back.applyTo(group, NOW);
    assertThat(back.applyTo(again, NOW.plusSeconds(1))).isSameAs(again);
  }

  @Test
  void teaches_takesAClassOver_andLeavesAnother() {
    StaffChange change = teaches(T11, ImmutableSet.of(CLASS), ImmutableSet.of());
    ClassGroup after = change.applyTo(group(homeroom(), subjects(T11, T20)), NOW);
    assertThat(after.homeroomTeacher().on(FROM.minusDays(1))).contains(T10);
    assertThat(after.homeroomTeacher().on(FROM)).contains(T11);
    assertThat(after.subjectTeachers().on(FROM)).contains(ImmutableSet.of(T20));
  }

  @Test
  void teaches_aSubject_joinsThoseWhoTeachOnEachDay() {
    Timeline<ImmutableSet<StaffId>> some =
        Timeline.<ImmutableSet<StaffId>>empty()
            .with(DateRange.parse("2025-12-01/2025-12-31"), ImmutableSet.of(T20), RECORDED);
    ClassGroup after =
        teaches(T11, ImmutableSet.of(), ImmutableSet.of(CLASS))
            .applyTo(group(homeroom(), some), NOW);
    assertThat(after.subjectTeachers().on(FROM.minusDays(1))).isEmpty();
    assertThat(after.subjectTeachers().on(FROM)).contains(ImmutableSet.of(T11));
    assertThat(after.subjectTeachers().on(LocalDate.of(2025, 12, 15)))
        .contains(ImmutableSet.of(T20, T11));
    assertThat(after.subjectTeachers().on(LocalDate.of(2026, 1, 1))).contains(ImmutableSet.of(T11));
  }

  private static StaffMember member(Timeline<Post> posts) {
    return new StaffMember(SCHOOL, T10, PersonName.of("秘密"), Sex.FEMALE, Optional.empty(), posts);
  }

  @Test
  void leaves_endsThePost() {
    StaffMember before =
        member(
            Timeline.<Post>empty()
                .with(DateRange.startingOn(FIRST_DAY), Post.HOMEROOM_TEACHER, RECORDED));
    StaffMember after = leaves(T10).applyTo(before, NOW);
    assertThat(after.post().on(FROM.minusDays(1))).contains(Post.HOMEROOM_TEACHER);
    assertThat(after.post().on(FROM)).isEmpty();
    assertThat(leaves(T10).applyTo(after, NOW)).isSameAs(after);
    StaffMember moved = teaches(T10, ImmutableSet.of(), ImmutableSet.of()).applyTo(before, NOW);
    assertThat(moved.post().on(FROM)).contains(Post.SUBJECT_TEACHER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaves(T11).applyTo(before, NOW))
        .withMessage("T10 is not T11");
  }

  @Test
  void leaves_whatWasTakenInForDaysToCome_isOverriddenAllTheSame() {
    Instant future = Instant.parse("2025-12-01T00:00:00Z");
    StaffMember before =
        member(
            Timeline.<Post>empty()
                .with(DateRange.startingOn(FIRST_DAY), Post.HOMEROOM_TEACHER, future));
    assertThat(leaves(T10).applyTo(before, NOW).post().on(FROM)).isEmpty();
  }

  private static TeamMembership membership(StaffId staff, String from) {
    return new TeamMembership(
        SCHOOL,
        MembershipId.of("t-1"),
        staff,
        TeamPost.MEMBER,
        ImmutableSet.of(Responsibility.MORAL_EDUCATION),
        Tenure.startingOn(LocalDate.parse(from), RECORDED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # who | from       | last day
          T10   | 2025-09-01 | 2025-10-31
          T10   | 2025-10-31 | 2025-10-31
          T10   | 2025-11-01 | 2025-10-31
          T10   | 2026-02-24 | 2026-02-23
          T11   | 2025-09-01 |
          """)
  void leaves_endsTheMembership_orSaysThatItNeverCameAbout(
      StaffId staff, String from, LocalDate lastDay) {
    TeamMembership after = leaves(T10).applyTo(membership(staff, from), NOW);
    assertThat(after.tenure().closing().map(Tenure.Closing::lastDay))
        .isEqualTo(Optional.ofNullable(lastDay));
    assertThat(leaves(T10).applyTo(after, NOW)).isSameAs(after);
  }

  @Test
  void teaches_leavesTheMembershipAlone() {
    TeamMembership membership = membership(T10, "2025-09-01");
    assertThat(teaches(T10, ImmutableSet.of(), ImmutableSet.of()).applyTo(membership, NOW))
        .isSameAs(membership);
  }

  @Test
  void change_withClassesOfWhoLeaves_orWithoutReason_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StaffChange(
                    T10, FROM, "x", Optional.empty(), ImmutableSet.of(CLASS), ImmutableSet.of()))
        .withMessage("T10 must not leave and have classes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StaffChange.leaves(T10, FROM, " "))
        .withMessage("reason must not be blank");
    assertThat(leaves(T10)).hasToString("StaffChange[T10 from 2025-11-01]");
  }

  static LongStream seeds() {
    return LongStream.range(20251101, 20251121);
  }

  /** Whatever was recorded: other teachers keep their days, and the past is as it was. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leaves_anyClass_onlyThatTeacherIsGone_andOnlyFromThatDay(long seed) {
    Random random = new Random(seed);
    Timeline<StaffId> homeroom = Timeline.empty();
    Timeline<ImmutableSet<StaffId>> subjects = Timeline.empty();
    StaffId[] staff = {T10, T11, T20};
    for (int i = 0; i < 6; i++) {
      LocalDate from = FIRST_DAY.plusDays(random.nextInt(120));
      DateRange days =
          random.nextBoolean()
              ? DateRange.startingOn(from)
              : DateRange.ofClosed(from, from.plusDays(random.nextInt(60)));
      Instant at = RECORDED.plusSeconds(86_400L * random.nextInt(200));
      homeroom =
          random.nextInt(4) == 0
              ? homeroom.without(days, at)
              : homeroom.with(days, staff[random.nextInt(3)], at);
      ImmutableSet.Builder<StaffId> some = ImmutableSet.builder();
      for (StaffId each : staff) {
        if (random.nextBoolean()) {
          some.add(each);
        }
      }
      subjects = subjects.with(days, some.build(), at);
    }
    ClassGroup before = group(homeroom, subjects);

    ClassGroup after = leaves(T10).applyTo(before, NOW);

    for (LocalDate day = FIRST_DAY; day.isBefore(FIRST_DAY.plusDays(250)); day = day.plusDays(1)) {
      boolean gone = !day.isBefore(FROM);
      assertThat(after.homeroomTeacher().on(day))
          .as("homeroom on %s with seed %s", day, seed)
          .isEqualTo(before.homeroomTeacher().on(day).filter(each -> !gone || !each.equals(T10)));
      assertThat(after.subjectTeachers().on(day))
          .as("subjects on %s with seed %s", day, seed)
          .isEqualTo(
              before
                  .subjectTeachers()
                  .on(day)
                  .map(
                      all ->
                          all.stream()
                              .filter(each -> !gone || !each.equals(T10))
                              .collect(ImmutableSet.toImmutableSet())));
    }
    assertThat(before.homeroomTeacher().isContinuedBy(after.homeroomTeacher())).isTrue();
    assertThat(before.subjectTeachers().isContinuedBy(after.subjectTeachers())).isTrue();
    assertThat(leaves(T10).applyTo(after, NOW)).isSameAs(after);
  }
}
