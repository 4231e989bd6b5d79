package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftValidator;
import org.jiedui.intake.Intake;
import org.jiedui.intake.RuleBookCsv;
import org.jiedui.intake.RuleDraft;
import org.jiedui.rule.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a school office uses it. */
class SchoolYearTest {

  private static final Path SAMPLE = Path.of("data", "qingshi-2025");
  private static final Charset GBK = Charset.forName("GBK");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @TempDir Path folder;
  private static final ImmutableList<String> WRITTEN =
      ImmutableList.of("board.csv", "calendars", "compliance.csv", "contact-cards.csv", "plan.csv");

  private Path school = SAMPLE;

  @BeforeEach
  void copySample() throws IOException {
    school = Files.createDirectory(folder.resolve("school"));
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, school.resolve(file.getFileName()));
      }
    }
  }

  private Run run(String... args) {
    return Run.of(folder.resolve("out"), withData(args));
  }

  private String[] withData(String... args) {
    return Stream.concat(
            Stream.of(args), Stream.of("--store", "memory", "--data", school.toString()))
        .toArray(String[]::new);
  }

  private static String expected(String name) throws IOException {
    return Resources.toString(Resources.getResource("expected/" + name), StandardCharsets.UTF_8);
  }

  private String read(String name) throws IOException {
    return Files.readString(school.resolve(name), StandardCharsets.UTF_8);
  }

  // The answer.

  @Test
  void run_onTheSample_writesWhatItsRecordsComeTo() throws IOException {
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.file("board.csv")).isEqualTo(expected("board.csv"));
    assertThat(run.file("compliance.csv")).isEqualTo(expected("compliance.csv"));
    assertThat(run.file("contact-cards.csv")).isEqualTo(expected("contact-cards.csv"));
    assertThat(run.files()).containsExactlyElementsOf(WRITTEN);
    assertThat(run.out())
        .contains("school 2025学年秋季学期　查看日 2025-12-10，知悉日 2025-12-10　学生 90 人，在档 44 人")
        .contains("一年级1班（29 项）")
        .contains("78.3%");
  }

  @Test
  void run_printsTheTeamWithItsGaps_andCountsPeers() {
    assertThat(run("--as-of", "2025-12-10").out())
        .contains(
            """
            六、领导小组（8 人，缺口 1 项）

            组内职务  成员        职责
            --------  ----------  --------------
            组长      T01 谭婷英  全面负责
            副组长    T02 陈敏婷  安全与法制教育
            成员      T10 曹思    学习与生活
            """)
        .contains("! 没有人承担：思想品德教育\n")
        .contains("互助结对：学习 3 对，生活 2 对，帮助者 4 人\n");
    assertThat(run("--as-of", "2025-10-20", "--lang", "en").out())
        .contains("6. Care team (9 members, 0 gaps)")
        .contains("member       T03 杨涛诚  moral education\n")
        .contains("Peer pairs: 3 for study, 3 for daily life, 5 helpers\n");
    assertThat(run("--as-of", "2025-10-20", "--known-on", "2025-09-19", "--lang", "en").out())
        .as("what was recorded by then")
        .contains("Peer pairs: 1 for study, 1 for daily life, 1 helpers\n");
  }

  @Test
  void run_withFaultsInTeamAndPeers_tellsThem() throws IOException {
    Files.writeString(
        school.resolve("team.csv"),
        read("team.csv") + "T99,组长,全面负责,2025-09-01,\nT12,成员,学习与生活,2025-10-01,\n");
    Files.writeString(
        school.resolve("peers.csv"),
        read("peers.csv")
            + "G522424201505140955,G522424201704072342,学习,2025-10-15,\n"
            + "G522424201405172458,G522424201402124207,学习,2025-10-15,\n");
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err())
        .contains("unknown-staff", "follows-from-classes", "peers-refused")
        .contains("不能结对：帮助者同期正接受帮助")
        .contains("不能结对：被帮助者同期正帮助别人")
        .contains("不能结对：帮助者已帮助 2 人，上限 2 人")
        .contains("未导入任何内容");
  }

  @Test
  void run_onTheSample_printsTheCensusOfTheTerm() {
    assertThat(run("--as-of", "2025-12-10").out())
        .contains("五、摸底调查（2025学年秋季学期，2025-12-10）：学生 90 人，已调查 85 人，未调查 5 人")
        .contains("  一年级1班：G522424201907230726\n")
        .containsPattern("合计 +90 +85 ");
    assertThat(run("--as-of", "2025-09-06", "--lang", "en").out())
        .contains("5. Census (2025学年秋季学期, on 2025-09-06): 90 pupils, 24 surveyed, 66 not yet");
    assertThat(run("--as-of", "2025-08-01").out()).doesNotContain("摸底调查");
  }

  @Test
  void run_namesMentorsWithTheirLoads_gapsAndProposals() {
    Run run = run("--as-of", "2025-12-10", "--lang", "en");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("7. Mentors (44 in care, 34 of them without a mentor; loads count all children)")
        .containsPattern("T14 范琪 +2 +1 +1 +3\n")
        .contains("Of key support without a mentor (1)")
        .containsPattern("G522424201411040689  五年级1班  监护人年迈体弱\n")
        .contains("Proposed mentors (34; nothing changes before they are accepted)")
        .containsPattern(
            "G522424201411040689 .*key support; the same sex; the teacher then has 5 of at most 8\n");
    assertThat(run("--as-of", "2025-08-31", "--lang", "en").out())
        .contains("7. Mentors (0 in care, 0 of them without a mentor")
        .contains("Proposed mentors (0;");
  }

  @Test
  void run_whereLimitsBind_saysWhoIsLeftAndWhatItWouldTake() throws IOException {
    Files.writeString(
        school.resolve("staff.csv"), read("staff.csv").replace("一年级1班;二年级1班;三年级1班", "二年级1班;三年级1班"));
    Run run = run("--as-of", "2025-12-10", "--lang", "en");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("mentor-policy")
        .contains("the policy on mentors speaks against it: does not teach the child's class");
    assertThat(run.out())
        .contains("10 children have 8 places; T10 would have to take 10 instead of 8");
  }

  @Test
  void run_mentorsWithoutRoles_areTakenInAsBefore() throws IOException {
    String roles = read("mentors.csv");
    Files.writeString(
        school.resolve("mentors.csv"),
        roles
            .lines()
            .filter(line -> !line.endsWith("教师") && !line.endsWith("代理家长"))
            .map(line -> line.replaceAll(",[^,]*$", ""))
            .collect(Collectors.joining("\n")));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.err()).isEmpty();
    assertThat(run.file("board.csv")).isEqualTo(expected("board.csv"));
  }

  @Test
  void run_boardTableAndExplanation_giveOneAnswer() {
    Run run = run("--as-of", "2025-12-10");
    Map<String, Map<String, Integer>> explained = new TreeMap<>();
    Map<String, Map<String, Integer>> tallied = new TreeMap<>();
    ImmutableList<String> verdicts =
        ImmutableList.of("met", "late", "missed", "pending", "excused", "not applicable");
    Pattern window =
        Pattern.compile(
            "(?m)^\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d  "
                + "(met|late|missed|pending|excused|not applicable)\\b");
    for (List<String> row : run.rows("compliance.csv")) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (int i = 0; i < verdicts.size(); i++) {
        counts.put(verdicts.get(i), Integer.valueOf(row.get(i + 1)));
      }
      tallied.put(row.get(0), counts);
    }
    String onlyRule = "mentor-talk";
    Map<String, Integer> counts = new LinkedHashMap<>();
    verdicts.forEach(verdict -> counts.put(verdict, 0));
    for (String student : studentsOfKeySupport()) {
      Run explanation = run("explain", student, onlyRule, "--as-of", "2025-12-10", "--lang", "en");
      assertThat(explanation.exitCode()).isZero();
      Matcher matcher = window.matcher(explanation.out());
      while (matcher.find()) {
        counts.merge(matcher.group(1), 1, Integer::sum);
      }
      boolean overdue =
          run.rows("board.csv").stream()
              .anyMatch(
                  row ->
                      row.get(0).equals(student)
                          && row.get(1).equals(onlyRule)
                          && row.get(4).equals("overdue"));
      if (overdue) {
        assertThat(explanation.out()).contains("missed");
      }
    }
    explained.put(onlyRule, counts);
    assertThat(explained.get(onlyRule)).isEqualTo(tallied.get(onlyRule));
  }

  private ImmutableList<String> studentsOfKeySupport() {
    CsvTable roster = CsvTable.read(school.resolve("pupils.csv"), Columns.PUPILS);
    return roster.rows().stream()
        .map(roster::byHeading)
        .filter(cells -> !cells.getOrDefault("重点帮扶日期", "").isEmpty())
        .map(cells -> cells.getOrDefault("学籍号", ""))
        .collect(toImmutableList());
  }

  @Test
  void run_knownOnLater_seesWhatWasRecordedLater() {
    assertThat(run("--as-of", "2025-12-10").rows("board.csv")).hasSize(120);
    assertThat(run("--as-of", "2025-12-10", "--known-on", "2025-12-12").rows("board.csv"))
        .hasSize(117);
  }

  @Test
  void run_twice_writesTheSame() {
    Run first = run("--as-of", "2025-12-10");
    String board = first.file("board.csv");
    Run second = run("--as-of", "2025-12-10");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.file("board.csv")).isEqualTo(board);
  }

  @Test
  void run_thatIsRefused_leavesNoAnswerOfAnEarlierRun() {
    assertThat(run("--as-of", "2025-12-10").files()).containsExactlyElementsOf(WRITTEN);
    assertThat(run("--roster", "pupils-with-errors.csv").files()).containsExactly("faults.csv");
    assertThat(run("--as-of", "2025-12-10").files()).containsExactlyElementsOf(WRITTEN);
  }

  @Test
  void run_plansTheTermByWeeks_aroundWhatWasHeld_andSaysWhatFoundNoDay() {
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.out())
        .contains("八、本学期活动安排（25 项，未能安排 2 项）")
        .containsPattern("第1周 +2025-09-05 周五  秋季学期开学家长会 +全校 +T01 谭婷英 +各班教室 +已开展\n")
        .containsPattern("第12周 +2025-11-17 周一  家乡变化小调查 +四年级1班、五年级1班、六年级1班 .*已确定\n")
        .containsPattern("第16周 +2025-12-15 周一  安全与法制讲座 ")
        .contains("没有可用的日子：2026-07-03：考试日（期末考试）\n")
        .as("what was held is not planned again")
        .doesNotContain("  学期家长会  ");
    assertThat(run.file("plan.csv"))
        .as("no lessons, examinations")
        .doesNotContain("2025-10-17", "2025-11-12", "2025-11-13", "2026-01-13");
    assertThat(run("--as-of", "2026-03-01", "--lang", "en").out())
        .contains("8. Activities of the term (")
        .containsPattern("week 1 +2026-02-2\\d \\w+  Parents' meeting +whole school +6 teachers ");
    assertThat(run("--as-of", "2026-02-01").out()).doesNotContain("活动安排（");
  }

  @Test
  void run_saysWhatIsAskedOfActivities_andPutsWhoAttendedTooLittleOnTheBoard() {
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.out())
        .containsPattern("学期初家长会 +2025-09-01/2025-09-14 +1\\+ +已完成 6 班 +—\n")
        .containsPattern("每学期安全与法制讲座 +2025-09-01/2026-01-17 +1-2 +已完成 +9\n")
        .contains("留守儿童之家本学期开放 52 次，共 92 小时\n")
        .contains("合作单位 4 个，到查看日参与已开展的活动 3 项\n");
    assertThat(lectures(run)).hasSize(9).allMatch(row -> row.get(4).equals("due"));
    assertThat(lectures(run("--as-of", "2026-01-18")))
        .as("the term is over")
        .allMatch(row -> row.get(4).equals("overdue"));
    assertThat(lectures(run("--as-of", "2025-09-18")))
        .as("nothing was held yet, so all stand there")
        .hasSizeGreaterThan(20);
    assertThat(run("--as-of", "2026-03-01", "--lang", "en").out())
        .containsPattern(
            "Safety and legal lectures each term +2026-02-24/2026-07-04 +1-2 +planned ");
  }

  private static ImmutableList<List<String>> lectures(Run run) {
    return run.rows("board.csv").stream()
        .filter(row -> row.get(1).equals("safety-lecture"))
        .collect(toImmutableList());
  }

  @Test
  void run_writesCalendars_thatALibraryReads() {
    Run run = run("--as-of", "2025-12-10");
    Map<String, String> all = events(run, "school");
    assertThat(all).hasSameSizeAs(run.rows("plan.csv"));
    Map<String, String> ofTeacher = events(run, "teacher-T10");
    assertThat(ofTeacher.values())
        .containsExactlyInAnyOrder("20260225 学期家长会", "20260415 关爱留守学生见真情");
    assertThat(all).containsAllEntriesOf(ofTeacher);
    assertThat(all).containsValue("20251006 中秋团圆会");
    assertThat(events(run, "class-2025-1-1"))
        .containsAllEntriesOf(ofTeacher)
        .doesNotContainValue("20251117 家乡变化小调查");
    assertThat(run.file("calendars/school.ics")).doesNotContain("G5224", "L5224");
    Run again = run("--as-of", "2025-10-10");
    assertThat(events(again, "school")).as("under the same UIDs").isEqualTo(all);
  }

  /** The day and name of each event of a calendar, by its UID. */
  private static Map<String, String> events(Run run, String name) {
    try {
      return new CalendarBuilder()
              .build(new StringReader(run.file("calendars/" + name + ".ics")))
              .<VEvent>getComponents(Component.VEVENT)
              .stream()
              .collect(
                  Collectors.toMap(
                      event -> event.getRequiredProperty(Property.UID).getValue(),
                      event ->
                          event.getRequiredProperty(Property.DTSTART).getValue()
                              + " "
                              + event.getRequiredProperty(Property.SUMMARY).getValue()));
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void run_withABrokenCountyCalendar_saysWhatIsWrong_andTakesNothingIn() throws IOException {
    Path file = school.resolve("county-calendar.ics");
    String good = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, good.replace("CATEGORIES:exam", "CATEGORIES:x").replace("期中考试", "某事"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("county-calendar.ics：").doesNotContain("Exception");
    Files.delete(file);
    assertThat(run("--as-of", "2025-12-10").out()).contains("八、本学期活动安排（");
    for (String name : List.of("templates.csv", "activities.csv", "attendance.csv")) {
      Files.delete(school.resolve(name));
    }
    Run without = run("--as-of", "2025-12-10");
    assertThat(without.out()).doesNotContain("活动安排").contains("未完成 6 班");
    assertThat(without.files()).containsExactly("board.csv", "compliance.csv", "contact-cards.csv");
  }

  @Test
  void run_withFaultyTemplates_takesNothingIn() throws IOException {
    Path file = school.resolve("templates.csv");
    String good = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, good.replace("week 1 friday", "week 1 someday"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).containsPattern("templates.csv +2 +timing|templates.csv +2 +时间");
  }

  @Test
  void run_withFaultsInActivities_tellsThemAll_andTakesNothingIn() throws IOException {
    Files.writeString(
        school.resolve("activities.csv"),
        read("activities.csv")
            + "A8,讲座,水,2025-12-40,T02,操场,,,\nA9,家长会,会,2025-12-01,T99,操场,无此单位,,\n");
    Files.writeString(
        school.resolve("attendance.csv"), read("attendance.csv") + "A99,G522424201906040891,到场\n");
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err())
        .contains("not-one-of", "not-a-date", "unknown-staff", "unknown-partner")
        .contains("unknown-activity");
  }

  @Test
  void run_withASchoolsName_isHeadedWithIt() {
    assertThat(run("--as-of", "2025-12-10", "--school", "白石小学").out()).startsWith("白石小学 ");
  }

  @Test
  void run_onADayInTheHolidays_saysSo() {
    assertThat(run("--as-of", "2026-08-01").out()).startsWith("school 假期　");
  }

  @Test
  void run_inEnglish_printsEnglish() {
    Run run = run("--as-of", "2025-12-10", "--lang", "en");
    assertThat(run.out())
        .contains("90 pupils, 44 in care")
        .contains("1. Contacts and attendance due now (120)")
        .contains("Monthly talk with the carer");
  }

  @Test
  void run_tables_areAlignedUnderWideCharacters() {
    Run run = run("--as-of", "2025-12-10");
    List<String> lines = Splitter.on('\n').splitToList(run.out());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("---")) {
        int width = TextTable.width(lines.get(i));
        for (int j = i + 1; j < lines.size() && !lines.get(j).isEmpty(); j++) {
          assertThat(TextTable.width(lines.get(j))).as(lines.get(j)).isLessThanOrEqualTo(width);
        }
        int states = lines.get(i - 1).indexOf("状态");
        if (states >= 0) {
          int column = TextTable.width(lines.get(i - 1).substring(0, states));
          for (int j = i + 1; j < lines.size() && !lines.get(j).isEmpty(); j++) {
            String line = lines.get(j);
            int state =
                Stream.of("已到期", "待联系", "待参加", "已开展", "已确定")
                    .mapToInt(line::lastIndexOf)
                    .max()
                    .orElseThrow();
            assertThat(state).as(line).isPositive();
            assertThat(TextTable.width(line.substring(0, state))).as(line).isEqualTo(column);
          }
        }
      }
    }
  }

  @Test
  void run_filesWithStudentNumbers_areReadableByTheirOwnerAlone() throws IOException {
    Run run = run("--as-of", "2025-12-10");
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(run.folder().resolve("board.csv"))))
          .isEqualTo("rw-------");
    }
  }

  // Encodings.

  @Test
  void run_inGbk_readsTheSame() throws IOException {
    for (String name : List.of("pupils.csv", "contacts.csv", "staff.csv", "calendar.csv")) {
      String text = read(name).replace(String.valueOf(BYTE_ORDER_MARK), "");
      Files.write(school.resolve(name), text.getBytes(GBK));
    }
    assertThat(run("--as-of", "2025-12-10").file("board.csv")).isEqualTo(expected("board.csv"));
  }

  @Test
  void run_withoutByteOrderMark_readsTheSame() throws IOException {
    for (String name : List.of("pupils.csv", "rules.csv", "mentors.csv")) {
      Files.writeString(
          school.resolve(name), read(name).replace(String.valueOf(BYTE_ORDER_MARK), ""));
    }
    assertThat(run("--as-of", "2025-12-10").file("board.csv")).isEqualTo(expected("board.csv"));
  }

  @Test
  void run_inAnUnreadableEncoding_saysSo() throws IOException {
    Files.write(school.resolve("pupils.csv"), read("pupils.csv").getBytes(StandardCharsets.UTF_16));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("pupils.csv").contains("编码").doesNotContain("\tat ");
    assertThat(run.folder()).doesNotExist();
  }

  @Test
  void run_onRulesAsTheLibraryWritesThem_answersTheSame() throws IOException {
    CsvTable table = CsvTable.read(school.resolve("rules.csv"), SchoolFile.RULES.columns());
    List<DraftRow<RuleDraft>> drafts =
        table.rows().stream()
            .map(
                row ->
                    new DraftRow<>(
                        row.number(), SchoolFile.RULES.columns().draft(table.byHeading(row))))
            .toList();
    Intake intake = new Intake(DraftValidator.create());
    Files.writeString(
        school.resolve("rules.csv"),
        RuleBookCsv.write(RuleBook.of(intake.rules(drafts).valuesOrThrow())));
    assertThat(read("rules.csv")).startsWith("id,titleChinese,");
    assertThat(run("--as-of", "2025-12-10").file("board.csv")).isEqualTo(expected("board.csv"));
    Files.writeString(school.resolve("rules.csv"), read("rules.csv").replace("P1W", "weekly"));
    assertThat(run("--as-of", "2025-12-10").err()).contains("rules.csv  5   cadence");
  }

  // Faulty rows.

  @Test
  void run_onARosterWithFaults_reportsAllAndTakesNothingIn() {
    Run run = run("--as-of", "2025-12-10", "--roster", "pupils-with-errors.csv");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.out()).isEmpty();
    assertThat(run.files()).containsExactly("faults.csv");
    assertThat(roster(run))
        .containsExactly(
            "3 身份证号 错误 resident-id-check",
            "4 出生日期 错误 not-a-date",
            "5 姓名 错误 required",
            "6 学籍号 错误 repeated-row",
            "7 父亲电话 提醒 phone-unknown",
            "8 性别 错误 not-one-of",
            "9 委托照护人 错误 carer-without-name",
            "10 姓名 错误 not-a-name",
            "11 离档日期 错误 ends-before-start",
            "12 照护人出生日期 错误 carer-too-young-for-relation",
            "12 照护人出生日期 提醒 carer-is-minor",
            "13 班级 错误 unknown-class");
    assertThat(run.err())
        .contains("与第 2 行完全重复")
        .contains("不能早于建档日期")
        .contains("pupils-with-errors.csv：12 行中有 10 行有错误")
        .contains("未导入任何内容");
  }

  private static ImmutableList<String> roster(Run run) {
    return run.rows("faults.csv").stream()
        .filter(row -> row.get(0).endsWith("pupils-with-errors.csv"))
        .map(row -> String.join(" ", row.subList(1, 5)))
        .collect(toImmutableList());
  }

  @Test
  void run_reportOfFaults_repeatsNothingPersonal() throws IOException {
    Run run = run("--as-of", "2025-12-10", "--roster", "pupils-with-errors.csv");
    CsvTable table = CsvTable.read(school.resolve("pupils-with-errors.csv"), Columns.PUPILS);
    Set<String> personal =
        ImmutableSet.of("学籍号", "姓名", "出生日期", "身份证号", "父亲姓名", "父亲电话", "照护人住址", "委托照护人");
    for (CsvTable.Row row : table.rows()) {
      table
          .byHeading(row)
          .forEach(
              (heading, cell) -> {
                if (personal.contains(heading) && !cell.isEmpty()) {
                  assertThat(run.err() + run.file("faults.csv")).doesNotContain(cell);
                }
              });
    }
  }

  @Test
  void run_acceptGoodRows_takesExactlyThoseAndWritesTheRest() {
    Run run =
        run("--as-of", "2025-12-10", "--roster", "pupils-with-errors.csv", "--accept-good-rows");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("学生 2 人，在档 2 人");
    assertThat(
            run.rows("board.csv").stream()
                .map(row -> row.get(0))
                .collect(ImmutableSet.toImmutableSet()))
        .containsExactlyInAnyOrder("G52242420181129483X", "G52242420190723062X");
    CsvTable rest =
        CsvTable.read(run.folder().resolve("pupils-with-errors-to-correct.csv"), Columns.PUPILS);
    assertThat(rest.rows()).hasSize(10);
    assertThat(run.file("pupils-with-errors-to-correct.csv"))
        .startsWith(BYTE_ORDER_MARK + "学籍号,姓名")
        .contains("\"'=HYPERLINK(");
  }

  @Test
  void run_restThatWasCorrected_isTakenIn() throws IOException {
    Run first =
        run("--as-of", "2025-12-10", "--roster", "pupils-with-errors.csv", "--accept-good-rows");
    String rest = first.file("pupils-with-errors-to-correct.csv");
    String corrected =
        Splitter.on('\n')
            .splitToStream(rest)
            .map(
                line ->
                    line.startsWith("G522424201906040891")
                        ? line.replace("522424201906040892", "522424201906040891")
                        : line)
            .filter(
                line ->
                    line.startsWith(BYTE_ORDER_MARK + "学籍号")
                        || line.startsWith("G522424201906040891"))
            .reduce("", (text, line) -> text + line + "\n");
    Path again = Files.writeString(folder.resolve("again.csv"), corrected);
    Run second =
        Run.of(
            folder.resolve("out2"),
            withData("--as-of", "2025-12-10", "--roster", again.toString(), "--accept-good-rows"));
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains("学生 1 人，在档 1 人").contains("郭涛然");
  }

  @Test
  void run_faultsInSeveralFiles_areReportedTogether() throws IOException {
    Files.writeString(
        school.resolve("staff.csv"), read("staff.csv").replace("班主任,一年级1班", "班长,一年级1班"));
    Files.writeString(
        school.resolve("rules.csv"),
        read("rules.csv").replace(",P1M,1,term,half,3", ",P0M,1,term,half,3"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err())
        .contains("staff.csv")
        .contains("not-one-of")
        .contains("rules.csv")
        .contains("第 2 个字符处有误");
  }

  @Test
  void run_aRowWithACommaTooMany_isAFault() throws IOException {
    String roster = read("pupils.csv").replaceFirst("青石乡青石村3组", "青石乡,青石村3组");
    Files.writeString(school.resolve("pupils.csv"), roster);
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).contains("too-many-cells").contains("本行有 30 格");
  }

  @Test
  void run_termsThatOverlap_areRefused() throws IOException {
    Files.writeString(
        school.resolve("calendar.csv"), read("calendar.csv").replace("2026-02-24", "2026-01-10"));
    Run run = run("--as-of", "2025-12-10", "--accept-good-rows");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).contains("calendar.csv").contains("terms-overlap");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void run_aTermTooShortForMilestones_isAFaultOfTheRule() throws IOException {
    Files.writeString(
        school.resolve("calendar.csv"), read("calendar.csv").replace("2026-01-17", "2025-09-17"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err())
        .contains("rules.csv   2   频次", "quotas.csv  2   数量")
        .contains("学期 2025-1 不足 42 天")
        .doesNotContain("\tat ");
  }

  @Test
  void run_twoHomeroomTeachersOfAClass_areFaults() throws IOException {
    Files.writeString(school.resolve("staff.csv"), read("staff.csv") + "T16,王小红,女,班主任,一年级1班,\n");
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).contains("homeroom-twice");
  }

  // Files and the command line.

  @Test
  void run_missingFilesAndColumns_areAllNamedAtOnce() throws IOException {
    Files.delete(school.resolve("staff.csv"));
    Files.writeString(
        school.resolve("pupils.csv"),
        read("pupils.csv").replaceFirst("身份证号", "证件").replaceFirst("户籍", "户口"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err())
        .contains("找不到文件")
        .contains("staff.csv")
        .contains("缺少列：身份证号、户籍")
        .doesNotContain("\tat ");
  }

  @Test
  void run_emptyFile_isNamed() throws IOException {
    Files.writeString(school.resolve("mentors.csv"), "");
    Run run = run("--as-of", "2025-12-10", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("file mentors.csv is empty");
  }

  @Test
  void run_anOpenQuote_isNamed() throws IOException {
    Files.writeString(school.resolve("mentors.csv"), read("mentors.csv") + "\"x");
    Run run = run("--as-of", "2025-12-10", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("mentors.csv").contains("quote");
  }

  @Test
  void run_noSuchFolder_isNamed() {
    Run run = Run.of(folder.resolve("out"), "--data", folder.resolve("nowhere").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("nowhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--as-of=2025-02-30", "--known-on=+999999999-12-31", "--lang=fr", "--nonsense"})
  void run_aWrongOption_isToldWithoutAStackTrace(String option) {
    Run run = run(option);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--help").doesNotContain("\tat ").doesNotContain("java.");
  }

  @Test
  void help_hasExamplesAndExitCodes() {
    Run run = run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("school-year --as-of 2025-12-10")
        .contains("explain")
        .contains("4   rows have faults");
  }

  @Test
  void explain_anUnknownStudentOrRule_isToldWithWhatThereIs() {
    Run student = run("explain", "L522424201403100078", "home-visit", "--as-of", "2025-12-10");
    assertThat(student.exitCode()).isEqualTo(ExitCode.UNKNOWN);
    Run rule = run("explain", "L522424201403100077", "home-visits", "--as-of", "2025-12-10");
    assertThat(rule.exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(rule.err()).contains("home-visit、child-to-parents");
  }

  @Test
  void explain_tellsWhatCountedAndWhatDidNot() {
    Run run =
        run(
            "explain",
            "L522424201403100077",
            "home-visit",
            "--as-of",
            "2025-12-10",
            "--lang",
            "en");
    assertThat(run.out())
        .contains("2025-09-01/2025-09-14  met 2025-09-02")
        .contains("2025-09-02  home visit  homeroom teacher → child, carer")
        .contains("2025-09-03  meeting  homeroom teacher → carer: another channel")
        .doesNotContain("魏伟超");
  }

  // Files and families.

  @Test
  void run_onTheSample_namesChildrenOnTheBoardAlone() throws IOException {
    Run run = run("--as-of", "2025-12-10");
    String afterTheBoard = run.out().substring(run.out().indexOf("三、"));
    assertThat(afterTheBoard)
        .contains("三、档案缺项（在档 44 份，齐全 8 份）")
        .contains("告知村（居）委会书          10")
        .contains("第 21 条：未满 16 周岁的学生脱离监护单独生活（1 人）")
        .contains("G52242420140424267X  2025-11-03")
        .contains("第 23 条：开始照护已满 7 天，仍未书面告知村（居）委会（10 人）");
    CsvTable roster = CsvTable.read(school.resolve("pupils.csv"), Columns.PUPILS);
    for (CsvTable.Row row : roster.rows()) {
      assertThat(afterTheBoard).doesNotContain(row.cells().get(1));
    }
  }

  @Test
  void run_asOfAnotherDay_findsWhatHeldThen() {
    assertThat(run("--as-of", "2025-11-02").out()).doesNotContain("脱离监护单独生活");
    assertThat(run("--as-of", "2025-11-03", "--lang", "en").out())
        .contains("3. Gaps in files (")
        .contains("Art. 21: a child under 16 lives alone (1)");
  }

  @Test
  void run_contactCards_areOfTheChildrenInCareAndForTheirOwnerAlone() throws IOException {
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.file("contact-cards.csv").lines()).hasSize(45);
    Path cards = run.folder().resolve("contact-cards.csv");
    if (cards.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cards)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void run_withoutHouseholds_saysWhatIsMissingAndNothingElseChanges() throws IOException {
    Files.delete(school.resolve("households.csv"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.file("board.csv")).isEqualTo(expected("board.csv"));
    assertThat(run.file("contact-cards.csv")).isEqualTo(expected("contact-cards.csv"));
    assertThat(run.out()).contains("三、档案缺项（在档 44 份，齐全 0 份）");
  }

  @Test
  void run_onHouseholdsWithFaults_reportsThemWithTheOthers() throws IOException {
    Files.writeString(
        school.resolve("households.csv"),
        read("households.csv").replaceFirst("在读", "在家").replaceFirst("残疾,听力", "健康,听力"));
    Run run = run("--as-of", "2025-12-10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err())
        .contains("households.csv  2   就学状况")
        .contains("not-one-of")
        .contains("disability-not-expected");
  }
}
