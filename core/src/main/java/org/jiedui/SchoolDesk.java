package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.access.Operation;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.intake.StaffDraft;
import org.jiedui.intake.TermDraft;
import org.jiedui.intake.Violation;
import org.jiedui.rule.Contradiction;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** The desk for a school itself: its calendar, its staff, its classes. Thread-safe. */
public final class SchoolDesk {

  private final Gate gate;

  SchoolDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Registers a school, or changes its name, code or zone. If all that is stored already, nothing
   * is written.
   *
   * @param school the school
   */
  @Performs(Operation.KEEP_SCHOOL)
  public void register(School school) {
    gate.run(
        Operation.KEEP_SCHOOL,
        school.id(),
        (writer, count) -> {
          count.add(1);
          Optional<Versioned<School>> stored = writer.schools().find(school.id());
          if (stored.isEmpty()) {
            return writer.schools().insert(school.id(), school);
          }
          if (stored.get().value().equals(school)) {
            return stored.get().version();
          }
          long version = writer.schools().update(school.id(), school, stored.get().version());
          StandingKeeper.of(gate.office(), writer, school.id()).refreshAll(writer);
          return version;
        });
  }

  /**
   * Returns a school.
   *
   * @param school the school
   * @return the school
   * @throws org.jiedui.storage.RecordNotFoundException if it is not registered
   */
  @Performs(Operation.SEE_SCHOOL)
  public School get(SchoolId school) {
    return gate.look(
        Operation.SEE_SCHOOL,
        school,
        (reader, count) -> {
          count.add(1);
          return reader.schools().get(school).value();
        });
  }

  /**
   * Checks the terms of a calendar, also against the school's rules if it has some; stores nothing.
   *
   * @param school the school
   * @param rows the rows
   * @return the good terms, and every violation
   */
  @Performs(Operation.KEEP_SCHOOL)
  public IntakeResult<Term> checkTerms(SchoolId school, List<DraftRow<TermDraft>> rows) {
    return gate.run(
        Operation.KEEP_SCHOOL,
        school,
        (writer, count) -> {
          RuleBook book =
              writer.ruleBooks().find(school).map(Versioned::value).orElse(RuleBook.empty());
          return gate.intake().terms(rows).checkedBy(term -> rulesWithoutMilestones(book, term));
        });
  }

