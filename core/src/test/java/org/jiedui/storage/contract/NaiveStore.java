package org.jiedui.storage.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.Attendance;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.Child;
import org.jiedui.child.GuardianConsent;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActivityId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerPair;
import org.jiedui.person.StudentNumber;
import org.jiedui.referral.Referral;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;
import org.jiedui.storage.ActivityWriter;
import org.jiedui.storage.AssignmentWriter;
import org.jiedui.storage.AttendanceWriter;
import org.jiedui.storage.AuditWriter;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.CensusWriter;
import org.jiedui.storage.ChildWriter;
import org.jiedui.storage.ConsentWriter;
import org.jiedui.storage.ContactWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.ExemptionWriter;
import org.jiedui.storage.HomeStayWriter;
import org.jiedui.storage.PeerPairWriter;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.ReferralWriter;
import org.jiedui.storage.SchoolWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.StandingWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;

/**
 * What a store must answer, in the plainest way: hash maps and lists, searched from end to end.
 *
 * <p>It has no transactions: who wants to undo keeps a {@link #copy()}.
 */
final class NaiveStore implements CareWriter {

  private final OfSchool<School> schools = new OfSchool<>();
  private final OfSchool<SchoolCalendar> calendars = new OfSchool<>();
  private final OfSchool<RuleBook> ruleBooks = new OfSchool<>();
  private final OfSchool<ActivityBook> activityBooks = new OfSchool<>();
  private final Activities activities = new Activities();
  private final List<Attended> attended = new ArrayList<>();
  private final Many<ClassId, ClassGroup> classes =
      new Many<>(ClassGroup::schoolId, ClassGroup::id);
  private final Many<StaffId, StaffMember> staff =
      new Many<>(StaffMember::schoolId, StaffMember::id);
  private final Children children = new Children();
  private final List<Contact> contacts = new ArrayList<>();
  private final Exemptions exemptions = new Exemptions();
  private final Assignments assignments = new Assignments();
  private final CensusAnswers census = new CensusAnswers();
  private final List<StandingRow> standings = new ArrayList<>();
  private final List<AuditEntry> audit = new ArrayList<>();
  private final Many<MembershipId, TeamMembership> memberships =
      new Many<>(TeamMembership::schoolId, TeamMembership::id);
  private final Many<RecordCheckId, RecordCheck> recordChecks =
      new Many<>(RecordCheck::schoolId, RecordCheck::id);
  private final PeerPairs peerPairs = new PeerPairs();
  private final Consents consents = new Consents();
  private final HomeStays homeStays = new HomeStays();
  private final Referrals referrals = new Referrals();

  NaiveStore copy() {
    NaiveStore copy = new NaiveStore();
    copy.schools.rows.putAll(schools.rows);
    copy.calendars.rows.putAll(calendars.rows);
    copy.ruleBooks.rows.putAll(ruleBooks.rows);
    copy.activityBooks.rows.putAll(activityBooks.rows);
    copy.activities.rows.addAll(activities.rows);
    copy.attended.addAll(attended);
    copy.classes.rows.addAll(classes.rows);
    copy.staff.rows.addAll(staff.rows);
    copy.children.rows.addAll(children.rows);
    copy.contacts.addAll(contacts);
    copy.exemptions.rows.addAll(exemptions.rows);
    copy.assignments.rows.addAll(assignments.rows);
    copy.census.rows.addAll(census.rows);
    copy.standings.addAll(standings);
    copy.audit.addAll(audit);
    copy.memberships.rows.addAll(memberships.rows);
    copy.recordChecks.rows.addAll(recordChecks.rows);
    copy.peerPairs.rows.addAll(peerPairs.rows);
    copy.consents.rows.addAll(consents.rows);
    copy.homeStays.rows.addAll(homeStays.rows);
    copy.referrals.rows.addAll(referrals.rows);
    return copy;
  }

  private static <V> Versioned<V> next(
      Versioned<V> stored, V value, long expectedVersion, SchoolId school) {
    if (stored.version() != expectedVersion) {
      throw new StaleVersionException("record", school, "", expectedVersion, stored.version());
    }
    return new Versioned<>(value, expectedVersion + 1);
  }

