package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiedui.access.Operation;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
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
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.RecordReader;
import org.jiedui.storage.contract.StoreFixtures;
import org.jiedui.storage.jdbc.ExplainedStore.Reading;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases answer what is asked about children, staff and the audit. */
class RecordPlanTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;
  private static final int SCHOOLS = 10;

  /** So many of a kind has each school, five for each child. */
  private static final int RECORDS = 2_000;

  private static final ImmutableList<ChildId> CHILDREN =
      ExplainedStore.ids("c", RECORDS / 5).stream().map(ChildId::of).collect(toImmutableList());
  private static final ChildId CHILD = CHILDREN.get(77);

  private static final ImmutableList<String> ERASED =
      ImmutableList.of(
          "school_ledger:",
          "attendance: school_id child_id",
          "child: school_id child_id",
          "child_fact: school_id child_id",
          "contact: school_id child_id",
          "contact_detail: school_id child_id",
          "contact_voiding: school_id child_id",
          "exemption: school_id child_id",
          "mentor_assignment: school_id child_id",
          "census_answer: school_id child_id",
          "guardian_consent: school_id child_id",
          "standing: school_id child_id",
          "peer_pair: school_id helper",
          "peer_pair: school_id helped",
          "home_stay: school_id guest",
          "home_stay: school_id host");

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251124);

  private void write(CareWriter writer) {
    ImmutableList<Child> children =
        CHILDREN.stream().map(id -> fixtures.child(SCHOOL, id)).collect(toImmutableList());
    writer.children().insertAll(children);
    writer.staff().insertAll(each("T", id -> fixtures.staffMember(SCHOOL, StaffId.of(id))));
    writer.classes().insertAll(each("g", id -> fixtures.classGroup(SCHOOL, ClassId.of(id))));
    writer.contacts().addAll(ofChildren(children, "k", this::contact));
    for (ChildId child : CHILDREN) {
      for (Contact contact : writer.contacts().ofChild(SCHOOL, child).subList(0, 1)) {
        writer.contacts().markVoid(SCHOOL, child, contact.id(), fixtures.voiding());
      }
    }
    writer
        .exemptions()
        .insertAll(
            ofChildren(
                children, "e", (child, id) -> fixtures.exemption(child, ExemptionId.of(id))));
    writer
        .assignments()
        .insertAll(
            ofChildren(
                children, "a", (child, id) -> fixtures.assignment(child, AssignmentId.of(id))));
    writer
        .census()
        .insertAll(
            ofChildren(
                children, "s", (child, id) -> fixtures.censusAnswer(child, CensusAnswerId.of(id))));
    writer
        .consents()
        .insertAll(
            ofChildren(children, "y", (child, id) -> fixtures.consent(child, ConsentId.of(id))));
    writer
        .referrals()
        .insertAll(
            ofChildren(children, "f", (child, id) -> fixtures.referral(child, ReferralId.of(id))));
    writer
        .peerPairs()
        .insertAll(
            ofChildren(
                children,
                "p",
                (child, id) -> fixtures.peerPair(child, friend(child), PeerPairId.of(id))));
    writer
        .homeStays()
        .insertAll(
            ofChildren(
                children,
                "h",
                (child, id) -> fixtures.homeStay(child, friend(child), HomeStayId.of(id))));
    writer
        .memberships()
        .insertAll(each("t", id -> fixtures.membership(SCHOOL, MembershipId.of(id))));
    writer
        .recordChecks()
        .insertAll(each("r", id -> fixtures.recordCheck(SCHOOL, RecordCheckId.of(id))));
    writer
        .standings()
        .replaceAll(
            SCHOOL, children.stream().collect(toImmutableMap(Child::id, fixtures::standings)));
    writer
        .attendance()
        .addAll(
            SCHOOL,
            ofChildren(
                children, "g", (child, id) -> fixtures.attendance(child, ActivityId.of("g-1"))));
    for (int i = 0; i < RECORDS; i++) {
      writer.audit().append(fixtures.auditEntry(SCHOOL));
    }
  }

  /** Every contact has a detail, and few are followed up or follow one up. */
  private Contact contact(Child child, String id) {
    Contact.Builder visit = fixtures.visit(child, id, fixtures.day());
    boolean followed = id.endsWith("00");
    boolean follows = id.endsWith("50");
    if (!followed) {
      visit.notes(ContactNotes.HomeVisit.of("-", "-", "-", "-"));
    }
    return (follows ? visit.followsUp(ContactId.of("k-100000")) : visit).build();
  }

  private static ChildId friend(Child child) {
    int next = CHILDREN.indexOf(child.id()) + 1;
    return CHILDREN.get(next % CHILDREN.size());
  }

  private static <V> ImmutableList<V> each(String letter, Function<String, V> record) {
    return ExplainedStore.ids(letter, RECORDS).stream().map(record).collect(toImmutableList());
  }

  private static <V> ImmutableList<V> ofChildren(
      List<Child> children, String letter, BiFunction<Child, String, V> record) {
    List<V> all = new ArrayList<>();
    for (String id : ExplainedStore.ids(letter, RECORDS)) {
      all.add(record.apply(children.get(all.size() % children.size()), id));
    }
    return ImmutableList.copyOf(all);
  }

  private static ImmutableList<Reading> readings() {
    return ImmutableList.<Reading>builder()
        .addAll(ofAChild())
        .addAll(ofTheSchool())
        .addAll(byId("children", CareReader::children, CHILDREN, "child", "child_id", "child_fact"))
        .addAll(
            byId(
                "staff",
                CareReader::staff,
                each("T", StaffId::of),
                "staff_member",
                "staff_id",
                "staff_post"))
        .addAll(
            byId(
                "classes",
                CareReader::classes,
                each("g", ClassId::of),
                "class_group",
                "class_id",
                "class_teacher"))
        .addAll(
            byId(
                "exemptions",
                CareReader::exemptions,
                each("e", ExemptionId::of),
                "exemption",
                "exemption_id"))
        .addAll(
            byId(
                "assignments",
                CareReader::assignments,
                each("a", AssignmentId::of),
                "mentor_assignment",
                "assignment_id"))
        .addAll(
            byId(
                "census",
                CareReader::census,
                each("s", CensusAnswerId::of),
                "census_answer",
                "answer_id"))
        .addAll(
            byId(
                "consents",
                CareReader::consents,
                each("y", ConsentId::of),
                "guardian_consent",
                "consent_id"))
        .addAll(
            byId(
                "referrals",
                CareReader::referrals,
                each("f", ReferralId::of),
                "referral",
                "referral_id",
                "referral_report"))
        .addAll(
            byId(
                "peer pairs",
                CareReader::peerPairs,
                each("p", PeerPairId::of),
                "peer_pair",
                "pair_id"))
        .addAll(
            byId(
                "home stays",
                CareReader::homeStays,
                each("h", HomeStayId::of),
                "home_stay",
                "stay_id"))
        .addAll(
            byId(
                "memberships",
                CareReader::memberships,
                each("t", MembershipId::of),
                "team_membership",
                "membership_id"))
        .addAll(
            byId(
                "record checks",
                CareReader::recordChecks,
                each("r", RecordCheckId::of),
                "record_check",
                "check_id"))
        .build();
  }

  /** What every kind of record is asked; some have parts in a table of their own. */
  private static <K> ImmutableList<Reading> byId(
      String what,
      Function<CareReader, RecordReader<K, ?>> reader,
      ImmutableList<K> ids,
      String table,
      String column,
      String... parts) {
    List<String> ranges = new ArrayList<>();
    List<String> all = new ArrayList<>();
    ranges.add(table + ": school_id " + column);
    all.add(table + ": school_id");
    for (String part : parts) {
      ranges.add(part + ": school_id " + column);
      all.add(part + ": school_id");
    }
    String[] few = ranges.toArray(String[]::new);
    return ImmutableList.of(
        Reading.of("one of " + what, of -> reader.apply(of).get(SCHOOL, ids.get(7)), few),
        Reading.of(
            "some of " + what, of -> reader.apply(of).findAll(SCHOOL, ids.subList(7, 12)), few),
        Reading.of(
            "a page of " + what,
            of -> reader.apply(of).page(SCHOOL, Optional.of(ids.get(7)), 10),
            few),
        Reading.of("all " + what, of -> reader.apply(of).all(SCHOOL), all.toArray(String[]::new)));
  }

  private static ImmutableList<Reading> ofAChild() {
    return ImmutableList.of(
        Reading.of(
            "a child by its number",
            reader ->
                reader
                    .children()
                    .findByStudentNumber(
                        SCHOOL, reader.children().get(SCHOOL, CHILD).value().studentNumber()),
            "child: school_id child_id",
            "child: school_id student_number",
            "child_fact: school_id child_id"),
        Reading.of(
            "a contact",
            reader -> reader.contacts().find(SCHOOL, CHILD, ContactId.of("k-100077")),
            "contact: school_id child_id contact_id",
            "contact_voiding: school_id child_id contact_id",
            "contact_detail: school_id child_id contact_id"),
        Reading.of(
            "contacts of a child",
            reader -> reader.contacts().ofChild(SCHOOL, CHILD),
            "contact: school_id child_id",
            "contact_voiding: school_id child_id",
            "contact_detail: school_id child_id"),
        Reading.of(
            "exemptions of a child",
            reader -> reader.exemptions().ofChild(SCHOOL, CHILD),
            "exemption: school_id child_id"),
        Reading.of(
            "assignments of a child",
            reader -> reader.assignments().ofChild(SCHOOL, CHILD),
            "mentor_assignment: school_id child_id"),
        Reading.of(
            "answers about a child",
            reader -> reader.census().ofChild(SCHOOL, CHILD),
            "census_answer: school_id child_id"),
        Reading.of(
            "consents for a child",
            reader -> reader.consents().ofChild(SCHOOL, CHILD),
            "guardian_consent: school_id child_id"),
        Reading.of(
            "referrals of a child",
            reader -> reader.referrals().ofChild(SCHOOL, CHILD),
            "referral: school_id child_id",
            "referral_report: school_id referral_id"),
        Reading.of(
            "peers of a child",
            reader -> reader.peerPairs().ofChild(SCHOOL, CHILD),
            "peer_pair: school_id helper",
            "peer_pair: school_id helped"),
        Reading.of(
            "stays of a child",
            reader -> reader.homeStays().ofChild(SCHOOL, CHILD),
            "home_stay: school_id guest",
            "home_stay: school_id host"),
        Reading.of(
            "standings of a child",
            reader -> reader.standings().ofChild(SCHOOL, CHILD),
            "standing: school_id child_id"),
        Reading.of(
            "a sweep over some children",
            reader -> sweep(reader, CHILDREN.subList(70, 74)),
            "school:",
            "child: school_id child_id",
            "child_fact: school_id child_id",
            "exemption: school_id child_id",
            "contact: school_id child_id",
            "contact_voiding: school_id child_id"));
  }

  private static ImmutableSet<ChildId> sweep(CareReader reader, List<ChildId> children) {
    ImmutableSet.Builder<ChildId> swept = ImmutableSet.builder();
    reader.sweep(SCHOOL, children, record -> swept.add(record.childId()));
    return swept.build();
  }

  private static ImmutableSet<ChildId> sweep(CareReader reader) {
    List<CareRecord> swept = new ArrayList<>();
    reader.sweep(SCHOOL, swept::add);
    return ImmutableSet.copyOf(Lists.transform(swept, CareRecord::childId));
  }

  private static ImmutableList<Reading> ofTheSchool() {
    return ImmutableList.of(
        Reading.of(
            "visits that are followed up",
            reader -> reader.contacts().followUps(SCHOOL),
            "contact_detail: school_id follow_up_by",
            "contact_detail: school_id follows_up",
            "contact: school_id",
            "contact_voiding: school_id"),
        Reading.of(
            "contacts of a day",
            reader ->
                reader
                    .contacts()
                    .onDays(
                        SCHOOL,
                        DateRange.ofDay(LocalDate.of(2025, 11, 10)),
                        ImmutableSet.of(Channel.HOME_VISIT)),
            "contact: school_id made_on",
            "contact_voiding: school_id",
            "contact_detail: school_id"),
        Reading.of(
            "the last time that something was done",
            reader -> reader.audit().findLast(SCHOOL, Operation.COMPLETE_PRIVACY_AUDIT),
            "audit: school_id operation"),
        Reading.of(
            "answers of a term",
            reader -> reader.census().ofTerm(SCHOOL, StoreFixtures.TERMS.get(0)),
            "census_answer: school_id term"),
        Reading.of(
            "a page of the audit",
            reader -> reader.audit().page(SCHOOL, 100, 20),
            "audit: school_id sequence_number"),
        Reading.of(
            "a sweep",
            RecordPlanTest::sweep,
            "school:",
            "child: school_id",
            "child_fact: school_id",
            "exemption: school_id",
            "contact: school_id",
            "contact_voiding: school_id"));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatement_readsRangesOfIndexes(TestDatabase database) throws SQLException {
    ExplainedStore store = ExplainedStore.openEmpty(STORE, database);
    store.fill(SCHOOLS, this::write);

    store.assertRanges(readings());

    assertThat(store.<Boolean>write(writer -> writer.erase(SCHOOL, CHILD))).isTrue();
    store.assertRanges("erasing a child", ERASED);
  }
}
