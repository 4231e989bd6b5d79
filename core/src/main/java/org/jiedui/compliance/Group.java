package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * One of the groups into which a {@link Dimension} divides the windows of a report, for instance
 * grade 3 or September 2025.
 *
 * <p>Groups of one dimension have a natural order; {@link None} comes last.
 *
 * <p>Implementations are immutable.
 */
public sealed interface Group {

  /**
   * Returns what it is a group of.
   *
   * @return the dimension
   */
  Dimension dimension();

  /**
   * Returns the group as files have it, for instance {@code 3}, {@code 2025-09} or {@code
   * qingshi/c-3-1}: ids and numbers, no names.
   *
   * @return the text; empty for {@link None}
   */
  String text();

  /**
   * A school.
   *
   * @param school the school
   */
  record OfSchool(SchoolId school) implements Group {

    /**
     * Creates a group.
     *
     * @param school the school
     */
    public OfSchool {
      requireNonNull(school, "school");
    }

    @Override
    public Dimension dimension() {
      return Dimension.SCHOOL;
    }

    @Override
    public String text() {
      return school.toString();
    }
  }

  /**
   * A grade, over all schools.
   *
   * @param grade the grade, 1 or more
   */
  record OfGrade(int grade) implements Group {

    @Override
    public Dimension dimension() {
      return Dimension.GRADE;
    }

    @Override
    public String text() {
      return Integer.toString(grade);
    }
  }

  /**
   * A class.
   *
   * @param school its school
   * @param classId the class
   */
  record OfClass(SchoolId school, ClassId classId) implements Group {

    /**
     * Creates a group.
     *
     * @param school its school
     * @param classId the class
     */
    public OfClass {
      requireNonNull(school, "school");
      requireNonNull(classId, "classId");
    }

    @Override
    public Dimension dimension() {
      return Dimension.CLASS;
    }

    @Override
    public String text() {
      return school + "/" + classId;
    }
  }

  /**
   * A rule, over all schools that have one of its id.
   *
   * @param rule the rule
   */
  record OfRule(RuleId rule) implements Group {

    /**
     * Creates a group.
     *
     * @param rule the rule
     */
    public OfRule {
      requireNonNull(rule, "rule");
    }

    @Override
    public Dimension dimension() {
      return Dimension.RULE;
    }

    @Override
    public String text() {
      return rule.toString();
    }
  }

  /**
   * A member of staff who answers for windows.
   *
   * @param school the school
   * @param staff the member of staff
   */
  record OfResponsible(SchoolId school, StaffId staff) implements Group {

    /**
     * Creates a group.
     *
     * @param school the school
     * @param staff the member of staff
     */
    public OfResponsible {
      requireNonNull(school, "school");
      requireNonNull(staff, "staff");
    }

    @Override
    public Dimension dimension() {
      return Dimension.RESPONSIBLE;
    }

    @Override
    public String text() {
      return school + "/" + staff;
    }
  }

  /**
   * A mentor.
   *
   * @param school the school
   * @param mentor the mentor
   */
  record OfMentor(SchoolId school, StaffId mentor) implements Group {

    /**
     * Creates a group.
     *
     * @param school the school
     * @param mentor the mentor
     */
    public OfMentor {
      requireNonNull(school, "school");
      requireNonNull(mentor, "mentor");
    }

    @Override
    public Dimension dimension() {
      return Dimension.MENTOR;
    }

    @Override
    public String text() {
      return school + "/" + mentor;
    }
  }

  /**
   * A calendar month.
   *
   * @param month the month
   */
  record OfMonth(YearMonth month) implements Group {

    /**
     * Creates a group.
     *
     * @param month the month
     */
    public OfMonth {
      requireNonNull(month, "month");
    }

    @Override
    public Dimension dimension() {
      return Dimension.MONTH;
    }

    @Override
    public String text() {
      return month.toString();
    }
  }

  /**
   * What belongs to no other group of its dimension: windows of a child without a class, a mentor
   * or anybody who answers for it. Nothing falls out unseen.
   *
   * @param dimension the dimension
   */
  record None(Dimension dimension) implements Group {

    /**
     * Creates a group.
     *
     * @param dimension the dimension
     */
    public None {
      requireNonNull(dimension, "dimension");
    }

    @Override
    public String text() {
      return "";
    }
  }
}
