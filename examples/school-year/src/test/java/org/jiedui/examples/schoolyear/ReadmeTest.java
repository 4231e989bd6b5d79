package org.jiedui.examples.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.access.Actor;
import org.jiedui.child.Child;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.school.School;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.memory.MemoryCareStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's code compiles and runs, and its output is what the program prints. */
class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 10);

  @Test
  void embeddingCode_runs() {
    InstantSource clock = () -> TODAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    StringBuilder printed = new StringBuilder();
    // begin of the README's code
    SchoolId school = SchoolId.of("qingshi");
    CareOffice office =
        CareOffice.open(
            MemoryCareStore.create(), OfficeSettings.of(clock, () -> UUID.randomUUID().toString()));
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("clerk"), school));
    desk.school().register(School.of(school, "青石岭小学", ZoneId.of("Asia/Shanghai")));
    takeIn(desk, school); // calendar, staff, rules, roster: as SchoolImport does
    Child child = desk.children().page(school, Optional.empty(), 1).get(0);
    desk.contacts()
        .record(
            Contact.builder(school, child.id(), ContactId.of("visit-1"))
                .day(TODAY)
                .channel(Channel.HOME_VISIT)
                .madeBy(Party.HOMEROOM_TEACHER)
                .with(Party.CHILD, Party.CARER));
    desk.board()
        .page(BoardQuery.on(school, TODAY))
        .forEach(row -> printed.append(row.deadline()).append(' ').append(row.state()));
    // end of the README's code
    assertThat(printed.toString()).contains("2025-12-14 DUE");
  }

  private static void takeIn(CareDesk desk, SchoolId school) {
    new SchoolImport(desk, School.of(school, "青石岭小学", ZoneId.of("Asia/Shanghai")), rows -> {})
        .run(SchoolFiles.read(Path.of("data", "qingshi-2025"), Optional.empty()));
  }

  private static List<String> lines(Path path) throws IOException {
    return Files.readAllLines(path);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String block(String language) throws IOException {
    List<String> lines = lines(README);
    int start = lines.indexOf("```" + language) + 1;
    assertThat(start).as("a block of %s", language).isPositive();
    int end = start + lines.subList(start, lines.size()).indexOf("```");
    return String.join("\n", lines.subList(start, end));
  }

  @Test
  void readme_hasTheCodeThatRunsHere() throws IOException {
    Path source = Path.of("src/test/java/org/jiedui/examples/schoolyear/ReadmeTest.java");
    String here =
        lines(source).stream()
            .dropWhile(line -> !line.strip().equals("// begin of the README's code"))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("// end of the README's code"))
            .collect(Collectors.joining("\n"));
    assertThat(squeeze(block("java"))).isEqualTo(squeeze(here));
  }

  @Test
  void readme_hasTheOutputThatTheProgramPrints(@TempDir Path folder) throws IOException {
    String out = Run.of(folder, "--as-of", "2025-12-10").out();
    for (String part : Splitter.on("\n…\n").split(block("text"))) {
      assertThat(out).contains(part);
    }
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
