package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiedui.access.Operation;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.census.Census;
import org.jiedui.census.CensusAnswer;
import org.jiedui.census.CensusForm;
import org.jiedui.census.CensusSheet;
import org.jiedui.census.HomeFacts;
import org.jiedui.census.LeftBehindDefinition;
import org.jiedui.census.StatusAnswer;
import org.jiedui.child.Child;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.CensusDraft;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.school.School;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Viewpoint;

/**
 * The desk for the census (摸底调查): every pupil is surveyed once a term, and what was found decides
 * who is left behind. Thread-safe.
 */
public final class CensusDesk {

  private final Gate gate;

  CensusDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Records what a survey found at the home of one pupil: the answer, the facts, and the care that
   * follows, in one transaction. A correction is a further answer.
   *
   * <pre>{@code
   * desk.census().answer(school, child,
   *     CensusForm.of(day, teacher, ParentAnswer.awaySince(march), ParentAnswer.atHome()));
   * }</pre>
   *
   * @param school the school
   * @param child the pupil
   * @param form what was found; the answer is for the term of its day, or in the holidays for the
   *     one that begins next
   * @return the answer, recorded now
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or member of staff
   * @throws IllegalStateException if the school's calendar has no term on the day or later
   */
  @CanIgnoreReturnValue
  @Performs(Operation.TAKE_CENSUS)
  public CensusAnswer answer(SchoolId school, ChildId child, CensusForm form) {
    return gate.run(
        Operation.TAKE_CENSUS,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          CensusSheet sheet =
              new CensusSheet(gate.newId(CensusAnswerId::of), child, form, gate.now());
          return add(writer, school, ImmutableList.of(sheet)).get(0);
        });
  }

  /**
   * Checks rows of a survey against the constraints and the school; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param recording when the answers, and what was found, count as recorded
   * @return the good sheets, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.IMPORT_CENSUS)
  public IntakeResult<CensusSheet> check(
      SchoolId school, List<DraftRow<CensusDraft>> rows, Recording recording) {
    return gate.run(
        Operation.IMPORT_CENSUS,
        school,
        (writer, count) ->
            gate.intake()
                .census(
                    rows,
                    Directories.of(writer, school),
                    Directories.calendar(writer, school),
                    recording));
  }

  /**
   * Takes in sheets that were filled in elsewhere, all or none. A sheet whose answer is stored is
   * left alone, so taking in the same ones again changes nothing.
   *
   * @param school the school
   * @param sheets the sheets; of several of one pupil those that were recorded earlier go first
   * @return how many were new
   * @throws org.jiedui.storage.DuplicateRecordException if the school has another answer of a
   *     sheet's id, or two sheets have the same
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or member of staff
   * @throws IllegalStateException if the school's calendar has no term on a sheet's day or later
   */
  @CanIgnoreReturnValue
  @Performs(Operation.IMPORT_CENSUS)
  public int importAll(SchoolId school, Collection<CensusSheet> sheets) {
    return gate.run(
        Operation.IMPORT_CENSUS,
        school,
        (writer, count) -> {
          int fresh = add(writer, school, sheets).size();
          count.add(fresh);
          return fresh;
        });
  }

  private ImmutableList<CensusAnswer> add(
      CareWriter writer, SchoolId school, Collection<CensusSheet> sheets) {
    SchoolCalendar calendar = Directories.calendar(writer, school);
    ImmutableMap<CensusAnswerId, Versioned<CensusAnswer>> stored =
        writer.census().findAll(school, sheets.stream().map(CensusSheet::id).toList());
    List<CensusSheet> fresh = new ArrayList<>();
    List<CensusAnswer> answers = new ArrayList<>();
    for (CensusSheet sheet :
        ImmutableList.sortedCopyOf(Comparator.comparing(CensusSheet::recordedAt), sheets)) {
      CensusAnswer answer = CensusAnswer.of(school, termOf(calendar, sheet).label(), sheet);
      Versioned<CensusAnswer> before = stored.get(sheet.id());
      if (before == null) {
        fresh.add(sheet);
        answers.add(answer);
      } else if (!before.value().equals(answer)) {
        throw new DuplicateRecordException("census answer", school, sheet.id());
      }
    }
    checkStaff(writer, school, fresh);
    addFacts(writer, school, fresh);
    writer.census().insertAll(answers);
    return ImmutableList.copyOf(answers);
  }

  private static Term termOf(SchoolCalendar calendar, CensusSheet sheet) {
    LocalDate day = sheet.form().day();
    return Census.findTerm(calendar, day)
        .orElseThrow(
            () -> new IllegalStateException("the calendar has no term on " + day + " or later"));
  }

  private static void checkStaff(
      CareReader reader, SchoolId school, Collection<CensusSheet> sheets) {
    ImmutableSet<StaffId> staff =
        sheets.stream()
            .map(sheet -> sheet.form().surveyedBy())
            .collect(ImmutableSet.toImmutableSet());
    staff.forEach(member -> reader.staff().get(school, member));
  }

  private void addFacts(CareWriter writer, SchoolId school, List<CensusSheet> sheets) {
    ImmutableMap<ChildId, Versioned<Child>> stored =
        writer
            .children()
            .findAll(school, sheets.stream().map(CensusSheet::childId).distinct().toList());
    Map<ChildId, Child> changed = new LinkedHashMap<>();
    KeptCare care = KeptCare.of(gate, writer, school);
    for (CensusSheet sheet : sheets) {
      ChildId id = sheet.childId();
      Versioned<Child> row = stored.get(id);
      if (row == null) {
        throw new RecordNotFoundException("child", school, id);
      }
      changed.put(id, care.surveyed(changed.getOrDefault(id, row.value()), sheet));
    }
    Set<ChildId> touched = new LinkedHashSet<>();
    changed.forEach(
        (id, child) -> {
          Versioned<Child> before = stored.get(id);
          if (before != null && !before.value().equals(child)) {
            writer.children().update(child, before.version());
            touched.add(id);
          }
        });
    if (!touched.isEmpty()) {
      StandingKeeper.of(gate.office(), writer, school).refresh(writer, touched);
    }
  }

  /**
   * Returns the census of a term: every pupil, surveyed or not, and who is left behind.
   *
   * @param school the school
   * @param term the label of the term, for instance {@code 2025-1}
   * @param definition who is left behind
   * @param viewpoint the dates under which to look
   * @return the census
   * @throws IllegalStateException if the school has no calendar yet
   * @throws IllegalArgumentException if its calendar has no such term
   */
  @Performs(Operation.SEE_CENSUS)
  public Census of(
      SchoolId school, String term, LeftBehindDefinition definition, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_CENSUS,
        school,
        (reader, count) -> {
          Term found =
              Directories.calendar(reader, school).terms().stream()
                  .filter(each -> each.label().equals(term))
                  .findFirst()
                  .orElseThrow(
                      () -> new IllegalArgumentException("the calendar has no term " + term));
          Census census =
              Census.of(
                  reader.schools().get(school).value(),
                  found,
                  reader.children().all(school),
                  reader.census().ofTerm(school, term),
                  definition,
                  viewpoint);
          count.add(census.lines().size());
          return census;
        });
  }

  /**
   * Returns whether a child is left behind on the as-of date, and why.
   *
   * @param school the school
   * @param child the child
   * @param definition who is left behind
   * @param viewpoint the day that is asked for, not before the child was born, and the last day
   *     whose records are seen
   * @return the answer
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.SEE_CENSUS)
  public StatusAnswer statusOf(
      SchoolId school, ChildId child, LeftBehindDefinition definition, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_CENSUS,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          School home = reader.schools().get(school).value();
          return definition.on(
              viewpoint.asOf(),
              HomeFacts.knownBefore(
                  viewpoint.knownBefore(home.zone()),
                  reader.children().get(school, child).value()));
        });
  }

  /**
   * Returns the answers of a child.
   *
   * @param school the school
   * @param child the child
   * @return the answers of all terms, by term, then as they were recorded; those that were
   *     corrected too
   */
  @Performs(Operation.SEE_CENSUS)
  public ImmutableList<CensusAnswer> ofChild(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_CENSUS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<CensusAnswer> answers =
              ImmutableList.sortedCopyOf(
                  Comparator.comparing(CensusAnswer::term).thenComparing(CensusAnswer::recordedAt),
                  reader.census().ofChild(school, child));
          count.add(answers.size());
          return answers;
        });
  }
}
