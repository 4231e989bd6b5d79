package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.ChildHealth;
import org.jiedui.child.ChildProfile;
import org.jiedui.child.DisabilityKind;
import org.jiedui.child.HealthKind;
import org.jiedui.child.Parent;
import org.jiedui.child.Registration;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.ResidentId;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.ChildWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.Versioned;

/** Children with their facts, found by their student number too. */
final class Children extends Records<ChildId, Child> implements ChildWriter {

  private static final Kind<ChildId, Child> KIND =
      new Kind<>(
          "child",
          "{child}",
          "child_id",
          Columns.of(
              "student_number",
              "name",
              "sex",
              "ethnicity",
              "birth_date",
              "resident_id",
              "registration",
              "father_name",
              "father_phone",
              "mother_name",
              "mother_phone",
              "father_birth_date",
              "father_employer",
              "father_contact_wish",
              "mother_birth_date",
              "mother_employer",
              "mother_contact_wish",
              "residence",
              "residence_division",
              "registration_place",
              "registration_division",
              "health",
              "disability",
              "disability_grade",
              "health_note",
              "special_care",
              "income_source",
              "aid"),
          Child::schoolId,
          Child::id);

  private final Facts facts;

  Children(Session session, Facts facts) {
    super(session, KIND);
    this.facts = facts;
  }

  @Override
  void bind(Child child, Params params) {
    params
        .text(child.studentNumber().text())
        .text(child.name().text())
        .code(child.sex())
        .text(child.ethnicity())
        .day(child.birthDate())
        .text(child.residentId().map(ResidentId::text))
        .code(child.registration());
    bind(child.father(), params);
    bind(child.mother(), params);
    bindMore(child.father(), params);
    bindMore(child.mother(), params);
    bind(child.profile(), params);
  }

  private static void bind(Optional<Parent> parent, Params params) {
    params
        .text(parent.map(known -> known.name().text()))
        .text(parent.flatMap(Parent::phone).map(PhoneNumber::text));
  }

  private static void bindMore(Optional<Parent> parent, Params params) {
    params
        .day(parent.flatMap(Parent::birthDate))
        .text(parent.flatMap(Parent::employer))
        .text(parent.flatMap(Parent::contactWish));
  }

  private static void bind(ChildProfile profile, Params params) {
    Addresses.bind(profile.residence(), params);
    Addresses.bind(profile.registrationPlace(), params);
    Optional<ChildHealth> health = profile.health();
    params
        .code(health.map(ChildHealth::kind))
        .code(health.flatMap(ChildHealth::disability))
        .number(health.flatMap(ChildHealth::grade))
        .text(health.flatMap(ChildHealth::note))
        .flag(health.map(ChildHealth::needsSpecialCare))
        .text(profile.incomeSource())
        .text(profile.aid());
  }

  @Override
  Child read(SchoolId school, Row row) throws SQLException {
    return new Child(
        school,
        row.id("child_id", ChildId::of),
        StudentNumber.parse(row.text("student_number")),
        PersonName.of(row.text("name")),
        row.code("sex", Sex.class),
        row.findText("ethnicity"),
        row.day("birth_date"),
        row.findText("resident_id").map(ResidentId::parse),
        row.findCode("registration", Registration.class),
        parent(row, "father"),
        parent(row, "mother"),
        profile(row),
        CareFacts.none());
  }

  private static Optional<Parent> parent(Row row, String which) throws SQLException {
    Optional<String> name = row.findText(which + "_name");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Parent(
                PersonName.of(name.get()),
                row.findText(which + "_phone").map(PhoneNumber::of),
                row.findDay(which + "_birth_date"),
                row.findText(which + "_employer"),
                row.findText(which + "_contact_wish")));
  }

  private static ChildProfile profile(Row row) throws SQLException {
    Optional<HealthKind> health = row.findCode("health", HealthKind.class);
    return new ChildProfile(
        Addresses.read(row, "residence", "residence_division"),
        Addresses.read(row, "registration_place", "registration_division"),
        health.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new ChildHealth(
                    health.get(),
                    row.findCode("disability", DisabilityKind.class),
                    row.findNumber("disability_grade"),
                    row.findText("health_note"),
                    row.flag("special_care"))),
        row.findText("income_source"),
        row.findText("aid"));
  }

  @Override
  ImmutableList<Versioned<Child>> complete(
      SchoolId school, ImmutableList<Versioned<Child>> bare, Which which) {
    ImmutableMap<ChildId, CareFacts> known = facts.read(school, which);
    return bare.stream()
        .map(
            row ->
                new Versioned<>(
                    row.value().withFacts(known.getOrDefault(row.value().id(), CareFacts.none())),
                    row.version()))
        .collect(toImmutableList());
  }

  @Override
  DuplicateRecordException duplicate(SchoolId school, ChildId id, Predicate<String> index) {
    return index.test("child_by_student_number")
        ? sameNumber(school, id)
        : super.duplicate(school, id, index);
  }

  private static DuplicateRecordException sameNumber(SchoolId school, ChildId id) {
    return new DuplicateRecordException("child with the student number of", school, id);
  }

  @Override
  void checkNew(SchoolId school, List<Child> children) {
    Set<String> known =
        new HashSet<>(
            known(
                school,
                "student_number",
                Lists.transform(children, child -> child.studentNumber().text())));
    for (Child child : children) {
      if (!known.add(child.studentNumber().text())) {
        throw sameNumber(school, child.id());
      }
    }
  }

  @Override
  void insertParts(List<Child> children) {
    facts.insert(children);
  }

  @Override
  void updateParts(Child child) {
    facts.update(child);
  }

  @Override
  public Optional<Versioned<Child>> findByStudentNumber(SchoolId school, StudentNumber number) {
    return list("student_number = ?", Params.of(school).text(number.text())).stream()
        .findFirst()
        .flatMap(
            row ->
                complete(school, ImmutableList.of(row), Which.one(row.value().id())).stream()
                    .findFirst());
  }
}
