package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jiedui.activity.ActivityPlan;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceRecord;
import org.jiedui.activity.QuotaEvaluator;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.child.CareFacts;
import org.jiedui.compliance.CareRecord;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Exemption;
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
  static Optional<ChildQuotas> of(CareReader reader, SchoolId school, Set<ChildId> children) {
    return find(
        reader,
        school,
        () ->
            children.stream()
                .flatMap(child -> reader.attendance().ofChild(school, child).stream())
                .collect(ImmutableList.toImmutableList()));
  }

  /** For every child; empty if the school asks nothing of a child. */
  static Optional<ChildQuotas> ofAll(CareReader reader, SchoolId school) {
    return find(reader, school, () -> reader.attendance().all(school));
  }

  private static Optional<ChildQuotas> find(
      CareReader reader, SchoolId school, Supplier<ImmutableList<Attendance>> attendance) {
    ImmutableList<ActivityQuota> quotas = ActivityBookDesk.read(reader, school).quotas();
    if (quotas.stream().noneMatch(quota -> quota.eachChild() > 0)) {
      return Optional.empty();
    }
    SchoolCalendar calendar = Directories.calendar(reader, school);
    ZoneId zone = reader.schools().get(school).value().zone();
    return Optional.of(
        new ChildQuotas(
            QuotaEvaluator.of(quotas, calendar, zone),
            ActivitiesDesk.all(reader, school, calendar),
            Multimaps.index(attendance.get(), Attendance::childId),
            zone));
  }

  QuotaEvaluator evaluator() {
    return evaluator;
  }

  /** The quotas of which a child has standings. */
  ImmutableSet<RuleId> ids() {
    return evaluator.ofEachChild();
  }

  AttendanceRecord record(CareRecord care) {
    return record(care.childId(), care.facts(), care.exemptions());
  }

  AttendanceRecord record(ChildId child, CareFacts facts, Collection<Exemption> exemptions) {
    return AttendanceRecord.of(child, facts, exemptions, plan, attendance.get(child), zone);
  }
}
