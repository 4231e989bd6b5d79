package org.jiedui.storage.contract;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.activity.Activity;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;

/** Reads everything that a store has, so that two stores, or two moments, can be compared. */
public final class StoreDump {

  private static final int MANY = Integer.MAX_VALUE;

  /** The days on which boards are read: before, in and after the first term. */
  private static final ImmutableList<LocalDate> BOARD_DAYS =
      ImmutableList.of(
          LocalDate.of(2025, 9, 1), LocalDate.of(2025, 11, 10), LocalDate.of(2026, 8, 31));

  private static final DateRange A_TERM = DateRange.parse("2025-09-01/2025-11-30");

  private static final DateRange ALL_DAYS =
      DateRange.of(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));

  private static final ImmutableSet<Channel> CALLS_AND_VISITS =
      ImmutableSet.of(Channel.CALL, Channel.VIDEO_CALL, Channel.HOME_VISIT);

  private StoreDump() {}

  /**
   * Reads everything of some schools.
   *
   * @param reader the store
   * @param schools the schools
   * @param others children to look for besides those that the schools have: nothing may be stored
   *     about a child that is not stored itself
   * @return what was read, by what was asked
   */
  public static ImmutableSortedMap<String, Object> of(
      CareReader reader, Collection<SchoolId> schools, Collection<ChildId> others) {
    Map<String, Object> all = new TreeMap<>();
    for (SchoolId school : schools) {
      all.put(school + " school", reader.schools().find(school));
      all.put(school + " calendar", reader.calendars().find(school));
      all.put(school + " rule book", reader.ruleBooks().find(school));
      all.put(school + " classes", reader.classes().page(school, Optional.empty(), MANY));
      all.put(school + " staff", reader.staff().page(school, Optional.empty(), MANY));
      all.put(school + " children", reader.children().page(school, Optional.empty(), MANY));
      all.put(school + " exemptions", reader.exemptions().page(school, Optional.empty(), MANY));
      all.put(school + " assignments", reader.assignments().page(school, Optional.empty(), MANY));
      all.put(school + " memberships", reader.memberships().page(school, Optional.empty(), MANY));
      all.put(
          school + " record checks", reader.recordChecks().page(school, Optional.empty(), MANY));
      all.put(school + " peer pairs", reader.peerPairs().page(school, Optional.empty(), MANY));
      all.put(school + " consents", reader.consents().page(school, Optional.empty(), MANY));
      all.put(school + " home stays", reader.homeStays().page(school, Optional.empty(), MANY));
      all.put(school + " referrals", reader.referrals().page(school, Optional.empty(), MANY));
      all.put(school + " activity book", reader.activityBooks().find(school));
      all.put(school + " activities", reader.activities().page(school, Optional.empty(), MANY));
      all.put(school + " activities of a term", reader.activities().onDays(school, A_TERM));
      for (Versioned<Activity> row : reader.activities().page(school, Optional.empty(), MANY)) {
        ActivityId activity = row.value().id();
        all.put(
            school + " attendance of " + activity,
            reader.attendance().ofActivity(school, activity));
      }
      all.put(school + " attendance", reader.attendance().all(school));
      all.put(school + " follow-ups", reader.contacts().followUps(school));
      all.put(
          school + " calls and visits",
          reader.contacts().onDays(school, ALL_DAYS, CALLS_AND_VISITS));
      all.put(school + " census", reader.census().page(school, Optional.empty(), MANY));
      for (String term : StoreFixtures.TERMS) {
        all.put(school + " census of " + term, reader.census().ofTerm(school, term));
      }
      all.put(school + " audit", reader.audit().page(school, 0, MANY));
      for (LocalDate day : BOARD_DAYS) {
        BoardQuery board = BoardQuery.on(school, day).limit(MANY);
        all.put(school + " board on " + day, reader.standings().board(board));
        all.put(
            school + " board of T11 on " + day,
            reader.standings().board(board.responsible(StaffId.of("T11"))));
        all.put(
            school + " board of 3-1 on " + day,
            reader.standings().board(board.inClass(ClassId.of("3-1"))));
      }
      for (Versioned<Child> child : reader.children().page(school, Optional.empty(), MANY)) {
        putChild(all, reader, school, child.value().id());
        all.put(
            school + "/" + child.value().id() + " by student number",
            reader.children().findByStudentNumber(school, child.value().studentNumber()));
      }
      others.forEach(child -> putChild(all, reader, school, child));
      if (reader.schools().find(school).isPresent()) {
        all.put(school + " sweep", swept(reader, school));
      }
    }
    return ImmutableSortedMap.copyOf(all);
  }

  private static void putChild(
      Map<String, Object> all, CareReader reader, SchoolId school, ChildId child) {
    String name = school + "/" + child;
    all.put(name + " contacts", reader.contacts().ofChild(school, child));
    all.put(name + " exemptions", reader.exemptions().ofChild(school, child));
    all.put(name + " assignments", reader.assignments().ofChild(school, child));
    all.put(name + " peer pairs", reader.peerPairs().ofChild(school, child));
    all.put(name + " consents", reader.consents().ofChild(school, child));
    all.put(name + " home stays", reader.homeStays().ofChild(school, child));
    all.put(name + " referrals", reader.referrals().ofChild(school, child));
    all.put(name + " census", reader.census().ofChild(school, child));
    all.put(name + " attendance", reader.attendance().ofChild(school, child));
    all.put(name + " standings", reader.standings().ofChild(school, child));
  }

  private static List<String> swept(CareReader reader, SchoolId school) {
    ImmutableList.Builder<String> records = ImmutableList.builder();
    reader.sweep(school, record -> records.add(text(record)));
    return records.build();
  }

  /**
   * Writes down what a record holds but its facts.
   *
   * @param record the record
   * @return the child, its exemptions, and each contact as day, kind, day recorded and day voided
   */
  static String text(CareRecord record) {
    ContactSeries contacts = record.contacts();
    return record.childId()
        + " "
        + record.exemptions()
        + " "
        + IntStream.range(0, contacts.size())
            .mapToObj(
                i ->
                    contacts.day(i)
                        + ":"
                        + contacts.kind(i)
                        + ":"
                        + contacts.recordedDay(i)
                        + ":"
                        + contacts.voidedDay(i))
            .collect(joining(" "));
  }
}
