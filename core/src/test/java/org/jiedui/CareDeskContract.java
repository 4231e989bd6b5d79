package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MENTOR;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;
import static org.jiedui.SampleSchool.TALK;
import static org.jiedui.SampleSchool.TEACHER;
import static org.jiedui.SampleSchool.VISIT;
import static org.jiedui.SampleSchool.primary;
import static org.jiedui.SampleSchool.visit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.PlanProposal;
import org.jiedui.activity.QuotaPresets;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.census.AbsenceDefinition;
import org.jiedui.census.CensusForm;
import org.jiedui.census.ParentAnswer;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ContactCard;
import org.jiedui.child.FileField;
import org.jiedui.child.Finding;
import org.jiedui.child.FindingKind;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.Parent;
import org.jiedui.child.Retention;
import org.jiedui.child.Whereabouts;
import org.jiedui.compliance.ComparisonReport;
import org.jiedui.compliance.Rate;
import org.jiedui.compliance.StandingState;
import org.jiedui.compliance.Verdict;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.Party;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.ContactDraft;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.HouseholdDraft;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.intake.RuleBookCsv;
import org.jiedui.intake.StaffDraft;
import org.jiedui.intake.TermDraft;
import org.jiedui.intake.Violation;
import org.jiedui.mentor.Handover;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.mentor.StayKind;
import org.jiedui.mentor.StayPolicy;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.StudentNumber;
import org.jiedui.referral.Authority;
import org.jiedui.referral.HarmTrigger;
import org.jiedui.referral.ReferralCause;
import org.jiedui.referral.ReportingTime;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleBookDiff;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.school.StaffChange;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.school.TeamRequirements;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every desk does, whatever the store: a module with an adapter extends this class and opens
 * an empty store.
 */
public abstract class CareDeskContract {

  private static final ImmutableList<Class<?>> DESKS =
      ImmutableList.of(
          SchoolDesk.class,
          ChildrenDesk.class,
          ContactsDesk.class,
          RulesDesk.class,
          MentorsDesk.class,
          CensusDesk.class,
          BoardDesk.class,
          ReportsDesk.class,
          AuditDesk.class,
          FilesDesk.class,
          TeamDesk.class,
          PeersDesk.class,
          ReferralsDesk.class,
          PrivacyDesk.class,
          ActivityBookDesk.class,
          ActivitiesDesk.class,
          AttendanceDesk.class,
          FamilyPhoneDesk.class);

  private CareStore store;
  private SampleSchool sample;

