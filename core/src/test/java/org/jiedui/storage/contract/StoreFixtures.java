package org.jiedui.storage.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.Operation;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.Presence;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.activity.Timing;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.CarerAbility;
import org.jiedui.child.CarerBar;
import org.jiedui.child.CarerRating;
import org.jiedui.child.CarerSuitability;
import org.jiedui.child.Child;
import org.jiedui.child.ChildHealth;
import org.jiedui.child.ChildProfile;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.Delegation;
import org.jiedui.child.DisabilityKind;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.HealthKind;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Living;
import org.jiedui.child.Parent;
import org.jiedui.child.Placement;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.compliance.Standing;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CarerId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.StayKind;
import org.jiedui.person.Address;
import org.jiedui.person.DivisionCode;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.ResidentId;
import org.jiedui.person.SchoolCode;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.referral.Authority;
import org.jiedui.referral.HarmTrigger;
import org.jiedui.referral.Referral;
import org.jiedui.referral.ReferralCause;
import org.jiedui.referral.SupportKind;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.Responsibility;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.storage.StandingRow;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;

/**
 * Records to store, with every part filled in and seeded random content.
 *
 * <pre>{@code
 * StoreFixtures fixtures = StoreFixtures.seeded(42);
 * Child child = fixtures.child(StoreFixtures.SCHOOL, ChildId.of("c-1"));
 * Contact visit = fixtures.contact(child, "k-1", LocalDate.of(2025, 9, 10)).build();
 * }</pre>
 *
 * <p>Two fixtures of one seed give the same records for the same calls. Everything personal has one
 * of the {@link #PERSONAL_MARKS} in it, so that a test can look for what must not be told. Instants
 * have nanoseconds and lie around midnight, texts have characters outside the basic plane: a store
 * gives back what it was given.
 *
 * <p>Not thread-safe.
 */
public final class StoreFixtures {

  /** A school, in a zone that is neither UTC nor that of the tests. */
  public static final SchoolId SCHOOL = SchoolId.of("qingshi");

  /** Another school; ids in it are the same as in the first. */
  public static final SchoolId OTHER_SCHOOL = SchoolId.of("qingshi-2");

  /** The zone of both. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Urumqi");

  /** The rule for a monthly call. */
  public static final RuleId CALL = RuleId.of("monthly-call");

  /** The rule for home visits at the milestones of a term. */
  public static final RuleId VISIT = RuleId.of("home-visit");

  /** Every personal text has one of these in it, and no id has. */
  public static final ImmutableList<String> PERSONAL_MARKS =
      ImmutableList.of("绝密", "522424", "2014-0", "20140", "1380013");

  /** The labels of the terms of the answers in a census. */
  public static final ImmutableList<String> TERMS = ImmutableList.of("2025-1", "2025-2");

  private static final Instant BASE = Instant.parse("2025-09-01T17:30:00.123456789Z");
  private static final String NOTE = "绝密𠮷, \"it's\" 100% \\ private\nsecond line";
  private static final String DIVISION = "522424";

  private final Random random;
  private int numbered;

  private StoreFixtures(Random random) {
    this.random = random;
  }

  /**
   * Returns fixtures.
   *
   * @param seed what the content follows from
   * @return the fixtures
   */
  public static StoreFixtures seeded(long seed) {
    return new StoreFixtures(new Random(seed));
  }

  /**
   * Returns a day of the school year 2025.
   *
   * @return a day of its first term
   */
  public LocalDate day() {
    return LocalDate.of(2025, 9, 1).plusDays(random.nextInt(139));
  }

  /**
   * Returns an instant, half an hour before or after midnight of the school.
   *
   * @return an instant of the school's first term, with nanoseconds
   */
  public Instant instant() {
    return BASE.plusSeconds(86_400L * random.nextInt(139) + 3_600L * random.nextInt(2));
  }

  private String name() {
    return "绝密" + (char) ('一' + random.nextInt(2000));
  }

  private Optional<PhoneNumber> phone() {
    return Optional.of(PhoneNumber.of("1380013" + (1000 + random.nextInt(9000))));
  }

  /** Returns the next number, below a power of ten, with leading zeros. */
  private String unique(int powerOfTen) {
    return Integer.toString(powerOfTen + numbered++ % powerOfTen).substring(1);
  }

