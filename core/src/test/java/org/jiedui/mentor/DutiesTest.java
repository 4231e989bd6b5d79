package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Placement;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.ChildDuties.Holder;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.RuleVersion;
import org.jiedui.school.ClassGroup;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final ChildId CHILD = ChildId.of("c-1");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** Reads {@code 2025-09-01/..:T10 …}; each is recorded on its first day, or {@code @day}. */
  private static <T> Timeline<T> timeline(String texts, Reader<T> reader) {
    Timeline<T> timeline = Timeline.empty();
    for (String text : WORDS.split(texts)) {
      List<String> parts = Splitter.on('@').splitToList(text);
      DateRange days = DateRange.parse(parts.get(0).substring(0, parts.get(0).indexOf(':')));
      String value = parts.get(0).substring(parts.get(0).indexOf(':') + 1);
      Instant recorded = startOf(parts.size() > 1 ? LocalDate.parse(parts.get(1)) : days.start());
      timeline =
          value.equals("-")
              ? timeline.without(days, recorded)
              : timeline.with(days, reader.read(value), recorded);
    }
    return timeline;
  }

  private interface Reader<T> {
    T read(String text);
  }

  private static ClassGroup group(String id, String homeroom, String subject) {
    return new ClassGroup(
        SCHOOL,
        ClassId.of(id),
        2025,
        id,
        1,
        timeline(homeroom, StaffId::of),
        timeline(
            subject,
            text ->
                Splitter.on(',')
                    .omitEmptyStrings()
                    .splitToStream(text)
                    .map(StaffId::of)
                    .collect(ImmutableSet.toImmutableSet())));
  }

  private static final List<MentorRole> ROLES = List.of(MentorRole.values());

  private static CareFacts inClasses(String placements) {
    return CareFacts.none()
        .withPlacement(any -> timeline(placements, text -> new Placement(ClassId.of(text), 1)));
  }

  private static MentorAssignment mentor(String id, String staff, String from) {
    return mentor(id, staff, MentorRole.PRIMARY, from);
  }

  private static MentorAssignment mentor(String id, String staff, MentorRole role, String from) {
    return MentorAssignment.open(
        SCHOOL,
        AssignmentId.of(id),
        MentorPair.of(CHILD, StaffId.of(staff), role),
        LocalDate.parse(from),
        startOf(LocalDate.parse(from)));
  }

  private static MentorAssignment mentor(String id, String staff, String from, String last) {
    return mentor(id, staff, from)
        .closed(new Tenure.Closing(LocalDate.parse(last), "换人", startOf(LocalDate.parse(last))));
  }

  /** A rule whose contacts are made by these parties, whose duty it is first at the front. */
  private static RuleVersion madeBy(String parties) {
    return RuleVersion.from(FIRST_DAY)
        .pattern(
            ContactPattern.of(
                WORDS
                    .splitToStream(parties)
                    .map(code -> Coded.find(Party.class, code).orElseThrow())
                    .toList(),
                List.of(Party.CARER),
                List.of(Channel.CALL)))
        .cadence(Cadence.parse("P1M"))
        .build();
  }

  private static String text(Optional<StaffId> responsible) {
    return responsible.map(StaffId::value).orElse("nobody");
  }

  private static List<String> texts(List<Holder> holders) {
    return holders.stream()
        .map(
            holder ->
                holder.days()
                    + " "
                    + text(holder.responsible())
                    + " "
                    + holder.classId().map(ClassId::value).orElse("no-class"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # who makes the contact                     | day        | who answers
          homeroom-teacher                            | 2025-08-31 | nobody
          homeroom-teacher                            | 2025-09-01 | T10
          homeroom-teacher subject-teacher mentor     | 2025-11-20 | T10
          # the mentor began on 5 November
          mentor                                      | 2025-11-04 | T10
          mentor                                      | 2025-11-05 | T20
          mentor                                      | 2026-01-17 | T20
          mentor                                      | 2026-01-18 | T10
          mentor homeroom-teacher                     | 2025-11-05 | T20
          subject-teacher mentor                      | 2025-11-05 | T30
          # the class has exactly one subject teacher until the end of November
          subject-teacher                             | 2025-11-30 | T30
          subject-teacher                             | 2025-12-01 | T10
          subject-teacher mentor                      | 2025-12-01 | T20
          subject-teacher mentor                      | 2026-01-18 | T10
          # duties of nobody at the school: the homeroom teacher sees to them
          father mother                               | 2025-11-20 | T10
          child                                       | 2025-11-20 | T10
          carer                                       | 2025-11-20 | T10
          volunteer                                   | 2025-11-20 | T10
          school-leader                               | 2025-11-20 | T10
          other-staff                                 | 2025-11-20 | T10
          father mentor                               | 2025-11-20 | T20
          """)
  void responsibleOn_followsTheFactsOfTheDay(String madeBy, LocalDate day, String expected) {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", "2025-09-01/..:T30 2025-12-01/..:T30,T31")),
            List.of(mentor("m-1", "T20", "2025-11-05", "2026-01-17")));
    CareFacts facts = inClasses("2025-09-01/..:1-1");
    assertThat(text(duties.ofChild(SCHOOL, CHILD, facts).responsibleOn(madeBy(madeBy), day)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # day      | who answers
          2025-09-30 | T10
          2025-10-01 | T21
          2025-11-04 | T21
          2025-11-05 | T21
          2025-11-30 | T21
          2025-12-01 | T20
          2025-12-31 | T20
          2026-01-01 | T22
          """)
  void responsibleOn_severalMentors_isTheOneWhoBeganFirst(LocalDate day, String expected) {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", "")),
            List.of(
                // T20 and T22 began on one day: the lower id goes first.
                mentor("m-3", "T22", "2025-11-05"),
                mentor("m-2", "T20", "2025-11-05", "2025-12-31"),
                mentor("m-9", "T21", "2025-10-01", "2025-11-30")));
    assertThat(
            text(
                duties
                    .ofChild(SCHOOL, CHILD, inClasses("2025-09-01/..:1-1"))
                    .responsibleOn(madeBy("mentor"), day)))
        .isEqualTo(expected);
  }

  @Test
  void responsibleOn_mentorOfAnotherChild_doesNotAnswer() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", "")),
            List.of(mentor("m-1", "T20", "2025-09-01")));
    assertThat(
            text(
                duties
                    .ofChild(SCHOOL, ChildId.of("c-2"), inClasses("2025-09-01/..:1-1"))
                    .responsibleOn(madeBy("mentor"), FIRST_DAY)))
        .isEqualTo("T10");
  }

  @Test
  void responsibleOn_childInNoClass_hasAMentorAtMost() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", "")),
            List.of(mentor("m-1", "T20", "2025-09-01")));
    CareFacts none = CareFacts.none();
    CareFacts elsewhere = inClasses("2025-09-01/..:9-9");
    for (CareFacts facts : List.of(none, elsewhere)) {
      assertThat(
              duties
                  .ofChild(SCHOOL, CHILD, facts)
                  .responsibleOn(madeBy("homeroom-teacher"), FIRST_DAY))
          .isEmpty();
      assertThat(duties.ofChild(SCHOOL, CHILD, facts).responsibleOn(madeBy("father"), FIRST_DAY))
          .isEmpty();
      assertThat(
              text(duties.ofChild(SCHOOL, CHILD, facts).responsibleOn(madeBy("mentor"), FIRST_DAY)))
          .isEqualTo("T20");
    }
  }

  @Test
  void responsibleOn_classWithoutAHomeroomTeacher_hasNobody() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10 2025-10-01/2025-10-31:-", "")), List.of());
    CareFacts facts = inClasses("2025-09-01/..:1-1");
    assertThat(
            texts(
                duties
                    .ofChild(SCHOOL, CHILD, facts)
                    .holdersOver(madeBy("child"), DateRange.parse("2025-09-15/2025-11-15"))))
        .containsExactly(
            "2025-09-15/2025-09-30 T10 1-1",
            "2025-10-01/2025-10-31 nobody 1-1",
            "2025-11-01/2025-11-15 T10 1-1");
  }

  @Test
  void holdersOver_classChange_handsOverOnItsDay() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", ""), group("1-2", "2025-09-01/..:T11", "")),
            List.of());
    assertThat(
            texts(
                duties
                    .ofChild(
                        SCHOOL, CHILD, inClasses("2025-09-01/..:1-1 2025-11-10/2026-01-17:1-2"))
                    .holdersOver(
                        madeBy("homeroom-teacher"), DateRange.parse("2025-08-30/2026-01-20"))))
        .containsExactly(
            "2025-08-30/2025-08-31 nobody no-class",
            "2025-09-01/2025-11-09 T10 1-1",
            "2025-11-10/2026-01-17 T11 1-2",
            "2026-01-18/2026-01-20 T10 1-1");
  }

  @Test
  void holdersOver_sameTeacherInTwoClasses_isTwoStretchesForTheClass() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", ""), group("1-2", "2025-09-01/..:T10", "")),
            List.of());
    assertThat(
            texts(
                duties
                    .ofChild(SCHOOL, CHILD, inClasses("2025-09-01/..:1-1 2025-11-10/..:1-2"))
                    .holdersOver(madeBy("child"), DateRange.parse("2025-09-01/.."))))
        .containsExactly("2025-09-01/2025-11-09 T10 1-1", "2025-11-10/.. T10 1-2");
  }

  @Test
  void holdersOver_changesThatMakeNoDifference_areNoStretches() {
    Duties duties =
        Duties.of(
            List.of(group("1-1", "2025-09-01/..:T10", "2025-10-01/..:T30 2025-11-01/..:T31")),
            List.of(mentor("m-1", "T20", "2025-10-05"), mentor("m-2", "T21", "2025-10-06")));
    CareFacts facts = inClasses("2025-09-01/..:1-1");
    DateRange over = DateRange.parse("2025-09-01/2026-01-17");
    assertThat(texts(duties.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("mother"), over)))
        .containsExactly("2025-09-01/2026-01-17 T10 1-1");
    assertThat(texts(duties.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("mentor"), over)))
        .containsExactly("2025-09-01/2025-10-04 T10 1-1", "2025-10-05/2026-01-17 T20 1-1");
    assertThat(
            texts(
                duties.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("subject-teacher"), over)))
        .containsExactly(
            "2025-09-01/2025-09-30 T10 1-1",
            "2025-10-01/2025-10-31 T30 1-1",
            "2025-11-01/2026-01-17 T31 1-1");
  }

  /** T11 follows T10 on 1 November, which was written down on 10 November. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # known before | day        | who answers
          2025-09-01     | 2025-11-05 | nobody
          2025-09-02     | 2025-11-05 | T10
          2025-11-10     | 2025-11-05 | T10
          2025-11-11     | 2025-10-31 | T10
          2025-11-11     | 2025-11-01 | T11
          2025-11-11     | 2025-11-05 | T11
          """)
  void knownBefore_seesNoTeacherChangeThatWasRecordedLater(
      LocalDate before, LocalDate day, String expected) {
    Duties duties =
        Duties.knownBefore(
            List.of(group("1-1", "2025-09-01/..:T10 2025-11-01/..:T11@2025-11-10", "")),
            List.of(),
            startOf(before));
    CareFacts facts = inClasses("2025-09-01/..:1-1");
    assertThat(
            text(
                duties
                    .ofChild(SCHOOL, CHILD, facts)
                    .responsibleOn(madeBy("homeroom-teacher"), day)))
        .isEqualTo(expected);
  }

  @Test
  void knownBefore_seesNoPlacementMentorOrSubjectTeacherThatWasRecordedLater() {
    List<ClassGroup> classes =
        List.of(
            group("1-1", "2025-09-01/..:T10", "2025-09-01/..:T30,T31 2025-10-01/..:T30@2025-12-01"),
            group("1-2", "2025-09-01/..:T11", ""));
    List<MentorAssignment> mentors = List.of(mentor("m-1", "T20", "2025-10-01", "2025-11-30"));
    CareFacts facts = inClasses("2025-09-01/..:1-1 2025-10-15/..:1-2@2025-12-01");
    DateRange over = DateRange.parse("2025-10-01/2025-12-31");
    Duties then = Duties.knownBefore(classes, mentors, startOf(LocalDate.of(2025, 11, 1)));
    Duties now = Duties.of(classes, mentors);
    assertThat(texts(then.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("mentor"), over)))
        .containsExactly("2025-10-01/2025-12-31 T20 1-1");
    assertThat(texts(now.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("mentor"), over)))
        .containsExactly(
            "2025-10-01/2025-10-14 T20 1-1",
            "2025-10-15/2025-11-30 T20 1-2",
            "2025-12-01/2025-12-31 T11 1-2");
    assertThat(
            texts(then.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("subject-teacher"), over)))
        .containsExactly("2025-10-01/2025-12-31 T10 1-1");
    assertThat(
            texts(now.ofChild(SCHOOL, CHILD, facts).holdersOver(madeBy("subject-teacher"), over)))
        .containsExactly("2025-10-01/2025-10-14 T30 1-1", "2025-10-15/2025-12-31 T11 1-2");
  }

  @Test
  void mentors_thePrimaryOneAnswers_whoeverBeganFirst() {
    ChildDuties duties =
        Duties.of(
                List.of(),
                List.of(
                    mentor("m-1", "T20", MentorRole.ACTING_PARENT, "2025-09-01"),
                    mentor("m-2", "T21", MentorRole.SUPPORTING, "2025-09-02"),
                    mentor("m-3", "T22", MentorRole.PRIMARY, "2025-09-03"),
                    mentor("m-4", "T23", MentorRole.PRIMARY, "2025-09-04")))
            .ofChild(SCHOOL, CHILD, CareFacts.none());
    assertThat(
            duties.mentors().asMapOfRanges().entrySet().stream()
                .map(entry -> entry.getKey().lowerEndpoint() + " " + entry.getValue()))
        .containsExactly("2025-09-01 T20", "2025-09-02 T21", "2025-09-03 T22");
  }

  @Test
  void holdersOver_anything_agreesWithEachDayWithoutGapOrOverlap() {
    long seed = 20251105L;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      String at = "seed " + seed + ", round " + round;
      List<ClassGroup> classes =
          List.of(
              group("1-1", randomTexts(random, "T10", "T11", "-"), randomTexts(random, SUBJECT)),
              group("1-2", randomTexts(random, "T11", "T12"), randomTexts(random, SUBJECT)));
      List<MentorAssignment> mentors = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        LocalDate from = randomDay(random);
        String id = "m-" + i;
        String staff = "T2" + random.nextInt(3);
        MentorRole role = ROLES.get(random.nextInt(ROLES.size()));
        mentors.add(
            random.nextBoolean()
                ? mentor(id, staff, role, from.toString())
                : mentor(id, staff, from.toString(), from.plusDays(random.nextInt(60)).toString()));
      }
      CareFacts facts = inClasses(randomTexts(random, "1-1", "1-2", "9-9", "-"));
      RuleVersion version = madeBy(MADE_BY.get(random.nextInt(MADE_BY.size())));
      LocalDate first = randomDay(random);
      Optional<LocalDate> last =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(first.plusDays(random.nextInt(150)));
      DateRange over = DateRange.ofClosed(first, last);
      Duties duties =
          random.nextBoolean()
              ? Duties.of(classes, mentors)
              : Duties.knownBefore(classes, mentors, startOf(randomDay(random)));

      ImmutableList<Holder> holders =
          duties.ofChild(SCHOOL, CHILD, facts).holdersOver(version, over);

      assertThat(holders.get(0).days().start()).as(at).isEqualTo(first);
      assertThat(holders.get(holders.size() - 1).days().last()).as(at).isEqualTo(last);
      for (int i = 1; i < holders.size(); i++) {
        assertThat(holders.get(i - 1).days().end()).as(at).contains(holders.get(i).days().start());
        assertThat(texts(List.of(holders.get(i))).get(0).replaceFirst("\\S+ ", ""))
            .as("%s: neighbours are joined", at)
            .isNotEqualTo(texts(List.of(holders.get(i - 1))).get(0).replaceFirst("\\S+ ", ""));
      }
      LocalDate end = last.orElse(first.plusDays(400));
      for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
        LocalDate on = day;
        assertThat(holders.stream().filter(holder -> holder.days().contains(on)))
            .as("%s, %s", at, on)
            .hasSize(1)
            .allMatch(
                holder ->
                    holder
                        .responsible()
                        .equals(duties.ofChild(SCHOOL, CHILD, facts).responsibleOn(version, on)));
      }
    }
  }

  private static final String[] SUBJECT = {"T30", "T30,T31", "T31", "-"};

  private static final List<String> MADE_BY =
      List.of(
          "homeroom-teacher",
          "mentor",
          "subject-teacher",
          "mentor subject-teacher",
          "subject-teacher mentor homeroom-teacher",
          "father mother",
          "child mentor");

  private static LocalDate randomDay(Random random) {
    return FIRST_DAY.plusDays(random.nextInt(200));
  }

  /** Some entries for a timeline, which may overlap and be recorded late. */
  private static String randomTexts(Random random, String... values) {
    StringBuilder texts = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      LocalDate from = randomDay(random);
      texts
          .append(from)
          .append('/')
          .append(random.nextBoolean() ? ".." : from.plusDays(random.nextInt(80)))
          .append(':')
          .append(values[random.nextInt(values.length)])
          .append('@')
          .append(randomDay(random))
          .append(' ');
    }
    return texts.toString();
  }
}
