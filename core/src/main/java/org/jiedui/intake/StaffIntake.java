package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.ClassName;
import org.jiedui.school.Post;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** Checks a list of staff, and derives the classes that they teach. */
final class StaffIntake {

  /** One class may be written in several ways: 一年级1班, 一（1）班. */
  private static final Comparator<ClassName> SAME_CLASS =
      Comparator.comparingInt(ClassName::grade).thenComparingInt(ClassName::number);

  private final DraftValidator validator;

  StaffIntake(DraftValidator validator) {
    this.validator = validator;
  }

  /** A member of staff with the post and the classes of the row. */
  private record Teacher(StaffMember member, Post post, ImmutableList<ClassName> classes) {}

  Intake.StaffRoll check(
      List<DraftRow<StaffDraft>> rows, School school, SchoolYear year, Recording recording) {
    LocalDate firstDay = year.days().start();
    IntakeResult<Teacher> teachers =
        new RowCheck<StaffDraft, Teacher>()
            .run(
                rows,
                validator,
                "number",
                draft -> Texts.present(draft.number()),
                (draft, row) -> teacher(draft, row, school, firstDay, recording))
            .with(homeroomsTwice(rows));
    return new Intake.StaffRoll(
        teachers.map(Teacher::member), classes(teachers.values(), school, year, recording));
  }

  private static Optional<Teacher> teacher(
      StaffDraft draft,
      RowCheck<StaffDraft, Teacher>.Row row,
      School school,
      LocalDate firstDay,
      Recording recording) {
    Post post = Texts.coded(Post.class, draft.post()).orElseThrow();
    ImmutableList.Builder<ClassName> classes = ImmutableList.builder();
    for (String text : Texts.words(draft.classes())) {
      ClassName.find(text)
          .ifPresentOrElse(classes::add, () -> row.report("classes", DraftRule.CLASS_NAME));
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    StaffMember member =
        new StaffMember(
            school.id(),
            StaffId.of(draft.number().strip()),
            PersonName.of(draft.name()),
            Texts.coded(Sex.class, draft.sex()).orElseThrow(),
            Texts.present(draft.phone()).map(PhoneNumber::of),
            Timeline.<Post>empty()
                .with(DateRange.startingOn(firstDay), post, recording.of(firstDay)));
    return Optional.of(new Teacher(member, post, classes.build()));
  }

  /** Finds rows with homeroom teachers of one class, whatever else may be wrong with them. */
  private static ImmutableSet<Violation> homeroomsTwice(List<DraftRow<StaffDraft>> rows) {
    ImmutableSet.Builder<Violation> violations = ImmutableSet.builder();
    Map<ClassName, DraftRow<StaffDraft>> firstOfClass = new TreeMap<>(SAME_CLASS);
    for (DraftRow<StaffDraft> row : rows) {
      if (Texts.coded(Post.class, row.draft().post()).equals(Optional.of(Post.HOMEROOM_TEACHER))) {
        for (String text : Texts.words(row.draft().classes())) {
          ClassName.find(text)
              .map(name -> firstOfClass.putIfAbsent(name, row))
              .filter(first -> !isSamePerson(first.draft(), row.draft()))
              .ifPresent(
                  first ->
                      violations.add(homeroomTwice(first, row)).add(homeroomTwice(row, first)));
        }
      }
    }
    return violations.build();
  }

  private static Violation homeroomTwice(DraftRow<StaffDraft> row, DraftRow<StaffDraft> other) {
    return Violation.of(row.row(), "classes", DraftRule.HOMEROOM_TWICE, other.row());
  }

  /** Rows of one staff number are told to repeat or contradict each other, and that is enough. */
  private static boolean isSamePerson(StaffDraft draft, StaffDraft other) {
    return draft.number().strip().equals(other.number().strip());
  }

  private static ImmutableList<ClassGroup> classes(
      List<Teacher> teachers, School school, SchoolYear year, Recording recording) {
    LocalDate firstDay = year.days().start();
    Map<ClassName, StaffId> homeroom = new TreeMap<>(SAME_CLASS);
    Map<ClassName, Set<StaffId>> subject = new TreeMap<>(SAME_CLASS);
    for (Teacher teacher : teachers) {
      for (ClassName name : teacher.classes()) {
        if (teacher.post() == Post.HOMEROOM_TEACHER) {
          homeroom.put(name, teacher.member().id());
        } else {
          subject.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(teacher.member().id());
        }
      }
    }
    Set<ClassName> names = new TreeSet<>(SAME_CLASS);
    names.addAll(homeroom.keySet());
    names.addAll(subject.keySet());
    ImmutableList.Builder<ClassGroup> classes = ImmutableList.builder();
    for (ClassName name : names) {
      Timeline<StaffId> teacher = Timeline.empty();
      StaffId holder = homeroom.get(name);
      if (holder != null) {
        teacher = teacher.with(DateRange.startingOn(firstDay), holder, recording.of(firstDay));
      }
      classes.add(
          new ClassGroup(
              school.id(),
              ClassId.of(year.year() + "-" + name.grade() + "-" + name.number()),
              year.year(),
              name.text(),
              name.grade(),
              teacher,
              Timeline.<ImmutableSet<StaffId>>empty()
                  .with(
                      DateRange.startingOn(firstDay),
                      ImmutableSet.copyOf(subject.getOrDefault(name, Set.of())),
                      recording.of(firstDay))));
    }
    return classes.build();
  }
}
