package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.CareDesk;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.StaffMember;
import org.jiedui.text.Wording;

/**
 * How the reports on a school write: in the reader's language, with what the school calls its
 * classes, staff and children. It is read once for all of them.
 */
final class SchoolText {

  private final Locale locale;
  private final ImmutableMap<ClassId, ClassGroup> classes;
  private final ImmutableMap<StaffId, StaffMember> staff;
  private final ImmutableMap<ChildId, Child> children;

  private SchoolText(CareDesk desk, SchoolId school, Locale locale) {
    this.locale = locale;
    this.classes = index(desk.school().classes(school), ClassGroup::id);
    this.staff = index(desk.school().staff(school), StaffMember::id);
    this.children =
        index(desk.children().page(school, Optional.empty(), Integer.MAX_VALUE), Child::id);
  }

  private static <K, V> ImmutableMap<K, V> index(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(toImmutableMap(key, value -> value));
  }

  /**
   * Reads what a school calls its classes, staff and children.
   *
   * @param desk the desk of somebody who sees the school
   * @param school the school
   * @param locale the reader's locale
   */
  static SchoolText of(CareDesk desk, SchoolId school, Locale locale) {
    return new SchoolText(desk, school, locale);
  }

  Locale locale() {
    return locale;
  }

  /** Returns words in the reader's language. */
  String of(Wording wording) {
    return wording.in(locale);
  }

  /** Returns words in the reader's language, the headings of a table for instance. */
  ImmutableList<String> of(Wording first, Wording... others) {
    return Stream.concat(Stream.of(first), Stream.of(others))
        .map(this::of)
        .collect(toImmutableList());
  }

  /** Returns a sentence in the reader's language with its parts filled in. */
  String format(Wording wording, Object... parts) {
    return String.format(Locale.ROOT, of(wording), parts);
  }

  Optional<ClassGroup> findClass(ClassId id) {
    return Optional.ofNullable(classes.get(id));
  }

  String className(ClassId id) {
    return findClass(id).map(ClassGroup::name).orElseGet(id::value);
  }

  /** Returns a member of staff as number and name. */
  String staffName(StaffId id) {
    return Optional.ofNullable(staff.get(id))
        .map(member -> id + " " + member.name().text())
        .orElseGet(id::value);
  }

  Optional<Child> findChild(ChildId id) {
    return Optional.ofNullable(children.get(id));
  }

  /** Returns a child's student number, by which a list names it without telling its name. */
  String studentNumber(ChildId id) {
    return findChild(id).map(Child::studentNumber).map(StudentNumber::text).orElseGet(id::value);
  }
}
