package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.MENTOR;
import static org.jiedui.SampleSchool.TALK;
import static org.jiedui.SampleSchool.TEACHER;
import static org.jiedui.SampleSchool.VISIT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.Actor;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.Grant;
import org.jiedui.access.Operation;
import org.jiedui.access.Role;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.Placement;
import org.jiedui.compliance.Breakdown;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.ChildCounts;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.Counts;
import org.jiedui.compliance.Dimension;
import org.jiedui.compliance.Group;
import org.jiedui.compliance.Grouping;
import org.jiedui.compliance.MonthlyVisits;
import org.jiedui.compliance.Rate;
import org.jiedui.compliance.RuleTally;
import org.jiedui.compliance.SweepReport;
import org.jiedui.compliance.Verdict;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reports over several schools, whatever the store: a module with an adapter extends this class and
 * opens an empty store.
 *
 * <p>Five schools of 1 to 5 children each, in a class 1-1; the child of each school that came last
 * moves to class 2-1 on 1 November and has a mentor. Children with an even number are visited on 5
 * September and 5 November.
 */
public abstract class ReportSweepContract {

  private static final int SCHOOLS = 5;
  private static final ClassId SECOND_CLASS = ClassId.of("2025-2-1");
  private static final StaffId SECOND_TEACHER = StaffId.of("T30");
  private static final LocalDate MOVE = LocalDate.of(2025, 11, 1);
  private static final Viewpoint LATER = Viewpoint.on(LocalDate.of(2026, 3, 1));
  private static final ImmutableList<Grouping> BY_EACH =
      EnumSet.allOf(Dimension.class).stream()
          .map(each -> Grouping.by(each))
          .collect(toImmutableList());

  private CareStore store;
  private CareOffice office;

