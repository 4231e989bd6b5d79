package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.MentorSettings;
import org.jiedui.OfficeSettings;
import org.jiedui.access.Actor;
import org.jiedui.child.Child;
import org.jiedui.compliance.Explanation;
import org.jiedui.id.ActorId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.AssignmentPolicy;
import org.jiedui.mentor.MentorMatcher;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.School;
import org.jiedui.storage.StorageException;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the example. */
@Command(
    name = "school-year",
    mixinStandardHelpOptions = true,
    version = "Jiedui example: school year",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Takes a school in from its files; prints who must be contacted or is to attend now, how the"
          + " term went and what the files of the children in care lack, the census of the pupils and"
          + " the activities, and writes board.csv, compliance.csv, plan.csv, calendars (.ics) and"
          + " contact-cards.csv, which has names, phones and"
          + " addresses. What was taken in is kept in a database; taking in the same files again"
          + " changes nothing.",
      "读入一所学校的表格，列出现在该联系谁、谁该参加活动、本学期各项制度落实得怎样、在档学生的档案缺什么、摸底调查的结果、本学期的活动安排，"
          + "并写出 board.csv、compliance.csv、plan.csv、日历（.ics）与含姓名、电话、住址的联系卡 contact-cards.csv。"
          + "导入的内容保存在数据库里；再次导入同样的表格，什么也不会改变。"
    },
    exitCodeListHeading = "%nExit codes / 退出码:%n",
    exitCodeList = {
      "0:done / 完成",
      "1:a defect of the program / 程序缺陷",
      "2:the command line is wrong / 命令行有误",
      "3:a file is missing, cannot be read, or lacks a column / 文件缺失、无法读取或缺列",
      "4:rows have faults; nothing was taken in / 有错误的行，未导入任何内容",
      "5:no such student or rule / 没有这个学生或规则",
      "6:the database cannot be used / 数据库不能使用"
    },
    footerHeading = "%nExamples / 例:%n",
    footer = {
      "  school-year --as-of 2025-12-10",
      "  school-year --as-of 2025-10-31 --known-on 2025-12-10 --lang en",
      "  school-year --data my-school --out reports",
      "  school-year --roster pupils-with-errors.csv --accept-good-rows",
      "  school-year --store jdbc:postgresql://localhost/school --user clerk",
      "  school-year --store memory",
      "  school-year explain L522424201403100077 home-visit --as-of 2025-12-10"
    },
    subcommands = SchoolYear.Explain.class)
public final class SchoolYear implements Callable<Integer> {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String BOARD = "board.csv";
  private static final String COMPLIANCE = "compliance.csv";
  private static final String FAULTS = "faults.csv";
  private static final String CARDS = "contact-cards.csv";
  private static final String PLAN = "plan.csv";
  private static final String CALENDARS = "calendars";
  private static final String CALENDAR = ".ics";

  /** How many children a teacher mentors at most. */
  private static final int MENTEES = 8;

  private static final String SAMPLE_NAME = "青石岭小学";
  private static final SchoolId SAMPLE = SchoolId.of("sample-school");
  private static final String STORE = "store";

