package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.child.Child;
import org.jiedui.child.Schooling;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.referral.Authority;
import org.jiedui.referral.Dropout;
import org.jiedui.referral.Referral;
import org.jiedui.referral.ReferralCause;
import org.jiedui.referral.ReferralStatus;
import org.jiedui.referral.ReportingTime;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * The desk for suspicions of harm, which must be reported at once (强制报告), for needs of support
 * (转介), and for children who stay away from compulsory schooling (辍学).
 *
 * <p>Any of the school's staff may raise one. To see them and to report them takes the role {@link
 * org.jiedui.access.Role#SAFEGUARDING}, which neither a member of staff nor an administrator has by
 * being one. The audit says who raised or saw one about which child, by ids alone, and nothing of
 * what it was. No rate, board or report counts them.
 *
 * <p>Thread-safe.
 */
public final class ReferralsDesk {

  private static final Comparator<Referral> NOTICED_FIRST =
      Comparator.comparing((Referral referral) -> referral.notice().at())
          .thenComparing(Referral::id);

  private final Gate gate;

  ReferralsDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * A referral and where it stands.
   *
   * @param referral the referral
   * @param status where it stands at the instant that was asked for
   */
  public record Entry(Referral referral, ReferralStatus status) {

    /**
     * Creates an entry.
     *
     * @param referral the referral
     * @param status where it stands at the instant that was asked for
     */
    public Entry {
      requireNonNull(referral, "referral");
      requireNonNull(status, "status");
    }
  }

  /**
   * Raises a suspicion of harm or a need of support. From then on only the safeguarding role sees
   * it, also if somebody else raised it.
   *
   * @param school the school
   * @param child the child
   * @param cause why
   * @param noticedAt when it was noticed, not after now: the clock runs from then
   * @param noticedBy the member of staff who noticed it
   * @param note what was noticed, if it is to be written down
   * @return the identifier of the referral
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or member of staff
   * @throws IllegalArgumentException if it is noticed later than now
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RAISE_REFERRAL)
  public ReferralId raise(
      SchoolId school,
      ChildId child,
      ReferralCause cause,
      Instant noticedAt,
      StaffId noticedBy,
      Optional<String> note) {
    return gate.run(
        Operation.RAISE_REFERRAL,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          Referral referral =
              Referral.of(
                  school,
                  gate.newId(ReferralId::of),
                  writer.children().get(school, child).value().id(),
                  cause,
                  new Referral.Notice(
                      noticedAt,
                      writer.staff().get(school, noticedBy).value().id(),
                      note,
                      gate.actor().id(),
                      gate.now()));
          writer.referrals().insert(referral);
          return referral.id();
        });
  }

  /**
   * Returns the school's referrals with where each stands at an instant.
   *
   * @param school the school
   * @param at the instant; what was noticed later is left out
   * @param time within how many hours the school reports
   * @return the referrals, those noticed first go first
   */
  @Performs(Operation.SEE_REFERRALS)
  public ImmutableList<Entry> at(SchoolId school, Instant at, ReportingTime time) {
    return gate.look(
        Operation.SEE_REFERRALS,
        school,
        (reader, count) -> {
          ImmutableList<Entry> entries =
              reader.referrals().all(school).stream()
                  .filter(referral -> !referral.notice().at().isAfter(at))
                  .sorted(NOTICED_FIRST)
                  .map(referral -> new Entry(referral, ReferralStatus.of(referral, at, time)))
                  .collect(toImmutableList());
          count.add(entries.size());
          return entries;
        });
  }

  /**
   * Returns a referral.
   *
   * @param school the school
   * @param referral the referral
   * @return the referral
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such referral
   */
  @Performs(Operation.SEE_REFERRALS)
  public Referral get(SchoolId school, ReferralId referral) {
    return gate.look(
        Operation.SEE_REFERRALS,
        school,
        (reader, count) -> {
          count.add(1);
          Referral found = reader.referrals().get(school, referral).value();
          count.about(found.childId());
          return found;
        });
  }

