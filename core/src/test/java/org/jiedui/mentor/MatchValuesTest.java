package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiedui.child.CareFacts;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.Preference.EarlierBond;
import org.jiedui.mentor.Preference.Nearby;
import org.jiedui.mentor.Preference.SameDialect;
import org.jiedui.mentor.Preference.SameSex;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes into a matcher: children, teachers, pairs, preferences. */
class MatchValuesTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  private static final Instant RECORDED = Instant.parse("2025-09-01T00:00:00Z");
  private static final ClassId CLASS = ClassId.of("2025-5-1");
  private static final ChildId CHILD = ChildId.of("c-1");
  private static final StaffId TEACHER = StaffId.of("T10");
  private static final Mentee MENTEE = Mentee.of(CHILD, CLASS, 5);
  private static final Candidate CANDIDATE = Candidate.of(TEACHER, List.of(CLASS));

  private static MentorAssignment assignment(String id, String teacher, LocalDate from) {
    return assignment(id, teacher, MentorRole.PRIMARY, from);
  }

  private static MentorAssignment assignment(
      String id, String teacher, MentorRole role, LocalDate from) {
    return MentorAssignment.open(
        SCHOOL,
        AssignmentId.of(id),
        MentorPair.of(CHILD, StaffId.of(teacher), role),
        from,
        RECORDED);
  }

  @Test
  void on_ofSeveralMentors_theOneWhoBeganFirstIsPrimary() {
    List<MentorAssignment> assignments =
        List.of(
            assignment("a-1", "T12", FIRST_DAY.plusDays(9)),
            assignment("a-2", "T10", FIRST_DAY)
                .closed(new Tenure.Closing(FIRST_DAY.plusDays(19), "换人", RECORDED)),
            assignment("a-3", "T11", FIRST_DAY.plusDays(5)),
            assignment("a-4", "T11", FIRST_DAY.plusDays(6)));
    assertThat(MentorPair.on(FIRST_DAY.minusDays(1), assignments)).isEmpty();
    assertThat(MentorPair.on(FIRST_DAY.plusDays(19), assignments))
        .extracting(MentorPair::toString)
        .containsExactly("c-1-T10 (primary)", "c-1-T11 (supporting)", "c-1-T12 (supporting)");
    assertThat(MentorPair.on(FIRST_DAY.plusDays(20), assignments))
        .extracting(MentorPair::toString)
        .containsExactly("c-1-T11 (primary)", "c-1-T12 (supporting)");
  }

  @Test
  void on_rolesAreThoseThatAreStored_andOneTeacherMayHaveTwo() {
    List<MentorAssignment> assignments =
        List.of(
            assignment("a-1", "T12", MentorRole.SUPPORTING, FIRST_DAY),
            assignment("a-2", "T10", MentorRole.PRIMARY, FIRST_DAY.plusDays(5)),
            assignment("a-3", "T10", MentorRole.ACTING_PARENT, FIRST_DAY),
            assignment("a-4", "T10", MentorRole.SUPPORTING, FIRST_DAY),
            assignment("a-5", "T11", MentorRole.PRIMARY, FIRST_DAY.plusDays(6)));
    assertThat(MentorPair.on(FIRST_DAY, assignments))
        .extracting(MentorPair::toString)
        .containsExactly("c-1-T10 (supporting)", "c-1-T10 (acting-parent)", "c-1-T12 (supporting)");
    assertThat(MentorPair.on(FIRST_DAY.plusDays(6), assignments))
        .extracting(MentorPair::toString)
        .containsExactly(
            "c-1-T10 (primary)",
            "c-1-T10 (acting-parent)",
            "c-1-T11 (supporting)",
            "c-1-T12 (supporting)");
  }

  @Test
  void find_readsClassAndKeySupportOfTheDay() {
    CareFacts facts =
        CareFacts.none()
            .withPlacement(
                any -> any.with(DateRange.startingOn(FIRST_DAY), new Placement(CLASS, 5), RECORDED))
            .withKeySupport(
                any ->
                    any.with(
                        DateRange.startingOn(FIRST_DAY.plusDays(3)),
                        new KeySupport("学业"),
                        RECORDED));
    assertThat(Mentee.find(CHILD, facts, FIRST_DAY.minusDays(1))).isEmpty();
    assertThat(Mentee.find(CHILD, facts, FIRST_DAY)).contains(MENTEE);
    assertThat(Mentee.find(CHILD, facts, FIRST_DAY.plusDays(3)))
        .contains(MENTEE.withKeySupport(true));
  }

  @Test
  void allOf_namesEverybodyWhoTeachesOnTheDay() {
    DateRange always = DateRange.startingOn(FIRST_DAY);
    ClassGroup group =
        new ClassGroup(
            SCHOOL,
            CLASS,
            2025,
            "五年级1班",
            5,
            Timeline.<StaffId>empty().with(always, TEACHER, RECORDED),
            Timeline.<ImmutableSet<StaffId>>empty()
                .with(always, ImmutableSet.of(StaffId.of("T12"), TEACHER), RECORDED));
    ClassGroup other =
        new ClassGroup(
            SCHOOL,
            ClassId.of("2025-5-2"),
            2025,
            "五年级2班",
            5,
            Timeline.<StaffId>empty().with(always, StaffId.of("T12"), RECORDED),
            Timeline.empty());
    assertThat(Candidate.allOf(List.of(other, group), FIRST_DAY))
        .containsExactly(
            CANDIDATE, Candidate.of(StaffId.of("T12"), List.of(ClassId.of("2025-5-2"), CLASS)));
    assertThat(Candidate.allOf(List.of(group), FIRST_DAY.minusDays(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // fromGrade, child, teacher, points
    "5, MALE,   MALE,   300",
    "5, MALE,   FEMALE, 0",
    "6, MALE,   MALE,   0",
    "5, ,       MALE,   0",
    "5, FEMALE, ,       0",
    "5, ,       ,       0"
  })
  void sameSex_forOlderChildren(int fromGrade, Sex child, Sex teacher, int points) {
    Mentee mentee = child == null ? MENTEE : MENTEE.withSex(child);
    Candidate candidate = teacher == null ? CANDIDATE : CANDIDATE.withSex(teacher);
    assertThat(new SameSex(fromGrade, 300).points(mentee, candidate)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1250, 75", "1251, 74", "4999, 0", "5000, 0", "900000, 0"})
  void nearby_theNearerTheBetter(int metres, int points) {
    assertThat(new Nearby(5000, 100).points(MENTEE.withMetres(Map.of(TEACHER, metres)), CANDIDATE))
        .isEqualTo(points);
    assertThat(new Nearby(5000, 100).points(MENTEE, CANDIDATE)).isZero();
  }

  @Test
  void dialectsAndBonds_whatIsNotKnown_givesNothing() {
    SameDialect dialect = new SameDialect(200);
    assertThat(dialect.points(MENTEE, CANDIDATE)).isZero();
    Mentee speaks = MENTEE.withDialects(List.of("苗语", "贵阳话"));
    assertThat(dialect.points(speaks, CANDIDATE.withDialects(List.of("贵阳话")))).isEqualTo(200);
    assertThat(dialect.points(speaks, CANDIDATE.withDialects(List.of("粤语")))).isZero();
    EarlierBond bond = new EarlierBond(400);
    assertThat(bond.points(MENTEE, CANDIDATE)).isZero();
    assertThat(bond.points(MENTEE.withBonds(List.of(TEACHER)), CANDIDATE)).isEqualTo(400);
  }

  @Test
  void preferences_outOfBounds_areRejected() {
    assertThatThrownBy(() -> new EarlierBond(1001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points (1001) must be 0 to 1000");
    assertThatThrownBy(() -> new SameDialect(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SameSex(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fromGrade (0) must be 1 or more");
    assertThatThrownBy(() -> new Nearby(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metres (0) must be 1 or more");
    assertThat(Preference.usual())
        .extracting(Preference::code)
        .containsExactly("earlier-bond", "same-sex", "same-dialect", "nearby");
  }

  @Test
  void values_outOfBounds_areRejected() {
    assertThatThrownBy(() -> Mentee.of(CHILD, CLASS, 13))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grade (13) of child c-1 must be 1 to 12");
    assertThatThrownBy(() -> MENTEE.withMetres(Map.of(TEACHER, -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the distance of child c-1 and teacher T10 must not be negative");
    assertThatThrownBy(() -> CANDIDATE.withLimit(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit of teacher T10 must not be negative");
    assertThatThrownBy(() -> new Shortage.Raise(TEACHER, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("teacher T10 must need more (2) than 2");
    assertThatThrownBy(
            () ->
                new Shortage(
                    ImmutableSortedSet.of(CHILD),
                    ImmutableSortedSet.of(CHILD),
                    ImmutableSortedSet.of(TEACHER),
                    1,
                    ImmutableList.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 children with 1 places must leave as many, not 1");
    assertThatThrownBy(
            () ->
                new ProposedPair(
                    MentorPair.of(CHILD, TEACHER, MentorRole.PRIMARY),
                    false,
                    false,
                    ImmutableMap.of(),
                    ImmutableList.of(),
                    0,
                    OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the load of pair c-1-T10 (primary) must be 1 or more");
  }

  @Test
  void toString_showsIdsAlone() {
    Mentee mentee =
        MENTEE
            .withKeySupport(true)
            .withSex(Sex.FEMALE)
            .withDialects(List.of("苗语"))
            .withMetres(Map.of(TEACHER, 1234));
    assertThat(mentee).hasToString("Mentee[c-1 in 2025-5-1]");
    assertThat(CANDIDATE.withSex(Sex.MALE).withDialects(List.of("苗语")))
        .hasToString("Candidate[T10]");
    assertThat(MatchRequest.of(MentorRole.PRIMARY, List.of(mentee), List.of(CANDIDATE)))
        .hasToString("MatchRequest[primary: 1 mentees, 1 candidates, 0 existing, 0 fixed]");
    assertThat(mentee.sex()).isEqualTo(Optional.of(Sex.FEMALE));
  }

  @Test
  void score_theFirstAimInWhichTwoDiffer_decides() {
    MatchScore score = new MatchScore(2, 1, 5, 4, 2, 2, 8, ImmutableMap.of("nearby", 50L));
    MatchScore moreServed = new MatchScore(2, 1, 5, 5, 2, 0, 99, ImmutableMap.of());
    MatchScore moreKey = new MatchScore(2, 2, 5, 4, 2, 0, 99, ImmutableMap.of());
    MatchScore moreEven = new MatchScore(2, 1, 5, 4, 2, 2, 6, ImmutableMap.of());
    MatchScore morePoints = new MatchScore(2, 1, 5, 4, 2, 2, 8, ImmutableMap.of("nearby", 60L));
    assertThat(
            ImmutableList.sortedCopyOf(List.of(moreKey, moreServed, moreEven, morePoints, score)))
        .containsExactly(score, morePoints, moreEven, moreServed, moreKey);
  }
}
