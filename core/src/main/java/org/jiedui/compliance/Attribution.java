package org.jiedui.compliance;

import com.google.common.collect.ImmutableRangeMap;
import java.time.LocalDate;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleVersion;

/**
 * Where one child's windows belong in a breakdown: what held of the child on which days, as far as
 * it is known.
 *
 * <p>Only what a breakdown needs is asked for.
 */
public interface Attribution {

  /**
   * Returns the school.
   *
   * @return the child's school
   */
  SchoolId school();

  /**
   * Returns the classes that the child is in.
   *
   * @return the class of each day that has one
   */
  ImmutableRangeMap<LocalDate, ClassId> classes();

  /**
   * Returns the grades of these classes.
   *
   * @return the grade of each day that has one, 1 or more
   */
  ImmutableRangeMap<LocalDate, Integer> grades();

  /**
   * Returns the mentors; where there are several, the primary one, and of equals who began first.
   *
   * @return the mentor of each day that has one
   */
  ImmutableRangeMap<LocalDate, StaffId> mentors();

  /**
   * Returns who answers for a duty.
   *
   * @param version the rule version that asks for the contact
   * @return who answers on each day on which somebody does
   */
  ImmutableRangeMap<LocalDate, StaffId> responsible(RuleVersion version);
}