  /** One for each school. */
  private static final class OfSchool<V> implements SchoolWriter<V> {

    private final Map<SchoolId, Versioned<V>> rows = new HashMap<>();

    @Override
    public ImmutableList<SchoolId> ids() {
      return ImmutableList.sortedCopyOf(rows.keySet());
    }

    @Override
    public Optional<Versioned<V>> find(SchoolId school) {
      return Optional.ofNullable(rows.get(school));
    }

    @Override
    public Versioned<V> get(SchoolId school) {
      return find(school).orElseThrow(() -> new RecordNotFoundException("record", school, ""));
    }

    @Override
    public long insert(SchoolId school, V value) {
      if (rows.putIfAbsent(school, new Versioned<>(value, 1)) != null) {
        throw new DuplicateRecordException("record", school, "");
      }
      return 1;
    }

    @Override
    public long update(SchoolId school, V value, long expectedVersion) {
      rows.put(school, next(get(school), value, expectedVersion, school));
      return expectedVersion + 1;
    }
  }

  /** Many for each school. */
  private static class Many<K extends Comparable<? super K>, V> implements RecordWriter<K, V> {

    final List<Versioned<V>> rows = new ArrayList<>();
    private final Function<V, SchoolId> schoolOf;
    private final Function<V, K> idOf;

    Many(Function<V, SchoolId> schoolOf, Function<V, K> idOf) {
      this.schoolOf = schoolOf;
      this.idOf = idOf;
    }

    void check(V value) {}

    @Override
    public Optional<Versioned<V>> find(SchoolId school, K id) {
      return rows.stream()
          .filter(row -> schoolOf.apply(row.value()).equals(school))
          .filter(row -> idOf.apply(row.value()).equals(id))
          .findFirst();
    }

    @Override
    public Versioned<V> get(SchoolId school, K id) {
      return find(school, id).orElseThrow(() -> new RecordNotFoundException("record", school, id));
    }

    @Override
    public ImmutableList<Versioned<V>> page(SchoolId school, Optional<K> after, int limit) {
      return rows.stream()
          .filter(row -> schoolOf.apply(row.value()).equals(school))
          .filter(row -> after.isEmpty() || idOf.apply(row.value()).compareTo(after.get()) > 0)
          .sorted(Comparator.comparing(row -> idOf.apply(row.value())))
          .limit(limit)
          .collect(toImmutableList());
    }

    @Override
    public long insert(V value) {
      if (find(schoolOf.apply(value), idOf.apply(value)).isPresent()) {
        throw new DuplicateRecordException("record", schoolOf.apply(value), idOf.apply(value));
      }
      check(value);
      rows.add(new Versioned<>(value, 1));
      return 1;
    }

    @Override
    public long update(V value, long expectedVersion) {
      Versioned<V> stored = get(schoolOf.apply(value), idOf.apply(value));
      Versioned<V> next = next(stored, value, expectedVersion, schoolOf.apply(value));
      check(value);
      rows.remove(stored);
      rows.add(next);
      return next.version();
    }
  }

  private static final class Children extends Many<ChildId, Child> implements ChildWriter {

    Children() {
      super(Child::schoolId, Child::id);
    }

    @Override
    public Optional<Versioned<Child>> findByStudentNumber(SchoolId school, StudentNumber number) {
      return rows.stream()
          .filter(row -> row.value().schoolId().equals(school))
          .filter(row -> row.value().studentNumber().equals(number))
          .findFirst();
    }

    @Override
    void check(Child value) {
      findByStudentNumber(value.schoolId(), value.studentNumber())
          .filter(row -> !row.value().id().equals(value.id()))
          .ifPresent(
              row -> {
                throw new DuplicateRecordException("child", value.schoolId(), value.id());
              });
    }
  }