  /** Creates the tests; JUnit opens a store before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected ReportSweepContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openSchools() {
    store = openEmptyStore();
    AtomicInteger ids = new AtomicInteger();
    LocalDate today = LocalDate.of(2025, 12, 1);
    office =
        CareOffice.open(
            store,
            OfficeSettings.of(() -> SampleSchool.at(today), () -> "n-" + ids.incrementAndGet()));
    for (int s = 1; s <= SCHOOLS; s++) {
      openSchool(officer(), school(s), s);
    }
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static SchoolId school(int number) {
    return SchoolId.of("school-" + number);
  }

  private static ChildId child(int number) {
    return ChildId.of("c-" + number);
  }

  private static ImmutableList<SchoolId> schools() {
    return IntStream.rangeClosed(1, SCHOOLS)
        .mapToObj(ReportSweepContract::school)
        .collect(toImmutableList());
  }

  private CareDesk officer() {
    return deskOf("officer", schools());
  }

  private CareDesk deskOf(String actor, List<SchoolId> schools) {
    return office.deskOf(new Actor(ActorId.of(actor), grants(schools)));
  }

  private static ImmutableSet<Grant> grants(List<SchoolId> schools) {
    return schools.stream()
        .map(school -> new Grant(school, Role.ADMINISTRATOR))
        .collect(toImmutableSet());
  }

  private static void openSchool(CareDesk desk, SchoolId school, int children) {
    desk.school().register(School.of(school, "学校", SampleSchool.ZONE));
    desk.school().setCalendar(school, SampleSchool.calendar());
    desk.rules().setRuleBook(school, SampleSchool.ruleBook());
    desk.school()
        .putStaff(
            school,
            List.of(
                member(school, TEACHER), member(school, SECOND_TEACHER), member(school, MENTOR)));
    desk.school()
        .putClasses(
            school,
            List.of(
                classGroup(school, CLASS, 1, TEACHER),
                classGroup(school, SECOND_CLASS, 2, SECOND_TEACHER)));
    desk.children()
        .admit(
            school,
            IntStream.rangeClosed(1, children)
                .mapToObj(c -> pupil(school, c, c == children))
                .toList());
    desk.mentors()
        .importAll(
            school,
            List.of(
                MentorAssignment.open(
                    school,
                    AssignmentId.of("m-1"),
                    SampleSchool.primary(child(children), MENTOR),
                    MOVE,
                    SampleSchool.at(MOVE))));
    for (int c = 2; c <= children; c += 2) {
      desk.contacts().record(visit(school, c, LocalDate.of(2025, 9, 5)));
      desk.contacts().record(visit(school, c, LocalDate.of(2025, 11, 5)));
    }
  }

  private static StaffMember member(SchoolId school, StaffId id) {
    return new StaffMember(
        school,
        id,
        PersonName.of("老师"),
        Sex.FEMALE,
        Optional.empty(),
        Timeline.<Post>empty()
            .with(
                DateRange.startingOn(FIRST_DAY), Post.SUBJECT_TEACHER, SampleSchool.at(FIRST_DAY)));
  }

  private static ClassGroup classGroup(SchoolId school, ClassId id, int grade, StaffId teacher) {
    return new ClassGroup(
        school,
        id,
        2025,
        "班",
        grade,
        Timeline.<StaffId>empty()
            .with(DateRange.startingOn(FIRST_DAY), teacher, SampleSchool.at(FIRST_DAY)),
        Timeline.empty());
  }

  private static Child pupil(SchoolId school, int number, boolean moves) {
    Instant recordedAt = SampleSchool.at(FIRST_DAY);
    CareFacts facts =
        CareFacts.none()
            .withCare(t -> t.with(DateRange.startingOn(FIRST_DAY), CareStatus.open(), recordedAt))
            .withPlacement(
                t -> t.with(DateRange.startingOn(FIRST_DAY), new Placement(CLASS, 1), recordedAt));
    if (moves) {
      facts =
          facts.withPlacement(
              t ->
                  t.with(
                      DateRange.startingOn(MOVE),
                      new Placement(SECOND_CLASS, 2),
                      recordedAt.plusSeconds(1)));
    }
    return new Child(
        school,
        child(number),
        StudentNumber.parse("L52242420140310%04d".formatted(number)),
        PersonName.of("学生"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.of(2014, 3, 10),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        facts);
  }

  private static Contact.Builder visit(SchoolId school, int number, LocalDate day) {
    return Contact.builder(school, child(number), ContactId.of("k-" + number + "-" + day))
        .day(day)
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.HOMEROOM_TEACHER, TEACHER)
        .with(Party.CHILD);
  }

  private SweepReport sweep(SweepScope scope, SweepOptions options) {
    return officer().reports().sweep(scope, LATER, BY_EACH, options);
  }

  private static Counts counts(long met, long missed, long pending, long children, long allMet) {
    long decided = met + missed == 0 ? 0 : children;
    return new Counts(met, 0, missed, pending, 0, 0, children, decided, allMet);
  }

  private static Counts find(SweepReport report, Group group) {
    return report.find(Grouping.by(group.dimension())).orElseThrow().find(group).orElseThrow();
  }

  // What it counts.

  @Test
  void sweep_ofAllSchools_countsEachWindowOnce_andBreaksDown() {
    SweepReport report = sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread());

    assertThat(report.schools()).isEqualTo(schools());
    assertThat(report.withoutRules()).isEmpty();
    assertThat(report.children()).isEqualTo(15);
    assertThat(report.inCare()).isEqualTo(15);
    assertThat(report.total()).isEqualTo(counts(12, 33, 15, 15, 0));
    assertThat(report.total().rate()).isEqualTo(new Rate(12, 45));
    assertThat(report.total().childRate()).isEqualTo(new Rate(0, 15));
    assertThat(report.unjudged()).containsExactly(entry(VISIT, 0L), entry(TALK, 15L));

    assertThat(find(report, new Group.OfSchool(school(4)))).isEqualTo(counts(4, 8, 4, 4, 0));
    assertThat(find(report, new Group.OfGrade(2))).isEqualTo(counts(2, 8, 5, 5, 0));
    assertThat(find(report, new Group.OfClass(school(4), SECOND_CLASS)))
        .isEqualTo(counts(1, 1, 1, 1, 0));
    assertThat(find(report, new Group.OfRule(VISIT))).isEqualTo(report.total());
    assertThat(find(report, new Group.OfResponsible(school(5), SECOND_TEACHER)))
        .isEqualTo(counts(0, 2, 1, 1, 0));
    assertThat(find(report, new Group.OfMentor(school(2), MENTOR)))
        .isEqualTo(counts(1, 1, 1, 1, 0));
    assertThat(find(report, new Group.None(Dimension.MENTOR))).isEqualTo(counts(10, 25, 10, 15, 2));
    assertThat(find(report, new Group.OfMonth(YearMonth.of(2025, 9))))
        .isEqualTo(counts(6, 9, 0, 15, 6));
    for (Breakdown breakdown : report.breakdowns()) {
      assertThat(breakdown.cells().stream().mapToLong(cell -> cell.counts().windows()).sum())
          .as("%s", breakdown.grouping())
          .isEqualTo(report.total().windows());
    }
  }

  @Test
  void sweep_ofASchool_isItsComplianceReport() {
    SweepReport report = sweep(SweepScope.ofSchool(school(3)), SweepOptions.inThisThread());
    ComplianceReport plain = officer().reports().compliance(school(3), LATER);
    RuleTally visits = plain.find(VISIT).orElseThrow();
    assertThat(find(report, new Group.OfRule(VISIT)).rate()).isEqualTo(visits.rate());
    assertThat(report.total().windows())
        .isEqualTo(plain.rules().stream().mapToLong(RuleTally::windows).sum());
    assertThat(report.children()).isEqualTo(plain.children());
    assertThat(report.inCare()).isEqualTo(plain.inCare());
  }

  @Test
  void sweep_ofClasses_addUpToTheSchool() {
    SweepReport school = sweep(SweepScope.ofSchool(school(5)), SweepOptions.inThisThread());
    SweepReport first = sweep(SweepScope.ofClass(school(5), CLASS), SweepOptions.inThisThread());
    SweepReport second =
        sweep(SweepScope.ofClass(school(5), SECOND_CLASS), SweepOptions.inThisThread());
    for (Verdict verdict : Verdict.values()) {
      assertThat(first.total().of(verdict) + second.total().of(verdict))
          .isEqualTo(school.total().of(verdict));
    }
    assertThat(first.total()).isEqualTo(find(school, new Group.OfClass(school(5), CLASS)));
    assertThat(first.inCare()).isEqualTo(4);
    assertThat(second.inCare()).isEqualTo(1);
    assertThat(first.unjudged()).containsEntry(TALK, 4L);
  }

  @Test
  void sweep_schoolWithoutRules_isNamed() {
    SchoolId bare = SchoolId.of("bare");
    ImmutableList<SchoolId> all = ImmutableList.of(bare, school(1));
    CareDesk desk = deskOf("officer", all);
    desk.school().register(School.of(bare, "学校", SampleSchool.ZONE));
    SweepReport report =
        desk.reports()
            .sweep(
                SweepScope.ofSchools(all), LATER, ImmutableList.of(), SweepOptions.inThisThread());
    assertThat(report.schools()).isEqualTo(all);
    assertThat(report.withoutRules()).containsExactly(bare);
    assertThat(report.children()).isEqualTo(1);
    assertThat(report.breakdowns()).isEmpty();
  }

  @Test
  void childrenBehind_listsThem_andAddsUp() {
    ImmutableList<ChildCounts> missed =
        officer()
            .reports()
            .childrenBehind(
                SweepScope.ofAllSchools(),
                LATER,
                List.of(new Group.OfGrade(2), new Group.OfMonth(YearMonth.of(2025, 11))),
                EnumSet.of(Verdict.MISSED),
                SweepOptions.inThisThread());
    assertThat(missed)
        .extracting(ChildCounts::school, ChildCounts::child)
        .containsExactly(
            tuple(school(1), child(1)), tuple(school(3), child(3)), tuple(school(5), child(5)));

    SweepReport report = sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread());
    for (Breakdown breakdown : report.breakdowns()) {
      for (Breakdown.Cell cell : breakdown.cells()) {
        ImmutableList<ChildCounts> behind =
            officer()
                .reports()
                .childrenBehind(
                    SweepScope.ofAllSchools(),
                    LATER,
                    cell.groups(),
                    EnumSet.allOf(Verdict.class),
                    SweepOptions.inThisThread());
        assertThat(behind).hasSize((int) cell.counts().children());
        for (Verdict verdict : Verdict.values()) {
          assertThat(behind.stream().mapToLong(each -> each.counts().of(verdict)).sum())
              .as("%s %s", cell.groups(), verdict)
              .isEqualTo(cell.counts().of(verdict));
        }
      }
    }
  }

  @Test
  void childrenBehind_groupsOfOneSchool_readNoOther() {
    CareDesk principal = deskOf("principal", List.of(school(5)));
    EnumSet<Verdict> any = EnumSet.allOf(Verdict.class);
    List<Group> groups =
        List.of(
            new Group.OfSchool(school(5)),
            new Group.OfClass(school(5), SECOND_CLASS),
            new Group.OfResponsible(school(5), SECOND_TEACHER),
            new Group.OfMentor(school(5), MENTOR));
    int audited = auditOf(school(4)).size();
    for (Group group : groups) {
      assertThat(
              principal
                  .reports()
                  .childrenBehind(
                      SweepScope.ofAllSchools(),
                      LATER,
                      List.of(group),
                      any,
                      SweepOptions.inThisThread()))
          .extracting(ChildCounts::child)
          .contains(child(5));
      assertThatThrownBy(
              () ->
                  deskOf("stranger", List.of(school(4)))
                      .reports()
                      .childrenBehind(
                          SweepScope.ofAllSchools(),
                          LATER,
                          List.of(group),
                          any,
                          SweepOptions.inThisThread()))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(auditOf(school(4))).hasSize(audited);
  }

  @Test
  void childrenBehind_groupsOfAnotherSchoolThanTheScope_areNone() {
    ImmutableList<ChildCounts> none =
        officer()
            .reports()
            .childrenBehind(
                SweepScope.ofSchool(school(4)),
                LATER,
                List.of(new Group.OfSchool(school(5))),
                EnumSet.allOf(Verdict.class),
                SweepOptions.inThisThread());
    assertThat(none).isEmpty();
  }

  @Test
  void sweep_ofAClassThatThereIsNot_isRefused() {
    SweepScope unknown = SweepScope.ofClass(school(5), ClassId.of("2025-9-9"));
    assertThatThrownBy(() -> sweep(unknown, SweepOptions.inThisThread()))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageContaining("2025-9-9");
  }

  @Test
  void childrenBehind_ofAClass_withItsOwnGroup_isAllowed_andAnotherIsNot() {
    Group own = new Group.OfClass(school(5), SECOND_CLASS);
    SweepScope scope = SweepScope.ofClass(school(5), SECOND_CLASS);
    EnumSet<Verdict> any = EnumSet.allOf(Verdict.class);
    assertThat(
            officer()
                .reports()
                .childrenBehind(scope, LATER, List.of(own), any, SweepOptions.inThisThread()))
        .extracting(ChildCounts::child)
        .containsExactly(child(5));
    Group other = new Group.OfClass(school(5), CLASS);
    assertThatThrownBy(
            () ->
                officer()
                    .reports()
                    .childrenBehind(scope, LATER, List.of(other), any, SweepOptions.inThisThread()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only one class can be asked for");
  }

  @Test
  void monthlyVisits_ofAllSchools_countMonths() {
    MonthlyVisits.Result result =
        officer()
            .reports()
            .monthlyVisits(
                SweepScope.ofAllSchools(),
                SampleSchool.monthlyVisits(),
                LATER,
                SweepOptions.inThisThread());
    // October to February, five months each; visited in November were the six even ones.
    assertThat(result.visited()).isEqualTo(new Rate(6, 75));
    assertThat(result.visitedAtHome()).isEqualTo(new Rate(6, 6));
    assertThat(result.reachesTarget()).isFalse();
  }

  // How it runs.

  @Test
  void sweep_inSeveralThreads_givesTheSame() {
    SweepReport alone = sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread());
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (int threads = 1; threads <= 8; threads++) {
        assertThat(sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread().on(pool, threads)))
            .isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void sweep_onAnExecutorWithoutAThreadToSpare_isDoneByTheCaller() {
    AtomicInteger handedOver = new AtomicInteger();
    SweepReport report =
        sweep(
            SweepScope.ofAllSchools(),
            SweepOptions.inThisThread().on(task -> handedOver.incrementAndGet(), 3));
    assertThat(handedOver).hasValue(2);
    assertThat(report.children()).isEqualTo(15);
  }

  @Test
  void sweep_onAnExecutorThatStartsTooLate_isNotCountedTwice() {
    List<Runnable> tasks = new ArrayList<>();
    SweepReport report =
        sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread().on(tasks::add, 4));
    int audited = auditOf(school(1)).size();
    tasks.forEach(Runnable::run);
    assertThat(report.children()).isEqualTo(15);
    assertThat(auditOf(school(1))).hasSize(audited);
  }

  @Test
  void sweep_onAnExecutorThatRefuses_fails() {
    assertThatThrownBy(
            () ->
                sweep(
                    SweepScope.ofAllSchools(),
                    SweepOptions.inThisThread()
                        .on(
                            task -> {
                              throw new RejectedExecutionException("full");
                            },
                            2)))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void sweep_failingInOneThread_failsInAll_andNoThreadGoesOn() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      assertThatThrownBy(
              () ->
                  sweep(
                      SweepScope.ofAllSchools(),
                      SweepOptions.inThisThread()
                          .on(pool, 3)
                          .reportingTo(
                              progress -> {
                                throw new IllegalStateException("the listener failed");
                              })))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the listener failed");
      pool.shutdown();
      assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void sweep_whoseFurtherThreadCannotBegin_failsAndDoesNotWaitForEver() {
    Thread caller = Thread.currentThread();
    Sweeper<List<CareRecord>> sweeper =
        new Sweeper<>(
            new Gate(office, new Actor(ActorId.of("officer"), grants(schools()))),
            SweepScope.ofAllSchools(),
            SweepOptions.inThisThread()
                .on(
                    task -> {
                      Thread thread = new Thread(task);
                      thread.start();
                      Uninterruptibles.joinUninterruptibly(thread);
                    },
                    2),
            () -> {
              if (Thread.currentThread() != caller) {
                throw new OutOfMemoryError("no room for a result");
              }
              return new ArrayList<>();
            },
            (records, reader, school, eachChild) -> reader.sweep(school, records::add));
    assertThatThrownBy(() -> sweeper.run((some, others) -> some))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("no room for a result");
  }

  @Test
  void sweep_listenerThatThrowsWhatItDoesNotDeclare_neverGivesHalfAReport() {
    IOException failed = new IOException("the host's pipe broke");
    assertThatThrownBy(
            () ->
                sweep(
                    SweepScope.ofAllSchools(),
                    SweepOptions.inThisThread()
                        .reportingTo(
                            progress -> ReportSweepContract.<RuntimeException>throwAny(failed))))
        .isInstanceOf(UndeclaredThrowableException.class)
        .hasCause(failed);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as hosts' languages can
  private static <X extends Exception> void throwAny(Exception thrown) throws X {
    throw (X) thrown;
  }

  @Test
  void sweep_schoolsWithoutChildren_canBeStoppedToo() {
    SchoolId bare = SchoolId.of("bare");
    CareDesk desk = deskOf("officer", List.of(bare));
    desk.school().register(School.of(bare, "学校", SampleSchool.ZONE));
    assertThatThrownBy(
            () ->
                desk.reports()
                    .sweep(
                        SweepScope.ofSchool(bare),
                        LATER,
                        List.of(),
                        SweepOptions.inThisThread().until(() -> true)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void sweep_whenASchoolIsReportedAsDone_itIsInItsAudit() {
    AtomicInteger audited = new AtomicInteger();
    sweep(
        SweepScope.ofSchool(school(2)),
        SweepOptions.inThisThread()
            .reportingTo(progress -> audited.addAndGet(auditOf(school(2)).size())));
    assertThat(audited).hasValue(auditOf(school(2)).size());
  }

  @Test
  void sweep_reportsProgress_neverFromTwoThreadsAtOnce() {
    List<SweepProgress> heard = new ArrayList<>();
    AtomicBoolean busy = new AtomicBoolean();
    AtomicBoolean twice = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      sweep(
          SweepScope.ofAllSchools(),
          SweepOptions.inThisThread()
              .on(pool, 3)
              .reportingTo(
                  progress -> {
                    if (!busy.compareAndSet(false, true)) {
                      twice.set(true);
                    }
                    heard.add(progress);
                    busy.set(false);
                  }));
    } finally {
      pool.shutdownNow();
    }
    assertThat(twice).isFalse();
    assertThat(heard).hasSize(SCHOOLS);
    assertThat(heard).extracting(SweepProgress::schoolsDone).containsExactly(1, 2, 3, 4, 5);
    assertThat(heard.get(SCHOOLS - 1)).isEqualTo(new SweepProgress(SCHOOLS, SCHOOLS, 15));
  }

  @Test
  void sweep_stopped_endsBeforeTheNextChild_andHandsOutNothing() {
    AtomicInteger asked = new AtomicInteger();
    int audited = auditOf(school(2)).size();
    assertThatThrownBy(
            () ->
                sweep(
                    SweepScope.ofAllSchools(),
                    SweepOptions.inThisThread().until(() -> asked.incrementAndGet() > 2)))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(3);
    assertThat(auditOf(school(2))).hasSize(audited);
  }

  // Who may.

  @Test
  void sweep_ofASchoolThatMayNotBeSeen_isRefusedWhole() {
    CareDesk desk = deskOf("principal", List.of(school(1), school(2)));
    int audited = auditOf(school(1)).size();
    assertThatThrownBy(
            () ->
                desk.reports()
                    .sweep(
                        SweepScope.ofAllSchools(), LATER, List.of(), SweepOptions.inThisThread()))
        .isInstanceOf(AccessDeniedException.class)
        // Which schools there are is none of its business.
        .hasMessage("actor principal may not see-reports at all schools");
    assertThat(auditOf(school(1))).hasSize(audited);
    ImmutableList<AuditEntry> refused = auditOf(school(3));
    assertThat(refused.get(refused.size() - 1).outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
  }

  @Test
  void sweep_leavesAnAuditEntryForEachSchool_withTheNumberOfChildren() {
    sweep(SweepScope.ofAllSchools(), SweepOptions.inThisThread());
    for (int s = 1; s <= SCHOOLS; s++) {
      ImmutableList<AuditEntry> entries = auditOf(school(s));
      AuditEntry last = entries.get(entries.size() - 1);
      assertThat(last.operation()).isEqualTo(Operation.SEE_REPORTS);
      assertThat(last.records()).isEqualTo(s);
      assertThat(last.actor()).isEqualTo(ActorId.of("officer"));
    }
  }

  @Test
  void sweep_ofAnUnknownSchool_isRefused() {
    SchoolId unknown = SchoolId.of("unknown");
    CareDesk desk = deskOf("officer", List.of(unknown));
    assertThatThrownBy(
            () ->
                desk.reports()
                    .sweep(
                        SweepScope.ofSchool(unknown),
                        LATER,
                        List.of(),
                        SweepOptions.inThisThread()))
        .isInstanceOf(RecordNotFoundException.class);
  }

  private ImmutableList<AuditEntry> auditOf(SchoolId school) {
    return store.read(
        reader ->
            reader.audit().page(school, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::entry)
                .collect(toImmutableList()));
  }
}