  private static ImmutableList<Violation> rulesWithoutMilestones(
      RuleBook book, IntakeResult.Accepted<Term> term) {
    return book.contradictionsIn(SchoolCalendar.of(ImmutableList.of(term.value()))).stream()
        .map(Contradiction::rule)
        .distinct()
        .map(rule -> Violation.of(term.row(), "last", DraftRule.RULE_NEEDS_MILESTONES, rule))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Gives a school its calendar, or another one. If it has that calendar, nothing is written.
   *
   * @param school the school
   * @param calendar the terms
   * @throws IllegalArgumentException if rules, or quotas of activities, go by milestones and terms
   *     of the calendar have none; of rules the message names every one; nothing is stored
   */
  @Performs(Operation.KEEP_SCHOOL)
  public void setCalendar(SchoolId school, SchoolCalendar calendar) {
    gate.run(
        Operation.KEEP_SCHOOL,
        school,
        (writer, count) -> {
          count.add(1);
          writer.ruleBooks().find(school).ifPresent(book -> book.value().checkFits(calendar));
          Optional<Versioned<SchoolCalendar>> stored = writer.calendars().find(school);
          if (stored.isPresent() && stored.get().value().equals(calendar)) {
            return stored.get().version();
          }
          long version =
              stored.isPresent()
                  ? writer.calendars().update(school, calendar, stored.get().version())
                  : writer.calendars().insert(school, calendar);
          StandingKeeper.of(gate.office(), writer, school).refreshAll(writer);
          return version;
        });
  }

  /**
   * Returns a school's calendar.
   *
   * @param school the school
   * @return the calendar, or empty if it has none yet
   */
  @Performs(Operation.SEE_SCHOOL)
  public Optional<SchoolCalendar> calendar(SchoolId school) {
    return gate.look(
        Operation.SEE_SCHOOL,
        school,
        (reader, count) -> {
          Optional<SchoolCalendar> calendar = reader.calendars().find(school).map(Versioned::value);
          count.add(calendar.isPresent() ? 1 : 0);
          return calendar;
        });
  }

  /**
   * Checks a list of staff against the constraints; stores nothing.
   *
   * <p>Of somebody, or of a class, that the school has already, what was recorded goes on; what the
   * list says otherwise holds from today on, or from the year's first day if that is later. Of
   * teachers who are not in the list nothing changes.
   *
   * @param school the school; it must have a calendar, on whose last school year's first day the
   *     posts begin
   * @param rows the rows
   * @param recording when the posts count as recorded
   * @return the good members of staff, the classes that they teach, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_SCHOOL)
  public StaffRoll checkStaff(
      SchoolId school, List<DraftRow<StaffDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_SCHOOL,
        school,
        (writer, count) -> {
          School here = writer.schools().get(school).value();
          SchoolYear year = Directories.schoolYear(writer, school);
          StaffRoll roll = gate.intake().staff(rows, here, year, recording);
          LocalDate today = here.dayOf(gate.now());
          LocalDate from = today.isBefore(year.days().start()) ? year.days().start() : today;
          return new StaffRoll(
              roll.staff().map(member -> continued(writer, member, from)),
              roll.classes().stream()
                  .map(group -> continued(writer, group, listed(roll), from))
                  .collect(ImmutableList.toImmutableList()));
        });
  }

  private static ImmutableSet<StaffId> listed(StaffRoll roll) {
    return roll.staff().values().stream()
        .map(StaffMember::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** What is stored of a member of staff goes on; another post holds from a day on. */
  private StaffMember continued(CareReader reader, StaffMember member, LocalDate from) {
    return reader
        .staff()
        .find(member.schoolId(), member.id())
        .map(Versioned::value)
        .map(
            stored ->
                new StaffMember(
                    member.schoolId(),
                    member.id(),
                    member.name(),
                    member.sex(),
                    member.phone().or(stored::phone),
                    continued(stored.post(), member.post().on(from), from)))
        .orElse(member);
  }

  /**
   * What is stored of a class goes on; other teachers teach it from a day on. A teacher who is not
   * in the list at all still teaches it: a list of a few rows speaks of those alone.
   */
  private ClassGroup continued(
      CareReader reader, ClassGroup group, ImmutableSet<StaffId> listed, LocalDate from) {
    return reader
        .classes()
        .find(group.schoolId(), group.id())
        .map(Versioned::value)
        .map(
            stored -> {
              Optional<StaffId> homeroom =
                  group
                      .homeroomTeacher()
                      .on(from)
                      .or(
                          () ->
                              stored
                                  .homeroomTeacher()
                                  .on(from)
                                  .filter(teacher -> !listed.contains(teacher)));
              ImmutableSet<StaffId> subject =
                  Stream.concat(
                          teachers(stored, from).filter(teacher -> !listed.contains(teacher)),
                          teachers(group, from))
                      .collect(ImmutableSet.toImmutableSet());
              return new ClassGroup(
                  group.schoolId(),
                  group.id(),
                  group.schoolYear(),
                  group.name(),
                  group.grade(),
                  continued(stored.homeroomTeacher(), homeroom, from),
                  continued(stored.subjectTeachers(), Optional.of(subject), from));
            })
        .orElse(group);
  }

  private static Stream<StaffId> teachers(ClassGroup group, LocalDate day) {
    return group.subjectTeachers().on(day).stream().flatMap(ImmutableSet::stream);
  }

  private <T> Timeline<T> continued(Timeline<T> stored, Optional<T> now, LocalDate from) {
    if (stored.on(from).equals(now)) {
      return stored;
    }
    DateRange fromThen = DateRange.startingOn(from);
    Instant at = gate.now();
    // What was taken in for a year that has not begun counts as recorded on its first day.
    Instant recordedAt = stored.lastRecordedAt().filter(last -> last.isAfter(at)).orElse(at);
    return now.map(value -> stored.with(fromThen, value, recordedAt))
        .orElseGet(() -> stored.without(fromThen, recordedAt));
  }

  /**
   * Stores members of staff, new ones or changed ones; one who is stored as given is left alone.
   *
   * @param school the school
   * @param members the members of staff
   * @throws IllegalArgumentException if one is of another school, or what was recorded of its post
   *     is missing from the change
   */
  @Performs(Operation.KEEP_SCHOOL)
  public void putStaff(SchoolId school, Collection<StaffMember> members) {
    gate.run(
        Operation.KEEP_SCHOOL,
        school,
        (writer, count) -> {
          count.add(members.size());
          for (StaffMember member : members) {
            checkSchool(school, member.schoolId());
            put(
                writer.staff(),
                school,
                member.id(),
                member,
                stored -> checkContinued(stored.post(), member.post()));
          }
          return members;
        });
  }

  /**
   * Stores classes, new ones or changed ones; who answers for what follows from them. One that is
   * stored as given is left alone.
   *
   * @param school the school
   * @param groups the classes
   * @throws IllegalArgumentException if one is of another school, or what was recorded of its
   *     teachers is missing from the change
   */
  @Performs(Operation.KEEP_SCHOOL)
  public void putClasses(SchoolId school, Collection<ClassGroup> groups) {
    gate.run(
        Operation.KEEP_SCHOOL,
        school,
        (writer, count) -> {
          count.add(groups.size());
          boolean changed = false;
          for (ClassGroup group : groups) {
            checkSchool(school, group.schoolId());
            changed |=
                put(
                    writer.classes(),
                    school,
                    group.id(),
                    group,
                    stored -> {
                      checkContinued(stored.homeroomTeacher(), group.homeroomTeacher());
                      checkContinued(stored.subjectTeachers(), group.subjectTeachers());
                    });
          }
          if (changed) {
            StandingKeeper.of(gate.office(), writer, school).refreshAll(writer);
          }
          return groups;
        });
  }

  /**
   * Returns a school's staff.
   *
   * @param school the school
   * @return the members of staff by number
   */
  @Performs(Operation.SEE_SCHOOL)
  public ImmutableList<StaffMember> staff(SchoolId school) {
    return gate.look(
        Operation.SEE_SCHOOL,
        school,
        (reader, count) -> {
          ImmutableList<StaffMember> staff = reader.staff().all(school);
          count.add(staff.size());
          return staff;
        });
  }

  /**
   * Returns a school's classes.
   *
   * @param school the school
   * @return the classes by id
   */
  @Performs(Operation.SEE_SCHOOL)
  public ImmutableList<ClassGroup> classes(SchoolId school) {
    return gate.look(
        Operation.SEE_SCHOOL,
        school,
        (reader, count) -> {
          ImmutableList<ClassGroup> classes = reader.classes().all(school);
          count.add(classes.size());
          return classes;
        });
  }

  private interface Check<V> {
    void against(V stored);
  }

  /** Stores a record unless it is stored already; returns whether it was not. */
  @CanIgnoreReturnValue
  private static <K, V> boolean put(
      RecordWriter<K, V> records, SchoolId school, K id, V value, Check<V> check) {
    Optional<Versioned<V>> stored = records.find(school, id);
    if (stored.isEmpty()) {
      records.insert(value);
      return true;
    }
    if (stored.get().value().equals(value)) {
      return false;
    }
    check.against(stored.get().value());
    records.update(value, stored.get().version());
    return true;
  }

  static void checkSchool(SchoolId school, SchoolId own) {
    if (!school.equals(own)) {
      throw new IllegalArgumentException("a record of school " + own + " is not of " + school);
    }
  }

  private static <T> void checkContinued(Timeline<T> stored, Timeline<T> changed) {
    if (!stored.isContinuedBy(changed)) {
      throw new IllegalArgumentException("what was recorded must not be missing from a change");
    }
  }
}
