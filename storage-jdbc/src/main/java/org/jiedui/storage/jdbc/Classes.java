package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Timeline;

/** Classes with their teachers. */
final class Classes extends Records<ClassId, ClassGroup> {

  private static final Kind<ClassId, ClassGroup> KIND =
      new Kind<>(
          "class",
          "{class_group}",
          "class_id",
          Columns.of("school_year", "name", "grade"),
          ClassGroup::schoolId,
          ClassGroup::id);
  private static final Columns TEACHER =
      Columns.of(
          ObjectArrays.concat(
              new String[] {"school_id", "class_id", "role", "place", "staff_place", "staff_id"},
              Entries.COLUMNS,
              String.class));
  private static final String HOMEROOM = "homeroom-teacher";
  private static final String SUBJECT = "subject-teacher";

  Classes(Session session) {
    super(session, KIND);
  }

  /** A row: an entry, one of its teachers, and of which class in which role. */
  private record Given(
      ClassId owner,
      String role,
      int place,
      Optional<StaffId> teacher,
      Timeline.Entry<Boolean> entry) {}

  @Override
  public ImmutableList<ClassGroup> all(SchoolId school) {
    return session().setUp(school, KIND.table(), () -> super.all(school));
  }

  @Override
  void prepareWrite(SchoolId school) {
    session().changeSetUp(school);
  }

  @Override
  void bind(ClassGroup group, Params params) {
    params.number(group.schoolYear()).text(group.name()).number(group.grade());
  }

  @Override
  ClassGroup read(SchoolId school, Row row) throws SQLException {
    return new ClassGroup(
        school,
        row.id("class_id", ClassId::of),
        row.number("school_year"),
        row.text("name"),
        row.number("grade"),
        Timeline.empty(),
        Timeline.empty());
  }

  @Override
  ImmutableList<Versioned<ClassGroup>> complete(
      SchoolId school, ImmutableList<Versioned<ClassGroup>> bare, Which which) {
    ImmutableListMultimap<ClassId, Given> teachers =
        Multimaps.index(
            session()
                .list(
                    "SELECT * FROM {class_teacher} WHERE school_id = ? AND "
                        + which.on("class_id")
                        + " ORDER BY school_id, class_id, role, place, staff_place",
                    which.addTo(Params.of(school)),
                    row ->
                        new Given(
                            row.id("class_id", ClassId::of),
                            row.text("role"),
                            row.number("place"),
                            row.findId("staff_id", StaffId::of),
                            Entries.read(row, held -> true))),
            Given::owner);
    return bare.stream()
        .map(
            row ->
                new Versioned<>(with(row.value(), teachers.get(row.value().id())), row.version()))
        .collect(toImmutableList());
  }

  private static ClassGroup with(ClassGroup group, Collection<Given> teachers) {
    List<Timeline.Entry<StaffId>> homeroom = new ArrayList<>();
    List<Timeline.Entry<ImmutableSet<StaffId>>> subjects = new ArrayList<>();
    for (List<Given> entry :
        Multimaps.asMap(Multimaps.index(teachers, row -> row.role() + row.place())).values()) {
      Given first = entry.get(0);
      Timeline.Entry<Boolean> said = first.entry();
      if (first.role().equals(HOMEROOM)) {
        homeroom.add(new Timeline.Entry<>(said.days(), first.teacher(), said.recordedAt()));
      } else {
        ImmutableSet<StaffId> all =
            entry.stream()
                .flatMap(row -> row.teacher().stream())
                .collect(ImmutableSet.toImmutableSet());
        subjects.add(
            new Timeline.Entry<>(said.days(), said.value().map(held -> all), said.recordedAt()));
      }
    }
    return new ClassGroup(
        group.schoolId(),
        group.id(),
        group.schoolYear(),
        group.name(),
        group.grade(),
        Timeline.of(homeroom),
        Timeline.of(subjects));
  }

  @Override
  void insertParts(List<ClassGroup> groups) {
    List<Params> rows = new ArrayList<>();
    for (ClassGroup group : groups) {
      addRows(rows, group, HOMEROOM, group.homeroomTeacher(), ImmutableSet::of);
      addRows(rows, group, SUBJECT, group.subjectTeachers(), all -> all);
    }
    session().updateAll(TEACHER.insertInto("{class_teacher}"), rows);
  }

  private static <T> void addRows(
      List<Params> rows,
      ClassGroup group,
      String role,
      Timeline<T> timeline,
      Function<T, ImmutableSet<StaffId>> teachers) {
    for (int place = 0; place < timeline.entries().size(); place++) {
      Timeline.Entry<T> entry = timeline.entries().get(place);
      ImmutableList<StaffId> all =
          entry.value().map(value -> teachers.apply(value).asList()).orElse(ImmutableList.of());
      for (int i = 0; i < Math.max(1, all.size()); i++) {
        Params row =
            Params.of(group.schoolId())
                .id(group.id())
                .text(role)
                .number(place)
                .number(i)
                .value(i < all.size() ? Optional.of(all.get(i)) : Optional.empty());
        Entries.bind(entry, row);
        rows.add(row);
      }
    }
  }

  @Override
  void updateParts(ClassGroup group) {
    session()
        .update(
            "DELETE FROM {class_teacher} WHERE school_id = ? AND class_id = ?",
            Params.of(group.schoolId()).id(group.id()));
    insertParts(List.of(group));
  }
}
