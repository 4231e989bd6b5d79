package org.jiedui.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.text.Wording;

/**
 * What a school's log says of a period, and what is to be put right: the numbers with which
 * somebody audits how data of minors is handled. 个人信息保护法 art. 54 asks for audits at regular times,
 * 未成年人网络保护条例 art. 37 for one a year where data of minors is handled.
 *
 * <p>It says who did what how often, and judges nobody.
 *
 * <p>Immutable; it holds ids alone.
 *
 * @param school the school
 * @param first the first day of the period
 * @param last the last day of the period
 * @param byOperation how often each operation was done and refused; only those that were
 * @param byActor how often each actor did something and was refused
 * @param children how many children the log names
 * @param erased the children that were erased in the period, in that order
 * @param withoutConsent the children under 14 for whom no consent is in force at its end, by id
 * @param dueForErasure the children that are to be erased at its end, by id
 * @param lastAudit the day of the last audit before, if there was one
 */
public record PrivacyAudit(
    SchoolId school,
    LocalDate first,
    LocalDate last,
    ImmutableSortedMap<Operation, Tally> byOperation,
    ImmutableSortedMap<ActorId, Tally> byActor,
    int children,
    ImmutableList<ChildId> erased,
    ImmutableList<ChildId> withoutConsent,
    ImmutableList<ChildId> dueForErasure,
    Optional<LocalDate> lastAudit) {

  /**
   * Creates an audit.
   *
   * @param school the school
   * @param first the first day of the period
   * @param last the last day of the period
   * @param byOperation how often each operation was done and refused; only those that were
   * @param byActor how often each actor did something and was refused
   * @param children how many children the log names
   * @param erased the children that were erased in the period, in that order
   * @param withoutConsent the children under 14 for whom no consent is in force at its end, by id
   * @param dueForErasure the children that are to be erased at its end, by id
   * @param lastAudit the day of the last audit before, if there was one
   */
  public PrivacyAudit {
    requireNonNull(school, "school");
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(byOperation, "byOperation");
    requireNonNull(byActor, "byActor");
    requireNonNull(erased, "erased");
    requireNonNull(withoutConsent, "withoutConsent");
    requireNonNull(dueForErasure, "dueForErasure");
    requireNonNull(lastAudit, "lastAudit");
  }

  /**
   * How often something was done and refused.
   *
   * @param permitted how often it was done, 0 or more
   * @param refused how often it was refused, 0 or more
   * @param records how many records were seen or written, 0 or more
   */
  public record Tally(long permitted, long refused, long records) {

    private static final Tally NONE = new Tally(0, 0, 0);

    /**
     * Creates a tally.
     *
     * @param permitted how often it was done, 0 or more
     * @param refused how often it was refused, 0 or more
     * @param records how many records were seen or written, 0 or more
     * @throws IllegalArgumentException if a number is negative
     */
    public Tally {
      checkArgument(
          permitted >= 0 && refused >= 0 && records >= 0, "the numbers must not be negative");
    }

    private Tally with(AuditEntry entry) {
      return entry.outcome() == AuditEntry.Outcome.PERMITTED
          ? new Tally(permitted + 1, refused, records + entry.records())
          : new Tally(permitted, refused + 1, records);
    }
  }

  /** Counts the entries of a period one after the other. Not thread-safe. */
  public static final class Counter {

    private final SchoolId school;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<Operation, Tally> byOperation = new TreeMap<>();
    private final Map<ActorId, Tally> byActor = new TreeMap<>();
    private final Set<ChildId> children = new HashSet<>();
    private final ImmutableList.Builder<ChildId> erased = ImmutableList.builder();

    /**
     * Creates a counter that has seen nothing.
     *
     * @param school the school
     * @param first the first day of the period
     * @param last the last day of the period
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Counter(SchoolId school, LocalDate first, LocalDate last) {
      checkArgument(!last.isBefore(first), "the last day (%s) must not be before %s", last, first);
      this.school = requireNonNull(school, "school");
      this.first = first;
      this.last = last;
    }

    /**
     * Counts an entry of the period.
     *
     * @param entry the entry
     */
    public void add(AuditEntry entry) {
      byOperation.merge(entry.operation(), Tally.NONE.with(entry), Counter::sum);
      byActor.merge(entry.actor(), Tally.NONE.with(entry), Counter::sum);
      entry.child().ifPresent(children::add);
      if (entry.operation() == Operation.ERASE_CHILD
          && entry.outcome() == AuditEntry.Outcome.PERMITTED
          && entry.records() > 0) {
        entry.child().ifPresent(erased::add);
      }
    }

    private static Tally sum(Tally one, Tally other) {
      return new Tally(
          one.permitted + other.permitted,
          one.refused + other.refused,
          one.records + other.records);
    }

    /**
     * Returns the audit.
     *
     * @param withoutConsent the children under 14 for whom no consent is in force
     * @param dueForErasure the children that are to be erased
     * @param lastAudit the day of the last audit before, if there was one
     * @return the audit of what was counted
     */
    public PrivacyAudit toAudit(
        ImmutableList<ChildId> withoutConsent,
        ImmutableList<ChildId> dueForErasure,
        Optional<LocalDate> lastAudit) {
      return new PrivacyAudit(
          school,
          first,
          last,
          ImmutableSortedMap.copyOf(byOperation, Comparator.naturalOrder()),
          ImmutableSortedMap.copyOf(byActor, Comparator.naturalOrder()),
          children.size(),
          erased.build(),
          withoutConsent,
          dueForErasure,
          lastAudit);
    }
  }

  /**
   * Returns how often anything was refused.
   *
   * @return 0 or more
   */
  public long refused() {
    return byOperation.values().stream().mapToLong(Tally::refused).sum();
  }

  /**
   * Returns the audit in words, without names and without ids of children.
   *
   * @return the lines
   */
  public ImmutableList<Wording> lines() {
    ImmutableList.Builder<Wording> lines = ImmutableList.builder();
    lines.add(
        Wording.of(
            "个人信息保护合规审计 %s 至 %s".formatted(first, last),
            "Audit of data protection, %s to %s".formatted(first, last)));
    byOperation.forEach(
        (operation, tally) ->
            lines.add(
                Wording.of(
                    "%s：%d 次，拒绝 %d 次，涉及记录 %d 条"
                        .formatted(
                            operation.wording().chinese(),
                            tally.permitted(),
                            tally.refused(),
                            tally.records()),
                    "%s: %d times, refused %d times, %d records"
                        .formatted(
                            operation.wording().english(),
                            tally.permitted(),
                            tally.refused(),
                            tally.records()))));
    lines.add(
        Wording.of(
            "涉及学生 %d 人，操作人员 %d 人，删除学生信息 %d 人".formatted(children, byActor.size(), erased.size()),
            "%d children, %d actors, %d children erased"
                .formatted(children, byActor.size(), erased.size())));
    lines.add(
        Wording.of(
            "未满 14 岁且没有监护人同意在档 %d 人，超过保存期限 %d 人"
                .formatted(withoutConsent.size(), dueForErasure.size()),
            "%d children under 14 without a guardian's consent, %d to be erased"
                .formatted(withoutConsent.size(), dueForErasure.size())));
    lines.add(
        lastAudit
            .map(day -> Wording.of("上次审计：" + day, "The last audit was on " + day))
            .orElseGet(() -> Wording.of("此前没有审计记录", "There is no audit before")));
    return lines.build();
  }
}
