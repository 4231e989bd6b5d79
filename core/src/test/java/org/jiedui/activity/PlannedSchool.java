package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** Classes, staff and templates for the tests of plans. */
final class PlannedSchool {

  static final SchoolId SCHOOL = SchoolId.of("qingshi");
  static final Instant RECORDED = Instant.parse("2025-08-20T08:00:00Z");
  static final DateRange ALWAYS = DateRange.parse("2025-08-01/..");

  /** The principal T01, the vice-principal T02, the chief counsellor T03. */
  static final ImmutableList<StaffMember> LEADERS =
      ImmutableList.of(
          staff("T01", Post.PRINCIPAL),
          staff("T02", Post.VICE_PRINCIPAL),
          staff("T03", Post.CHIEF_COUNSELLOR));

  private PlannedSchool() {}

  static StaffMember staff(String id, Post post) {
    return new StaffMember(
        SCHOOL,
        StaffId.of(id),
        PersonName.of("张三"),
        Sex.FEMALE,
        Optional.empty(),
        Timeline.<Post>empty().with(ALWAYS, post, RECORDED));
  }

  /** Class c-1 of grade 1 with the homeroom teacher H1, and so on. */
  static ClassGroup group(int grade, String... subjectTeachers) {
    return group("c-" + grade, grade, "H" + grade, subjectTeachers);
  }

  static ClassGroup group(String id, int grade, String homeroom, String... subjectTeachers) {
    return new ClassGroup(
        SCHOOL,
        ClassId.of(id),
        2025,
        grade + "年级",
        grade,
        Timeline.<StaffId>empty().with(ALWAYS, StaffId.of(homeroom), RECORDED),
        Timeline.<ImmutableSet<StaffId>>empty()
            .with(
                ALWAYS,
                Arrays.stream(subjectTeachers)
                    .map(StaffId::of)
                    .collect(ImmutableSet.toImmutableSet()),
                RECORDED));
  }

  static ActivityTemplate template(String id, String timing, Post leader, String place) {
    return template(id, ActivityKind.RECREATION, timing, leader, place);
  }

  static ActivityTemplate template(
      String id, ActivityKind kind, String timing, Post leader, String place) {
    return ActivityTemplate.of(
        TemplateId.of(id),
        Wording.of("活动" + id, "Activity " + id),
        kind,
        Timing.parse(timing),
        leader,
        Place.parse(place),
        60);
  }
}