  private static final class Exemptions extends Many<ExemptionId, Exemption>
      implements ExemptionWriter {

    Exemptions() {
      super(Exemption::schoolId, Exemption::id);
    }

    @Override
    public ImmutableList<Exemption> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(exemption -> exemption.childId().equals(child))
          .collect(toImmutableList());
    }
  }

  private static final class CensusAnswers extends Many<CensusAnswerId, CensusAnswer>
      implements CensusWriter {

    CensusAnswers() {
      super(CensusAnswer::schoolId, CensusAnswer::id);
    }

    @Override
    public ImmutableList<CensusAnswer> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(answer -> answer.childId().equals(child))
          .collect(toImmutableList());
    }

    @Override
    public ImmutableList<CensusAnswer> ofTerm(SchoolId school, String term) {
      return all(school).stream()
          .filter(answer -> answer.term().equals(term))
          .collect(toImmutableList());
    }
  }

  private static final class Assignments extends Many<AssignmentId, MentorAssignment>
      implements AssignmentWriter {

    Assignments() {
      super(MentorAssignment::schoolId, MentorAssignment::id);
    }

    @Override
    public ImmutableList<MentorAssignment> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(assignment -> assignment.childId().equals(child))
          .collect(toImmutableList());
    }
  }

  private static final class PeerPairs extends Many<PeerPairId, PeerPair>
      implements PeerPairWriter {

    PeerPairs() {
      super(PeerPair::schoolId, PeerPair::id);
    }

    @Override
    public ImmutableList<PeerPair> ofChild(SchoolId school, ChildId child) {
      return all(school).stream().filter(each -> each.has(child)).collect(toImmutableList());
    }
  }

  private static final class Consents extends Many<ConsentId, GuardianConsent>
      implements ConsentWriter {

    Consents() {
      super(GuardianConsent::schoolId, GuardianConsent::id);
    }

    @Override
    public ImmutableList<GuardianConsent> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(each -> each.childId().equals(child))
          .collect(toImmutableList());
    }
  }

  private static final class HomeStays extends Many<HomeStayId, HomeStay>
      implements HomeStayWriter {

    HomeStays() {
      super(HomeStay::schoolId, HomeStay::id);
    }

    @Override
    public ImmutableList<HomeStay> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(each -> each.guest().equals(child) || each.host().equals(child))
          .collect(toImmutableList());
    }
  }

  private static final class Referrals extends Many<ReferralId, Referral>
      implements ReferralWriter {

    Referrals() {
      super(Referral::schoolId, Referral::id);
    }

    @Override
    public ImmutableList<Referral> ofChild(SchoolId school, ChildId child) {
      return all(school).stream()
          .filter(each -> each.childId().equals(child))
          .collect(toImmutableList());
    }
  }

  private static final class Activities extends Many<ActivityId, Activity>
      implements ActivityWriter {

    Activities() {
      super(Activity::schoolId, Activity::id);
    }

    @Override
    public ImmutableList<Activity> onDays(SchoolId school, DateRange days) {
      return all(school).stream()
          .filter(
              activity ->
                  activity.history().stream()
                      .flatMap(fact -> fact.arrangement().stream())
                      .anyMatch(arrangement -> days.contains(arrangement.day())))
          .collect(toImmutableList());
    }
  }

  /** An attendance and its school. */
  private record Attended(SchoolId school, Attendance attendance) {}

  private final class AttendanceRecords implements AttendanceWriter {

    private ImmutableList<Attendance> where(SchoolId school, Predicate<Attendance> which) {
      return attended.stream()
          .filter(each -> each.school().equals(school))
          .map(Attended::attendance)
          .filter(which)
          .sorted(
              Comparator.comparing(Attendance::activityId)
                  .thenComparing(Attendance::childId)
                  .thenComparing(each -> each.attendee().code())
                  .thenComparing(Attendance::recordedAt))
          .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Attendance> ofActivity(SchoolId school, ActivityId activity) {
      return where(school, each -> each.activityId().equals(activity));
    }

    @Override
    public ImmutableList<Attendance> ofChild(SchoolId school, ChildId child) {
      return where(school, each -> each.childId().equals(child));
    }

    @Override
    public ImmutableList<Attendance> all(SchoolId school) {
      return where(school, each -> true);
    }

    @Override
    public void addAll(SchoolId school, Collection<Attendance> records) {
      for (Attendance each : records) {
        boolean isThere =
            ofChild(school, each.childId()).stream()
                .anyMatch(
                    other ->
                        other.activityId().equals(each.activityId())
                            && other.attendee() == each.attendee()
                            && other.recordedAt().equals(each.recordedAt()));
        if (isThere) {
          throw new DuplicateRecordException("attendance", school, each.activityId());
        }
        attended.add(new Attended(school, each));
      }
    }
  }

  private final class Contacts implements ContactWriter {

    @Override
    public Optional<Contact> find(SchoolId school, ChildId child, ContactId id) {
      return ofChild(school, child).stream().filter(contact -> contact.id().equals(id)).findFirst();
    }

    @Override
    public ImmutableList<Contact> ofChild(SchoolId school, ChildId child) {
      return ContactSeries.sorted(
          contacts.stream()
              .filter(contact -> contact.schoolId().equals(school))
              .filter(contact -> contact.childId().equals(child))
              .toList());
    }

    @Override
    public ImmutableList<Contact> followUps(SchoolId school) {
      return contacts.stream()
          .filter(contact -> contact.schoolId().equals(school))
          .filter(contact -> VisitFollowUp.isAskedBy(contact) || isFollowUp(contact))
          .sorted(Comparator.comparing(Contact::childId).thenComparing(Contact::id))
          .collect(toImmutableList());
    }

    private static boolean isFollowUp(Contact contact) {
      return contact.detail().flatMap(ContactDetail::followsUp).isPresent();
    }

    @Override
    public ImmutableList<Contact> onDays(SchoolId school, DateRange days, Set<Channel> channels) {
      return contacts.stream()
          .filter(contact -> contact.schoolId().equals(school))
          .filter(contact -> days.contains(contact.day()) && channels.contains(contact.channel()))
          .sorted(
              Comparator.comparing(Contact::day)
                  .thenComparing(Contact::childId)
                  .thenComparing(Contact::id))
          .collect(toImmutableList());
    }

    @Override
    public boolean add(Contact contact) {
      Versioned<Child> child = children.get(contact.schoolId(), contact.childId());
      Optional<Contact> stored = find(contact.schoolId(), child.value().id(), contact.id());
      if (stored.isPresent() && !stored.get().saysTheSameAs(contact)) {
        throw new DuplicateRecordException("contact", contact.schoolId(), contact.id());
      }
      return stored.isEmpty() && contacts.add(contact);
    }

    @Override
    public boolean markVoid(SchoolId school, ChildId child, ContactId id, Voiding voiding) {
      Contact stored =
          find(school, child, id)
              .orElseThrow(() -> new RecordNotFoundException("contact", school, id));
      if (stored.voiding().isPresent()) {
        return false;
      }
      contacts.remove(stored);
      return contacts.add(stored.voided(voiding));
    }
  }

  private final class Standings implements StandingWriter {

    @Override
    public ImmutableList<StandingRow> board(BoardQuery query) {
      return standings.stream()
          .filter(row -> row.schoolId().equals(query.school()))
          .filter(query::matches)
          .filter(
              row -> query.after().isEmpty() || row.position().compareTo(query.after().get()) > 0)
          .sorted(Comparator.comparing(StandingRow::position))
          .limit(query.limit())
          .collect(toImmutableList());
    }

    @Override
    public ImmutableList<StandingRow> ofChild(SchoolId school, ChildId child) {
      return standings.stream()
          .filter(row -> row.schoolId().equals(school) && row.childId().equals(child))
          .sorted(
              Comparator.comparing((StandingRow row) -> row.standing().rule())
                  .thenComparing(row -> row.standing().shownFrom().orElse(LocalDate.MIN)))
          .collect(toImmutableList());
    }

    @Override
    public void replace(SchoolId school, ChildId child, Collection<StandingRow> rows) {
      Preconditions.checkArgument(
          rows.stream()
              .allMatch(row -> row.schoolId().equals(school) && row.childId().equals(child)));
      standings.removeIf(row -> row.schoolId().equals(school) && row.childId().equals(child));
      standings.addAll(rows);
    }
  }

  private final class Audit implements AuditWriter {

    @Override
    public ImmutableList<Numbered> page(SchoolId school, long after, int limit) {
      List<AuditEntry> own =
          audit.stream().filter(entry -> entry.schoolId().equals(school)).toList();
      List<Numbered> numbered = new ArrayList<>();
      for (AuditEntry entry : own) {
        numbered.add(new Numbered(numbered.size() + 1L, entry));
      }
      return numbered.stream()
          .filter(entry -> entry.sequence() > after)
          .limit(limit)
          .collect(toImmutableList());
    }

    @Override
    public Optional<Numbered> findLast(SchoolId school, Operation operation) {
      return page(school, 0, Integer.MAX_VALUE).stream()
          .filter(each -> each.entry().operation() == operation)
          .filter(each -> each.entry().outcome() == Outcome.PERMITTED)
          .reduce((earlier, later) -> later);
    }

    @Override
    public void append(AuditEntry entry) {
      audit.add(entry);
    }
  }

  @Override
  public SchoolWriter<School> schools() {
    return schools;
  }

  @Override
  public SchoolWriter<SchoolCalendar> calendars() {
    return calendars;
  }

  @Override
  public SchoolWriter<RuleBook> ruleBooks() {
    return ruleBooks;
  }

  @Override
  public RecordWriter<ClassId, ClassGroup> classes() {
    return classes;
  }

  @Override
  public RecordWriter<StaffId, StaffMember> staff() {
    return staff;
  }

  @Override
  public ChildWriter children() {
    return children;
  }

  @Override
  public ContactWriter contacts() {
    return new Contacts();
  }

  @Override
  public ExemptionWriter exemptions() {
    return exemptions;
  }

  @Override
  public AssignmentWriter assignments() {
    return assignments;
  }

  @Override
  public CensusWriter census() {
    return census;
  }

  @Override
  public StandingWriter standings() {
    return new Standings();
  }

  @Override
  public AuditWriter audit() {
    return new Audit();
  }

  @Override
  public RecordWriter<MembershipId, TeamMembership> memberships() {
    return memberships;
  }

  @Override
  public RecordWriter<RecordCheckId, RecordCheck> recordChecks() {
    return recordChecks;
  }

  @Override
  public PeerPairWriter peerPairs() {
    return peerPairs;
  }

  @Override
  public ConsentWriter consents() {
    return consents;
  }

  @Override
  public HomeStayWriter homeStays() {
    return homeStays;
  }

  @Override
  public ReferralWriter referrals() {
    return referrals;
  }

  @Override
  public void sweep(SchoolId school, Consumer<? super CareRecord> sink) {
    School of = schools.get(school).value();
    for (Child child : children.all(school)) {
      sink.accept(
          CareRecord.of(
              child,
              exemptions.ofChild(school, child.id()),
              contacts().ofChild(school, child.id()),
              of.zone()));
    }
  }

  @Override
  public SchoolWriter<ActivityBook> activityBooks() {
    return activityBooks;
  }

  @Override
  public ActivityWriter activities() {
    return activities;
  }

  @Override
  public AttendanceWriter attendance() {
    return new AttendanceRecords();
  }

  @Override
  public boolean erase(SchoolId school, ChildId child) {
    if (!children.rows.removeIf(
        row -> is(row.value().schoolId(), row.value().id(), school, child))) {
      return false;
    }
    attended.removeIf(each -> is(each.school(), each.attendance().childId(), school, child));
    contacts.removeIf(each -> is(each.schoolId(), each.childId(), school, child));
    standings.removeIf(each -> is(each.schoolId(), each.childId(), school, child));
    exemptions.rows.removeIf(
        row -> is(row.value().schoolId(), row.value().childId(), school, child));
    assignments.rows.removeIf(
        row -> is(row.value().schoolId(), row.value().childId(), school, child));
    census.rows.removeIf(row -> is(row.value().schoolId(), row.value().childId(), school, child));
    consents.rows.removeIf(row -> is(row.value().schoolId(), row.value().childId(), school, child));
    peerPairs.rows.removeIf(
        row ->
            is(row.value().schoolId(), row.value().helper(), school, child)
                || is(row.value().schoolId(), row.value().helped(), school, child));
    homeStays.rows.removeIf(
        row ->
            is(row.value().schoolId(), row.value().guest(), school, child)
                || is(row.value().schoolId(), row.value().host(), school, child));
    return true;
  }

  private static boolean is(SchoolId of, ChildId id, SchoolId school, ChildId child) {
    return of.equals(school) && id.equals(child);
  }
}
