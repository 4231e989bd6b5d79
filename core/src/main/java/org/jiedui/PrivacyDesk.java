package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.access.PrivacyAudit;
import org.jiedui.child.Child;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.Retention;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.CareReader;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * The desk for what the law asks of data about children: guardians' consent to its keeping,
 * erasure, and the yearly audit.
 *
 * <pre>{@code
 * Viewpoint now = Viewpoint.on(today);
 * desk.privacy().consent(school, child, ConsentGiver.MOTHER, today, Optional.empty());
 * desk.privacy().withoutConsent(school, now); // whose guardians are to be asked
 * for (ChildId gone : desk.privacy().dueForErasure(school, Retention.ofYears(3), now)) {
 *   desk.privacy().erase(school, gone);
 * }
 * desk.privacy().audit(school, year, Retention.ofYears(3)).lines(); // for who audits
 * desk.privacy().completeAudit(school);
 * }</pre>
 *
 * <p>A missing consent never keeps a child's file from being kept: a school has duties by law
 * (未成年人保护法 art. 29) for which it needs none (个人信息保护法 art. 13). It is found, so that somebody asks.
 *
 * <p>Thread-safe.
 */
public final class PrivacyDesk {

  /** Under this age the guardians consent (个人信息保护法 art. 31). */
  private static final int AGE = 14;

  private static final int PAGE = 1000;

  private final Gate gate;
  private final KeptConsents consents;

  PrivacyDesk(Gate gate) {
    this.gate = gate;
    this.consents = new KeptConsents(gate, ConsentPurpose.KEEPING_DATA);
  }

