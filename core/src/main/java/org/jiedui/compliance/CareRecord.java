package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareHistory;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ChildId;
import org.jiedui.rule.Exemption;

/**
 * All that the evaluator needs to know of one child: its facts, exemptions and contacts, each with
 * the day on which it was recorded.
 *
 * <p>What the facts come to with everything known is computed once, here; only a known-on date
 * before the last record computes it again.
 *
 * <p>Immutable and thread-safe.
 */
public final class CareRecord {

  private static final Comparator<Exemption> ORDER =
      Comparator.comparing(Exemption::days).thenComparing(Exemption::id);

  private final ChildId childId;
  private final CareFacts facts;
  private final ZoneId zone;
  private final ExemptionSeries exemptions;
  private final ContactSeries contacts;
  private final Optional<ImmutableList<Contact>> contactList;
  private final CareHistory history;
  private final int lastFactRecorded;

  private CareRecord(
      ChildId childId,
      CareFacts facts,
      ZoneId zone,
      Collection<Exemption> exemptions,
      ContactSeries contacts,
      Optional<ImmutableList<Contact>> contactList) {
    this.childId = childId;
    this.facts = facts.forRules();
    this.zone = zone;
    this.exemptions =
        ExemptionSeries.of(ImmutableList.sortedCopyOf(ORDER, exemptions), this::dayOf);
    this.contacts = contacts;
    this.contactList = contactList;
    this.history = facts.history();
    this.lastFactRecorded = this.facts.lastRecordedAt().map(this::dayOf).orElse(Integer.MIN_VALUE);
  }

  private CareRecord(CareRecord other, ExemptionSeries exemptions) {
    this.childId = other.childId;
    this.facts = other.facts;
    this.zone = other.zone;
    this.exemptions = exemptions;
    this.contacts = other.contacts;
    this.contactList = other.contactList;
    this.history = other.history;
    this.lastFactRecorded = other.lastFactRecorded;
  }

  /**
   * Returns the record of a child, able to explain its verdicts.
   *
   * @param child the child
   * @param exemptions its exemptions, in any order
   * @param contacts its contacts, in any order
   * @param zone the school's zone: on which day something was recorded
   * @return the record
   */
  public static CareRecord of(
      Child child, Collection<Exemption> exemptions, Collection<Contact> contacts, ZoneId zone) {
    ImmutableList<Contact> sorted = ContactSeries.sorted(contacts);
    return new CareRecord(
        child.id(),
        child.facts(),
        zone,
        exemptions,
        ContactSeries.of(sorted, zone),
        Optional.of(sorted));
  }

  /**
   * Returns the record of a child from contacts that a store streams packed. It can be judged and
   * counted, but explanations need the contacts themselves.
   *
   * @param childId the child
   * @param facts its facts
   * @param exemptions its exemptions, in any order
   * @param contacts its contacts, packed
   * @param zone the school's zone: on which day something was recorded
   * @return the record
   */
  public static CareRecord packed(
      ChildId childId,
      CareFacts facts,
      Collection<Exemption> exemptions,
      ContactSeries contacts,
      ZoneId zone) {
    return new CareRecord(childId, facts, zone, exemptions, contacts, Optional.empty());
  }

  /** The same record for those who take no notice of exemptions; nothing is computed again. */
  CareRecord withoutExemptions() {
    return exemptions.size() == 0
        ? this
        : new CareRecord(this, ExemptionSeries.of(ImmutableList.of(), this::dayOf));
  }

  /**
   * Returns the child.
   *
   * @return its identifier
   */
  public ChildId childId() {
    return childId;
  }

  /**
   * Returns the facts on which rules depend, see {@link CareFacts#forRules()}.
   *
   * @return the facts, known or not
   */
  public CareFacts facts() {
    return facts;
  }

  /**
   * Returns the exemptions.
   *
   * @return the exemptions by first day, known or not
   */
  public ImmutableList<Exemption> exemptions() {
    return exemptions.exemptions();
  }

  ExemptionSeries exemptionSeries() {
    return exemptions;
  }

  /**
   * Returns the contacts, packed.
   *
   * @return the series
   */
  public ContactSeries contacts() {
    return contacts;
  }

  /**
   * Returns the contacts themselves, in the order of {@link #contacts()}.
   *
   * @return the contacts, or empty if the record was packed
   */
  public Optional<ImmutableList<Contact>> contactList() {
    return contactList;
  }

  /**
   * Returns what the facts come to, with what was recorded up to a day.
   *
   * @param knownOn the last day whose records are seen
   * @return the history
   */
  public CareHistory historyKnownOn(LocalDate knownOn) {
    return historyKnownOn((int) knownOn.toEpochDay());
  }

  CareHistory historyKnownOn(int knownOn) {
    return knownOn >= lastFactRecorded
        ? history
        : facts.historyKnownOn(LocalDate.ofEpochDay(knownOn), zone);
  }

  private int dayOf(Instant instant) {
    return (int) instant.atZone(zone).toLocalDate().toEpochDay();
  }

  /** Returns the child's id. */
  @Override
  public String toString() {
    return "CareRecord[" + childId + "]";
  }
}
