package org.jiedui;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.child.Child;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.ActivityDirectory;
import org.jiedui.intake.SchoolDirectory;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.RecordReader;
import org.jiedui.storage.Versioned;

/** Reads what a school already has, for drafts to be checked against. */
final class Directories {

  private Directories() {}

  /**
   * Returns the school year that a roster or a list of staff is about: the calendar's last.
   *
   * @throws IllegalStateException if the school has no calendar yet
   */
  static SchoolYear schoolYear(CareReader reader, SchoolId school) {
    SchoolCalendar calendar = calendar(reader, school);
    return calendar.years().get(calendar.years().size() - 1);
  }

  /**
   * Returns a school's calendar.
   *
   * @throws IllegalStateException if the school has no calendar yet
   */
  static SchoolCalendar calendar(CareReader reader, SchoolId school) {
    return findCalendar(reader, school)
        .orElseThrow(() -> new IllegalStateException("school " + school + " has no calendar yet"));
  }

  static Optional<SchoolCalendar> findCalendar(CareReader reader, SchoolId school) {
    return reader.calendars().find(school).map(Versioned::value);
  }

  /**
   * Checks that a school has records of all ids, with one question to the store.
   *
   * @throws org.jiedui.storage.RecordNotFoundException if it does not have one of them
   */
  static <K> void checkKnown(RecordReader<K, ?> records, SchoolId school, Set<K> ids) {
    for (K missing : Sets.difference(ids, records.findAll(school, ids).keySet())) {
      Versioned<?> unused = records.get(school, missing);
    }
  }

  static SchoolDirectory of(CareReader reader, SchoolId school) {
    ImmutableMap.Builder<StudentNumber, Child> children = ImmutableMap.builder();
    for (Versioned<Child> child :
        reader.children().page(school, Optional.empty(), Integer.MAX_VALUE)) {
      children.put(child.value().studentNumber(), child.value());
    }
    SchoolYear year = schoolYear(reader, school);
    return new SchoolDirectory(
        reader.schools().get(school).value(),
        year.days().start(),
        reader.classes().all(school).stream()
            .filter(group -> group.schoolYear() == year.year())
            .collect(ImmutableMap.toImmutableMap(ClassGroup::name, group -> group)),
        reader.staff().all(school).stream()
            .map(StaffMember::id)
            .collect(ImmutableSet.toImmutableSet()),
        children.buildOrThrow(),
        reader.assignments().all(school).stream()
            .collect(ImmutableMap.toImmutableMap(MentorAssignment::id, each -> each)));
  }

  /**
   * Returns what a school has of its activities.
   *
   * @throws IllegalStateException if the school has no calendar yet
   */
  static ActivityDirectory activities(CareReader reader, SchoolId school) {
    ActivityBook book = ActivityBookDesk.read(reader, school);
    return new ActivityDirectory(
        of(reader, school),
        calendar(reader, school),
        reader.classes().all(school),
        book.templates(),
        book.partners(),
        Maps.uniqueIndex(reader.activities().all(school), Activity::id));
  }
}
