package org.jiedui.examples.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.SweepOptions;
import org.jiedui.SweepScope;
import org.jiedui.access.Actor;
import org.jiedui.access.PrivacyAudit;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Partner;
import org.jiedui.activity.Place;
import org.jiedui.activity.PlanProposal;
import org.jiedui.activity.PlanStanding;
import org.jiedui.activity.Presence;
import org.jiedui.activity.QuotaPresets;
import org.jiedui.activity.Timing;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.child.Child;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.FileSummary;
import org.jiedui.child.Retention;
import org.jiedui.compliance.Dimension;
import org.jiedui.compliance.Grouping;
import org.jiedui.compliance.SweepReport;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.FamilyCall;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.Party;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.intake.ContactCardCsv;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.HouseholdDraft;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.PartnerCsv;
import org.jiedui.intake.PupilDraft;
import org.jiedui.intake.Recording;
import org.jiedui.intake.RuleDraft;
import org.jiedui.intake.StaffDraft;
import org.jiedui.intake.TermDraft;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.ProposedPair;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.Post;
import org.jiedui.school.School;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.memory.MemoryCareStore;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code compiles and runs, and its output is what the program prints. */
class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 10);

  @Test
  void embeddingCode_runs() {
    SchoolFiles files = SchoolFiles.read(Path.of("data", "qingshi-2025"), Optional.empty());
    StringWriter printed = new StringWriter();
    embed(
        MemoryCareStore.create(),
        () -> TODAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
        () -> UUID.randomUUID().toString(),
        rows(files, SchoolFile.TERMS),
        rows(files, SchoolFile.STAFF),
        rows(files, SchoolFile.RULES),
        rows(files, SchoolFile.PUPILS),
        rows(files, SchoolFile.HOUSEHOLDS),
        TODAY,
        new PrintWriter(printed, true));
    assertThat(printed.toString())
        .contains("home-visit 2025-09-14]", "告知村（居）委会书 10", "village-not-notified");
  }

  private static void embed(
      CareStore store,
      InstantSource clock,
      Supplier<String> ids,
      List<DraftRow<TermDraft>> terms,
      List<DraftRow<StaffDraft>> staff,
      List<DraftRow<RuleDraft>> rules,
      List<DraftRow<PupilDraft>> pupils,
      List<DraftRow<HouseholdDraft>> households,
      LocalDate today,
      PrintWriter out) {
    // begin of the README's code
    SchoolId school = SchoolId.of("qingshi");
    Recording since = Recording.onItsFirstDay(ZoneId.of("Asia/Shanghai"));
    CareOffice office = CareOffice.open(store, OfficeSettings.of(clock, ids));
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("clerk"), school));
    desk.school().register(School.of(school, "青石岭小学", ZoneId.of("Asia/Shanghai")));
    List<Term> good = desk.school().checkTerms(school, terms).valuesOrThrow();
    desk.school().setCalendar(school, SchoolCalendar.of(good));
    StaffRoll roll = desk.school().checkStaff(school, staff, since);
    desk.school().putStaff(school, roll.staff().valuesOrThrow());
    desk.school().putClasses(school, roll.classes());
    desk.rules()
        .setRuleBook(school, RuleBook.of(desk.rules().check(school, rules).valuesOrThrow()));
    desk.children().admit(school, desk.children().check(school, pupils, since).valuesOrThrow());
    desk.board().page(BoardQuery.on(school, today)).forEach(out::println);
    // end of the README's code
    pair(desk, school, today, out);
    visit(desk, school, ids, today, out);
    privacy(desk, school, today, out);
    activities(desk, school, today, out);
    tables(desk, school, since, out);
    files(desk, school, households, since, today, out);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      report(desk, today, pool, new AtomicBoolean(), out);
    } finally {
      pool.shutdown();
    }
  }

  private static void pair(CareDesk desk, SchoolId school, LocalDate today, PrintWriter out) {
    // begin of the README's mentors
    MatchProposal proposal = desk.mentors().propose(school, today);
    for (ProposedPair pair : proposal.newPairs()) {
      out.println(pair.pair() + " " + pair.reasons().get(0).in(Locale.ENGLISH));
    }
    proposal.unserved().forEach(left -> out.println(left.wording().in(Locale.ENGLISH)));
    for (AssignmentDecision decision : desk.mentors().accept(school, proposal, today, "new term")) {
      if (decision instanceof AssignmentDecision.Refused refused) {
        refused.reasons().forEach(reason -> out.println(reason.wording().in(Locale.ENGLISH)));
      }
    }
    // end of the README's mentors
    assertThat(desk.mentors().pairs(school, today)).hasSameSizeAs(proposal.pairs());
  }

  private static void visit(
      CareDesk desk, SchoolId school, Supplier<String> ids, LocalDate today, PrintWriter out) {
    ChildId child = desk.children().page(school, Optional.empty(), 1).get(0).id();
    // begin of the README's visit
    Contact.Builder visit =
        Contact.builder(school, child, ContactId.of(ids.get()))
            .day(today)
            .channel(Channel.HOME_VISIT)
            .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T11"))
            .with(Party.CHILD, Party.CARER)
            .notes(
                ContactNotes.HomeVisit.of("与祖父母同住", "作业按时完成", "课外书", "已告知家长")
                    .followUpBy(today.plusDays(14)))
            .mentoring(MentorRecord.of("课间独处", "安排同桌结伴", "加入跳绳小组"));
    desk.contacts().record(visit);
    for (VisitFollowUp open : desk.contacts().followUps(school, Viewpoint.on(today))) {
      out.println(open.visit().staff() + " " + open.by() + " " + open.isOverdueOn(today));
    }
    // end of the README's visit
    assertThat(desk.contacts().followUps(school, Viewpoint.on(today))).hasSize(1);
  }

  private static void privacy(CareDesk desk, SchoolId school, LocalDate today, PrintWriter out) {
    ChildId child = desk.children().page(school, Optional.empty(), 1).get(0).id();
    // begin of the README's privacy
    Viewpoint now = Viewpoint.on(today);
    desk.privacy().consent(school, child, ConsentGiver.MOTHER, today, Optional.empty());
    ImmutableList<ChildId> toAsk = desk.privacy().withoutConsent(school, now);
    Retention retention = Retention.ofYears(3);
    for (ChildId gone : desk.privacy().dueForErasure(school, retention, now)) {
      desk.privacy().erase(school, gone);
    }
    DateRange year = DateRange.ofClosed(today.minusYears(1), today);
    PrivacyAudit audit = desk.privacy().audit(school, year, retention);
    audit.lines().forEach(line -> out.println(line.in(Locale.ENGLISH)));
    desk.privacy().completeAudit(school);
    // end of the README's privacy
    assertThat(toAsk).hasSize(89).doesNotContain(child);
    assertThat(audit.refused()).isZero();
  }

  private static void activities(CareDesk desk, SchoolId school, LocalDate today, PrintWriter out) {
    DateRange term = DateRange.parse("2025-09-01/2026-01-17");
    List<ChildId> children =
        desk.children().page(school, Optional.empty(), 20).stream().map(Child::id).toList();
    // begin of the README's activities
    List<ActivityTemplate> templates =
        List.of(
            ActivityTemplate.of(
                    TemplateId.of("parents"),
                    Wording.of("学期初家长会", "Parents' meeting"),
                    ActivityKind.PARENTS_MEETING,
                    Timing.parse("week 2 friday"),
                    Post.HOMEROOM_TEACHER,
                    Place.classrooms(),
                    90)
                .forEachClass(),
            ActivityTemplate.of(
                TemplateId.of("lecture"),
                Wording.of("安全与法制讲座", "Safety lecture"),
                ActivityKind.SAFETY_LECTURE,
                Timing.parse("2 per term"),
                Post.VICE_PRINCIPAL,
                Place.parse("操场"),
                60));
    DayMark exams = DayMark.of(DateRange.parse("2026-01-12/2026-01-14"), DayKind.EXAM);
    desk.activityBook()
        .change(
            school,
            book ->
                book.withOwnDays(List.of(exams))
                    .withTemplates(templates)
                    .withQuotas(QuotaPresets.defaults(LocalDate.of(2025, 9, 1))));
    PlanProposal plan = desk.activities().propose(school, term);
    plan.unplaced().forEach(each -> out.println(each.wording().in(Locale.ENGLISH)));
    desk.activities().accept(school, term, plan);
    ActivityId first = plan.placements().get(0).id();
    desk.activities().agree(school, first);
    desk.activities().hold(school, first);
    AttendanceSheet sheet =
        AttendanceSheet.of(first, Attendee.GUARDIAN, children)
            .without(children.get(0), Presence.EXCUSED, AbsenceReason.AWAY);
    desk.attendance().take(school, sheet);
    for (PlanStanding due : desk.activities().due(school, Viewpoint.on(today))) {
      out.println(due.standing().rule() + " " + due.classId() + " " + due.standing().deadline());
    }
    String ics = desk.activities().calendar(school, term, all -> all, Locale.CHINESE);
    // end of the README's activities
    assertThat(plan.placements()).hasSize(8);
    assertThat(plan.unplaced()).isEmpty();
    assertThat(ics).containsOnlyOnce("BEGIN:VEVENT");
  }

  private static void tables(CareDesk desk, SchoolId school, Recording since, PrintWriter out) {
    String partnersCsv =
        """
        编号,名称,类别,联系人,电话,开始日期,结束日期,可提供活动
        police,青石乡派出所,派出所,,,2025-09-01,,安全与法制讲座
        """;
    String hoursCsv =
        """
        星期,开门时间,关门时间,开始日期,结束日期,休息日开放
        周五,16:00,17:30,2025-09-01,2026-01-17,否
        """;
    String activitiesCsv =
        """
        编号,类别,主题,日期,负责人工号,地点,合作单位
        A9,亲情电话,亲情电话日,2025-12-08,T11,亲情电话室,青石乡派出所
        """;
    String callsCsv =
        "学籍号,拨打人,接听人,方式,时间,是否接通,时长\n"
            + desk.children().page(school, Optional.empty(), 1).get(0).studentNumber().text()
            + ",本人,母亲,电话,16:30,是,12\n";
    ActivityId session = ActivityId.of("A9");
    // begin of the README's tables
    IntakeResult<Partner> partners = desk.activityBook().checkPartnersCsv(school, partnersCsv);
    partners.violations().forEach(each -> out.println(each + ": " + each.message(Locale.CHINESE)));
    desk.activityBook().importPartners(school, partners.valuesOrThrow());
    IntakeResult<OpeningHours> hours = desk.activityBook().checkHomeHoursCsv(school, hoursCsv);
    desk.activityBook().importHomeHours(school, hours.valuesOrThrow());
    IntakeResult<Activity> held =
        desk.activities().checkActivitiesCsv(school, activitiesCsv, since);
    desk.activities().importActivities(school, held.valuesOrThrow());
    IntakeResult<FamilyCall> calls = desk.familyPhone().checkCallsCsv(school, session, callsCsv);
    desk.familyPhone().register(school, session, calls.valuesOrThrow());
    String table = PartnerCsv.write(desk.activityBook().get(school).partners());
    // end of the README's tables
    assertThat(table).contains("police,青石乡派出所,police-post,,,2025-09-01,,safety-lecture");
    assertThat(desk.familyPhone().checkCallsCsv(school, session, callsCsv).faults()).isEmpty();
  }

  /** What the README's bar is: it steps. */
  private static final class Bar {

    private long steps;

    void stepTo(long children) {
      steps = Math.max(steps, children);
    }
  }

  private static void files(
      CareDesk desk,
      SchoolId school,
      List<DraftRow<HouseholdDraft>> households,
      Recording since,
      LocalDate today,
      PrintWriter out) {
    // begin of the README's files
    List<Child> children = desk.files().checkHouseholds(school, households, since).valuesOrThrow();
    desk.files().importHouseholds(school, children);
    Viewpoint now = Viewpoint.on(today);
    FileSummary gaps = desk.files().gapsOfAll(school, now);
    gaps.counts().forEach((field, count) -> out.println(field.wording().chinese() + " " + count));
    desk.files()
        .findingsOfAll(school, now)
        .forEach((child, finding) -> out.println(child + " " + finding.kind().code()));
    String csv = ContactCardCsv.write(desk.files().cards(school, Optional.empty(), today));
    // end of the README's files
    assertThat(csv.lines()).hasSize(45);
  }

  private static void report(
      CareDesk desk,
      LocalDate today,
      ExecutorService pool,
      AtomicBoolean cancelled,
      PrintWriter out) {
    Bar bar = new Bar();
    // begin of the README's report
    SweepReport report =
        desk.reports()
            .sweep(
                SweepScope.ofAllSchools(),
                Viewpoint.on(today),
                List.of(
                    Grouping.by(Dimension.SCHOOL, Dimension.RULE), Grouping.by(Dimension.MONTH)),
                SweepOptions.inThisThread()
                    .on(pool, 2)
                    .reportingTo(progress -> bar.stepTo(progress.children()))
                    .until(cancelled::get));
    out.println(report.total().rate().percent(1) + " " + report.total().childRate().percent(1));
    // end of the README's report
    assertThat(bar.steps).isEqualTo(report.children());
  }

  private static <D> List<DraftRow<D>> rows(SchoolFiles files, SchoolFile<D> file) {
    CsvTable table = files.table(file);
    return table.rows().stream()
        .map(row -> new DraftRow<>(row.number(), file.columns().draft(table.byHeading(row))))
        .toList();
  }

  private static List<String> lines(Path path) throws IOException {
    return Files.readAllLines(path);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> lines = lines(README);
    List<String> blocks = new ArrayList<>();
    for (int start = 0; start < lines.size(); start++) {
      if (lines.get(start).equals("```" + language)) {
        int end = start + lines.subList(start, lines.size()).indexOf("```");
        blocks.add(String.join("\n", lines.subList(start + 1, end)));
      }
    }
    assertThat(blocks).as("blocks of %s", language).isNotEmpty();
    return blocks;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"code", "mentors", "report", "files", "visit", "privacy", "activities", "tables"})
  void readme_hasTheCodeThatRunsHere(String what) throws IOException {
    Path source = Path.of("src/test/java/org/jiedui/examples/schoolyear/ReadmeTest.java");
    String here =
        lines(source).stream()
            .dropWhile(line -> !line.strip().equals("// begin of the README's " + what))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("// end of the README's " + what))
            .collect(Collectors.joining("\n"));
    assertThat(blocks("java")).extracting(ReadmeTest::squeeze).contains(squeeze(here));
  }

  @Test
  void readme_hasTheOutputThatTheProgramPrints(@TempDir Path folder) throws IOException {
    String out = Run.of(folder.resolve("out"), "--as-of", "2025-12-10").out();
    for (String block : blocks("text")) {
      for (String part : Splitter.on("\n…\n").split(block)) {
        assertThat(out).contains(part);
      }
    }
  }

  @Test
  void readme_namesEveryFileThatASchoolMayHave() throws IOException {
    String readme = Files.readString(README);
    String section = readme.substring(readme.indexOf("## Run it"), readme.indexOf("## Test it"));
    assertThat(SchoolFile.ALL)
        .allSatisfy(file -> assertThat(section).contains("`" + file.name() + "`"));
    int optional = section.indexOf("`census.csv`");
    assertThat(SchoolFile.ALL)
        .allSatisfy(
            file ->
                assertThat(section.indexOf("`" + file.name() + "`") < optional)
                    .as(file.name())
                    .isEqualTo(file.needed()));
  }

  @Test
  void readme_hasOneCommandUnderEachHeading() throws IOException {
    String readme = Files.readString(README);
    for (String heading : List.of("## Run it", "## Test it")) {
      String section = readme.substring(readme.indexOf("\n" + heading + "\n") + heading.length());
      section = section.substring(0, section.indexOf("\n## "));
      List<String> blocks = Splitter.on("```bash\n").splitToList(section);
      assertThat(blocks).as(heading).hasSize(2);
      assertThat(blocks.get(1).substring(0, blocks.get(1).indexOf("```")).strip())
          .as(heading)
          .doesNotContain("\n");
    }
  }
}
