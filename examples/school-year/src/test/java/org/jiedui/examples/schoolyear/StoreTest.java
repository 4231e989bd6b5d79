package org.jiedui.examples.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program keeps, and what it does with it when it runs again. */
class StoreTest {

  private static final Path SAMPLE = Path.of("data", "qingshi-2025");
  private static final String DAY = "2025-12-10";
  private static final String SECRET = "not-to-be-shown";

  @TempDir Path folder;

  /** A database and the files of a school. */
  private final class Office {

    private final TestDatabase database;
    private final String url;
    private final Path files;

    Office(TestDatabase database) throws IOException {
      this(database, database.newUrl(folder), "school");
    }

    Office(TestDatabase database, String url, String name) throws IOException {
      this.database = database;
      this.url = url;
      this.files = Files.createDirectory(folder.resolve(name));
      try (Stream<Path> sample = Files.list(SAMPLE)) {
        for (Path file : sample.toList()) {
          Files.copy(file, files.resolve(file.getFileName()));
        }
      }
    }

    Run run(String... more) {
      List<String> args = new ArrayList<>(List.of(more));
      args.addAll(List.of("--store", url, "--user", database.user(), "--as-of", DAY));
      args.addAll(List.of("--data", files.toString()));
      return Run.of(folder.resolve("out"), args.toArray(String[]::new));
    }

    Run runWell(String... more) {
      Run run = run(more);
      assertThat(run.exitCode()).as(run.err()).isZero();
      return run;
    }

    ImmutableSortedMap<String, ImmutableList<String>> dump() {
      return database.dump(url);
    }

    /** Writes a file with the first occurrence of a text replaced. */
    void change(String name, String text, String other) throws IOException {
      Path file = files.resolve(name);
      String before = Files.readString(file, StandardCharsets.UTF_8);
      assertThat(before).contains(text);
      int at = before.indexOf(text);
      Files.writeString(
          file, before.substring(0, at) + other + before.substring(at + text.length()));
    }
  }

  private static String expected(String name) throws IOException {
    return Resources.toString(Resources.getResource("expected/" + name), StandardCharsets.UTF_8);
  }

  private static void assertExpected(Run run) throws IOException {
    assertThat(run.file("board.csv")).isEqualTo(expected("board.csv"));
    assertThat(run.file("compliance.csv")).isEqualTo(expected("compliance.csv"));
  }

  // The same everywhere, and twice.

  @ParameterizedTest
  @EnumSource
  void run_twiceOnADatabase_writesTheExpectedBytesAndChangesNothing(TestDatabase database)
      throws IOException {
    Office office = new Office(database);
    Run first = office.runWell();
    assertExpected(first);
    assertThat(first.err()).isEmpty();
    ImmutableSortedMap<String, ImmutableList<String>> before = office.dump();
    assertThat(before.get("jiedui_child")).hasSize(90);
    assertThat(before.get("jiedui_contact")).hasSize(803);
    assertThat(first.file("contact-cards.csv")).isEqualTo(expected("contact-cards.csv"));
    Run second = office.runWell();
    assertThat(second.file("contact-cards.csv")).isEqualTo(first.file("contact-cards.csv"));
    assertExpected(second);
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(office.dump()).isEqualTo(before);
  }