  private static <E> E pick(Random random, List<E> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <E> E any(E[] all) {
    return all[random.nextInt(all.length)];
  }

  /**
   * Returns a school.
   *
   * @param id its id
   * @return the school
   */
  public School school(SchoolId id) {
    return new School(
        id,
        "青石小学 " + random.nextInt(1000),
        Optional.of(SchoolCode.parse("21510012" + (10 + random.nextInt(90)))),
        ZONE);
  }

  /**
   * Returns a calendar of two terms.
   *
   * @return the school year 2025
   */
  public SchoolCalendar calendar() {
    return SchoolCalendar.endingOn(
        List.of(
            Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17")),
            Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"))),
        LocalDate.of(2026, 8, 1).plusDays(random.nextInt(30)));
  }

  /**
   * Returns a book of two rules.
   *
   * @return a monthly call to a parent and home visits at the milestones
   */
  public RuleBook ruleBook() {
    RuleVersion call =
        RuleVersion.from(LocalDate.of(2025, 9, 1))
            .cadence(Cadence.parse("P1M"))
            .pattern(
                ContactPattern.of(
                    List.of(Party.HOMEROOM_TEACHER, Party.MENTOR),
                    List.of(Party.FATHER, Party.MOTHER, Party.CARER),
                    List.of(Channel.CALL, Channel.VIDEO_CALL, Channel.HOME_VISIT)))
            .graceDays(random.nextInt(4))
            .build();
    RuleVersion visit =
        RuleVersion.from(LocalDate.of(2025, 9, 1))
            .cadence(Cadence.parse("term-start,term-mid,term-end"))
            .pattern(
                ContactPattern.of(
                    List.of(Party.HOMEROOM_TEACHER, Party.SUBJECT_TEACHER, Party.MENTOR),
                    List.of(Party.CHILD, Party.CARER),
                    List.of(Channel.HOME_VISIT)))
            .build();
    Provenance provenance = Provenance.unverified("a test");
    return RuleBook.of(
        List.of(
            ContactRule.of(CALL, Wording.of("每月联系", "monthly call"), provenance, List.of(call)),
            ContactRule.of(VISIT, Wording.of("家访", "home visits"), provenance, List.of(visit))));
  }

  /**
   * Returns a class.
   *
   * @param school the school
   * @param id its id
   * @return the class, with teachers
   */
  public ClassGroup classGroup(SchoolId school, ClassId id) {
    int grade = 1 + random.nextInt(6);
    return new ClassGroup(
        school,
        id,
        2020 + random.nextInt(10),
        grade + "年级" + (1 + random.nextInt(4)) + "班",
        grade,
        Timeline.<StaffId>empty()
            .with(DateRange.startingOn(day()), StaffId.of("T10"), instant())
            .without(DateRange.parse("2025-12-01/2025-12-05"), instant()),
        Timeline.<ImmutableSet<StaffId>>empty()
            .with(
                DateRange.startingOn(day()),
                ImmutableSet.of(StaffId.of("T11"), StaffId.of("T12")),
                instant()));
  }

  /**
   * Returns a member of staff.
   *
   * @param school the school
   * @param id its id
   * @return the member of staff, with a post
   */
  public StaffMember staffMember(SchoolId school, StaffId id) {
    return new StaffMember(
        school,
        id,
        PersonName.of(name()),
        any(Sex.values()),
        phone(),
        Timeline.<Post>empty()
            .with(DateRange.startingOn(day()), any(Post.values()), instant())
            .with(DateRange.startingOn(day()), any(Post.values()), instant()));
  }

  /**
   * Returns a student number that no other call of these fixtures gives.
   *
   * @return a temporary number
   */
  public StudentNumber studentNumber() {
    int number = numbered++;
    LocalDate birth = LocalDate.of(2014, 1, 1).plusDays(number / 10_000);
    return StudentNumber.parse(
        "L"
            + DIVISION
            + DateTimeFormatter.BASIC_ISO_DATE.format(birth)
            + Integer.toString(10_000 + number % 10_000).substring(1));
  }

  /**
   * Returns a child in care, with every part filled in.
   *
   * @param school the school
   * @param id its id
   * @return the child, with a student number of its own
   */
  public Child child(SchoolId school, ChildId id) {
    LocalDate birth = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(270));
    return new Child(
        school,
        id,
        studentNumber(),
        PersonName.of(name()),
        any(Sex.values()),
        Optional.of("绝密族"),
        birth,
        Optional.of(residentId(birth)),
        Optional.of(any(Registration.values())),
        Optional.of(parent(phone())),
        Optional.of(Parent.of(PersonName.of(name()), Optional.empty())),
        profile(),
        facts());
  }

  /**
   * Returns a child of which nothing is known but what a school must know.
   *
   * @param school the school
   * @param id its id
   * @return the child, with a student number of its own
   */
  public Child plainChild(SchoolId school, ChildId id) {
    return new Child(
        school,
        id,
        studentNumber(),
        PersonName.of(name()),
        any(Sex.values()),
        Optional.empty(),
        LocalDate.of(2014, 1, 1).plusDays(random.nextInt(270)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CareFacts.none());
  }

  private ResidentId residentId(LocalDate birth) {
    String digits = DIVISION + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + unique(1000);
    int product = 0;
    for (int i = 0; i < digits.length(); i++) {
      product = (product + digits.charAt(i) - '0') * 2 % 11;
    }
    int check = (12 - product) % 11;
    return ResidentId.parse(digits + (check == 10 ? "X" : Integer.toString(check)));
  }

  private Parent parent(Optional<PhoneNumber> phone) {
    return new Parent(
        PersonName.of(name()),
        phone,
        Optional.of(LocalDate.of(1984, 2, 29)),
        Optional.of("绝密电子厂 𠮷"),
        Optional.of(NOTE));
  }

  private ChildProfile profile() {
    ChildHealth health =
        switch (any(HealthKind.values())) {
          case HEALTHY -> ChildHealth.healthy();
          case DISABILITY ->
              ChildHealth.disability(any(DisabilityKind.values()), 1 + random.nextInt(4))
                  .withSpecialCare();
          case ILLNESS -> ChildHealth.illness(NOTE);
        };
    return new ChildProfile(
        Optional.of(Address.of("绝密乡 𠮷 组", DivisionCode.parse(DIVISION))),
        Optional.of(Address.of("绝密镇")),
        Optional.of(health),
        Optional.of(NOTE),
        Optional.of("绝密低保"));
  }

  private CareFacts facts() {
    DateRange always = DateRange.startingOn(LocalDate.of(2025, 9, 1));
    ConcernKind kind = any(ConcernKind.values());
    Carer carer =
        new Carer(
            CarerId.of("p-" + unique(10_000)),
            PersonName.of(name()),
            any(Relation.values()),
            Optional.of(LocalDate.of(1950, 2, 28)),
            phone(),
            Optional.of(Address.of("绝密村 3 组")),
            new Delegation(Optional.of(day()), Optional.of(day()), Optional.of(day())),
            new CarerSuitability(
                Optional.of("绝密务农"),
                Optional.of(NOTE),
                Optional.of(new CarerRating(any(CarerAbility.values()), day())),
                Optional.of(random.nextBoolean()),
                ImmutableSet.of(any(CarerBar.values()))));
    return CareFacts.none()
        .withCare(care -> care.with(always, CareStatus.open(), BASE))
        .withCare(
            care ->
                random.nextInt(3) > 0
                    ? care
                    : care.with(
                        DateRange.startingOn(day()),
                        CareStatus.closed(Optional.of(NOTE)),
                        instant()))
        .withPlacement(in -> in.with(always, new Placement(ClassId.of("3-1"), 3), instant()))
        .withBoarding(boards -> boards.with(always, random.nextBoolean(), instant()))
        .withCarer(cares -> cares.with(DateRange.startingOn(day()), carer, instant()))
        .withFather(
            is -> is.with(always, Whereabouts.away(Optional.of(Address.of("绝密市"))), instant()))
        .withMother(
            is ->
                is.with(
                    always,
                    Whereabouts.atHome().withAbleToCare(Optional.of(random.nextBoolean())),
                    instant()))
        .withSchooling(is -> is.with(always, any(Schooling.values()), instant()))
        .withLiving(
            is ->
                is.with(always, any(Living.values()), instant())
                    .without(DateRange.startingOn(day()), instant()))
        .withKeySupport(is -> is.with(DateRange.startingOn(day()), new KeySupport(NOTE), instant()))
        .withConcern(
            kind,
            open ->
                open.with(
                        DateRange.startingOn(day()),
                        new Concern(kind, Optional.of(NOTE), Optional.of(NOTE)),
                        instant())
                    .without(DateRange.startingOn(day()), instant()));
  }

  /**
   * Returns a builder of a contact with a note.
   *
   * @param child the child
   * @param id the contact
   * @param day the day
   * @return a builder with every part set
   */
  public Contact.Builder contact(Child child, String id, LocalDate day) {
    Channel channel = any(Channel.values());
    Contact.Builder contact =
        Contact.builder(child.schoolId(), child.id(), ContactId.of(id))
            .day(day)
            .channel(channel)
            .madeBy(
                pick(random, List.of(Party.HOMEROOM_TEACHER, Party.MENTOR, Party.OTHER_STAFF)),
                StaffId.of("T1" + random.nextInt(3)))
            .with(ImmutableSet.of(Party.CHILD, pick(random, List.of(Party.MOTHER, Party.CARER))))
            .recorded(instant(), ActorId.of("T10"));
    boolean reached = random.nextInt(5) != 0;
    if (!reached) {
      contact.notReached();
    }
    if (channel != Channel.LETTER) {
      contact.note(NOTE);
      addDetail(contact, channel, reached);
    }
    return contact;
  }

  /**
   * Returns a home visit of which everything is written down, all of it personal.
   *
   * @param child the child
   * @param id the identifier
   * @param day the day
   * @return a builder of the visit
   */
  public Contact.Builder visit(Child child, String id, LocalDate day) {
    return Contact.builder(child.schoolId(), child.id(), ContactId.of(id))
        .day(day)
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T1" + random.nextInt(3)))
        .with(Party.CHILD, Party.CARER)
        .note(NOTE)
        .notes(ContactNotes.HomeVisit.of(NOTE, NOTE, NOTE, NOTE).followUpBy(day.plusDays(14)))
        .mentoring(MentorRecord.of(NOTE, NOTE, NOTE))
        .recorded(instant(), ActorId.of("T10"));
  }

  /** Adds what the form of the channel asks for, each part now and then. */
  private void addDetail(Contact.Builder contact, Channel channel, boolean reached) {
    if (random.nextInt(3) == 0) {
      contact.mentoring(new MentorRecord(maybe(), Optional.of(NOTE), maybe()));
    }
    if (random.nextInt(3) == 0) {
      contact.followsUp(ContactId.of("visit-" + random.nextInt(3)));
    }
    if (random.nextBoolean()) {
      switch (channel) {
        case HOME_VISIT ->
            contact.notes(
                new ContactNotes.HomeVisit(
                    maybe(),
                    maybe(),
                    maybe(),
                    Optional.of(NOTE),
                    random.nextBoolean() ? Optional.of(day()) : Optional.empty()));
        case TALK, MEETING ->
            contact.notes(new ContactNotes.Talk(maybe(), Optional.of(NOTE), maybe()));
        case CALL, VIDEO_CALL ->
            contact.notes(
                new ContactNotes.Call(
                    random.nextBoolean()
                        ? Optional.of(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                        : Optional.empty(),
                    reached ? random.nextInt(1441) : 0));
        default -> {
          // It has no form.
        }
      }
    }
  }

  private Optional<String> maybe() {
    return random.nextBoolean() ? Optional.of(NOTE) : Optional.empty();
  }

  /**
   * Returns a voiding.
   *
   * @return a voiding with a reason that is personal
   */
  public Voiding voiding() {
    return new Voiding(instant(), ActorId.of("T" + random.nextInt(20)), NOTE);
  }

  /**
   * Returns an exemption.
   *
   * @param child the child
   * @param id its id
   * @return some days, for one rule or all
   */
  public Exemption exemption(Child child, ExemptionId id) {
    LocalDate from = day();
    return new Exemption(
        child.schoolId(),
        child.id(),
        id,
        random.nextBoolean()
            ? DateRange.ofClosed(from, from.plusDays(random.nextInt(20)))
            : DateRange.startingOn(from),
        random.nextBoolean() ? Optional.of(VISIT) : Optional.empty(),
        NOTE,
        StaffId.of("T01"),
        BASE.plusNanos(random.nextInt(1000)),
        Optional.empty());
  }

  /**
   * Returns a mentor assignment that is open.
   *
   * @param child the child
   * @param id its id
   * @return the assignment
   */
  public MentorAssignment assignment(Child child, AssignmentId id) {
    return MentorAssignment.open(
        child.schoolId(),
        id,
        MentorPair.of(child.id(), StaffId.of("T1" + random.nextInt(3)), any(MentorRole.values())),
        LocalDate.of(2025, 9, 1).plusDays(random.nextInt(100)),
        instant());
  }

  /**
   * Returns the end of an assignment.
   *
   * @return a closing with a reason that is personal
   */
  public Tenure.Closing closing() {
    return new Tenure.Closing(
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100)), NOTE, instant());
  }

  /**
   * Returns a membership of the care team.
   *
   * @param school the school
   * @param id its id
   * @return the membership, open or closed
   */
  public TeamMembership membership(SchoolId school, MembershipId id) {
    return new TeamMembership(
        school,
        id,
        StaffId.of("T1" + random.nextInt(3)),
        any(TeamPost.values()),
        random.nextBoolean()
            ? ImmutableSet.of()
            : ImmutableSet.of(Responsibility.LEADS, Responsibility.MORAL_EDUCATION),
        tenure());
  }

  private Tenure tenure() {
    Tenure open =
        Tenure.startingOn(LocalDate.of(2025, 9, 1).plusDays(random.nextInt(100)), instant());
    return random.nextBoolean()
        ? open
        : open.closed(
            new Tenure.Closing(
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100)), NOTE, instant()));
  }

  /**
   * Returns a check of somebody's records.
   *
   * @param school the school
   * @param id its id
   * @return the check
   */
  public RecordCheck recordCheck(SchoolId school, RecordCheckId id) {
    return new RecordCheck(
        school, id, StaffId.of("T1" + random.nextInt(3)), day(), BASE.plusNanos(unique()));
  }

  /** Returns a number that no other call gives, so that no two records are equal. */
  private int unique() {
    return numbered++;
  }

  /**
   * Returns a pair of children who help each other.
   *
   * @param helper the child who helps
   * @param helped the child who is helped, of the same school
   * @param id its id
   * @return the pair, open or closed
   */
  public PeerPair peerPair(Child helper, ChildId helped, PeerPairId id) {
    return new PeerPair(
        helper.schoolId(), id, helper.id(), helped, any(PeerKind.values()), tenure());
  }

  /**
   * Returns a guardian's consent.
   *
   * @param child the child
   * @param id its id
   * @return the consent, withdrawn or not
   */
  public GuardianConsent consent(Child child, ConsentId id) {
    LocalDate given = day();
    return new GuardianConsent(
        child.schoolId(),
        id,
        child.id(),
        any(ConsentPurpose.values()),
        any(ConsentGiver.values()),
        given,
        random.nextBoolean() ? Optional.empty() : Optional.of(given.plusDays(random.nextInt(99))),
        BASE.plusNanos(unique()),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new GuardianConsent.Withdrawal(given.plusDays(random.nextInt(99)), instant())));
  }

  /**
   * Returns a visit or stay.
   *
   * @param guest the child who visits
   * @param host the child whose family is visited, of the same school
   * @param id its id
   * @return the stay, called off or not
   */
  public HomeStay homeStay(Child guest, ChildId host, HomeStayId id) {
    LocalDate first = day();
    return new HomeStay(
        guest.schoolId(),
        id,
        guest.id(),
        host,
        any(StayKind.values()),
        DateRange.ofClosed(first, first.plusDays(random.nextInt(20))),
        BASE.plusNanos(unique()),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new HomeStay.CallingOff(NOTE, instant())));
  }

  /**
   * Returns a referral, with up to two reports, ended or not.
   *
   * @param child the child
   * @param id its id
   * @return the referral
   */
  public Referral referral(Child child, ReferralId id) {
    Instant noticed = BASE.plusNanos(unique());
    Referral referral =
        Referral.of(
            child.schoolId(),
            id,
            child.id(),
            random.nextBoolean()
                ? ReferralCause.suspectedHarm(
                    HarmTrigger.VIOLENCE_OR_ABUSE, any(HarmTrigger.values()))
                : ReferralCause.support(any(SupportKind.values())),
            new Referral.Notice(
                noticed,
                StaffId.of("T1" + random.nextInt(3)),
                random.nextBoolean() ? Optional.empty() : Optional.of(NOTE),
                ActorId.of("T10"),
                noticed.plusSeconds(random.nextInt(9_000))));
    int reports = random.nextInt(3);
    for (int i = 0; i < reports; i++) {
      Instant at = noticed.plusSeconds(random.nextInt(9_000)).plusNanos(i);
      referral =
          referral.reported(
              new Referral.Report(
                  any(Authority.values()),
                  random.nextBoolean()
                      ? Optional.empty()
                      : Optional.of(PartnerId.of("p-" + random.nextInt(3))),
                  at,
                  StaffId.of("T1" + random.nextInt(3)),
                  random.nextBoolean() ? Optional.empty() : Optional.of(NOTE),
                  at.plusNanos(random.nextInt(9))));
    }
    return random.nextBoolean()
        ? referral
        : new Referral(
            referral.schoolId(),
            referral.id(),
            referral.childId(),
            referral.cause(),
            referral.notice(),
            referral.reports(),
            Optional.of(
                new Referral.Ending(
                    noticed.plusSeconds(90_000), random.nextBoolean(), NOTE, instant())));
  }

  /**
   * Returns an answer in a census.
   *
   * @param child the child
   * @param id its id
   * @return the answer, of one of two terms
   */
  public CensusAnswer censusAnswer(Child child, CensusAnswerId id) {
    return new CensusAnswer(
        child.schoolId(),
        id,
        child.id(),
        pick(random, TERMS),
        day(),
        StaffId.of("T1" + random.nextInt(3)),
        instant(),
        random.nextBoolean() ? Optional.of(NOTE) : Optional.empty());
  }

  /**
   * Returns an audit entry.
   *
   * @param school the school
   * @return an entry about some child
   */
  public AuditEntry auditEntry(SchoolId school) {
    return new AuditEntry(
        school,
        instant(),
        ActorId.of("T" + random.nextInt(20)),
        any(Operation.values()),
        any(AuditEntry.Outcome.values()),
        random.nextBoolean() ? Optional.of(ChildId.of("c-9")) : Optional.empty(),
        random.nextInt(100));
  }

  /**
   * Returns random standings of a child, whose days do not meet for one rule.
   *
   * @param child the child
   * @return 0 to 4 rows
   */
  public ImmutableList<StandingRow> standings(Child child) {
    ImmutableList.Builder<StandingRow> rows = ImmutableList.builder();
    for (RuleId rule : List.of(CALL, VISIT)) {
      LocalDate opens = day();
      LocalDate deadline = opens.plusDays(random.nextInt(30));
      LocalDate change = opens.plusDays(random.nextInt(60));
      StandingBuilder row =
          standing(child.schoolId(), child.id(), rule)
              .window(opens, deadline)
              .responsible("T1" + random.nextInt(3))
              .inClass("3-" + random.nextInt(3));
      switch (random.nextInt(3)) {
        case 0 -> {}
        case 1 -> rows.add(row.row());
        default -> {
          rows.add(row.until(change).row());
          rows.add(
              standing(child.schoolId(), child.id(), rule)
                  .window(opens, deadline)
                  .from(change.plusDays(1))
                  .responsible("T1" + random.nextInt(3))
                  .row());
        }
      }
    }
    return ImmutableList.copyOf(rows.build().reverse());
  }

  /**
   * Returns a builder of a standing.
   *
   * @param school the school
   * @param child the child
   * @param rule the rule
   * @return a builder; the standing is always shown and nobody's
   */
  public static StandingBuilder standing(SchoolId school, ChildId child, RuleId rule) {
    return new StandingBuilder(school, child, rule);
  }

  /** Gathers the parts of a standing as a store keeps it; not thread-safe. */
  public static final class StandingBuilder {

    private final SchoolId school;
    private final ChildId child;
    private final RuleId rule;
    private LocalDate opens = LocalDate.of(2025, 9, 1);
    private LocalDate deadline = LocalDate.of(2025, 9, 14);
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private Optional<StaffId> responsible = Optional.empty();
    private Optional<ClassId> classId = Optional.empty();

    private StandingBuilder(SchoolId school, ChildId child, RuleId rule) {
      this.school = school;
      this.child = child;
      this.rule = rule;
    }

    /**
     * Sets the window.
     *
     * @param first the first day
     * @param last the last day on which it can be met
     * @return this builder
     */
    @CanIgnoreReturnValue
    public StandingBuilder window(LocalDate first, LocalDate last) {
      this.opens = first;
      this.deadline = last;
      return this;
    }

    /**
     * Sets the first day on which it is shown.
     *
     * @param first the day
     * @return this builder
     */
    @CanIgnoreReturnValue
    public StandingBuilder from(LocalDate first) {
      this.from = Optional.of(first);
      return this;
    }

    /**
     * Sets the last day on which it is shown.
     *
     * @param last the day
     * @return this builder
     */
    @CanIgnoreReturnValue
    public StandingBuilder until(LocalDate last) {
      this.until = Optional.of(last);
      return this;
    }

    /**
     * Sets who answers for it.
     *
     * @param member the member of staff
     * @return this builder
     */
    @CanIgnoreReturnValue
    public StandingBuilder responsible(String member) {
      this.responsible = Optional.of(StaffId.of(member));
      return this;
    }

    /**
     * Sets the child's class.
     *
     * @param group the class
     * @return this builder
     */
    @CanIgnoreReturnValue
    public StandingBuilder inClass(String group) {
      this.classId = Optional.of(ClassId.of(group));
      return this;
    }

    /**
     * Returns the standing.
     *
     * @return the row
     */
    public StandingRow row() {
      return new StandingRow(
          school,
          child,
          new Standing(rule, opens.getDayOfMonth() % 3, opens, deadline, from, until),
          responsible,
          classId);
    }
  }

  /**
   * Returns a copy of a child under another student number.
   *
   * @param child the child
   * @param number the number
   * @return the copy
   */
  public static Child withNumber(Child child, StudentNumber number) {
    return new Child(
        child.schoolId(),
        child.id(),
        number,
        child.name(),
        child.sex(),
        child.ethnicity(),
        child.birthDate(),
        child.residentId(),
        child.registration(),
        child.father(),
        child.mother(),
        child.profile(),
        child.facts());
  }

  /**
   * Returns a child that boards, or does not, from some day on.
   *
   * @param child the child
   * @param boards whether it boards
   * @return the child with one fact more
   */
  public Child withBoarding(Child child, boolean boards) {
    return child.withFacts(
        child
            .facts()
            .withBoarding(all -> all.with(DateRange.startingOn(day()), boards, instant())));
  }

  /**
   * Returns what a school plans by.
   *
   * @return a book with marks of the county and the school, two templates and a quota in two
   *     versions
   */
  public ActivityBook activityBook() {
    LocalDate first = LocalDate.of(2025, 11, 10).plusDays(random.nextInt(20));
    LocalDate changed = LocalDate.of(2026, 2, 24).plusDays(random.nextInt(9));
    ActivityQuota quota =
        new ActivityQuota(
            RuleId.of("lectures"),
            Wording.of("讲座𠮷", "Lectures"),
            new Provenance(NOTE, maybe(), Optional.of(first), random.nextBoolean()),
            ImmutableSet.of(any(ActivityKind.values()), ActivityKind.SAFETY_LECTURE),
            QuotaAmount.parse(random.nextBoolean() ? "1-2 per-term" : "1+ term-start"),
            random.nextBoolean(),
            Scope.parse("key-support or grade 1-3"),
            random.nextInt(3),
            any(Attendee.values()),
            LocalDate.of(2025, 9, 1),
            Optional.of(changed.minusDays(1)));
    return ActivityBook.empty()
        .withPartners(
            List.of(
                Partner.of(
                    PartnerId.of("village"),
                    "青石村委会𠮷",
                    any(PartnerKind.values()),
                    DateRange.startingOn(first)),
                new Partner(
                    PartnerId.of("police"),
                    "派出所",
                    PartnerKind.POLICE_POST,
                    maybe(),
                    random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(PhoneNumber.of("13800138000")),
                    DateRange.ofClosed(first, changed),
                    ImmutableSet.of(ActivityKind.SAFETY_LECTURE, any(ActivityKind.values())))))
        .withHomeHours(
            random.nextBoolean()
                ? List.of()
                : List.of(
                    new OpeningHours(
                        any(DayOfWeek.values()),
                        LocalTime.MIDNIGHT.plusMinutes(random.nextInt(700)),
                        LocalTime.of(23, 59),
                        DateRange.startingOn(first),
                        random.nextBoolean())))
        .withCountyDays(
            List.of(
                DayMark.of(DateRange.ofClosed(first, first.plusDays(2)), DayKind.EXAM)
                    .withName("期中𠮷"),
                DayMark.of(DateRange.ofDay(first.plusDays(40)), DayKind.MAKE_UP)))
        .withOwnDays(
            random.nextBoolean()
                ? List.of()
                : List.of(DayMark.of(DateRange.ofDay(first), DayKind.CLOSED)))
        .withTemplates(
            List.of(
                ActivityTemplate.of(
                        TemplateId.of("parents"),
                        Wording.of("开学家长会", "Parents' meeting"),
                        ActivityKind.PARENTS_MEETING,
                        Timing.parse("week 2 friday"),
                        Post.HOMEROOM_TEACHER,
                        Place.classrooms(),
                        1 + random.nextInt(1440))
                    .forEachClass(),
                ActivityTemplate.of(
                        TemplateId.of("feast"),
                        Wording.of("中秋团圆会", "Mid-autumn"),
                        any(ActivityKind.values()),
                        Timing.parse("near mid-autumn-festival from -3 to 1"),
                        any(Post.values()),
                        Place.parse("留守儿童之家"),
                        60)
                    .forAudience(Scope.parse("key-support"))
                    .withPartner(PartnerId.of("village"))
                    .onDaysOffToo()))
        .withQuotas(
            List.of(
                quota,
                new ActivityQuota(
                    quota.id(),
                    quota.title(),
                    quota.provenance(),
                    quota.kinds(),
                    QuotaAmount.parse("2+ per-term"),
                    quota.eachClass(),
                    quota.scope(),
                    quota.eachChild(),
                    quota.attendee(),
                    changed,
                    Optional.empty())));
  }

  /**
   * Returns an activity with up to four steps and a note.
   *
   * @param school the school
   * @param id the identifier
   * @return the activity; reasons are personal
   */
  public Activity activity(SchoolId school, ActivityId id) {
    Instant at = instant();
    ActorId by = ActorId.of("T" + random.nextInt(20));
    Activity activity =
        new Activity(
            school,
            id,
            random.nextBoolean() ? Optional.empty() : Optional.of(TemplateId.of("parents")),
            any(ActivityKind.values()),
            Wording.of("家长会𠮷", "Meeting"),
            random.nextBoolean() ? Scope.all() : Scope.parse("key-support"),
            random.nextBoolean()
                ? ImmutableSet.of()
                : ImmutableSet.of(ClassId.of("3-1"), ClassId.of("3-2")),
            ImmutableList.of(ActivityFact.drafted(arrangement(), at, by)));
    int steps = random.nextInt(5);
    if (steps > 0) {
      activity = activity.with(ActivityFact.agreed(at.plusNanos(1), by));
    }
    if (steps > 1) {
      activity = activity.with(ActivityFact.moved(arrangement(), NOTE, at.plusNanos(2), by));
    }
    if (random.nextBoolean()) {
      activity = activity.with(ActivityFact.noted(NOTE, at.plusNanos(3), by));
    }
    if (steps == 3) {
      activity = activity.with(ActivityFact.cancelled(NOTE, at.plusSeconds(5), by));
    }
    if (steps == 4) {
      activity =
          activity.with(
              random.nextBoolean()
                  ? ActivityFact.held(at.plusSeconds(5), by)
                  : ActivityFact.heldAs(arrangement(), at.plusSeconds(5), by));
    }
    return activity;
  }

  private Arrangement arrangement() {
    return new Arrangement(
        day(),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(LocalTime.of(random.nextInt(24), random.nextInt(60))),
        StaffId.of("T1" + random.nextInt(3)),
        random.nextBoolean() ? Place.classrooms() : Place.parse("操场𠮷"),
        random.nextBoolean() ? Optional.empty() : Optional.of(PartnerId.of("village")),
        1 + random.nextInt(1440));
  }

  /**
   * Returns that a child, or a guardian, was at an activity or not.
   *
   * @param child the child
   * @param activity the activity
   * @return the record
   */
  public Attendance attendance(Child child, ActivityId activity) {
    Presence presence = any(Presence.values());
    return new Attendance(
        activity,
        child.id(),
        any(Attendee.values()),
        presence,
        presence == Presence.PRESENT ? Optional.empty() : Optional.of(any(AbsenceReason.values())),
        BASE.plusNanos(unique()),
        ActorId.of("T10"));
  }
}
