package org.jiedui.storage.memory;

import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.ChildWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.Versioned;

/** Children, found by their student number too. */
final class Children extends Records<ChildId, Child> implements ChildWriter {

  private static final Kind<ChildId, Child> KIND = new Kind<>("child", Child::schoolId, Child::id);

  private SchoolMap<StudentNumber, ChildId> byNumber;

  /** The children and the index by student number. */
  record Rows(
      SchoolMap<ChildId, Versioned<Child>> records, SchoolMap<StudentNumber, ChildId> byNumber) {

    static final Rows EMPTY = new Rows(SchoolMap.empty(), SchoolMap.empty());
  }

  Children(Session session, Rows rows) {
    super(session, KIND, rows.records());
    this.byNumber = rows.byNumber();
  }

  Rows rows() {
    return new Rows(records(), byNumber);
  }

  @Override
  public Optional<Versioned<Child>> findByStudentNumber(SchoolId school, StudentNumber number) {
    session().checkUse();
    return byNumber.find(school, number).map(id -> get(school, id));
  }

  /** Removes a child and returns whether there was one. */
  boolean erase(SchoolId school, ChildId id) {
    Optional<Child> child = remove(school, id);
    child.ifPresent(each -> byNumber = byNumber.minus(school, each.studentNumber()));
    return child.isPresent();
  }

  @Override
  void index(Optional<Child> before, Child after) {
    SchoolId school = after.schoolId();
    Optional<ChildId> holder = byNumber.find(school, after.studentNumber());
    if (holder.isPresent() && !holder.get().equals(after.id())) {
      throw new DuplicateRecordException("child with the student number of", school, after.id());
    }
    before.ifPresent(child -> byNumber = byNumber.minus(school, child.studentNumber()));
    byNumber = byNumber.plus(school, after.studentNumber(), after.id());
  }
}