  /** Creates the tests; JUnit calls {@link #openStore()} before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected CareDeskContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openStore() {
    store = openEmptyStore();
    sample = new SampleSchool(store);
    sample.open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  // Access.

  /** A call of every method of every desk, with arguments under which it succeeds. */
  private ImmutableMap<String, Consumer<CareDesk>> calls() {
    Contact imported =
        visit(MING, "k-i", FIRST_DAY)
            .recorded(SampleSchool.at(FIRST_DAY), ActorId.of("clerk"))
            .build();
    Viewpoint now = Viewpoint.on(FIRST_DAY);
    return ImmutableMap.<String, Consumer<CareDesk>>builder()
        .put(
            "SchoolDesk.register",
            d -> d.school().register(School.of(SCHOOL, "新校名", SampleSchool.ZONE)))
        .put("SchoolDesk.get", d -> d.school().get(SCHOOL))
        .put("SchoolDesk.checkTerms", d -> d.school().checkTerms(SCHOOL, List.of()))
        .put("SchoolDesk.setCalendar", d -> d.school().setCalendar(SCHOOL, SampleSchool.calendar()))
        .put("SchoolDesk.calendar", d -> d.school().calendar(SCHOOL))
        .put("SchoolDesk.checkStaff", d -> d.school().checkStaff(SCHOOL, List.of(), recording()))
        .put("SchoolDesk.putStaff", d -> d.school().putStaff(SCHOOL, SampleSchool.staff()))
        .put(
            "SchoolDesk.putClasses",
            d -> d.school().putClasses(SCHOOL, List.of(SampleSchool.classGroup())))
        .put("SchoolDesk.staff", d -> d.school().staff(SCHOOL))
        .put("SchoolDesk.classes", d -> d.school().classes(SCHOOL))
        .put("ChildrenDesk.check", d -> d.children().check(SCHOOL, List.of(), recording()))
        .put("ChildrenDesk.admit", d -> d.children().admit(SCHOOL, List.of()))
        .put("ChildrenDesk.importAll", d -> d.children().importAll(SCHOOL, List.of()))
        .put("ChildrenDesk.addFacts", d -> d.children().addFacts(SCHOOL, MING, facts -> facts))
        .put("ChildrenDesk.get", d -> d.children().get(SCHOOL, MING))
        .put(
            "ChildrenDesk.findByStudentNumber",
            d ->
                d.children()
                    .findByStudentNumber(SCHOOL, StudentNumber.parse("L522424201403100077")))
        .put("ChildrenDesk.page", d -> d.children().page(SCHOOL, Optional.empty(), 10))
        .put("ContactsDesk.record", d -> d.contacts().record(visit(MING, "k-1", FIRST_DAY)))
        .put("ContactsDesk.check", d -> d.contacts().check(SCHOOL, List.of()))
        .put("ContactsDesk.importAll", d -> d.contacts().importAll(SCHOOL, List.of(imported)))
        .put(
            "ContactsDesk.markVoid",
            d -> d.contacts().markVoid(SCHOOL, HONG, ContactId.of("k-hong"), "wrong child"))
        .put("ContactsDesk.ofChild", d -> d.contacts().ofChild(SCHOOL, MING))
        .put("ContactsDesk.followUps", d -> d.contacts().followUps(SCHOOL, now))
        .put(
            "ContactsDesk.callRegister",
            d -> d.contacts().callRegister(SCHOOL, DateRange.ofDay(FIRST_DAY), now))
        .put("RulesDesk.check", d -> d.rules().check(SCHOOL, List.of()))
        .put("RulesDesk.checkCsv", d -> d.rules().checkCsv(SCHOOL, ""))
        .put("RulesDesk.setRuleBook", d -> d.rules().setRuleBook(SCHOOL, SampleSchool.ruleBook()))
        .put(
            "RulesDesk.replaceRuleBook",
            d -> d.rules().replaceRuleBook(SCHOOL, SampleSchool.ruleBook()))
        .put("RulesDesk.ruleBook", d -> d.rules().ruleBook(SCHOOL))
        .put("RulesDesk.compare", d -> d.rules().compare(SCHOOL, RuleBook.empty(), now))
        .put("RulesDesk.exempt", d -> exempt(d))
        .put("RulesDesk.withdraw", d -> d.rules().withdraw(SCHOOL, exemption.id()))
        .put("RulesDesk.exemptions", d -> d.rules().exemptions(SCHOOL, MING))
        .put("MentorsDesk.check", d -> d.mentors().check(SCHOOL, List.of(), recording()))
        .put(
            "MentorsDesk.assign", d -> d.mentors().assign(SCHOOL, primary(MING, MENTOR), FIRST_DAY))
        .put("MentorsDesk.importAll", d -> d.mentors().importAll(SCHOOL, List.of()))
        .put(
            "MentorsDesk.close", d -> d.mentors().close(SCHOOL, assignment.id(), FIRST_DAY, "left"))
        .put(
            "MentorsDesk.replace",
            d -> d.mentors().replace(SCHOOL, primary(HONG, MENTOR), TEACHER, FIRST_DAY, "left"))
        .put("MentorsDesk.propose", d -> d.mentors().propose(SCHOOL, FIRST_DAY))
        .put(
            "MentorsDesk.proposeForClass",
            d -> d.mentors().proposeForClass(SCHOOL, CLASS, FIRST_DAY))
        .put("MentorsDesk.accept", d -> d.mentors().accept(SCHOOL, proposal, FIRST_DAY, "new term"))
        .put(
            "MentorsDesk.acceptOne",
            d -> d.mentors().acceptOne(SCHOOL, proposal, MING, FIRST_DAY, "new term"))
        .put("MentorsDesk.handover", d -> d.mentors().handover(SCHOOL, MENTOR, FIRST_DAY))
        .put(
            "MentorsDesk.acceptHandover",
            d -> d.mentors().acceptHandover(SCHOOL, handover, FIRST_DAY, "left"))
        .put("MentorsDesk.gaps", d -> d.mentors().gaps(SCHOOL, FIRST_DAY))
        .put("MentorsDesk.gapsWithReasons", d -> d.mentors().gapsWithReasons(SCHOOL, FIRST_DAY))
        .put("MentorsDesk.pairs", d -> d.mentors().pairs(SCHOOL, FIRST_DAY))
        .put("MentorsDesk.ofChild", d -> d.mentors().ofChild(SCHOOL, MING))
        .put(
            "CensusDesk.answer",
            d ->
                d.census()
                    .answer(
                        SCHOOL,
                        MING,
                        CensusForm.of(
                            FIRST_DAY, TEACHER, ParentAnswer.atHome(), ParentAnswer.atHome())))
        .put("CensusDesk.check", d -> d.census().check(SCHOOL, List.of(), recording()))
        .put("CensusDesk.importAll", d -> d.census().importAll(SCHOOL, List.of()))
        .put(
            "CensusDesk.of",
            d -> d.census().of(SCHOOL, "2025-1", AbsenceDefinition.civilAffairs(), now))
        .put(
            "CensusDesk.statusOf",
            d -> d.census().statusOf(SCHOOL, MING, AbsenceDefinition.census(), now))
        .put("CensusDesk.ofChild", d -> d.census().ofChild(SCHOOL, MING))
        .put("BoardDesk.page", d -> d.board().page(BoardQuery.on(SCHOOL, FIRST_DAY)))
        .put(
            "BoardDesk.pageKnownOn",
            d -> d.board().pageKnownOn(BoardQuery.on(SCHOOL, FIRST_DAY), FIRST_DAY))
        .put("BoardDesk.titles", d -> d.board().titles(SCHOOL))
        .put("BoardDesk.check", d -> d.board().check(SCHOOL))
        .put("ReportsDesk.compliance", d -> d.reports().compliance(SCHOOL, now))
        .put(
            "ReportsDesk.sweep",
            d ->
                d.reports()
                    .sweep(
                        SweepScope.ofSchool(SCHOOL), now, List.of(), SweepOptions.inThisThread()))
        .put(
            "ReportsDesk.childrenBehind",
            d ->
                d.reports()
                    .childrenBehind(
                        SweepScope.ofSchool(SCHOOL),
                        now,
                        List.of(),
                        EnumSet.allOf(Verdict.class),
                        SweepOptions.inThisThread()))
        .put(
            "ReportsDesk.monthlyVisits",
            d ->
                d.reports()
                    .monthlyVisits(
                        SweepScope.ofSchool(SCHOOL),
                        SampleSchool.monthlyVisits(),
                        now,
                        SweepOptions.inThisThread()))
        .put("ReportsDesk.listing", d -> d.reports().listing(SCHOOL, MING, VISIT, now))
        .put("ReportsDesk.explain", d -> d.reports().explain(SCHOOL, MING, VISIT, now))
        .put(
            "ReportsDesk.mentorCredits",
            d -> d.reports().mentorCredits(SCHOOL, DateRange.ofDay(FIRST_DAY), now))
        .put("AuditDesk.page", d -> d.audit().page(SCHOOL, 0, 10))
        .put("FilesDesk.card", d -> d.files().card(SCHOOL, MING, FIRST_DAY))
        .put("FilesDesk.cards", d -> d.files().cards(SCHOOL, Optional.of(CLASS), FIRST_DAY))
        .put("FilesDesk.gaps", d -> d.files().gaps(SCHOOL, MING, now))
        .put("FilesDesk.gapsOfAll", d -> d.files().gapsOfAll(SCHOOL, now))
        .put("FilesDesk.findings", d -> d.files().findings(SCHOOL, MING, now))
        .put("FilesDesk.findingsOfAll", d -> d.files().findingsOfAll(SCHOOL, now))
        .put(
            "FilesDesk.openConcern",
            d -> d.files().openConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, SECRET))
        .put(
            "FilesDesk.closeConcern",
            d -> d.files().closeConcern(SCHOOL, HONG, ConcernKind.HEALTH, FIRST_DAY, SECRET))
        .put("FilesDesk.changeHousehold", d -> d.files().changeHousehold(SCHOOL, MING, c -> c))
        .put(
            "FilesDesk.checkHouseholds",
            d -> d.files().checkHouseholds(SCHOOL, List.of(), recording()))
        .put("FilesDesk.importHouseholds", d -> d.files().importHouseholds(SCHOOL, List.of()))
        .putAll(peopleCalls())
        .buildOrThrow();
  }

  /** The calls about the team, peers and referrals. */
  private ImmutableMap<String, Consumer<CareDesk>> peopleCalls() {
    Viewpoint now = Viewpoint.on(FIRST_DAY);
    TeamRequirements needed = TeamRequirements.defaults();
    PeerPolicy policy = PeerPolicy.helpingAtMost(2);
    DateRange weekend = DateRange.parse("2025-09-06/2025-09-07");
    return ImmutableMap.<String, Consumer<CareDesk>>builder()
        .put("TeamDesk.check", d -> d.team().check(SCHOOL, List.of(), recording()))
        .put("TeamDesk.importAll", d -> d.team().importAll(SCHOOL, List.of()))
        .put(
            "TeamDesk.join",
            d -> d.team().join(SCHOOL, TEACHER, TeamPost.MEMBER, ImmutableSet.of(), FIRST_DAY))
        .put("TeamDesk.close", d -> d.team().close(SCHOOL, membership.id(), FIRST_DAY, "left"))
        .put("TeamDesk.on", d -> d.team().on(SCHOOL, now, needed))
        .put("TeamDesk.memberships", d -> d.team().memberships(SCHOOL))
        .put("TeamDesk.recordCheck", d -> d.team().recordCheck(SCHOOL, TEACHER, FIRST_DAY))
        .put("TeamDesk.recordChecks", d -> d.team().recordChecks(SCHOOL))
        .put("TeamDesk.recordCheckFindings", d -> d.team().recordCheckFindings(SCHOOL, now, needed))
        .put(
            "TeamDesk.apply",
            d -> d.team().apply(SCHOOL, StaffChange.leaves(MENTOR, FIRST_DAY, "left")))
        .put("PeersDesk.check", d -> d.peers().check(SCHOOL, List.of(), policy, recording()))
        .put("PeersDesk.importAll", d -> d.peers().importAll(SCHOOL, List.of()))
        .put(
            "PeersDesk.decide",
            d -> d.peers().decide(SCHOOL, MING, HONG, PeerKind.LIFE, FIRST_DAY, policy))
        .put(
            "PeersDesk.pair",
            d -> d.peers().pair(SCHOOL, MING, HONG, PeerKind.LIFE, FIRST_DAY, policy))
        .put("PeersDesk.close", d -> d.peers().close(SCHOOL, pair.id(), FIRST_DAY, "moved"))
        .put("PeersDesk.pairs", d -> d.peers().pairs(SCHOOL))
        .put("PeersDesk.pairsOf", d -> d.peers().pairsOf(SCHOOL, MING))
        .put(
            "PeersDesk.consent",
            d -> d.peers().consent(SCHOOL, MING, ConsentGiver.FATHER, FIRST_DAY, Optional.empty()))
        .put("PeersDesk.withdraw", d -> d.peers().withdraw(SCHOOL, consent.id(), FIRST_DAY))
        .put("PeersDesk.consents", d -> d.peers().consents(SCHOOL, MING))
        .put(
            "PeersDesk.arrange",
            d ->
                d.peers()
                    .arrange(SCHOOL, HONG, MING, StayKind.WEEKEND, weekend, StayPolicy.guardians()))
        .put("PeersDesk.callOff", d -> d.peers().callOff(SCHOOL, stay.id(), "rain"))
        .put("PeersDesk.stays", d -> d.peers().stays(SCHOOL, MING))
        .put(
            "PeersDesk.staysWithoutConsent",
            d -> d.peers().staysWithoutConsent(SCHOOL, FIRST_DAY, StayPolicy.guardians()))
        .put("ReferralsDesk.raise", d -> raise(d))
        .put(
            "ReferralsDesk.at",
            d -> d.referrals().at(SCHOOL, SampleSchool.at(FIRST_DAY), ReportingTime.defaults()))
        .put("ReferralsDesk.get", d -> d.referrals().get(SCHOOL, referral))
        .put("ReferralsDesk.ofChild", d -> d.referrals().ofChild(SCHOOL, MING))
        .put(
            "ReferralsDesk.report",
            d ->
                d.referrals()
                    .report(
                        SCHOOL,
                        referral,
                        Authority.POLICE,
                        SampleSchool.at(FIRST_DAY),
                        TEACHER,
                        Optional.of(SECRET)))
        .put(
            "ReferralsDesk.handOn",
            d ->
                d.referrals()
                    .handOn(
                        SCHOOL,
                        referral,
                        PARTNER,
                        SampleSchool.at(FIRST_DAY),
                        TEACHER,
                        Optional.of(SECRET)))
        .put("ReferralsDesk.receivedBy", d -> d.referrals().receivedBy(SCHOOL, PARTNER))
        .put("ReferralsDesk.end", d -> d.referrals().end(SCHOOL, referral, SECRET))
        .put(
            "ReferralsDesk.markMistaken",
            d -> d.referrals().markMistaken(SCHOOL, otherReferral, SECRET))
        .put("ReferralsDesk.dropouts", d -> d.referrals().dropouts(SCHOOL, now))
        .put(
            "PrivacyDesk.consent",
            d ->
                d.privacy().consent(SCHOOL, MING, ConsentGiver.FATHER, FIRST_DAY, Optional.empty()))
        .put("PrivacyDesk.withdraw", d -> d.privacy().withdraw(SCHOOL, dataConsent.id(), FIRST_DAY))
        .put("PrivacyDesk.consents", d -> d.privacy().consents(SCHOOL, MING))
        .put("PrivacyDesk.withoutConsent", d -> d.privacy().withoutConsent(SCHOOL, now))
        .put(
            "PrivacyDesk.dueForErasure",
            d -> d.privacy().dueForErasure(SCHOOL, Retention.ofYears(3), now))
        .put("PrivacyDesk.erase", d -> d.privacy().erase(SCHOOL, ChildId.of("c-nobody")))
        .put(
            "PrivacyDesk.audit",
            d -> d.privacy().audit(SCHOOL, DateRange.ofDay(FIRST_DAY), Retention.ofYears(3)))
        .put("PrivacyDesk.completeAudit", d -> d.privacy().completeAudit(SCHOOL))
        .put("PrivacyDesk.nextAudit", d -> d.privacy().nextAudit(SCHOOL))
        .put("ActivityBookDesk.get", d -> d.activityBook().get(SCHOOL))
        .put("ActivityBookDesk.change", d -> d.activityBook().change(SCHOOL, book -> book))
        .put(
            "ActivityBookDesk.setCountyDays",
            d -> d.activityBook().setCountyDays(SCHOOL, List.of()))
        .put(
            "ActivityBookDesk.checkTemplates",
            d -> d.activityBook().checkTemplates(SCHOOL, List.of()))
        .put(
            "ActivityBookDesk.checkTemplatesCsv",
            d -> d.activityBook().checkTemplatesCsv(SCHOOL, ""))
        .put(
            "ActivityBookDesk.importTemplates",
            d -> d.activityBook().importTemplates(SCHOOL, List.of()))
        .put("ActivityBookDesk.checkQuotas", d -> d.activityBook().checkQuotas(SCHOOL, List.of()))
        .put("ActivityBookDesk.checkQuotasCsv", d -> d.activityBook().checkQuotasCsv(SCHOOL, ""))
        .put("ActivityBookDesk.importQuotas", d -> d.activityBook().importQuotas(SCHOOL, List.of()))
        .put(
            "ActivitiesDesk.checkActivities",
            d -> d.activities().checkActivities(SCHOOL, List.of(), recording()))
        .put(
            "ActivitiesDesk.checkActivitiesCsv",
            d -> d.activities().checkActivitiesCsv(SCHOOL, "", recording()))
        .put(
            "ActivitiesDesk.importActivities",
            d -> d.activities().importActivities(SCHOOL, List.of()))
        .put("ActivitiesDesk.propose", d -> d.activities().propose(SCHOOL, AUTUMN))
        .put("ActivitiesDesk.accept", d -> d.activities().accept(SCHOOL, AUTUMN, planned))
        .put("ActivitiesDesk.draft", d -> d.activities().draft(activity("g-new")))
        .put("ActivitiesDesk.agree", d -> d.activities().agree(SCHOOL, ACTIVITY))
        .put(
            "ActivitiesDesk.move",
            d -> d.activities().move(SCHOOL, ACTIVITY, FIRST_DAY, Optional.empty(), SECRET))
        .put("ActivitiesDesk.hold", d -> d.activities().hold(SCHOOL, ACTIVITY))
        .put("ActivitiesDesk.cancel", d -> d.activities().cancel(SCHOOL, ACTIVITY, SECRET))
        .put("ActivitiesDesk.reopen", d -> d.activities().reopen(SCHOOL, ACTIVITY, SECRET))
        .put("ActivitiesDesk.note", d -> d.activities().note(SCHOOL, ACTIVITY, SECRET))
        .put("ActivitiesDesk.plan", d -> d.activities().plan(SCHOOL, AUTUMN, FIRST_DAY))
        .put("ActivitiesDesk.get", d -> d.activities().get(SCHOOL, ACTIVITY))
        .put(
            "ActivitiesDesk.calendar",
            d -> d.activities().calendar(SCHOOL, AUTUMN, plan -> plan, Locale.CHINESE))
        .put(
            "ActivitiesDesk.agenda",
            d -> d.activities().agenda(SCHOOL, TEACHER, AUTUMN, FIRST_DAY, Locale.CHINESE))
        .put("ActivitiesDesk.table", d -> d.activities().table(SCHOOL, AUTUMN, Locale.CHINESE))
        .put(
            "ActivityBookDesk.checkPartners",
            d -> d.activityBook().checkPartners(SCHOOL, List.of()))
        .put(
            "ActivityBookDesk.checkPartnersCsv", d -> d.activityBook().checkPartnersCsv(SCHOOL, ""))
        .put(
            "ActivityBookDesk.importPartners",
            d -> d.activityBook().importPartners(SCHOOL, List.of()))
        .put(
            "ActivityBookDesk.checkHomeHours",
            d -> d.activityBook().checkHomeHours(SCHOOL, List.of()))
        .put(
            "ActivityBookDesk.checkHomeHoursCsv",
            d -> d.activityBook().checkHomeHoursCsv(SCHOOL, ""))
        .put(
            "ActivityBookDesk.importHomeHours",
            d -> d.activityBook().importHomeHours(SCHOOL, List.of()))
        .put("ActivityBookDesk.openings", d -> d.activityBook().openings(SCHOOL, AUTUMN))
        .put("ActivitiesDesk.judge", d -> d.activities().judge(SCHOOL, now))
        .put("ActivitiesDesk.due", d -> d.activities().due(SCHOOL, now))
        .put(
            "AttendanceDesk.sheet",
            d -> d.attendance().sheet(SCHOOL, ACTIVITY, SampleSchool.CLASS, Attendee.CHILD))
        .put(
            "AttendanceDesk.take",
            d ->
                d.attendance()
                    .take(
                        SCHOOL,
                        AttendanceSheet.of(ACTIVITY, Attendee.CHILD, ImmutableSet.of(MING))))
        .put(
            "AttendanceDesk.checkAttendance",
            d -> d.attendance().checkAttendance(SCHOOL, List.of(), recording()))
        .put(
            "AttendanceDesk.checkAttendanceCsv",
            d -> d.attendance().checkAttendanceCsv(SCHOOL, "", recording()))
        .put(
            "AttendanceDesk.importAttendance",
            d -> d.attendance().importAttendance(SCHOOL, List.of()))
        .put("AttendanceDesk.at", d -> d.attendance().at(SCHOOL, ACTIVITY, now))
        .put(
            "AttendanceDesk.followUps",
            d -> d.attendance().followUps(SCHOOL, ACTIVITY, Attendee.CHILD, now))
        .put(
            "AttendanceDesk.coverage",
            d -> d.attendance().coverage(SCHOOL, RuleId.of("safety-lecture"), now))
        .put(
            "FamilyPhoneDesk.checkCalls",
            d -> d.familyPhone().checkCalls(SCHOOL, ACTIVITY, List.of()))
        .put(
            "FamilyPhoneDesk.checkCallsCsv",
            d -> d.familyPhone().checkCallsCsv(SCHOOL, ACTIVITY, ""))
        .put("FamilyPhoneDesk.register", d -> d.familyPhone().register(SCHOOL, ACTIVITY, List.of()))
        .put("FamilyPhoneDesk.at", d -> d.familyPhone().at(SCHOOL, ACTIVITY, now))
        .buildOrThrow();
  }

  private static final DateRange AUTUMN = DateRange.parse("2025-09-01/2026-01-17");
  private static final PartnerId PARTNER = PartnerId.of("clinic");
  private static final ActivityId ACTIVITY = ActivityId.of("g-1");

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private PlanProposal planned;

  private static Activity activity(String id) {
    return Activity.of(
        SCHOOL,
        ActivityId.of(id),
        ActivityKind.FAMILY_PHONE,
        Wording.of("亲情电话", "Family phone"),
        Scope.all(),
        ImmutableSet.of(CLASS),
        ActivityFact.drafted(
            new Arrangement(
                FIRST_DAY, Optional.empty(), TEACHER, Place.classrooms(), Optional.empty(), 60),
            SampleSchool.at(FIRST_DAY),
            ActorId.of("T10")));
  }

  private static ReferralId raise(CareDesk desk) {
    return desk.referrals()
        .raise(
            SCHOOL,
            MING,
            ReferralCause.suspectedHarm(HarmTrigger.OTHER_SERIOUS_HARM),
            SampleSchool.at(FIRST_DAY),
            TEACHER,
            Optional.of(SECRET));
  }

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private TeamMembership membership;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private PeerPair pair;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private GuardianConsent consent;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private GuardianConsent dataConsent;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private HomeStay stay;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private ReferralId referral;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private ReferralId otherReferral;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private Exemption exemption;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private MentorAssignment assignment;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private MatchProposal proposal;

  @SuppressWarnings("NullAway.Init") // set up by the test that calls every method
  private Handover handover;

  private static Exemption exempt(CareDesk desk) {
    return desk.rules()
        .exempt(SCHOOL, MING, DateRange.ofDay(FIRST_DAY), Optional.empty(), SECRET, TEACHER);
  }

  private static Recording recording() {
    return Recording.onItsFirstDay(SampleSchool.ZONE);
  }

  private static Stream<Method> methods() {
    return DESKS.stream()
        .flatMap(desk -> Arrays.stream(desk.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static ImmutableMap<String, Operation> declared() {
    return methods()
        .collect(
            toImmutableMap(
                CareDeskContract::name,
                method ->
                    requireNonNull(
                            method.getAnnotation(Performs.class),
                            () -> name(method) + " does not declare its operation")
                        .value()));
  }

  @Test
  void desks_areAllReachedFromTheCareDesk() {
    assertThat(
            Arrays.stream(CareDesk.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getReturnType))
        .containsExactlyInAnyOrderElementsOf(DESKS);
  }

  @Test
  void everyMethod_declaresItsOperation_andIsCalledHere() {
    assertThat(declared().keySet()).containsExactlyInAnyOrderElementsOf(calls().keySet());
  }

  @Test
  void everyMethod_calledByAStranger_isRefusedAndAudited() {
    prepareRecordsToWorkOn();
    calls()
        .forEach(
            (name, call) -> {
              int before = audit().size();
              AccessDeniedException refusal =
                  catchThrowableOfType(
                      AccessDeniedException.class, () -> call.accept(sample.stranger()));
              assertThat(refusal).as(name).isNotNull();
              assertThat(refusal.operation()).as(name).isEqualTo(declared().get(name));
              assertThat(refusal).as(name).hasMessageContaining("stranger");
              ImmutableList<AuditEntry> after = audit();
              assertThat(after).as(name).hasSize(before + 1);
              AuditEntry entry = after.get(after.size() - 1);
              assertThat(entry.outcome()).as(name).isEqualTo(Outcome.REFUSED);
              assertThat(entry.actor()).as(name).isEqualTo(ActorId.of("stranger"));
              assertThat(entry.operation()).as(name).isEqualTo(declared().get(name));
            });
  }

  @Test
  void everyMethod_calledByWhoMay_isAuditedOnce() {
    prepareRecordsToWorkOn();
    calls()
        .forEach(
            (name, call) -> {
              int before = audit().size();
              Operation.Kind kind = requireNonNull(declared().get(name)).kind();
              call.accept(
                  kind == Operation.Kind.PROTECT ? sample.safeguarding() : sample.administrator());
              ImmutableList<AuditEntry> after = audit();
              assertThat(after).as(name).hasSize(before + 1);
              AuditEntry entry = after.get(after.size() - 1);
              assertThat(entry.outcome()).as(name).isEqualTo(Outcome.PERMITTED);
              assertThat(entry.operation()).as(name).isEqualTo(declared().get(name));
            });
  }

  @Test
  void everyMethod_calledByATeacher_isPermittedUnlessItKeepsOrProtects() {
    prepareRecordsToWorkOn();
    calls()
        .forEach(
            (name, call) -> {
              Operation operation = requireNonNull(declared().get(name));
              if (operation.kind() == Operation.Kind.KEEP
                  || operation.kind() == Operation.Kind.PROTECT) {
                assertThatThrownBy(() -> call.accept(sample.teacher()))
                    .as(name)
                    .isInstanceOf(AccessDeniedException.class);
              } else {
                call.accept(sample.teacher());
              }
            });
  }

  private void prepareRecordsToWorkOn() {
    sample.administrator().contacts().record(visit(HONG, "k-hong", FIRST_DAY));
    exemption = exempt(sample.administrator());
    assignment = sample.assign(HONG, FIRST_DAY);
    CareDesk desk = sample.administrator();
    membership = desk.team().join(SCHOOL, TEACHER, TeamPost.HEAD, ImmutableSet.of(), FIRST_DAY);
    pair =
        desk.peers()
            .pair(SCHOOL, MING, HONG, PeerKind.STUDY, FIRST_DAY, PeerPolicy.helpingAtMost(2))
            .pair()
            .orElseThrow();
    desk.peers().consent(SCHOOL, HONG, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    desk.activityBook()
        .change(
            SCHOOL,
            book ->
                book.withQuotas(QuotaPresets.defaults(FIRST_DAY))
                    .withPartners(
                        List.of(
                            Partner.of(
                                PARTNER,
                                "青石卫生院",
                                PartnerKind.CLINIC,
                                DateRange.ofDay(FIRST_DAY)))));
    desk.activities().draft(activity("g-1"));
    planned = desk.activities().propose(SCHOOL, AUTUMN);
    dataConsent =
        desk.privacy().consent(SCHOOL, MING, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    consent = desk.peers().consent(SCHOOL, MING, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    stay =
        desk.peers()
            .arrange(
                SCHOOL,
                HONG,
                MING,
                StayKind.VISIT,
                DateRange.ofDay(FIRST_DAY),
                StayPolicy.guardians())
            .stay();
    referral = raise(sample.teacher());
    otherReferral = raise(desk);
    desk.files().openConcern(SCHOOL, HONG, ConcernKind.HEALTH, FIRST_DAY, SECRET);
    proposal = desk.mentors().propose(SCHOOL, FIRST_DAY);
    handover = desk.mentors().handover(SCHOOL, MENTOR, FIRST_DAY);
  }

  /** Reads the audit past the desks, so that looking leaves no entry. */
  private ImmutableList<AuditEntry> audit() {
    return store.read(
        reader ->
            reader.audit().page(SCHOOL, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::entry)
                .collect(toImmutableList()));
  }

  @Test
  void call_thatFails_leavesNoTraceAndNoAuditEntry() {
    int before = audit().size();
    assertThatThrownBy(
            () ->
                sample
                    .administrator()
                    .children()
                    .admit(
                        SCHOOL,
                        List.of(
                            SampleSchool.child(ChildId.of("c-new"), "L522424201504190176"),
                            SampleSchool.child(MING, "L522424201505140955"))))
        .isInstanceOf(DuplicateRecordException.class)
        .hasMessageContaining("c-ming")
        .hasMessageNotContaining(SECRET);
    assertThat(audit()).hasSize(before);
    assertThat(sample.administrator().children().page(SCHOOL, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void anotherSchool_isNotSeen() {
    assertThatThrownBy(() -> sample.administrator().school().get(SchoolId.of("other")))
        .isInstanceOf(AccessDeniedException.class);
  }

  // The board.

  private ImmutableList<String> board(LocalDate day) {
    return sample.teacher().board().page(BoardQuery.on(SCHOOL, day)).stream()
        .map(
            row ->
                row.position().childId()
                    + " "
                    + row.position().rule()
                    + " "
                    + row.opens()
                    + "/"
                    + row.deadline()
                    + " "
                    + row.state().code()
                    + " "
                    + row.daysOverdue()
                    + " "
                    + row.responsible().map(Object::toString).orElse("nobody"))
        .collect(toImmutableList());
  }

  @Test
  void board_followsContactsAndTheDate() {
    assertThat(board(FIRST_DAY))
        .containsExactly(
            "c-hong home-visit 2025-09-01/2025-09-14 due 0 T10",
            "c-ming home-visit 2025-09-01/2025-09-14 due 0 T10");

    sample.setToday(LocalDate.of(2025, 9, 10));
    sample.teacher().contacts().record(visit(MING, "k-1", LocalDate.of(2025, 9, 10)));
    assertThat(board(LocalDate.of(2025, 9, 20)))
        .containsExactly("c-hong home-visit 2025-09-01/2025-09-14 overdue 6 T10");
    assertThat(board(LocalDate.of(2025, 11, 2)))
        .containsExactly(
            "c-hong home-visit 2025-09-01/2025-09-14 overdue 49 T10",
            "c-ming home-visit 2025-11-02/2025-11-15 due 0 T10");

    sample.teacher().contacts().markVoid(SCHOOL, MING, ContactId.of("k-1"), "wrong child");
    assertThat(board(LocalDate.of(2025, 9, 20))).hasSize(2);
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void board_responsiblePersonFollowsTheFactsOfTheDay() {
    sample.beginKeySupport(MING, FIRST_DAY);
    assertThat(board(FIRST_DAY)).contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T10");

    LocalDate mentorFrom = LocalDate.of(2025, 9, 15);
    MentorAssignment assigned = sample.assign(MING, mentorFrom);
    assertThat(board(mentorFrom.minusDays(1)))
        .contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T10");
    assertThat(board(mentorFrom)).contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T20");

    sample
        .administrator()
        .mentors()
        .close(SCHOOL, assigned.id(), LocalDate.of(2025, 9, 20), "left the school");
    assertThat(board(LocalDate.of(2025, 9, 20)))
        .contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T20");
    assertThat(board(LocalDate.of(2025, 9, 21)))
        .contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T10");
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void board_anotherHomeroomTeacher_answersFromItsDayOn() {
    ClassGroup group = SampleSchool.classGroup();
    LocalDate change = LocalDate.of(2025, 10, 1);
    sample
        .administrator()
        .school()
        .putClasses(
            SCHOOL,
            List.of(
                new ClassGroup(
                    group.schoolId(),
                    group.id(),
                    group.schoolYear(),
                    group.name(),
                    group.grade(),
                    group
                        .homeroomTeacher()
                        .with(DateRange.startingOn(change), MENTOR, SampleSchool.at(FIRST_DAY)),
                    group.subjectTeachers())));
    assertThat(board(change.minusDays(1))).allMatch(row -> row.endsWith("T10"));
    assertThat(board(change)).isNotEmpty().allMatch(row -> row.endsWith("T20"));
    assertThat(sample.teacher().board().page(BoardQuery.on(SCHOOL, change).responsible(TEACHER)))
        .isEmpty();
    assertThat(sample.teacher().board().page(BoardQuery.on(SCHOOL, change).responsible(MENTOR)))
        .hasSize(2);
  }

  @Test
  void board_exemptionAndItsWithdrawal_areFollowed() {
    Exemption holiday =
        sample
            .administrator()
            .rules()
            .exempt(
                SCHOOL,
                MING,
                DateRange.parse("2025-09-01/2025-09-14"),
                Optional.of(VISIT),
                SECRET,
                TEACHER);
    assertThat(board(FIRST_DAY)).allMatch(row -> row.startsWith("c-hong"));
    sample.administrator().rules().withdraw(SCHOOL, holiday.id());
    assertThat(board(FIRST_DAY)).hasSize(2);
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void board_newRulesAndCalendar_areFollowed() {
    assertThatThrownBy(() -> sample.administrator().rules().setRuleBook(SCHOOL, RuleBook.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "rule home-visit is missing from the new book;"
                + " rule mentor-talk is missing from the new book");
    sample.administrator().rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    assertThat(board(FIRST_DAY)).isEmpty();
    sample.administrator().rules().setRuleBook(SCHOOL, SampleSchool.ruleBook());
    assertThat(board(FIRST_DAY)).hasSize(2);
  }

  // Rules and calendar that do not fit.

  private static SchoolCalendar calendarWithAShortTerm() {
    List<Term> terms = new ArrayList<>(SampleSchool.calendar().terms());
    terms.add(Term.of("2025-3", 2025, DateRange.parse("2026-07-06/2026-07-12")));
    return SchoolCalendar.of(terms);
  }

  private static final String DO_NOT_FIT =
      "rule home-visit goes from 2025-09-01 by term-start,term-mid,term-end, but term 2025-3"
          + " (2026-07-06/2026-07-12) is under 42 days and gives no milestones";

  @Test
  void setCalendar_withATermThatTheRulesDoNotFit_isRefusedAndLeavesNoTrace() {
    int entries = audit().size();
    assertThatThrownBy(
            () -> sample.administrator().school().setCalendar(SCHOOL, calendarWithAShortTerm()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(DO_NOT_FIT);
    assertThat(audit()).hasSize(entries);
    assertThat(sample.administrator().school().calendar(SCHOOL)).contains(SampleSchool.calendar());
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void setRuleBook_withRulesThatTheCalendarDoesNotFit_isRefusedAndLeavesNoTrace() {
    CareDesk desk = sample.administrator();
    desk.rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    desk.school().setCalendar(SCHOOL, calendarWithAShortTerm());
    int entries = audit().size();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> desk.rules().setRuleBook(SCHOOL, SampleSchool.ruleBook()),
            () -> desk.rules().replaceRuleBook(SCHOOL, SampleSchool.ruleBook()))) {
      assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(DO_NOT_FIT);
    }
    assertThat(audit()).hasSize(entries);
    assertThat(desk.rules().ruleBook(SCHOOL)).isEqualTo(RuleBook.empty());
  }

  @Test
  void setRuleBook_beforeThereIsACalendar_isTaken_andTheCalendarMustFit() {
    SchoolId other = SchoolId.of("other");
    CareDesk desk = sample.stranger(); // an administrator there
    desk.school().register(School.of(other, "白石小学", SampleSchool.ZONE));
    desk.rules().setRuleBook(other, SampleSchool.ruleBook());
    assertThatThrownBy(() -> desk.school().setCalendar(other, calendarWithAShortTerm()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(DO_NOT_FIT);
    assertThat(desk.school().calendar(other)).isEmpty();
    desk.school().setCalendar(other, SampleSchool.calendar());
  }

  @Test
  void checkTerms_tooShortForTheRules_isAFaultOfTheRow() {
    List<DraftRow<TermDraft>> rows =
        List.of(
            new DraftRow<>(2, new TermDraft("2025-1", "", "2025-09-01", "2026-01-17")),
            new DraftRow<>(3, new TermDraft("2025-3", "", "2026-07-06", "2026-07-12")));
    IntakeResult<Term> result = sample.administrator().school().checkTerms(SCHOOL, rows);
    assertThat(result.faults())
        .extracting(Violation::toString)
        .containsExactly("row 3 last rule-needs-milestones");
    assertThat(result.faults().get(0).message(Locale.CHINA))
        .isEqualTo("不足 42 天，也没有期初、期中、期末的日期，而规则 home-visit 需要");
    assertThat(result.values()).hasSize(1);
  }

  @Test
  void checkCsv_ofTheBookThatIsStored_givesItBack() {
    CareDesk desk = sample.administrator();
    String csv = RuleBookCsv.write(desk.rules().ruleBook(SCHOOL));
    assertThat(RuleBook.of(desk.rules().checkCsv(SCHOOL, csv).valuesOrThrow()))
        .isEqualTo(SampleSchool.ruleBook());
    desk.rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    desk.school().setCalendar(SCHOOL, calendarWithAShortTerm());
    assertThat(desk.rules().checkCsv(SCHOOL, csv).faults())
        .extracting(Violation::toString)
        .containsExactly("row 2 cadence term-without-milestones");
    assertThat(desk.rules().checkCsv(SCHOOL, csv).values()).isEmpty();
  }

  // What another rule book would change.

  @Test
  void compare_aProposedBook_saysWhatWouldChangeForWhom_andStoresNothing() {
    LocalDate change = LocalDate.of(2025, 10, 1);
    CareDesk desk = sample.administrator();
    desk.rules().replaceRuleBook(SCHOOL, SampleSchool.mentorThenTeacher(Optional.empty()));
    sample.setToday(LocalDate.of(2025, 10, 20));
    // From October on the homeroom teacher's talks count, which Ming had, and the mentor's do not.
    desk.contacts()
        .record(
            visit(MING, "k-1", LocalDate.of(2025, 10, 8))
                .channel(Channel.TALK)
                .madeBy(Party.HOMEROOM_TEACHER, TEACHER));
    RuleBook present = desk.rules().ruleBook(SCHOOL);
    RuleBook proposed = SampleSchool.mentorThenTeacher(Optional.of(change));
    Viewpoint viewpoint = Viewpoint.on(LocalDate.of(2025, 10, 20));
    int entries = audit().size();
    ComparisonReport report = sample.teacher().rules().compare(SCHOOL, proposed, viewpoint);
    assertThat(report.changed())
        .extracting(Object::toString)
        .containsExactly(
            "ChangedChild[child=c-ming, rules=[ChangedWindows[rule=mentor-talk,"
                + " before=[2025-10-01/2025-10-31 PENDING],"
                + " after=[2025-10-01/2025-10-31 MET 2025-10-08]]]]");
    assertThat(report.children()).isEqualTo(2);
    assertThat(report.find(TALK).orElseThrow().before().orElseThrow().rate())
        .isEqualTo(new Rate(0, 2));
    assertThat(report.find(TALK).orElseThrow().after().orElseThrow().rate())
        .isEqualTo(new Rate(1, 3));
    assertThat(report.books()).isEqualTo(RuleBookDiff.between(present, proposed));
    assertThat(audit()).hasSize(entries + 1);
    assertThat(audit().get(entries).records()).isEqualTo(2);
    assertThat(desk.rules().ruleBook(SCHOOL)).isEqualTo(present);
    assertThat(desk.board().check(SCHOOL)).isEmpty();
    // What was foretold comes true.
    desk.rules().setRuleBook(SCHOOL, proposed);
    assertThat(desk.reports().listing(SCHOOL, MING, TALK, viewpoint).windows())
        .containsAll(report.changed().get(0).rules().get(0).after());
    assertThat(desk.rules().compare(SCHOOL, proposed, viewpoint).changed()).isEmpty();
  }

  @Test
  void compare_aBookThatTheCalendarDoesNotFit_isRefused() {
    CareDesk desk = sample.administrator();
    desk.rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    desk.school().setCalendar(SCHOOL, calendarWithAShortTerm());
    assertThatThrownBy(
            () -> desk.rules().compare(SCHOOL, SampleSchool.ruleBook(), Viewpoint.on(FIRST_DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(DO_NOT_FIT);
  }

  @Test
  void compare_beforeThereIsACalendar_comparesTheBooksAlone() {
    SchoolId other = SchoolId.of("other");
    CareDesk desk = sample.stranger(); // an administrator there
    desk.school().register(School.of(other, "白石小学", SampleSchool.ZONE));
    ComparisonReport report =
        desk.rules().compare(other, SampleSchool.ruleBook(), Viewpoint.on(FIRST_DAY));
    assertThat(report.books().rules()).hasSize(2);
    assertThat(report.children()).isZero();
    assertThat(report.rules()).isEmpty();
  }

  @Test
  void board_inClassAndPaged_hasTheSameRows() {
    BoardQuery all = BoardQuery.on(SCHOOL, FIRST_DAY);
    ImmutableList<BoardRow> whole = sample.teacher().board().page(all.inClass(CLASS));
    assertThat(whole).hasSize(2);
    ImmutableList<BoardRow> first = sample.teacher().board().page(all.limit(1));
    ImmutableList<BoardRow> second =
        sample.teacher().board().page(all.limit(1).after(first.get(0).position()));
    assertThat(Iterables.concat(first, second)).containsExactlyElementsOf(whole);
    assertThat(whole.get(0).toString()).doesNotContain(SECRET);
  }

  @Test
  void board_fromTheIndexAndEvaluated_areTheSameOnEveryDayWithEverythingKnown() {
    Random random = new Random(20251210);
    sample.beginKeySupport(HONG, LocalDate.of(2025, 10, 10));
    sample.assign(HONG, LocalDate.of(2025, 10, 20));
    sample.setToday(LocalDate.of(2026, 8, 1));
    for (int i = 0; i < 12; i++) {
      LocalDate day = FIRST_DAY.plusDays(random.nextInt(300));
      sample.teacher().contacts().record(visit(i % 2 == 0 ? MING : HONG, "k-" + i, day));
    }
    LocalDate late = LocalDate.of(2026, 8, 31);
    for (LocalDate day = FIRST_DAY.minusDays(3); day.isBefore(late); day = day.plusDays(3)) {
      // A later contact settles a window for the index; as seen on the day it is not made yet.
      BoardQuery query = BoardQuery.on(SCHOOL, day);
      LocalDate asOf = day;
      ImmutableSet<String> evaluated = keys(sample.teacher().board().pageKnownOn(query, late));
      ImmutableSet<String> indexed = keys(sample.teacher().board().page(query));
      if (noContactAfter(asOf)) {
        assertThat(indexed).as("seed 20251210, day %s", asOf).isEqualTo(evaluated);
      }
    }
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  private boolean noContactAfter(LocalDate day) {
    return Stream.of(MING, HONG)
        .flatMap(child -> sample.teacher().contacts().ofChild(SCHOOL, child).stream())
        .noneMatch(contact -> contact.day().isAfter(day));
  }

  private static ImmutableSet<String> keys(List<BoardRow> rows) {
    return rows.stream()
        .map(row -> row.position() + " " + row.opens() + " " + row.responsible())
        .collect(ImmutableSet.toImmutableSet());
  }

  // From one year to the next.

  private static DraftRow<StaffDraft> staffRow(int row, String number, String post) {
    return new DraftRow<>(row, new StaffDraft(number, SECRET, "女", post, "一年级1班", ""));
  }

  private static DraftRow<ContactDraft> talkRow(int row, String recordedOn, String note) {
    return new DraftRow<>(
        row,
        new ContactDraft(
            "2025-09-05",
            "L522424201403100077",
            "家访",
            "班主任",
            "T10",
            "本人",
            "是",
            recordedOn,
            note,
            ContactDraft.DetailDraft.EMPTY));
  }

  @Test
  void checkStaff_inTheNextSchoolYear_goesOnFromWhatIsStored() {
    List<Term> terms = new ArrayList<>(SampleSchool.calendar().terms());
    terms.add(Term.of("2026-1", 2026, DateRange.parse("2026-09-01/2027-01-16")));
    CareDesk desk = sample.administrator();
    LocalDate secondYear = LocalDate.of(2026, 9, 1);
    sample.setToday(LocalDate.of(2026, 8, 20));
    desk.school().setCalendar(SCHOOL, SchoolCalendar.of(terms));
    StaffRoll roll =
        desk.school()
            .checkStaff(
                SCHOOL, List.of(staffRow(2, "T10", "班主任"), staffRow(3, "T20", "校长")), recording());
    desk.school().putStaff(SCHOOL, roll.staff().valuesOrThrow());
    desk.school().putClasses(SCHOOL, roll.classes());
    assertThat(desk.school().classes(SCHOOL))
        .extracting(group -> group.schoolYear() + " " + group.id())
        .containsExactly("2025 2025-1-1", "2026 2026-1-1");
    assertThat(desk.school().staff(SCHOOL))
        .extracting(
            member ->
                member.post().on(secondYear.minusDays(1)) + " " + member.post().on(secondYear))
        .containsExactly(
            "Optional[HOMEROOM_TEACHER] Optional[HOMEROOM_TEACHER]",
            "Optional[SUBJECT_TEACHER] Optional[PRINCIPAL]");
    assertThat(desk.contacts().check(SCHOOL, List.of()).violations()).isEmpty();
    assertThat(desk.board().check(SCHOOL)).isEmpty();
  }

  @Test
  void checkStaff_withAnotherHomeroomTeacher_holdsFromTodayOn() {
    LocalDate today = LocalDate.of(2025, 10, 20);
    sample.setToday(today);
    CareDesk desk = sample.administrator();
    StaffRoll roll =
        desk.school().checkStaff(SCHOOL, List.of(staffRow(2, "T20", "班主任")), recording());
    desk.school().putStaff(SCHOOL, roll.staff().valuesOrThrow());
    desk.school().putClasses(SCHOOL, roll.classes());
    assertThat(board(today.minusDays(1))).isNotEmpty().allMatch(row -> row.endsWith("T10"));
    assertThat(board(today)).isNotEmpty().allMatch(row -> row.endsWith("T20"));
  }

  @Test
  void checkStaff_ofOneRowAlone_changesNothingOfTheOthers() {
    CareDesk desk = sample.administrator();
    StaffRoll roll =
        desk.school().checkStaff(SCHOOL, List.of(staffRow(2, "T30", "科任老师")), recording());
    desk.school().putStaff(SCHOOL, roll.staff().valuesOrThrow());
    desk.school().putClasses(SCHOOL, roll.classes());
    ClassGroup group = desk.school().classes(SCHOOL).get(0);
    assertThat(group.homeroomTeacher().on(FIRST_DAY)).contains(TEACHER);
    assertThat(group.subjectTeachers().on(FIRST_DAY))
        .contains(ImmutableSet.of(MENTOR, StaffId.of("T30")));
  }

  @Test
  void checkContacts_rowsOfOneOccasion_areTakenInTogether() {
    sample.setToday(LocalDate.of(2025, 9, 30));
    ContactsDesk desk = sample.administrator().contacts();
    IntakeResult<Contact> first =
        desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", ""), talkRow(3, "2025-09-04", "")));
    assertThat(first.violations())
        .extracting(Violation::toString)
        .containsExactly(
            "row 2 studentNumber same-occasion-faulty", "row 3 recordedOn recorded-before-made");
    assertThat(first.values()).isEmpty();
    IntakeResult<Contact> again =
        desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", ""), talkRow(3, "2025-09-05", "")));
    assertThat(desk.importAll(SCHOOL, again.valuesOrThrow())).isEqualTo(2);
    assertThat(desk.ofChild(SCHOOL, MING)).hasSize(2);
  }

  @Test
  void followUps_areOpenUntilAContactThatReachedMakesThem_asKnownThen() {
    LocalDate visited = LocalDate.of(2025, 9, 10);
    LocalDate by = LocalDate.of(2025, 9, 24);
    ContactNotes notes = ContactNotes.HomeVisit.of("", "绝密", "", "").followUpBy(by);
    ContactsDesk desk = sample.teacher().contacts();
    sample.setToday(visited);
    desk.record(visit(MING, "k-1", visited).notes(notes));
    desk.record(visit(HONG, "k-1", visited).notes(notes));
    sample.setToday(LocalDate.of(2025, 9, 22));
    desk.record(
        visit(MING, "k-2", LocalDate.of(2025, 9, 20)).notReached().followsUp(ContactId.of("k-1")));
    assertThat(open(desk, Viewpoint.on(LocalDate.of(2025, 9, 22)))).containsExactly("ming", "hong");
    sample.setToday(LocalDate.of(2025, 9, 25));
    desk.record(
        visit(MING, "k-3", LocalDate.of(2025, 9, 23))
            .channel(Channel.CALL)
            .notes(ContactNotes.Call.of(7))
            .followsUp(ContactId.of("k-1")));
    assertThat(open(desk, Viewpoint.on(LocalDate.of(2025, 9, 25)))).containsExactly("hong");
    assertThat(open(desk, Viewpoint.of(LocalDate.of(2025, 9, 25), LocalDate.of(2025, 9, 24))))
        .containsExactly("ming", "hong");
    assertThat(open(desk, Viewpoint.on(visited.minusDays(1)))).isEmpty();
    assertThat(
            desk.followUps(SCHOOL, Viewpoint.on(LocalDate.of(2025, 9, 25))).get(0).isOverdueOn(by))
        .isFalse();
    desk.markVoid(SCHOOL, MING, ContactId.of("k-3"), "wrong child");
    assertThat(open(desk, Viewpoint.on(LocalDate.of(2025, 9, 25)))).containsExactly("ming", "hong");
    desk.markVoid(SCHOOL, HONG, ContactId.of("k-1"), "wrong child");
    assertThat(open(desk, Viewpoint.on(LocalDate.of(2025, 9, 25)))).containsExactly("ming");
    assertThatThrownBy(
            () -> desk.record(visit(MING, "k-4", visited).followsUp(ContactId.of("k-2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contact k-4 follows up k-2, which did not ask for it");
    assertThat(desk.ofChild(SCHOOL, MING)).hasSize(3);
  }

  private static List<String> open(ContactsDesk desk, Viewpoint viewpoint) {
    return desk.followUps(SCHOOL, viewpoint).stream()
        .map(each -> each.visit().childId().equals(MING) ? "ming" : "hong")
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Test
  void callRegister_countsConnectedCallsAndMinutes_asKnownThen() {
    LocalDate day = LocalDate.of(2025, 9, 10);
    ContactsDesk desk = sample.teacher().contacts();
    sample.setToday(day);
    desk.record(call(MING, "k-1", day).notes(ContactNotes.Call.of(7)));
    desk.record(call(HONG, "k-1", day).notes(ContactNotes.Call.of(0)).notReached());
    desk.record(visit(HONG, "k-2", day));
    sample.setToday(day.plusDays(1));
    desk.record(call(HONG, "k-3", day).channel(Channel.VIDEO_CALL));
    desk.record(call(HONG, "k-4", day.plusDays(1)).notes(ContactNotes.Call.of(9)));
    DateRange days = DateRange.ofDay(day);
    CallRegister now = desk.callRegister(SCHOOL, days, Viewpoint.on(day.plusDays(1)));
    assertThat(now.calls()).hasSize(3);
    assertThat(now.connected()).isEqualTo(2);
    assertThat(now.minutes()).isEqualTo(7);
    assertThat(desk.callRegister(SCHOOL, days, Viewpoint.on(day)).calls()).hasSize(2);
    assertThat(now).hasToString("CallRegister[3 calls]");
  }

  private static Contact.Builder call(ChildId child, String id, LocalDate day) {
    return visit(child, id, day).channel(Channel.CALL);
  }

  @Test
  void checkContacts_followsUpAStoredVisit_orOneOfTheRowsBefore() {
    sample.setToday(LocalDate.of(2025, 9, 30));
    ContactsDesk desk = sample.administrator().contacts();
    DraftRow<ContactDraft> asks = formRow(2, "2025-09-05", "家访", "2025-09-12", "");
    DraftRow<ContactDraft> follows = formRow(3, "2025-09-11", "谈心", "", "2025-09-05");
    ImmutableList<Contact> both = desk.check(SCHOOL, List.of(asks, follows)).valuesOrThrow();
    assertThat(both.get(1).detail().orElseThrow().followsUp()).contains(both.get(0).id());
    assertThat(desk.check(SCHOOL, List.of(follows)).faults())
        .extracting(Violation::toString)
        .containsExactly("row 3 detail.followsUp no-such-visit");
    desk.importAll(SCHOOL, both.subList(0, 1));
    assertThat(desk.check(SCHOOL, List.of(follows)).valuesOrThrow()).containsExactly(both.get(1));
    desk.importAll(SCHOOL, both);
    assertThat(desk.followUps(SCHOOL, Viewpoint.on(LocalDate.of(2025, 9, 30)))).isEmpty();
  }

  private static DraftRow<ContactDraft> formRow(
      int row, String day, String channel, String followUpBy, String followsUp) {
    return new DraftRow<>(
        row,
        new ContactDraft(
            day,
            "L522424201403100077",
            channel,
            "班主任",
            "T10",
            "本人",
            "是",
            day,
            "",
            new ContactDraft.DetailDraft(
                "", "", "", "", followUpBy, "", "", "", "", "", "", "", "", followsUp)));
  }

  @Test
  void checkContacts_recordedInTheFuture_isAFaultOfItsRow() {
    sample.setToday(LocalDate.of(2025, 9, 30));
    assertThat(
            sample
                .administrator()
                .contacts()
                .check(SCHOOL, List.of(talkRow(2, "2027-09-06", "")))
                .faults())
        .extracting(Violation::rule)
        .containsExactly(DraftRule.RECORDED_IN_FUTURE);
  }

  @Test
  void checkContacts_againstWhatIsStored_warnsOfTheSameAndRefusesAnother() {
    sample.setToday(LocalDate.of(2025, 9, 30));
    ContactsDesk desk = sample.administrator().contacts();
    desk.importAll(
        SCHOOL, desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", ""))).valuesOrThrow());
    IntakeResult<Contact> same = desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", "")));
    assertThat(same.violations())
        .extracting(Violation::rule)
        .containsExactly(DraftRule.KNOWN_CONTACT);
    assertThat(desk.importAll(SCHOOL, same.valuesOrThrow())).isZero();
    IntakeResult<Contact> other = desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", "x")));
    assertThat(other.faults())
        .extracting(Violation::rule)
        .containsExactly(DraftRule.CONTRADICTS_STORED);
    assertThat(other.values()).isEmpty();
    Contact stored = desk.ofChild(SCHOOL, MING).get(0);
    desk.markVoid(SCHOOL, MING, stored.id(), "wrong note");
    assertThat(desk.check(SCHOOL, List.of(talkRow(2, "2025-09-06", "x"))).faults())
        .extracting(Violation::rule)
        .containsExactly(DraftRule.VOIDED_BEFORE);
  }

  @Test
  void importAll_whatIsStoredAlready_changesNothing() {
    CareDesk desk = sample.administrator();
    MentorAssignment mentor = sample.assign(HONG, FIRST_DAY);
    ImmutableMap<String, Object> before = dump();
    Child ming = desk.children().get(SCHOOL, MING);
    desk.school().register(desk.school().get(SCHOOL));
    desk.school().setCalendar(SCHOOL, desk.school().calendar(SCHOOL).orElseThrow());
    desk.school().putStaff(SCHOOL, desk.school().staff(SCHOOL));
    desk.school().putClasses(SCHOOL, desk.school().classes(SCHOOL));
    desk.rules().setRuleBook(SCHOOL, desk.rules().ruleBook(SCHOOL));
    assertThat(desk.children().importAll(SCHOOL, List.of(ming))).isZero();
    desk.mentors().importAll(SCHOOL, List.of(mentor));
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void importAll_whatEndedOrWasAdded_isStoredAndNothingLeftOut() {
    CareDesk desk = sample.administrator();
    MentorAssignment open = sample.assign(HONG, FIRST_DAY);
    MentorAssignment ended = open.closed(new Tenure.Closing(FIRST_DAY, "left", open.recordedAt()));
    desk.mentors().importAll(SCHOOL, List.of(ended));
    assertThat(desk.mentors().ofChild(SCHOOL, HONG)).contains(ended);
    assertThatThrownBy(() -> desk.mentors().importAll(SCHOOL, List.of(open)))
        .isInstanceOf(DuplicateRecordException.class);
    Child ming = desk.children().get(SCHOOL, MING);
    Child boards =
        ming.withFacts(
            ming.facts()
                .withBoarding(
                    days ->
                        days.with(
                            DateRange.startingOn(FIRST_DAY), true, SampleSchool.at(FIRST_DAY))));
    assertThat(desk.children().importAll(SCHOOL, List.of(boards))).isEqualTo(1);
    assertThat(desk.children().get(SCHOOL, MING)).isEqualTo(boards);
    assertThatThrownBy(() -> desk.children().importAll(SCHOOL, List.of(ming)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c-ming");
    assertThat(desk.board().check(SCHOOL)).isEmpty();
  }

  /** Everything that is stored, but the audit, which has an entry for each call. */
  private ImmutableMap<String, Object> dump() {
    Map<String, Object> all =
        new LinkedHashMap<>(store.read(reader -> StoreDump.of(reader, List.of(SCHOOL), List.of())));
    all.keySet().removeIf(key -> key.endsWith(" audit"));
    return ImmutableMap.copyOf(all);
  }

  // Contacts, facts, reports.

  @Test
  void record_theSameContactTwice_isOneContact() {
    sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY));
    sample.setToday(FIRST_DAY.plusDays(1));
    sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY));
    assertThat(sample.teacher().contacts().ofChild(SCHOOL, MING)).hasSize(1);
    assertThatThrownBy(
            () -> sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY).notReached()))
        .isInstanceOf(DuplicateRecordException.class)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void record_again_returnsTheStoredContact() {
    Contact first = sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY));
    sample.setToday(FIRST_DAY.plusDays(1));
    assertThat(sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY))).isEqualTo(first);
    sample.teacher().contacts().markVoid(SCHOOL, MING, ContactId.of("k-1"), "wrong child");
    assertThat(sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY)).voiding())
        .isPresent();
  }

  @Test
  void record_aBetterRecord_isTakenOnceTheMistakenOneIsVoid() {
    sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY));
    assertThatThrownBy(
            () ->
                sample
                    .teacher()
                    .contacts()
                    .record(visit(MING, "k-2", FIRST_DAY).supersedes(ContactId.of("k-1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contact k-2 supersedes k-1, which is not void");
    sample.teacher().contacts().markVoid(SCHOOL, MING, ContactId.of("k-1"), "wrong day");
    sample
        .teacher()
        .contacts()
        .record(visit(MING, "k-2", FIRST_DAY).supersedes(ContactId.of("k-1")));
    assertThat(sample.teacher().contacts().ofChild(SCHOOL, MING)).hasSize(2);
  }

  @Test
  void importAll_recordedInTheFuture_isRefused() {
    Contact contact =
        visit(MING, "k-1", FIRST_DAY)
            .recorded(SampleSchool.at(FIRST_DAY.plusDays(1)), ActorId.of("clerk"))
            .build();
    assertThatThrownBy(() -> sample.administrator().contacts().importAll(SCHOOL, List.of(contact)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contact k-1 must not be recorded in the future");
  }

  @Test
  void exempt_fromAnUnknownRuleOrByAnUnknownPerson_isRefused() {
    assertThatThrownBy(
            () ->
                sample
                    .administrator()
                    .rules()
                    .exempt(
                        SCHOOL,
                        MING,
                        DateRange.ofDay(FIRST_DAY),
                        Optional.of(RuleId.of("letters")),
                        SECRET,
                        TEACHER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("school qingshi has no rule letters");
    assertThatThrownBy(
            () ->
                sample
                    .administrator()
                    .rules()
                    .exempt(
                        SCHOOL,
                        MING,
                        DateRange.ofDay(FIRST_DAY),
                        Optional.empty(),
                        SECRET,
                        StaffId.of("T99")))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void audit_ofARecordOfOneChild_namesTheChild() {
    prepareRecordsToWorkOn();
    sample.administrator().mentors().close(SCHOOL, assignment.id(), FIRST_DAY, "left");
    assertThat(Iterables.getLast(audit()))
        .extracting(AuditEntry::child)
        .isEqualTo(Optional.of(HONG));
    sample.administrator().rules().withdraw(SCHOOL, exemption.id());
    assertThat(Iterables.getLast(audit()))
        .extracting(AuditEntry::child)
        .isEqualTo(Optional.of(MING));
  }

  @Test
  void setRuleBook_withANewVersion_isTaken_andTheBoardFollowsWhoseDutyItWas() {
    LocalDate change = LocalDate.of(2025, 9, 15);
    RuleBook before = SampleSchool.mentorThenTeacher(Optional.empty());
    RuleBook after = SampleSchool.mentorThenTeacher(Optional.of(change));
    sample.administrator().rules().replaceRuleBook(SCHOOL, before);
    sample.assign(MING, FIRST_DAY);
    sample.administrator().rules().setRuleBook(SCHOOL, after);
    // The window began under the first version, so it stays the mentor's.
    assertThat(board(change.plusDays(1)))
        .contains("c-ming mentor-talk 2025-09-01/2025-09-30 due 0 T20");
    assertThatThrownBy(() -> sample.administrator().rules().setRuleBook(SCHOOL, before))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "version 2 of rule mentor-talk, in force from 2025-09-15, is missing or changed");
  }

  @Test
  void record_aContactOfTomorrow_isRefused() {
    assertThatThrownBy(
            () -> sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY.plusDays(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contact k-1 of 2025-09-02 must not be recorded before, on 2025-09-01");
  }

  @Test
  void record_ofAnUnknownChild_isRefused() {
    assertThatThrownBy(
            () -> sample.teacher().contacts().record(visit(ChildId.of("nobody"), "k-1", FIRST_DAY)))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void addFacts_thatLeaveOutWhatWasRecorded_isRefused() {
    assertThatThrownBy(
            () ->
                sample.administrator().children().addFacts(SCHOOL, MING, facts -> CareFacts.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c-ming");
  }

  @Test
  void reports_boardAndExplanation_tellOneStory() {
    sample.setToday(LocalDate.of(2025, 9, 20));
    sample.teacher().contacts().record(visit(MING, "k-1", LocalDate.of(2025, 9, 10)));
    Viewpoint viewpoint = Viewpoint.on(LocalDate.of(2025, 9, 20));

    var tally = sample.teacher().reports().compliance(SCHOOL, viewpoint).find(VISIT).orElseThrow();
    assertThat(tally.met()).isEqualTo(1);
    assertThat(tally.missed()).isEqualTo(1);
    assertThat(tally.rate().percent(1).orElseThrow()).hasToString("50.0");

    var explanation = sample.teacher().reports().explain(SCHOOL, HONG, VISIT, viewpoint);
    assertThat(explanation.windows()).hasSize(1);
    assertThat(explanation.windows().get(0).window().verdict()).isEqualTo(Verdict.MISSED);
    assertThat(sample.teacher().reports().listing(SCHOOL, HONG, VISIT, viewpoint).windows())
        .containsExactly(explanation.windows().get(0).window());

    assertThat(
            sample.teacher().board().page(BoardQuery.on(SCHOOL, viewpoint.asOf())).stream()
                .filter(row -> row.state() == StandingState.OVERDUE)
                .map(row -> row.position().childId()))
        .containsExactly(HONG);
    assertThat(
            sample
                .teacher()
                .reports()
                .compliance(SCHOOL, viewpoint)
                .find(TALK)
                .orElseThrow()
                .unjudged())
        .containsExactly(HONG, MING);
  }

  @Test
  void knownOn_hidesWhatWasRecordedLater() {
    sample.setToday(LocalDate.of(2025, 9, 25));
    sample.teacher().contacts().record(visit(MING, "k-1", LocalDate.of(2025, 9, 10)));
    LocalDate day = LocalDate.of(2025, 9, 20);
    BoardQuery query = BoardQuery.on(SCHOOL, day);
    assertThat(sample.teacher().board().pageKnownOn(query, day)).hasSize(2);
    assertThat(sample.teacher().board().pageKnownOn(query, LocalDate.of(2025, 9, 25))).hasSize(1);
    assertThat(
            sample
                .teacher()
                .reports()
                .compliance(SCHOOL, Viewpoint.on(day))
                .find(VISIT)
                .orElseThrow()
                .met())
        .isZero();
  }

  // Files.

  @Test
  void concern_openedAndClosed_keepsBothNotesAndTheDays() {
    FilesDesk files = sample.teacher().files();
    LocalDate last = FIRST_DAY.plusDays(9);
    files.openConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, SECRET);
    sample.setToday(last.plusDays(1));
    Child closed = files.closeConcern(SCHOOL, MING, ConcernKind.SAFETY, last, "路灯已装");

    Timeline<Concern> concerns = requireNonNull(closed.facts().concerns().get(ConcernKind.SAFETY));
    assertThat(sample.administrator().children().get(SCHOOL, MING)).isEqualTo(closed);
    assertThat(concerns.on(last).orElseThrow().note()).contains(SECRET);
    assertThat(concerns.on(last).orElseThrow().closingNote()).contains("路灯已装");
    assertThat(concerns.on(last.plusDays(1))).isEmpty();
    assertThat(concerns.knownBefore(SampleSchool.at(last)).get(last.plusDays(1)))
        .as("known before it was closed")
        .isEqualTo(new Concern(ConcernKind.SAFETY, Optional.of(SECRET)));
    Map<String, Object> before = dump();
    assertThat(files.closeConcern(SCHOOL, MING, ConcernKind.SAFETY, last, "路灯已装"))
        .isEqualTo(closed);
    String children = SCHOOL + " children";
    assertThat(dump().get(children)).as("again").isEqualTo(before.get(children)).isNotNull();
  }

  @Test
  void concern_openedTwiceOrClosedWithoutBeingOpen_isRefused() {
    FilesDesk files = sample.teacher().files();
    Child open = files.openConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, SECRET);
    assertThat(files.openConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, SECRET))
        .isEqualTo(open);
    assertThatThrownBy(() -> files.openConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a concern SAFETY of child c-ming is open on 2025-09-01 already");
    assertThatThrownBy(
            () -> files.closeConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY.minusDays(1), "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no concern SAFETY of child c-ming is open on 2025-08-31");
    files.closeConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, "x");
    assertThatThrownBy(() -> files.closeConcern(SCHOOL, MING, ConcernKind.SAFETY, FIRST_DAY, "y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was closed already");
    assertThatThrownBy(() -> files.openConcern(SCHOOL, MING, ConcernKind.HEALTH, FIRST_DAY, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("note must not be blank");
  }

  @Test
  void household_changed_showsInCardGapsAndFindings() {
    CareDesk desk = sample.administrator();
    Viewpoint now = Viewpoint.on(FIRST_DAY);
    assertThat(desk.files().findingsOfAll(SCHOOL, now).isEmpty()).isTrue();
    Whereabouts away = Whereabouts.away(Optional.of(Address.of(SECRET)));
    desk.files()
        .changeHousehold(
            SCHOOL,
            MING,
            child ->
                child
                    .withParents(
                        Optional.of(Parent.of(PersonName.of(SECRET), Optional.empty())),
                        Optional.empty())
                    .withProfile(child.profile().withAid(Optional.of("无")))
                    .withFacts(
                        child
                            .facts()
                            .withFather(t -> t.with(always(), away, SampleSchool.at(FIRST_DAY)))
                            .withMother(t -> t.with(always(), away, SampleSchool.at(FIRST_DAY)))));

    ContactCard card = desk.files().card(SCHOOL, MING, FIRST_DAY);
    assertThat(card.school()).isEqualTo("青石岭小学");
    assertThat(card.className()).contains("一年级1班");
    assertThat(card.father().workAddress()).contains(Address.of(SECRET));
    assertThat(desk.files().cards(SCHOOL, Optional.empty(), FIRST_DAY)).hasSize(2).contains(card);
    assertThat(desk.files().cards(SCHOOL, Optional.of(CLASS), FIRST_DAY)).hasSize(2);
    assertThat(desk.files().cards(SCHOOL, Optional.of(ClassId.of("other")), FIRST_DAY)).isEmpty();
    assertThat(desk.files().cards(SCHOOL, Optional.empty(), FIRST_DAY.minusDays(1))).isEmpty();
    assertThat(desk.files().gaps(SCHOOL, MING, now).missing())
        .contains(FileField.MOTHER_NAME, FileField.CARER)
        .doesNotContain(FileField.AID, FileField.FATHER_NAME);
    assertThat(desk.files().gapsOfAll(SCHOOL, now).childrenByField().get(FileField.AID))
        .containsExactly(HONG);
    ImmutableList<Finding> findings = desk.files().findings(SCHOOL, MING, now);
    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NO_ADULT_KNOWN, FindingKind.CARER_MISSING);
    assertThat(desk.files().findingsOfAll(SCHOOL, now).asMap())
        .containsExactlyEntriesOf(Map.of(MING, findings));
    assertThat(
            desk.files()
                .findingsOfAll(SCHOOL, Viewpoint.of(FIRST_DAY, FIRST_DAY.minusDays(1)))
                .isEmpty())
        .as("known the day before")
        .isTrue();
  }

  private static DateRange always() {
    return DateRange.startingOn(FIRST_DAY);
  }

  @Test
  void household_changedToAnotherChildOrWithLess_isRefused() {
    FilesDesk files = sample.administrator().files();
    Child hong = sample.administrator().children().get(SCHOOL, HONG);
    assertThatThrownBy(() -> files.changeHousehold(SCHOOL, MING, child -> hong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a change of the household of child c-ming must not change who it is");
    assertThatThrownBy(
            () -> files.changeHousehold(SCHOOL, MING, child -> child.withFacts(CareFacts.none())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be missing");
    assertThatThrownBy(
            () ->
                files.importHouseholds(
                    SCHOOL, List.of(SampleSchool.child(ChildId.of("c-x"), "L522424201403100077"))))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void importHouseholds_again_changesNothing() {
    FilesDesk files = sample.administrator().files();
    List<DraftRow<HouseholdDraft>> rows =
        List.of(
            new DraftRow<>(
                2,
                new HouseholdDraft(
                    "L522424201403100077",
                    "",
                    "在读",
                    "独居",
                    new HouseholdDraft.HomeDraft("青石村", "", "务农", "无"),
                    HouseholdDraft.HealthDraft.EMPTY,
                    HouseholdDraft.ParentDraft.EMPTY,
                    HouseholdDraft.ParentDraft.EMPTY,
                    HouseholdDraft.CarerDraft.EMPTY)));
    ImmutableList<Child> first = files.checkHouseholds(SCHOOL, rows, recording()).valuesOrThrow();
    assertThat(files.importHouseholds(SCHOOL, first)).isEqualTo(1);
    ImmutableList<Child> second = files.checkHouseholds(SCHOOL, rows, recording()).valuesOrThrow();
    assertThat(second).isEqualTo(first);
    assertThat(files.importHouseholds(SCHOOL, second)).isZero();
    assertThat(files.findings(SCHOOL, MING, Viewpoint.on(FIRST_DAY)))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.LIVING_ALONE);
  }
}