  @Test
  void run_inMemory_writesTheExpectedBytesAndKeepsNothing() throws IOException {
    Run run = Run.of(folder.resolve("out"), "--as-of", DAY, "--store", "memory");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertExpected(run);
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void run_byDefault_keepsAFileBesideTheOutputForItsOwnerAlone() throws IOException {
    Run run = Run.of(folder.resolve("out"), "--as-of", DAY);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertExpected(run);
    Path store = folder.resolve("store");
    assertThat(run.out()).contains(store.toString()).contains("sample-school");
    try (Stream<Path> files = Files.list(store)) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .containsExactly("jiedui.mv.db");
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(store.resolve("jiedui.mv.db"))))
          .isEqualTo("rw-------");
    }
    String url = "jdbc:h2:file:" + store.resolve("jiedui");
    ImmutableSortedMap<String, ImmutableList<String>> before = TestDatabase.H2.dump(url);
    assertExpected(Run.of(folder.resolve("out"), "--as-of", DAY));
    assertThat(TestDatabase.H2.dump(url)).isEqualTo(before);
  }

  // Files that have changed.

  @ParameterizedTest
  @EnumSource
  void run_withOneContactMore_takesJustThatOne(TestDatabase database) throws IOException {
    Office office = new Office(database);
    office.runWell();
    ImmutableSortedMap<String, ImmutableList<String>> before = office.dump();
    Path contacts = office.files.resolve("contacts.csv");
    Files.writeString(
        contacts,
        Files.readString(contacts) + "2025-12-09,L522424201403100077,写信,本人,,父亲,是,2025-12-09,\n");
    Run run = office.runWell();
    assertThat(run.err()).isEmpty();
    ImmutableSortedMap<String, ImmutableList<String>> after = office.dump();
    before.forEach(
        (table, rows) -> {
          if (table.equals("jiedui_contact")) {
            assertThat(
                    Sets.difference(
                        Set.copyOf(after.getOrDefault(table, ImmutableList.of())),
                        Set.copyOf(rows)))
                .hasSize(1);
            assertThat(after.get(table)).containsAll(rows);
          } else if (!table.equals("jiedui_standing")) {
            assertThat(after.get(table)).as(table).isEqualTo(rows);
          }
        });
  }

  @Test
  void run_withARosterThatChanged_addsWhatIsNewAndNamesTheRows() throws IOException {
    Office office = new Office(TestDatabase.H2);
    office.runWell();
    ImmutableSortedMap<String, ImmutableList<String>> before = office.dump();
    office.change("pupils.csv", "郭文轩,祖父", "郭文平,叔叔");
    office.change("pupils.csv", ",2025-10-11,,,", ",2025-10-11,2025-12-01,父母返乡,");
    office.change("pupils.csv", "一年级1班", "二年级1班");
    Run run = office.runWell();
    assertThat(run.err())
        .contains("pupils.csv  2   班级        提醒  stored-changed")
        .contains("pupils.csv  2   离档日期    提醒  stored-changed")
        .contains("从 2025-12-02 起按本行")
        .contains("pupils.csv  3   委托照护人  提醒  stored-changed");
    assertExpected(run); // what is recorded today was not known on that day
    ImmutableSortedMap<String, ImmutableList<String>> after = office.dump();
    ImmutableList<String> facts = before.getOrDefault("jiedui_child_fact", ImmutableList.of());
    assertThat(after.get("jiedui_child_fact")).containsAll(facts).hasSize(facts.size() + 3);
    assertThat(after.get("jiedui_child")).hasSize(90);
    Run again = office.runWell();
    assertThat(again.err()).isEmpty();
    assertThat(office.dump()).isEqualTo(after);
  }

  @Test
  void run_withAnotherChildUnderANumber_namesTheRowAndChangesNothing() throws IOException {
    Office office = new Office(TestDatabase.H2);
    office.runWell();
    ImmutableSortedMap<String, ImmutableList<String>> before = office.dump();
    office.change("pupils.csv", "郭涛然,男", "郭小红,女");
    Path contacts = office.files.resolve("contacts.csv");
    Files.writeString(
        contacts,
        Files.readString(contacts) + "2025-12-09,L522424201403100077,写信,本人,,父亲,是,2025-12-09,\n");
    Run run = office.run();
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).contains("pupils.csv  3").contains("another-pupil").contains("未导入任何内容");
    assertThat(office.dump()).isEqualTo(before);
    office.runWell("--accept-good-rows");
    assertThat(office.dump().get("jiedui_contact")).hasSize(804);
  }

  @ParameterizedTest
  @EnumSource
  void run_withFaultsOnAnEmptyDatabase_leavesNoTrace(TestDatabase database) throws IOException {
    Office office = new Office(database);
    Run run = office.run("--roster", "pupils-with-errors.csv");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(office.dump().get("jiedui_school")).isEmpty();
    assertThat(office.dump().get("jiedui_staff_member")).isEmpty();
    assertExpected(office.runWell());
  }

  @Test
  void run_goodRowsFirstAndTheWholeRosterLater_endsWithTheWholeRoster() throws IOException {
    Office office = new Office(TestDatabase.H2);
    assertThat(office.runWell("--roster", "pupils-with-errors.csv", "--accept-good-rows").out())
        .contains("学生 2 人，在档 2 人");
    assertExpected(office.runWell());
    assertThat(office.dump().get("jiedui_child")).hasSize(90);
  }

  @Test
  void run_withARuleThatChanged_isRefused() throws IOException {
    Office office = new Office(TestDatabase.H2);
    office.runWell();
    office.change("rules.csv", "P1M,1,term,half,3", "P1M,2,term,half,3");
    Run run = office.run();
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULTY_ROWS);
    assertThat(run.err()).contains("rules.csv  4").contains("stored-rule").doesNotContain("\tat ");
  }

  @Test
  void run_withTheNextYearsTerms_keepsThoseOfBefore() throws IOException {
    Office office = new Office(TestDatabase.H2);
    office.runWell("--school-id", "qingshi");
    Office next = new Office(TestDatabase.H2, office.url, "next");
    next.change("calendar.csv", "2025-1,2025学年秋季学期,2025-09-01,2026-01-17", "");
    next.change(
        "calendar.csv",
        "2025-2,2025学年春季学期,2026-02-24,2026-07-04",
        "2026-1,2026学年秋季学期,2026-09-01,2027-01-16");
    next.run("--school-id", "qingshi");
    assertThat(office.dump().get("jiedui_school")).hasSize(1);
    assertThat(office.dump().get("jiedui_term")).hasSize(3);
    assertThat(office.dump().get("jiedui_child")).hasSize(90);
  }

  @Test
  void run_ofTwoFoldersOnOneDatabase_keepsTheirSchoolsApart() throws IOException {
    Office one = new Office(TestDatabase.H2);
    Office other = new Office(TestDatabase.H2, one.url, "other");
    assertExpected(one.runWell());
    other.change("pupils.csv", "郭涛然", "郭小红");
    assertThat(other.runWell("--lang", "en").out()).contains("90 pupils");
    assertThat(one.dump().get("jiedui_school")).hasSize(2);
    assertThat(one.dump().get("jiedui_child")).hasSize(180);
    assertThat(one.runWell().err()).isEmpty();
  }

  // A database that cannot be used.

  private Run refused(String... args) {
    Run run = Run.of(folder.resolve("out"), user -> Optional.of(SECRET), args);
    assertThat(run.out() + run.err())
        .doesNotContain(SECRET)
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
    return run;
  }

  @Test
  void run_onAnAddressOfNoKind_isTold() {
    Run run = refused("--store", "jdbc:oracle:thin:@x", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--store must be memory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/x?user=a&password=" + SECRET,
        "jdbc:mariadb://root:" + SECRET + "@localhost/x",
        "jdbc:h2:mem:x;USER=a;PASSWORD=" + SECRET
      })
  void run_onAnAddressWithAPassword_isRefusedAndNotRepeated(String address) {
    Run run = refused("--store", address);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("JIEDUI_STORE_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://127.0.0.1:1/x", "jdbc:mariadb://127.0.0.1:1/x"})
  void run_onAnUnreachableDatabase_isToldInBothLanguages(String address) {
    Run run = refused("--store", address, "--user", "clerk");
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains("连不上数据库");
    assertThat(refused("--store", address, "--lang", "en").err()).contains("was not reached");
  }

  @Test
  void run_withAWrongPasswordOrUser_isTold() {
    String file = TestDatabase.H2.newUrl(folder);
    TestDatabase.H2.execute(file, "SELECT 1");
    Run password = refused("--store", file, "--user", "sa", "--lang", "en");
    assertThat(password.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(password.err()).contains("refused the login");
    Run user = refused("--store", TestDatabase.POSTGRESQL.newUrl(folder), "--user", "nobody");
    assertThat(user.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(user.err()).contains("数据库拒绝登录");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void run_onADatabaseThatIsNotThere_isTold(TestDatabase database) {
    String address = database.newUrl(folder) + "-not";
    Run run = Run.of(folder.resolve("out"), "--store", address, "--user", database.user());
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains("没有这个数据库").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @EnumSource
  void run_onTheTablesOfANewerRelease_isRefused(TestDatabase database) throws IOException {
    Office office = new Office(database);
    office.runWell();
    database.execute(office.url, "UPDATE jiedui_schema_version SET version = 99");
    Run run = office.run("--lang", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains("version 99").contains("newer").doesNotContain("\tat ");
    assertThat(office.run().err()).contains("数据库不能用");
  }

  @Test
  void run_onAFileThatIsNoDatabase_isTold() throws IOException {
    Path store = Files.createDirectories(folder.resolve("store"));
    Files.writeString(store.resolve("jiedui.mv.db"), "no database".repeat(1000));
    Run run = refused("--as-of", DAY, "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.STORE);
    assertThat(run.err()).contains("the database failed");
  }
}