  /**
   * Returns the referrals of a child.
   *
   * @param school the school
   * @param child the child
   * @return the referrals by id, ended ones too
   */
  @Performs(Operation.SEE_REFERRALS)
  public ImmutableList<Referral> ofChild(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_REFERRALS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<Referral> referrals = reader.referrals().ofChild(school, child);
          count.add(referrals.size());
          return referrals;
        });
  }

  /**
   * Records that a referral was reported, or handed on.
   *
   * @param school the school
   * @param referral the referral
   * @param to to whom; of suspected harm, only a report to one of those that the law names stops
   *     the clock
   * @param at when, not after now and not before it was noticed
   * @param by the member of staff who reported it
   * @param reference what the other side calls it, if told
   * @return the referral with the report
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such referral or member of
   *     staff
   * @throws IllegalArgumentException if it was reported before it was noticed, or later than now
   */
  @CanIgnoreReturnValue
  @Performs(Operation.REPORT_REFERRALS)
  public Referral report(
      SchoolId school,
      ReferralId referral,
      Authority to,
      Instant at,
      StaffId by,
      Optional<String> reference) {
    return gate.run(
        Operation.REPORT_REFERRALS,
        school,
        (writer, count) ->
            report(
                writer,
                count,
                school,
                referral,
                new Referral.Report(to, Optional.empty(), at, by, reference, gate.now())));
  }

  /**
   * Records that a partner of the school received a referral: the clinic, the volunteers. A police
   * post is the police, so a report of suspected harm to it stops the clock; any other partner is
   * none of those that the law names.
   *
   * @param school the school
   * @param referral the referral
   * @param partner the partner, which worked with the school on that day
   * @param at when, not after now and not before it was noticed
   * @param by the member of staff who handed it on
   * @param reference what the partner calls it, if told
   * @return the referral with the report
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such referral, partner or
   *     member of staff
   * @throws IllegalArgumentException if the partner did not work with the school on that day, it
   *     was handed on before it was noticed, or later than now
   */
  @CanIgnoreReturnValue
  @Performs(Operation.REPORT_REFERRALS)
  public Referral handOn(
      SchoolId school,
      ReferralId referral,
      PartnerId partner,
      Instant at,
      StaffId by,
      Optional<String> reference) {
    return gate.run(
        Operation.REPORT_REFERRALS,
        school,
        (writer, count) -> {
          Partner known = partner(writer, school, partner);
          LocalDate day = writer.schools().get(school).value().dayOf(at);
          checkArgument(
              known.days().contains(day),
              "partner %s must work with the school on %s",
              partner,
              day);
          Authority to =
              known.kind() == PartnerKind.POLICE_POST ? Authority.POLICE : Authority.OTHER;
          return report(
              writer,
              count,
              school,
              referral,
              new Referral.Report(to, Optional.of(partner), at, by, reference, gate.now()));
        });
  }

  private static Partner partner(CareReader reader, SchoolId school, PartnerId id) {
    return ActivityBookDesk.read(reader, school)
        .find(id)
        .orElseThrow(() -> new RecordNotFoundException("partner", school, id));
  }

  private static Referral report(
      CareWriter writer,
      Gate.Count count,
      SchoolId school,
      ReferralId referral,
      Referral.Report report) {
    Versioned<Referral> stored = writer.referrals().get(school, referral);
    writer.staff().get(school, report.by());
    count.add(1);
    count.about(stored.value().childId());
    Referral reported = stored.value().reported(report);
    writer.referrals().update(reported, stored.version());
    return reported;
  }

  /**
   * Returns the referrals that a partner of the school received.
   *
   * @param school the school
   * @param partner the partner
   * @return the referrals with a report to it by the instant at which they were noticed, ended ones
   *     too
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such partner
   */
  @Performs(Operation.SEE_REFERRALS)
  public ImmutableList<Referral> receivedBy(SchoolId school, PartnerId partner) {
    return gate.look(
        Operation.SEE_REFERRALS,
        school,
        (reader, count) -> {
          PartnerId known = partner(reader, school, partner).id();
          ImmutableList<Referral> referrals =
              reader.referrals().all(school).stream()
                  .filter(referral -> referral.isReceivedBy(known))
                  .sorted(NOTICED_FIRST)
                  .collect(toImmutableList());
          count.add(referrals.size());
          return referrals;
        });
  }

  /**
   * Ends a referral with its outcome.
   *
   * @param school the school
   * @param referral the referral
   * @param outcome what came of it, not blank
   * @return the ended referral
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such referral
   * @throws IllegalArgumentException if it ended already, is of suspected harm and was not
   *     reported, or the outcome is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.REPORT_REFERRALS)
  public Referral end(SchoolId school, ReferralId referral, String outcome) {
    return end(school, referral, false, outcome);
  }

  /**
   * Ends a referral that was entered by mistake: for another child, say, or twice. It is kept.
   *
   * @param school the school
   * @param referral the referral
   * @param reason what the mistake was, not blank
   * @return the ended referral
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such referral
   * @throws IllegalArgumentException if it ended already, or the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.REPORT_REFERRALS)
  public Referral markMistaken(SchoolId school, ReferralId referral, String reason) {
    return end(school, referral, true, reason);
  }

  private Referral end(SchoolId school, ReferralId id, boolean mistaken, String outcome) {
    return gate.run(
        Operation.REPORT_REFERRALS,
        school,
        (writer, count) -> {
          Versioned<Referral> stored = writer.referrals().get(school, id);
          count.add(1);
          count.about(stored.value().childId());
          Instant now = gate.now();
          Referral ended = stored.value().ended(new Referral.Ending(now, mistaken, outcome, now));
          writer.referrals().update(ended, stored.version());
          return ended;
        });
  }

  /**
   * Returns the register of children who stay away from compulsory schooling, with what the school
   * has to do next for each: whoever dropped out by the facts of the day, registered or not. {@link
   * #raise} with {@link ReferralCause#droppedOut()} registers one, a contact of the staff is an
   * attempt to persuade, {@link #report} to the education office ends the school's own duty.
   *
   * @param school the school
   * @param viewpoint the dates under which to look
   * @return the lines by first day, then child
   */
  @Performs(Operation.SEE_REFERRALS)
  public ImmutableList<Dropout> dropouts(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REFERRALS,
        school,
        (reader, count) -> {
          ZoneId zone = reader.schools().get(school).value().zone();
          ImmutableList<Dropout> lines =
              reader.children().all(school).stream()
                  .flatMap(child -> dropout(reader, child, viewpoint, zone).stream())
                  .sorted(Comparator.comparing(Dropout::since).thenComparing(Dropout::child))
                  .collect(toImmutableList());
          count.add(lines.size());
          return lines;
        });
  }

  private static Optional<Dropout> dropout(
      CareReader reader, Child child, Viewpoint viewpoint, ZoneId zone) {
    Instant knownBefore = viewpoint.knownBefore(zone);
    Map.@Nullable Entry<Range<LocalDate>, Schooling> stretch =
        child.facts().schooling().knownBefore(knownBefore).getEntry(viewpoint.asOf());
    if (stretch == null || stretch.getValue() != Schooling.DROPPED_OUT) {
      return Optional.empty();
    }
    LocalDate since = stretch.getKey().lowerEndpoint();
    ImmutableList<LocalDate> attempts =
        reader.contacts().ofChild(child.schoolId(), child.id()).stream()
            .filter(contact -> contact.madeBy().isStaff() && contact.reached())
            .filter(contact -> contact.isSeen(viewpoint, zone))
            .map(Contact::day)
            .filter(day -> !day.isBefore(since))
            .collect(toImmutableList());
    Optional<Referral> referral =
        reader.referrals().ofChild(child.schoolId(), child.id()).stream()
            .filter(each -> each.cause() instanceof ReferralCause.DroppedOut)
            .filter(each -> each.notice().recordedAt().isBefore(knownBefore))
            .filter(each -> each.ending().filter(Referral.Ending::mistaken).isEmpty())
            .max(Comparator.comparing(each -> each.notice().at()))
            .filter(each -> !each.notice().at().isBefore(since.atStartOfDay(zone).toInstant()));
    return Optional.of(
        new Dropout(
            child.id(),
            since,
            referral.map(Referral::id),
            attempts.size(),
            attempts.stream().max(Comparator.naturalOrder()),
            referral
                .flatMap(Referral::findReport)
                .filter(report -> report.recordedAt().isBefore(knownBefore))
                .map(Referral.Report::at)));
  }
}