  /**
   * Records that a guardian consented to the keeping of a child's data.
   *
   * @param school the school
   * @param child the child
   * @param givenBy which guardian; a carer is none by caring
   * @param givenOn the day on which it was given
   * @param validUntil the last day on which it counts, if it names one
   * @return the consent
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if it was given by a carer, or ends before it was given
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CONSENTS)
  public GuardianConsent consent(
      SchoolId school,
      ChildId child,
      ConsentGiver givenBy,
      LocalDate givenOn,
      Optional<LocalDate> validUntil) {
    return gate.run(
        Operation.KEEP_CONSENTS,
        school,
        child,
        (writer, count) -> {
          checkArgument(
              givenBy.isGuardian(),
              "a consent to the keeping of data must be given by a guardian, not by %s",
              givenBy.code());
          count.add(1);
          return consents.give(writer, school, child, givenBy, givenOn, validUntil);
        });
  }

  /**
   * Records that a consent to the keeping of data was withdrawn. Nothing is erased by that: {@link
   * #erase} does it.
   *
   * @param school the school
   * @param consent the consent
   * @param on the first day on which it counts no more
   * @return the withdrawn consent
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such consent
   * @throws IllegalArgumentException if it was withdrawn already, is withdrawn before it was given,
   *     or is to something else
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_CONSENTS)
  public GuardianConsent withdraw(SchoolId school, ConsentId consent, LocalDate on) {
    return gate.run(
        Operation.KEEP_CONSENTS,
        school,
        (writer, count) -> {
          GuardianConsent withdrawn = consents.withdraw(writer, school, consent, on);
          count.add(1);
          count.about(withdrawn.childId());
          return withdrawn;
        });
  }

  /**
   * Returns the consents to the keeping of a child's data.
   *
   * @param school the school
   * @param child the child
   * @return the consents by id, withdrawn ones too
   */
  @Performs(Operation.SEE_PRIVACY)
  public ImmutableList<GuardianConsent> consents(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_PRIVACY,
        school,
        child,
        (reader, count) -> {
          ImmutableList<GuardianConsent> all = consents.ofChild(reader, school, child);
          count.add(all.size());
          return all;
        });
  }

  /**
   * Finds the children under 14 for whom no guardian's consent to the keeping of data is in force.
   *
   * @param school the school
   * @param viewpoint the dates under which to look
   * @return the children by id
   */
  @Performs(Operation.SEE_PRIVACY)
  public ImmutableList<ChildId> withoutConsent(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_PRIVACY,
        school,
        (reader, count) -> {
          ImmutableList<ChildId> found =
              withoutConsent(reader, school, reader.children().all(school), viewpoint);
          count.add(found.size());
          return found;
        });
  }

  private static ImmutableList<ChildId> withoutConsent(
      CareReader reader, SchoolId school, Collection<Child> children, Viewpoint viewpoint) {
    LocalDate day = viewpoint.asOf();
    Instant knownBefore = viewpoint.knownBefore(zone(reader, school));
    ImmutableSet<ChildId> covered =
        reader.consents().all(school).stream()
            .filter(consent -> consent.purpose() == ConsentPurpose.KEEPING_DATA)
            .filter(consent -> consent.isOn(day, knownBefore))
            .map(GuardianConsent::childId)
            .collect(toImmutableSet());
    return children.stream()
        .filter(child -> day.isBefore(child.birthDate().plusYears(AGE)))
        .map(Child::id)
        .filter(child -> !covered.contains(child))
        .sorted()
        .collect(toImmutableList());
  }

  private static ZoneId zone(CareReader reader, SchoolId school) {
    return reader.schools().get(school).value().zone();
  }

  /**
   * Finds the children who left the school so long ago that what is known of them is to be erased.
   *
   * @param school the school
   * @param retention for how long it is kept
   * @param viewpoint the dates under which to look
   * @return the children by id
   */
  @Performs(Operation.SEE_PRIVACY)
  public ImmutableList<ChildId> dueForErasure(
      SchoolId school, Retention retention, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_PRIVACY,
        school,
        (reader, count) -> {
          ImmutableList<ChildId> found =
              dueForErasure(reader, school, reader.children().all(school), retention, viewpoint);
          count.add(found.size());
          return found;
        });
  }

  private static ImmutableList<ChildId> dueForErasure(
      CareReader reader,
      SchoolId school,
      Collection<Child> children,
      Retention retention,
      Viewpoint viewpoint) {
    Instant knownBefore = viewpoint.knownBefore(zone(reader, school));
    return children.stream()
        .filter(
            child ->
                retention
                    .findEnd(child, knownBefore)
                    .map(end -> !end.isAfter(viewpoint.asOf()))
                    .orElse(false))
        .map(Child::id)
        .sorted()
        .collect(toImmutableList());
  }

  /**
   * Erases what is stored about a child (个人信息保护法 art. 47): its file, facts, contacts, consents,
   * assignments, and the pairs and stays that it has with others. It cannot be taken back, and
   * whatever is reported later, for earlier days too, no longer counts the child. The audit keeps
   * that it was done, by whom and when, and the child's id; referrals stay with those who may see
   * them.
   *
   * @param school the school
   * @param child the child
   * @return false if there was no such child, or it was erased already
   */
  @CanIgnoreReturnValue
  @Performs(Operation.ERASE_CHILD)
  public boolean erase(SchoolId school, ChildId child) {
    return gate.run(
        Operation.ERASE_CHILD,
        school,
        child,
        (writer, count) -> {
          boolean erased = writer.erase(school, child);
          count.add(erased ? 1 : 0);
          return erased;
        });
  }

  /**
   * Counts what the log says of a period, and finds what is to be put right at its end. The log is
   * read page by page; its cost grows with the whole log of the school up to the end of the period.
   *
   * @param school the school
   * @param days the period, with an end
   * @param retention for how long the school keeps what it knows of children that left
   * @return the audit
   * @throws IllegalArgumentException if the period has no end
   */
  @Performs(Operation.SEE_PRIVACY)
  public PrivacyAudit audit(SchoolId school, DateRange days, Retention retention) {
    checkArgument(days.hasEnd(), "the period (%s) must have an end", days);
    LocalDate last = days.last().orElseThrow();
    return gate.look(
        Operation.SEE_PRIVACY,
        school,
        (reader, count) -> {
          ZoneId zone = zone(reader, school);
          PrivacyAudit.Counter counter = new PrivacyAudit.Counter(school, days.start(), last);
          Optional<LocalDate> lastAudit = Optional.empty();
          long after = 0;
          List<Numbered> page = reader.audit().page(school, after, PAGE);
          while (!page.isEmpty()) {
            for (Numbered numbered : page) {
              LocalDate day = numbered.entry().at().atZone(zone).toLocalDate();
              if (days.contains(day)) {
                counter.add(numbered.entry());
                count.add(1);
              } else if (isAudit(numbered) && day.isBefore(days.start())) {
                lastAudit = Optional.of(day);
              }
              after = numbered.sequence();
            }
            page = reader.audit().page(school, after, PAGE);
          }
          Viewpoint end = Viewpoint.on(last);
          ImmutableList<Child> children = reader.children().all(school);
          return counter.toAudit(
              withoutConsent(reader, school, children, end),
              dueForErasure(reader, school, children, retention, end),
              lastAudit);
        });
  }

  private static boolean isAudit(Numbered numbered) {
    return numbered.entry().operation() == Operation.COMPLETE_PRIVACY_AUDIT
        && numbered.entry().outcome() == Outcome.PERMITTED;
  }

  /**
   * States that the audit of data protection was done today, by whom the desk belongs to. The audit
   * log keeps it.
   *
   * @param school the school
   * @return today, in the school's zone
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   */
  @CanIgnoreReturnValue
  @Performs(Operation.COMPLETE_PRIVACY_AUDIT)
  public LocalDate completeAudit(SchoolId school) {
    return gate.run(
        Operation.COMPLETE_PRIVACY_AUDIT,
        school,
        (writer, count) -> writer.schools().get(school).value().dayOf(gate.now()));
  }

  /**
   * Finds when the next yearly audit is due (未成年人网络保护条例 art. 37).
   *
   * @param school the school
   * @return a year after the last one, or empty if there never was one, so that it is due now
   */
  @Performs(Operation.SEE_PRIVACY)
  public Optional<LocalDate> nextAudit(SchoolId school) {
    return gate.look(
        Operation.SEE_PRIVACY,
        school,
        (reader, count) ->
            reader
                .audit()
                .findLast(school, Operation.COMPLETE_PRIVACY_AUDIT)
                .map(
                    last ->
                        last.entry().at().atZone(zone(reader, school)).toLocalDate().plusYears(1)));
  }
}