  /** Hibernate Validator announces its version at every start; kept, or the level is forgotten. */
  private static final Logger VALIDATOR_LOG = Logger.getLogger("org.hibernate.validator");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "The school's files (default: the sample school). 学校表格所在文件夹。")
  private @Nullable Path data;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Another roster instead of pupils.csv; looked for here, then in the data folder."
              + " 代替 pupils.csv 的名册。")
  private @Nullable Path roster;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where to write (default: the example's target/output). 输出文件夹。")
  private @Nullable Path out;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      scope = ScopeType.INHERIT,
      converter = DateConverter.class,
      description = "The day on which we look (default: today). 查看日。")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-on",
      paramLabel = "DATE",
      scope = ScopeType.INHERIT,
      converter = DateConverter.class,
      description =
          "The last day whose records are seen (default: the as-of date). 知悉日，只看此日及以前的登记。")
  private @Nullable LocalDate knownOn;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      defaultValue = "zh",
      scope = ScopeType.INHERIT,
      converter = LanguageConverter.class,
      description = "The language of what is printed (default: zh). 输出语言。")
  private Locale locale = Locale.CHINESE;

  @Option(
      names = "--accept-good-rows",
      scope = ScopeType.INHERIT,
      description =
          "If rows have faults, take the good ones in, and write the rest to files that can be"
              + " corrected and fed in again. 导入无误的行，其余写到待改文件。")
  private boolean acceptGoodRows;

  @Option(
      names = "--school",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The school's name, for the headings (default: the data folder's name). 学校名称。")
  private @Nullable String schoolName;

  @Option(
      names = "--school-id",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      description =
          "Under which id the database keeps the school (default: one for each data folder). Give"
              + " the same to the files of another school year, or after a folder has moved."
              + " 学校在数据库里的编号；新学年的表格或移动过的文件夹请用同一编号。")
  private @Nullable String schoolId;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      scope = ScopeType.INHERIT,
      description =
          "Where everything is kept: memory, which keeps nothing, or a JDBC address of H2,"
              + " PostgreSQL or MariaDB (default: an H2 file in the folder store beside the output"
              + " folder, not encrypted, readable by its owner alone). 保存在哪里：memory（不保存）或"
              + " JDBC 地址；默认为输出文件夹旁 store 里的 H2 文件，未加密，仅本人可读。")
  private @Nullable String store;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "Who logs in to the database. The password is taken from the environment variable "
              + Terminal.PASSWORD
              + ", or asked for. 数据库用户名；密码取自该环境变量，否则提示输入。")
  private @Nullable String user;

  private Optional<PrintStream> progress = Optional.empty();
  private Terminal.Passwords passwords = name -> Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates a command. */
  public SchoolYear() {}

  /** Reads {@code zh} or {@code en}. */
  static final class LanguageConverter implements CommandLine.ITypeConverter<Locale> {

    @Override
    public Locale convert(String text) {
      return switch (text) {
        case "zh" -> Locale.CHINESE;
        case "en" -> Locale.ENGLISH;
        default -> throw new CommandLine.TypeConversionException("must be zh or en");
      };
    }
  }

  /** Reads a date. */
  static final class DateConverter implements CommandLine.ITypeConverter<LocalDate> {

    private static final int MAX_YEAR = 9999;

    @Override
    public LocalDate convert(String text) {
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= 1 && date.getYear() <= MAX_YEAR) {
          return date;
        }
      } catch (DateTimeException e) {
        // Told below, without the parser's words.
      }
      throw new CommandLine.TypeConversionException(
          "must be a date that exists, such as 2025-12-10 / 应为存在的日期，如 2025-12-10");
    }
  }

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    VALIDATOR_LOG.setLevel(Level.WARNING);
    Terminal terminal = Terminal.ofThisProcess();
    System.exit(run(terminal, args));
  }

  /** Runs the program on a terminal; returns the exit code. */
  static int run(Terminal terminal, String... args) {
    SchoolYear program = new SchoolYear();
    program.progress = terminal.progress();
    program.passwords = terminal.passwords();
    CommandLine line =
        new CommandLine(program)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setAdjustLineBreaksForWideCJKCharacters(true)
            .setParameterExceptionHandler(
                (exception, arguments) -> {
                  PrintWriter err = exception.getCommandLine().getErr();
                  err.println(exception.getMessage());
                  CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
                  err.println("Try --help. 用 --help 查看用法。");
                  return ExitCode.USAGE;
                })
            .setExecutionExceptionHandler(
                (exception, command, parsed) -> {
                  if (exception instanceof InputException input) {
                    command.getErr().println(input.wording().in(program.locale));
                    return input.exitCode();
                  }
                  if (exception instanceof StorageException failure) {
                    InputException fault = DatabaseFault.of(failure);
                    command.getErr().println(fault.wording().in(program.locale));
                    return fault.exitCode();
                  }
                  throw exception;
                });
    return line.execute(args);
  }

  @Override
  public Integer call() {
    OutputFolder folder = new OutputFolder(outputFolder());
    folder.forget(BOARD); // what an earlier run wrote must not pass for the answer of this one
    folder.forget(COMPLIANCE);
    folder.forget(FAULTS);
    folder.forget(CARDS);
    folder.forget(PLAN);
    calendars().forgetAll(CALENDAR);
    SchoolFiles files = files();
    try (Place place = place()) {
      Optional<CareDesk> desk = takeIn(files, place);
      return desk.isEmpty() ? ExitCode.FAULTY_ROWS : report(desk.get(), folder);
    }
  }

  private SchoolFiles files() {
    return SchoolFiles.read(dataFolder(), Optional.ofNullable(roster).map(this::find));
  }

  private Place place() {
    return StoreAddress.open(
        Optional.ofNullable(store), storeFolder(), Optional.ofNullable(user), passwords);
  }

  private OutputFolder calendars() {
    return new OutputFolder(outputFolder().resolve(CALENDARS));
  }

  private void reportPlan(PlanReport plan, OutputFolder folder) {
    out().print(plan.text());
    folder.writeText(PLAN, plan.csv());
    OutputFolder calendars = calendars();
    plan.calendars().forEach((name, text) -> calendars.writeText(name + CALENDAR, text));
  }

  private int report(CareDesk desk, OutputFolder folder) {
    SchoolText text = SchoolText.of(desk, school().id(), locale);
    TermReport report = TermReport.of(desk, school(), viewpoint(), text);
    out().print(report.text());
    out().print(ContactsReport.of(desk, school(), viewpoint(), text).text());
    reportFiles(desk, text, folder);
    out().print(CensusReport.of(desk, school(), viewpoint(), text).text());
    out().print(TeamReport.of(desk, school(), viewpoint(), text).text());
    out().print(MentorReport.of(desk, school(), viewpoint().asOf(), text).text());
    PlanReport.of(desk, school(), viewpoint().asOf(), text)
        .ifPresent(plan -> reportPlan(plan, folder));
    out().print(QuotaReport.of(desk, school(), viewpoint(), text).text());
    folder.write(BOARD, report.boardRows());
    folder.write(COMPLIANCE, report.complianceRows());
    out().println();
    say(
        out(),
        Wording.of("已写出 board.csv、compliance.csv：%s", "Wrote board.csv and compliance.csv to %s"),
        folder.folder());
    say(
        out(),
        Wording.of(
            "已写出 contact-cards.csv（联系卡，含个人信息，仅本人可读）",
            "Wrote contact-cards.csv (contact cards: personal data, readable by you alone)"));
    if (!calendars().isEmpty()) {
      say(
          out(),
          Wording.of(
              "已写出 plan.csv（活动安排）与全校、各班、各教师的日历：%s",
              "Wrote plan.csv (the activities), and the calendars of the school, each class and each"
                  + " teacher to %s"),
          calendars().folder());
    }
    if (store == null) {
      say(
          out(),
          Wording.of(
              "数据保存在 %s（未加密，仅本人可读），学校编号 %s",
              "Everything is kept in %s (not encrypted, readable by you alone), school id %s"),
          storeFolder(),
          school().id());
    }
    out().flush();
    return ExitCode.OK;
  }

  private void reportFiles(CareDesk desk, SchoolText text, OutputFolder folder) {
    FilesReport files = FilesReport.of(desk, school(), viewpoint(), text);
    out().print(files.text());
    folder.writeForOffice(CARDS, files.cardRows());
  }

  /** Explains why each window of a rule was judged as it was, for one student. */
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true,
      description = {
        "Prints why each window of a rule was judged as it was, for one student.",
        "逐个时段说明某条规则对某个学生为何这样判定。"
      })
  static final class Explain implements Callable<Integer> {

    @CommandLine.ParentCommand private @Nullable SchoolYear program;

    @Parameters(paramLabel = "STUDENT", description = "The student number. 学籍号。")
    private String student = "";

    @Parameters(paramLabel = "RULE", description = "The rule's id, such as home-visit. 规则编号。")
    private String rule = "";

    @Override
    public Integer call() {
      if (program == null) {
        throw new IllegalStateException("explain is a subcommand");
      }
      return program.explain(student, rule);
    }
  }

  private int explain(String student, String rule) {
    SchoolFiles files = files();
    try (Place place = place()) {
      return explain(takeIn(files, place), student, rule);
    }
  }

  private int explain(Optional<CareDesk> desk, String student, String rule) {
    SchoolId school = school().id();
    if (desk.isEmpty()) {
      return ExitCode.FAULTY_ROWS;
    }
    Optional<Child> child =
        Optional.of(student)
            .filter(text -> StudentNumber.faultsIn(text).isEmpty())
            .map(StudentNumber::parse)
            .flatMap(number -> desk.get().children().findByStudentNumber(school, number));
    if (child.isEmpty()) {
      throw new InputException(
          ExitCode.UNKNOWN, Wording.of("名册里没有这个学籍号", "the roster has no such student number"));
    }
    List<String> rules =
        desk.get().rules().ruleBook(school).rules().stream()
            .map(known -> known.id().value())
            .toList();
    if (!rules.contains(rule)) {
      throw new InputException(
          ExitCode.UNKNOWN,
          Wording.of(
              "没有这条规则；现有：" + String.join("、", rules),
              "there is no such rule; there are: " + String.join(", ", rules)));
    }
    Explanation explanation =
        desk.get().reports().explain(school, child.get().id(), RuleId.of(rule), viewpoint());
    out().print(explanation.text(locale));
    out().flush();
    return ExitCode.OK;
  }

  /**
   * Takes the school in, or what is new about it.
   *
   * @param files its files
   * @param place where it is kept
   * @return the desk, or empty if there were faults and the good rows alone are not wanted
   */
  private Optional<CareDesk> takeIn(SchoolFiles files, Place place) {
    School school = school();
    CareOffice office =
        CareOffice.open(
            place.store(), OfficeSettings.of(Clock.systemUTC(), ids()).withMentors(mentors()));
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("school-year"), school.id()));
    ImmutableList<FileReport> reports;
    try (ProgressBar progress = progressBar(files.steps())) {
      reports =
          place.together(
              () -> new SchoolImport(desk, school, progress::stepBy).run(files), this::isKept);
    }
    int faults = faults(reports);
    FaultReport faultReport = new FaultReport(reports, locale);
    err().print(faultReport.text());
    OutputFolder folder = new OutputFolder(outputFolder());
    if (faults > 0) {
      folder.writeForOffice(FAULTS, faultReport.rows());
    }
    if (faults > 0 && !acceptGoodRows) {
      for (FileReport report : reports) {
        if (!report.rejected().isEmpty()) {
          say(
              err(),
              Wording.of("%s：%d 行中有 %d 行有错误", "%s: of %d rows, %d have faults"),
              report.table().file(),
              report.table().rows().size(),
              report.rejected().size());
        }
      }
      say(
          err(),
          Wording.of(
              "未导入任何内容。改正后重试，或加 --accept-good-rows 先导入无误的行。全部错误见 %s",
              "Nothing was taken in. Correct the rows and try again, or take the good rows with"
                  + " --accept-good-rows. All faults are in %s"),
          folder.folder().resolve(FAULTS));
      return Optional.empty();
    }
    if (reports.size() < SchoolFile.ALL.size()) {
      throw new InputException(
          ExitCode.FAULTY_ROWS,
          Wording.of("没有可用的学期，其余表格无法判断", "without a term nothing else can be judged"));
    }
    for (FileReport report : reports) {
      if (!report.rejected().isEmpty()) {
        writeRest(folder, report);
      }
    }
    return Optional.of(desk);
  }

  /**
   * Identifiers that nobody else makes, in the order in which they are made: so children come in
   * the order of their rows, from whatever store, and where mentors are equally good, the same ones
   * are proposed.
   */
  private static Supplier<String> ids() {
    String run =
        Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX) + "-" + UUID.randomUUID();
    AtomicInteger made = new AtomicInteger();
    return () -> String.format(Locale.ROOT, "%s-%06d", run, made.incrementAndGet());
  }

  /** The sample school's own limit; that a mentor teaches the child's class is the usual policy. */
  private static MentorSettings mentors() {
    MentorSettings usual = MentorSettings.usual();
    return usual.withMatcher(
        MentorMatcher.of(
            usual.matcher().policy().and(AssignmentPolicy.loadAtMost(MENTEES)),
            usual.matcher().preferences()));
  }

  private static int faults(List<FileReport> reports) {
    return reports.stream().mapToInt(report -> report.faults().size()).sum();
  }

  /** Good rows are kept if all are good, or if somebody wants them alone. */
  private boolean isKept(List<FileReport> reports) {
    return reports.size() == SchoolFile.ALL.size() && (acceptGoodRows || faults(reports) == 0);
  }

  /** Writes the rows that were not taken, as they stood, for somebody to correct. */
  private void writeRest(OutputFolder folder, FileReport report) {
    String name = report.table().file().replaceFirst("(\\.[^.]*)?$", "") + "-to-correct.csv";
    List<List<String>> rows = new ArrayList<>();
    rows.add(report.table().headings());
    report.rejected().forEach(row -> rows.add(row.cells()));
    folder.writeForOffice(name, rows);
    say(
        err(),
        Wording.of("%s：导入 %d 行，%d 行待改正，已写到 %s", "%s: took %d rows; wrote %d rows to correct to %s"),
        report.table().file(),
        report.accepted(),
        report.rejected().size(),
        folder.folder().resolve(name));
  }

  private ProgressBar progressBar(int steps) {
    ProgressBarBuilder bar =
        ProgressBar.builder()
            .setInitialMax(steps)
            .setTaskName(Wording.of("导入", "import").in(locale))
            .setUpdateIntervalMillis(100);
    bar.setConsumer(
        progress
            .<ProgressBarConsumer>map(ConsoleProgressBarConsumer::new)
            .orElseGet(SilentProgressBarConsumer::new));
    return bar.build();
  }

  private School school() {
    String name = schoolName == null ? "" : schoolName.strip();
    if (name.isEmpty()) {
      Path folder = dataFolder().toAbsolutePath().normalize();
      name = data == null ? SAMPLE_NAME : folder.getName(folder.getNameCount() - 1).toString();
    }
    return School.of(id(), name, ZONE);
  }

  private SchoolId id() {
    if (schoolId != null) {
      return StoreAddress.schoolNamed(schoolId);
    }
    return data == null ? SAMPLE : StoreAddress.schoolOf(data);
  }

  private Viewpoint viewpoint() {
    LocalDate day = asOf == null ? LocalDate.now(ZONE) : asOf;
    return Viewpoint.of(day, knownOn == null ? day : knownOn);
  }

  /** The folder of this example, whether it runs from its jar or from its classes. */
  private static Path home() {
    try {
      Path code =
          Path.of(SchoolYear.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = Optional.ofNullable(code.getParent()).orElse(code);
      return Optional.ofNullable(target.getParent()).orElse(target);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program cannot find its own folder", e);
    }
  }

  private Path dataFolder() {
    return data == null ? home().resolve("data").resolve("qingshi-2025") : data;
  }

  private Path outputFolder() {
    return out == null ? home().resolve("target").resolve("output") : out;
  }

  private Path storeFolder() {
    return outputFolder().toAbsolutePath().normalize().resolveSibling(STORE);
  }

  private Path find(Path file) {
    Path inData = dataFolder().resolve(file);
    return Files.exists(file) || !Files.exists(inData) ? file : inData;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void say(PrintWriter writer, Wording wording, Object... parts) {
    writer.println(String.format(Locale.ROOT, wording.in(locale), parts));
  }
}
