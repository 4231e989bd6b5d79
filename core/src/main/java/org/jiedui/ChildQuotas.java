package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.activity.ActivityPlan;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceRecord;
import org.jiedui.activity.QuotaEvaluator;
import org.jiedui.compliance.CareRecord;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;

/**
 * What a school asks of each child's attendance, with the plan and who attended: read at once, for
 * within a sweep nothing else can be read.
 */
final class ChildQuotas {

  private final QuotaEvaluator evaluator;
  private final ActivityPlan plan;
  private final ImmutableListMultimap<ChildId, Attendance> attendance;
  private final ZoneId zone;

  private ChildQuotas(
      QuotaEvaluator evaluator,
      ActivityPlan plan,
      ImmutableListMultimap<ChildId, Attendance> attendance,
      ZoneId zone) {
    this.evaluator = evaluator;
    this.plan = plan;
    this.attendance = attendance;
    this.zone = zone;
  }

  /** For some children; empty if the school asks nothing of a child, and then little is read. */
  static Optional<ChildQuotas> of(
      CareReader reader, SchoolId school, Collection<ChildId> children) {
    return findEvaluator(reader, school)
        .map(
            evaluator ->
                of(
                    reader,
                    school,
                    evaluator,
                    children.stream()
                        .flatMap(child -> reader.attendance().ofChild(school, child).stream())
                        .collect(ImmutableList.toImmutableList())));
  }

  /** For every child; empty if the school asks nothing of a child. */
  static Optional<ChildQuotas> ofAll(CareReader reader, SchoolId school) {
    return findEvaluator(reader, school)
        .map(evaluator -> of(reader, school, evaluator, reader.attendance().all(school)));
  }

  private static Optional<QuotaEvaluator> findEvaluator(CareReader reader, SchoolId school) {
    return reader
        .activityBooks()
        .find(school)
        .filter(book -> !book.value().quotas().isEmpty())
        .map(book -> ActivitiesDesk.evaluator(reader, school))
        .filter(evaluator -> !evaluator.ofEachChild().isEmpty());
  }

  private static ChildQuotas of(
      CareReader reader,
      SchoolId school,
      QuotaEvaluator evaluator,
      Collection<Attendance> attendance) {
    return new ChildQuotas(
        evaluator,
        ActivitiesDesk.all(reader, school),
        attendance.stream()
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(Attendance::childId, each -> each)),
        reader.schools().get(school).value().zone());
  }

  QuotaEvaluator evaluator() {
    return evaluator;
  }

  /** The quotas of which a child has standings. */
  ImmutableSet<RuleId> ids() {
    return evaluator.ofEachChild();
  }

  AttendanceRecord record(CareRecord care) {
    return AttendanceRecord.of(
        care.childId(),
        care.facts(),
        care.exemptions(),
        plan,
        attendance.get(care.childId()),
        zone);
  }
}
