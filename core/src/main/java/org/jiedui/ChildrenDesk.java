package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jiedui.access.Operation;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.PupilDraft;
import org.jiedui.intake.Recording;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;

/**
 * The desk for children's files. Thread-safe.
 *
 * <p>Whatever changes what is known of a child opens and closes its care as {@link
 * org.jiedui.census.CareKeeper} says, unless the host's settings say otherwise.
 */
public final class ChildrenDesk {

  private final Gate gate;

  ChildrenDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks a roster against the constraints, against itself and against the school; stores nothing.
   *
   * <p>Of a child whom the school has already, what is stored goes on, and what the row says
   * otherwise is added and told as a warning, see {@link org.jiedui.intake.Intake#pupils}. {@link
   * #importAll} stores both.
   *
   * @param school the school; it must have a calendar, on whose last school year's first day the
   *     placements begin
   * @param rows the rows
   * @param recording when the facts of new children count as recorded
   * @return the good children, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_CHILDREN)
  public IntakeResult<Child> check(
      SchoolId school, List<DraftRow<PupilDraft>> rows, Recording recording) {
    return gate.run(
        Operation.KEEP_CHILDREN,
        school,
        (writer, count) ->
            gate.intake()
                .pupils(
                    rows,
                    Directories.of(writer, school),
                    recording,
                    gate.office().settings().ids(),
                    gate.now()));
  }

  /**
   * Takes children in, all or none.
   *
   * @param school the school
   * @param children the children
   * @throws IllegalArgumentException if one is of another school
   * @throws org.jiedui.storage.DuplicateRecordException if the school has one of them already
   * @throws org.jiedui.storage.RecordNotFoundException if one is in a class that the school lacks
   */
  @Performs(Operation.KEEP_CHILDREN)
  public void admit(SchoolId school, Collection<Child> children) {
    gate.run(
        Operation.KEEP_CHILDREN,
        school,
        (writer, count) -> {
          count.add(children.size());
          Set<ChildId> admitted = new LinkedHashSet<>();
          for (Child child : children) {
            SchoolDesk.checkSchool(school, child.schoolId());
            admitted.add(child.id());
          }
          checkClasses(writer, school, children);
          KeptCare care = KeptCare.of(gate, writer, school);
          writer.children().insertAll(children.stream().map(care::admitted).toList());
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, admitted);
          return children;
        });
  }

  /**
   * Takes in a roster that was checked, all or none: children who are new, and what is new about
   * those whom the school has. One who is stored as given is left alone, so taking in the same
   * roster again changes nothing. Care that followed by itself need not be among what is given.
   *
   * @param school the school
   * @param children the children
   * @return how many were new or changed
   * @throws IllegalArgumentException if one is of another school, or leaves out what was recorded
   * @throws org.jiedui.storage.DuplicateRecordException if one has the student number of another
   * @throws org.jiedui.storage.RecordNotFoundException if one is in a class that the school lacks
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CHILDREN)
  public int importAll(SchoolId school, Collection<Child> children) {
    return gate.run(
        Operation.KEEP_CHILDREN,
        school,
        (writer, count) -> {
          checkClasses(writer, school, children);
          ImmutableMap<ChildId, Versioned<Child>> stored =
              writer.children().findAll(school, children.stream().map(Child::id).toList());
          Set<ChildId> touched = new LinkedHashSet<>();
          List<Child> fresh = new ArrayList<>();
          KeptCare care = KeptCare.of(gate, writer, school);
          for (Child given : children) {
            SchoolDesk.checkSchool(school, given.schoolId());
            Versioned<Child> before = stored.get(given.id());
            if (before == null) {
              fresh.add(care.admitted(given));
              touched.add(given.id());
              continue;
            }
            Child child = care.completed(before.value(), given);
            if (!before.value().equals(child)) {
              checkContinued(before.value(), child.facts());
              writer.children().update(care.changed(before.value(), child), before.version());
              touched.add(child.id());
            }
          }
          writer.children().insertAll(fresh);
          if (!touched.isEmpty()) {
            StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
          }
          count.add(touched.size());
          return touched.size();
        });
  }

  /**
   * Adds to what is known of a child. Nothing that was recorded may be left out.
   *
   * <pre>{@code
   * desk.children().addFacts(school, child, facts ->
   *     facts.withBoarding(t -> t.with(DateRange.startingOn(monday), true, clock.instant())));
   * }</pre>
   *
   * @param school the school
   * @param child the child
   * @param change takes the facts, gives those with more
   * @return the child with its new facts
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or class
   * @throws IllegalArgumentException if the change leaves out what was recorded
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CHILDREN)
  public Child addFacts(SchoolId school, ChildId child, UnaryOperator<CareFacts> change) {
    return gate.run(
        Operation.KEEP_CHILDREN,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          Versioned<Child> stored = writer.children().get(school, child);
          CareFacts facts = change.apply(stored.value().facts());
          checkContinued(stored.value(), facts);
          Child changed =
              KeptCare.of(gate, writer, school)
                  .changed(stored.value(), stored.value().withFacts(facts));
          checkClasses(writer, school, ImmutableList.of(changed));
          writer.children().update(changed, stored.version());
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, child);
          return changed;
        });
  }

  static void checkContinued(Child stored, CareFacts facts) {
    if (!stored.facts().isContinuedBy(facts)) {
      throw new IllegalArgumentException(
          "what was recorded of child " + stored.id() + " must not be missing from a change");
    }
  }

  static void checkClasses(CareReader reader, SchoolId school, Collection<Child> children) {
    ImmutableSet<ClassId> classes =
        children.stream()
            .flatMap(child -> child.facts().placement().entries().stream())
            .flatMap(entry -> entry.value().stream())
            .map(Placement::classId)
            .collect(ImmutableSet.toImmutableSet());
    Directories.checkKnown(reader.classes(), school, classes);
  }

  /**
   * Returns a child.
   *
   * @param school the school
   * @param child the child
   * @return the child
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.SEE_CHILDREN)
  public Child get(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_CHILDREN,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          return reader.children().get(school, child).value();
        });
  }

  /**
   * Finds a child by its student number.
   *
   * @param school the school
   * @param number the student number (学籍号)
   * @return the child, or empty if the school has none of that number
   */
  @Performs(Operation.SEE_CHILDREN)
  public Optional<Child> findByStudentNumber(SchoolId school, StudentNumber number) {
    return gate.look(
        Operation.SEE_CHILDREN,
        school,
        (reader, count) -> {
          Optional<Child> child =
              reader.children().findByStudentNumber(school, number).map(Versioned::value);
          count.add(child.isPresent() ? 1 : 0);
          child.map(Child::id).ifPresent(count::about);
          return child;
        });
  }

  /**
   * Returns a page of a school's children.
   *
   * @param school the school
   * @param after the last id of the page before, or empty for the first page
   * @param limit how many at most, 1 or more
   * @return the children by id
   * @throws IllegalArgumentException if the limit is less than 1
   */
  @Performs(Operation.SEE_CHILDREN)
  public ImmutableList<Child> page(SchoolId school, Optional<ChildId> after, int limit) {
    return gate.look(
        Operation.SEE_CHILDREN,
        school,
        (reader, count) -> {
          ImmutableList<Child> page =
              reader.children().page(school, after, limit).stream()
                  .map(Versioned::value)
                  .collect(ImmutableList.toImmutableList());
          count.add(page.size());
          return page;
        });
  }
}
