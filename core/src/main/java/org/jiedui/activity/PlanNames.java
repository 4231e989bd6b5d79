package org.jiedui.activity;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Locale;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;

/** What people call those who stand in a plan by their ids. Implemented by hosts; must not fail. */
public interface PlanNames {

  /**
   * Returns the name of who leads.
   *
   * @param leader the leader
   * @return the name, or the id if there is none
   */
  String of(StaffId leader);

  /**
   * Returns the name of a class.
   *
   * @param classId the class
   * @return the name, or the id if there is none
   */
  String of(ClassId classId);

  /**
   * Returns the names of classes in one line, in the order of their ids: names in Chinese do not
   * sort by grade.
   *
   * @param classes the classes
   * @param locale the reader's locale
   * @return the names
   */
  default String of(Collection<ClassId> classes, Locale locale) {
    return classes.stream()
        .sorted()
        .map(this::of)
        .collect(joining(Wording.isChinese(locale) ? "、" : ", "));
  }

  /**
   * Returns the name of a partner.
   *
   * @param partner the partner
   * @return the name, or the id if there is none
   */
  String of(PartnerId partner);

  /**
   * Returns the ids themselves.
   *
   * @return names that are the ids
   */
  static PlanNames ids() {
    return new PlanNames() {
      @Override
      public String of(StaffId leader) {
        return leader.value();
      }

      @Override
      public String of(ClassId classId) {
        return classId.value();
      }

      @Override
      public String of(PartnerId partner) {
        return partner.value();
      }
    };
  }
}
