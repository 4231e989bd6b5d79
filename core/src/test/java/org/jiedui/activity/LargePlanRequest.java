package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.time.DateRange;

/** A year of a school with twelve classes and thirty templates. */
final class LargePlanRequest {

  private static final ImmutableList<String> FOR_CLASSES =
      ImmutableList.of(
          "week 2 friday",
          "monthly wednesday 2",
          "monthly thursday 3",
          "2 per term",
          "3 per term",
          "4 per term",
          "at term-end",
          "near mid-autumn-festival from -5 to 3",
          "near childrens-day from -7 to 7",
          "week 5");

  private static final ImmutableList<String> FOR_THE_SCHOOL =
      ImmutableList.of(
          "on childrens-day",
          "on teachers-day",
          "near national-day from -5 to -1",
          "near qingming from -4 to 4",
          "near labour-day from -5 to 5",
          "near dragon-boat-festival from -3 to 3",
          "near double-ninth-festival from -2 to 3",
          "near new-year from -5 to 3",
          "holiday national-day",
          "vacation",
          "2 per term",
          "2 per term",
          "1 per term",
          "3 per term",
          "monthly friday -1",
          "weekly saturday",
          "week 3",
          "week 8",
          "week -3",
          "monthly sunday");

  private LargePlanRequest() {}

  /**
   * The year.
   *
   * @param counsellors for how many of the ten templates for classes the chief counsellor leads, of
   *     whom there is one; the homeroom teachers lead the others
   */
  static PlanRequest year(int counsellors) {
    List<ClassGroup> classes = new ArrayList<>();
    for (int grade = 1; grade <= 6; grade++) {
      classes.add(PlannedSchool.group("c-" + grade + "1", grade, "H" + grade + "1", "S1", "S2"));
      classes.add(PlannedSchool.group("c-" + grade + "2", grade, "H" + grade + "2", "S2", "S3"));
    }
    List<StaffMember> staff = new ArrayList<>(PlannedSchool.LEADERS);
    staff.add(PlannedSchool.staff("T04", Post.VICE_PRINCIPAL));
    List<ActivityTemplate> templates = new ArrayList<>();
    IntStream.range(0, FOR_CLASSES.size())
        .mapToObj(
            i ->
                PlannedSchool.template(
                        "class%02d".formatted(i),
                        FOR_CLASSES.get(i),
                        i < counsellors
                            ? Post.CHIEF_COUNSELLOR
                            : i % 3 == 2 ? Post.SUBJECT_TEACHER : Post.HOMEROOM_TEACHER,
                        i % 4 == 3 ? "会议室" : "各班教室")
                    .forEachClass()
                    .forAudience(Scope.parse(i % 5 == 4 ? "grade 3-6" : "all")))
        .forEach(templates::add);
    IntStream.range(0, FOR_THE_SCHOOL.size())
        .mapToObj(
            i -> {
              ActivityTemplate template =
                  PlannedSchool.template(
                      "school%02d".formatted(i),
                      FOR_THE_SCHOOL.get(i),
                      i % 3 == 0
                          ? Post.PRINCIPAL
                          : i % 3 == 1 ? Post.VICE_PRINCIPAL : Post.CHIEF_COUNSELLOR,
                      i % 2 == 0 ? "操场" : "留守儿童之家");
              boolean off =
                  FOR_THE_SCHOOL.get(i).startsWith("vac")
                      || FOR_THE_SCHOOL.get(i).contains("holiday")
                      || FOR_THE_SCHOOL.get(i).endsWith("day")
                      || i == 7;
              return off ? template.onDaysOffToo() : template;
            })
        .forEach(templates::add);
    return PlanRequest.of(
        Years.YEAR_2025, DateRange.parse("2025-09-01/2026-08-31"), templates, classes, staff);
  }
}
