package org.jiedui.storage.contract;

import java.util.List;
import org.jiedui.child.Child;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.rule.Exemption;
import org.junit.jupiter.api.Test;

/** Exemptions and mentor assignments, found by the child that they are about. */
abstract class OwnedRecordCases extends ContractCases {

  private static final ChildId SIBLING = ChildId.of("c-2");

  @Test
  void exemptionsOfChild_areById_withdrawnOnesToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    Exemption b = fixtures.exemption(child, ExemptionId.of("b"));
    Exemption upper = fixtures.exemption(child, ExemptionId.of("Z"));
    Exemption a = fixtures.exemption(child, ExemptionId.of("a"));
    Exemption ofSibling = fixtures.exemption(sibling, ExemptionId.of("aa"));
    Exemption ofNamesake = fixtures.exemption(namesake, ExemptionId.of("a"));
    write(
        writer -> List.of(b, upper, a, ofSibling, ofNamesake).forEach(writer.exemptions()::insert));
    Exemption withdrawn = a.withdrawn(a.recordedAt().plusNanos(1));

    write(writer -> writer.exemptions().update(withdrawn, 1));

    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, CHILD))
        .containsExactly(upper, withdrawn, b);
    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, SIBLING)).containsExactly(ofSibling);
    assertListed(reader -> reader.exemptions().ofChild(OTHER_SCHOOL, CHILD))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.exemptions().ofChild(OTHER_SCHOOL, SIBLING)).isEmpty();
  }

  @Test
  void exemption_movedToAnotherChild_isFoundThereAlone() {
    storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child child = read(reader -> reader.children().get(SCHOOL, CHILD)).value();
    write(writer -> writer.exemptions().insert(fixtures.exemption(child, ExemptionId.of("a"))));
    Exemption moved = fixtures.exemption(sibling, ExemptionId.of("a"));

    write(writer -> writer.exemptions().update(moved, 1));

    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, CHILD)).isEmpty();
    assertListed(reader -> reader.exemptions().ofChild(SCHOOL, SIBLING)).containsExactly(moved);
  }

  @Test
  void assignmentsOfChild_areById_closedOnesToo() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    MentorAssignment b = fixtures.assignment(child, AssignmentId.of("b"));
    MentorAssignment upper = fixtures.assignment(child, AssignmentId.of("Z"));
    MentorAssignment a = fixtures.assignment(child, AssignmentId.of("a"));
    MentorAssignment ofSibling = fixtures.assignment(sibling, AssignmentId.of("aa"));
    MentorAssignment ofNamesake = fixtures.assignment(namesake, AssignmentId.of("a"));
    write(
        writer ->
            List.of(b, upper, a, ofSibling, ofNamesake).forEach(writer.assignments()::insert));
    MentorAssignment closed = a.closed(fixtures.closing());

    write(writer -> writer.assignments().update(closed, 1));

    assertListed(reader -> reader.assignments().ofChild(SCHOOL, CHILD))
        .containsExactly(upper, closed, b);
    assertListed(reader -> reader.assignments().ofChild(SCHOOL, SIBLING))
        .containsExactly(ofSibling);
    assertListed(reader -> reader.assignments().ofChild(OTHER_SCHOOL, CHILD))
        .containsExactly(ofNamesake);
    assertListed(reader -> reader.assignments().ofChild(OTHER_SCHOOL, SIBLING)).isEmpty();
  }

  @Test
  void assignment_movedToAnotherChild_isFoundThereAlone() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, SIBLING);
    write(writer -> writer.assignments().insert(fixtures.assignment(child, AssignmentId.of("a"))));
    MentorAssignment moved = fixtures.assignment(sibling, AssignmentId.of("a"));

    write(writer -> writer.assignments().update(moved, 1));

    assertListed(reader -> reader.assignments().ofChild(SCHOOL, CHILD)).isEmpty();
    assertListed(reader -> reader.assignments().ofChild(SCHOOL, SIBLING)).containsExactly(moved);
  }
}
