package org.jiedui.referral;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * That a school hands something on about a child: a suspicion of harm, or a need of support.
 *
 * <p>Reports and the end are only added. A suspicion of harm ends when it was reported to one of
 * those that the law names, or was entered by mistake; that it turned out to be nothing is the
 * outcome of a report, not of a school's own thinking.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param childId the child
 * @param cause why
 * @param notice who noticed what and when
 * @param reports to whom it was reported, by instant
 * @param ending that it ended, if it did
 */
public record Referral(
    SchoolId schoolId,
    ReferralId id,
    ChildId childId,
    ReferralCause cause,
    Notice notice,
    ImmutableList<Report> reports,
    Optional<Ending> ending) {

  /**
   * Creates a referral.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param childId the child
   * @param cause why
   * @param notice who noticed what and when
   * @param reports to whom it was reported, by instant
   * @param ending that it ended, if it did
   * @throws IllegalArgumentException if a report or the end is before it was noticed, or the
   *     reports are not by instant
   */
  public Referral {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(childId, "childId");
    requireNonNull(cause, "cause");
    requireNonNull(notice, "notice");
    requireNonNull(reports, "reports");
    requireNonNull(ending, "ending");
    Instant last = notice.at();
    for (Report report : reports) {
      checkArgument(
          !report.at().isBefore(last),
          "a report of referral %s (%s) must not be before %s",
          id,
          report.at(),
          last);
      last = report.at();
    }
    if (ending.isPresent()) {
      checkArgument(
          !ending.get().at().isBefore(notice.at()),
          "referral %s must not end (%s) before it was noticed (%s)",
          id,
          ending.get().at(),
          notice.at());
    }
  }

  /**
   * Who noticed what and when.
   *
   * @param at when it was noticed: the clock runs from then
   * @param by the member of staff who noticed it
   * @param note what was noticed, if written down
   * @param raisedBy who entered it
   * @param recordedAt when it was entered
   */
  public record Notice(
      Instant at, StaffId by, Optional<String> note, ActorId raisedBy, Instant recordedAt) {

    /**
     * Creates a notice.
     *
     * @param at when it was noticed: the clock runs from then
     * @param by the member of staff who noticed it
     * @param note what was noticed, if written down
     * @param raisedBy who entered it
     * @param recordedAt when it was entered
     * @throws IllegalArgumentException if it was entered before it was noticed
     */
    public Notice {
      requireNonNull(at, "at");
      requireNonNull(by, "by");
      requireNonNull(note, "note");
      requireNonNull(raisedBy, "raisedBy");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(
          !recordedAt.isBefore(at),
          "what was entered at %s must not be noticed later, at %s",
          recordedAt,
          at);
    }

    /** Returns who and when; the note is sensitive. */
    @Override
    public String toString() {
      return "Notice[" + by + "@" + at + "]";
    }
  }

  /**
   * That it was reported, or handed on.
   *
   * @param to to whom
   * @param partner the partner of the school that received it, if it was one
   * @param at when
   * @param by the member of staff who reported it
   * @param reference what the other side calls it, if told: a receipt or case number
   * @param recordedAt when that was recorded
   */
  public record Report(
      Authority to,
      Optional<PartnerId> partner,
      Instant at,
      StaffId by,
      Optional<String> reference,
      Instant recordedAt) {

    /**
     * Creates a report.
     *
     * @param to to whom
     * @param partner the partner of the school that received it, if it was one
     * @param at when
     * @param by the member of staff who reported it
     * @param reference what the other side calls it, if told: a receipt or case number
     * @param recordedAt when that was recorded
     * @throws IllegalArgumentException if it was recorded before it was made
     */
    public Report {
      requireNonNull(to, "to");
      requireNonNull(partner, "partner");
      requireNonNull(at, "at");
      requireNonNull(by, "by");
      requireNonNull(reference, "reference");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(
          !recordedAt.isBefore(at),
          "what was recorded at %s must not be reported later, at %s",
          recordedAt,
          at);
    }

    /** Returns to whom and when; the reference is sensitive. */
    @Override
    public String toString() {
      return "Report[" + to.code() + "@" + at + "]";
    }
  }

  /**
   * That it ended.
   *
   * @param at when
   * @param mistaken whether it was entered by mistake, for another child say
   * @param outcome what came of it, not blank
   * @param recordedAt when that was recorded
   */
  public record Ending(Instant at, boolean mistaken, String outcome, Instant recordedAt) {

    /**
     * Creates an ending.
     *
     * @param at when
     * @param mistaken whether it was entered by mistake, for another child say
     * @param outcome what came of it, not blank
     * @param recordedAt when that was recorded
     * @throws IllegalArgumentException if the outcome is blank
     */
    public Ending {
      requireNonNull(at, "at");
      requireNonNull(outcome, "outcome");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(!outcome.isBlank(), "outcome must not be blank");
    }

    /** Returns when; the outcome is sensitive. */
    @Override
    public String toString() {
      return "Ending[" + at + "]";
    }
  }

  /**
   * Returns a referral that is not reported yet.
   *
   * @param school the school
   * @param id the identifier
   * @param child the child
   * @param cause why
   * @param notice who noticed what and when
   * @return the referral
   */
  public static Referral of(
      SchoolId school, ReferralId id, ChildId child, ReferralCause cause, Notice notice) {
    return new Referral(school, id, child, cause, notice, ImmutableList.of(), Optional.empty());
  }

  /**
   * Returns this referral with a report more, also after it ended: what was reported is never left
   * out.
   *
   * @param report the report
   * @return the referral
   * @throws IllegalArgumentException if the report is before it was noticed
   */
  public Referral reported(Report report) {
    ImmutableList<Report> all = ImmutableList.<Report>builder().addAll(reports).add(report).build();
    return new Referral(
        schoolId,
        id,
        childId,
        cause,
        notice,
        ImmutableList.sortedCopyOf(Comparator.comparing(Report::at), all),
        ending);
  }

  /**
   * Returns this referral as ended.
   *
   * @param end when and with what outcome
   * @return the ended referral
   * @throws IllegalArgumentException if it ended already, would end before it was noticed, or is of
   *     suspected harm, unreported and no mistake
   */
  public Referral ended(Ending end) {
    checkArgument(ending.isEmpty(), "referral %s ended already", id);
    checkArgument(
        end.mistaken() || !cause.isSuspectedHarm() || findReport().isPresent(),
        "referral %s is of suspected harm and must be reported before it ends",
        id);
    return new Referral(schoolId, id, childId, cause, notice, reports, Optional.of(end));
  }

  /**
   * Finds the report that stops the clock: of suspected harm the first to one of those that the law
   * names, of a child that dropped out the first to the education office, otherwise the first of
   * all.
   *
   * @return the report, or empty if there is none yet
   */
  public Optional<Report> findReport() {
    return reports.stream().filter(this::stopsTheClock).findFirst();
  }

  /**
   * Whether a partner of the school received it.
   *
   * @param partner the partner
   * @return true if a report names it
   */
  public boolean isReceivedBy(PartnerId partner) {
    return reports.stream().anyMatch(report -> report.partner().equals(Optional.of(partner)));
  }

  private boolean stopsTheClock(Report report) {
    if (cause instanceof ReferralCause.DroppedOut) {
      return report.to() == Authority.EDUCATION;
    }
    return !cause.isSuspectedHarm() || report.to().takesReportsOfHarm();
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "Referral[" + schoolId + "/" + id + "]";
  }
}
