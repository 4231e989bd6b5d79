package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiedui.text.Wording;

/**
 * The files of a school, read but not yet understood.
 *
 * @param terms its terms
 * @param staff its staff
 * @param pupils its roster
 * @param census what a survey of its pupils found
 * @param rules its rule book
 * @param mentors its mentor assignments
 * @param contacts its contacts
 * @param households its households; without rows if there is no such file
 * @param team its care team; without rows if there is no such file
 * @param peers its pairs of children who help each other; without rows if there is no such file
 */
record SchoolFiles(
    CsvTable terms,
    CsvTable staff,
    CsvTable pupils,
    CsvTable census,
    CsvTable rules,
    CsvTable mentors,
    CsvTable contacts,
    CsvTable households,
    CsvTable team,
    CsvTable peers) {

  private static final String CENSUS = "census.csv";
  private static final String HOUSEHOLDS = "households.csv";

  /**
   * Reads all files; what is wrong with any of them is said at once.
   *
   * @param folder the folder
   * @param roster the roster, if not the folder's own
   * @throws InputException if a file is missing, cannot be read, or lacks a column
   */
  static SchoolFiles read(Path folder, Optional<Path> roster) {
    if (!Files.isDirectory(folder)) {
      throw InputException.ofFile("找不到文件夹：" + folder, "there is no folder " + folder);
    }
    List<InputException> faults = new ArrayList<>();
    ImmutableList<Optional<CsvTable>> tables =
        ImmutableList.of(
            read(folder.resolve("calendar.csv"), Columns.TERMS, faults),
            read(folder.resolve("staff.csv"), Columns.STAFF, faults),
            read(roster.orElse(folder.resolve("pupils.csv")), Columns.PUPILS, faults),
            read(() -> CsvTable.readIfThere(folder.resolve(CENSUS), Columns.CENSUS), faults),
            read(folder.resolve("rules.csv"), Columns.RULES, faults),
            read(folder.resolve("mentors.csv"), Columns.MENTORS, faults),
            read(folder.resolve("contacts.csv"), Columns.CONTACTS, faults),
            read(
                () -> CsvTable.readIfThere(folder.resolve(HOUSEHOLDS), Columns.HOUSEHOLDS), faults),
            read(() -> CsvTable.readIfThere(folder.resolve("team.csv"), Columns.TEAM), faults),
            read(() -> CsvTable.readIfThere(folder.resolve("peers.csv"), Columns.PEERS), faults));
    if (!faults.isEmpty()) {
      throw new InputException(
          ExitCode.FILE,
          Wording.of(
              join(faults.stream().map(fault -> fault.wording().chinese()).toList()),
              join(faults.stream().map(fault -> fault.wording().english()).toList())));
    }
    return new SchoolFiles(
        tables.get(0).orElseThrow(),
        tables.get(1).orElseThrow(),
        tables.get(2).orElseThrow(),
        tables.get(3).orElseThrow(),
        tables.get(4).orElseThrow(),
        tables.get(5).orElseThrow(),
        tables.get(6).orElseThrow(),
        tables.get(7).orElseThrow(),
        tables.get(8).orElseThrow(),
        tables.get(9).orElseThrow());
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines);
  }

  private static Optional<CsvTable> read(
      Path path, Columns<?> columns, List<InputException> faults) {
    return read(() -> CsvTable.read(path, columns), faults);
  }

  private static Optional<CsvTable> read(Supplier<CsvTable> file, List<InputException> faults) {
    try {
      return Optional.of(file.get());
    } catch (InputException e) {
      faults.add(e);
      return Optional.empty();
    }
  }

  /** How many steps an import has: a check for each row, and taking in each contact. */
  int steps() {
    int rows =
        ImmutableList.of(
                terms, staff, pupils, census, rules, mentors, contacts, households, team, peers)
            .stream()
            .mapToInt(table -> table.rows().size())
            .sum();
    return rows + contacts.rows().size();
  }
}
