package org.jiedui;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PlanNames;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.Versioned;

/** What a school calls those who stand in its plan. */
record SchoolNames(
    ImmutableMap<StaffId, Versioned<StaffMember>> staff,
    ImmutableMap<ClassId, String> classes,
    ImmutableMap<PartnerId, String> partners)
    implements PlanNames {

  static SchoolNames of(
      ImmutableMap<StaffId, Versioned<StaffMember>> staff,
      Collection<ClassGroup> classes,
      Collection<Partner> partners) {
    return new SchoolNames(
        staff,
        classes.stream().collect(toImmutableMap(ClassGroup::id, ClassGroup::name)),
        partners.stream().collect(toImmutableMap(Partner::id, Partner::name)));
  }

  @Override
  public String of(StaffId leader) {
    Versioned<StaffMember> member = staff.get(leader);
    return member == null ? leader.value() : member.value().name().text();
  }

  @Override
  public String of(ClassId classId) {
    return classes.getOrDefault(classId, classId.value());
  }

  @Override
  public String of(PartnerId partner) {
    return partners.getOrDefault(partner, partner.value());
  }

  /** Returns nothing: names are personal. */
  @Override
  public String toString() {
    return "SchoolNames[redacted]";
  }
}
