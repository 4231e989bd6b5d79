package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.PersonName;
import org.jiedui.person.ResidentId;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;

/**
 * A pupil of a school, in care or not.
 *
 * <p>What identifies the child stands here; what changes with time stands in {@link #facts()}.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier, made of nothing personal
 * @param studentNumber the student number (学籍号)
 * @param name the name
 * @param sex the sex
 * @param ethnicity the ethnicity (民族) as the school writes it, if known
 * @param birthDate the birth date
 * @param residentId the resident ID, if there is one; never a key
 * @param registration the household registration (户籍), rural or not, if known
 * @param father the father, if known
 * @param mother the mother, if known
 * @param profile what the file says of home and health
 * @param facts what changes with time
 */
public record Child(
    SchoolId schoolId,
    ChildId id,
    StudentNumber studentNumber,
    PersonName name,
    Sex sex,
    Optional<String> ethnicity,
    LocalDate birthDate,
    Optional<ResidentId> residentId,
    Optional<Registration> registration,
    Optional<Parent> father,
    Optional<Parent> mother,
    ChildProfile profile,
    CareFacts facts) {

  /**
   * Creates a child.
   *
   * @param schoolId the school
   * @param id the identifier, made of nothing personal
   * @param studentNumber the student number (学籍号)
   * @param name the name
   * @param sex the sex
   * @param ethnicity the ethnicity (民族) as the school writes it, if known
   * @param birthDate the birth date
   * @param residentId the resident ID, if there is one; never a key
   * @param registration the household registration (户籍), rural or not, if known
   * @param father the father, if known
   * @param mother the mother, if known
   * @param profile what the file says of home and health
   * @param facts what changes with time
   */
  public Child {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(studentNumber, "studentNumber");
    requireNonNull(name, "name");
    requireNonNull(sex, "sex");
    requireNonNull(ethnicity, "ethnicity");
    requireNonNull(birthDate, "birthDate");
    requireNonNull(residentId, "residentId");
    requireNonNull(registration, "registration");
    requireNonNull(father, "father");
    requireNonNull(mother, "mother");
    requireNonNull(profile, "profile");
    requireNonNull(facts, "facts");
  }

  /**
   * Creates a child of whose home and health nothing is known.
   *
   * @param schoolId the school
   * @param id the identifier, made of nothing personal
   * @param studentNumber the student number (学籍号)
   * @param name the name
   * @param sex the sex
   * @param ethnicity the ethnicity (民族) as the school writes it, if known
   * @param birthDate the birth date
   * @param residentId the resident ID, if there is one; never a key
   * @param registration the household registration (户籍), rural or not, if known
   * @param father the father, if known
   * @param mother the mother, if known
   * @param facts what changes with time
   */
  public Child(
      SchoolId schoolId,
      ChildId id,
      StudentNumber studentNumber,
      PersonName name,
      Sex sex,
      Optional<String> ethnicity,
      LocalDate birthDate,
      Optional<ResidentId> residentId,
      Optional<Registration> registration,
      Optional<Parent> father,
      Optional<Parent> mother,
      CareFacts facts) {
    this(
        schoolId,
        id,
        studentNumber,
        name,
        sex,
        ethnicity,
        birthDate,
        residentId,
        registration,
        father,
        mother,
        ChildProfile.none(),
        facts);
  }

  /**
   * Returns the same child with other parents.
   *
   * @param changedFather the father, if known
   * @param changedMother the mother, if known
   * @return the child
   */
  public Child withParents(Optional<Parent> changedFather, Optional<Parent> changedMother) {
    return with(changedFather, changedMother, profile, facts);
  }

  /**
   * Returns the same child with another profile.
   *
   * @param changed what the file says of home and health
   * @return the child
   */
  public Child withProfile(ChildProfile changed) {
    return with(father, mother, changed, facts);
  }

  /**
   * Returns the same child with other facts.
   *
   * @param changed the facts
   * @return the child
   */
  public Child withFacts(CareFacts changed) {
    return with(father, mother, profile, changed);
  }

  private Child with(
      Optional<Parent> newFather,
      Optional<Parent> newMother,
      ChildProfile newProfile,
      CareFacts newFacts) {
    return new Child(
        schoolId,
        id,
        studentNumber,
        name,
        sex,
        ethnicity,
        birthDate,
        residentId,
        registration,
        newFather,
        newMother,
        newProfile,
        newFacts);
  }

  /** Returns the ids alone: the rest is personal. */
  @Override
  public String toString() {
    return "Child[" + schoolId + "/" + id + "]";
  }
}
