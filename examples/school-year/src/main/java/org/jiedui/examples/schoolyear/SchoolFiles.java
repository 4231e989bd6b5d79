package org.jiedui.examples.schoolyear;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.text.Wording;

/** The files of a school, read but not yet understood. */
final class SchoolFiles {

  private final ImmutableMap<SchoolFile<?>, CsvTable> tables;

  private SchoolFiles(ImmutableMap<SchoolFile<?>, CsvTable> tables) {
    this.tables = tables;
  }

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
    ImmutableMap.Builder<SchoolFile<?>, CsvTable> tables = ImmutableMap.builder();
    List<InputException> faults = new ArrayList<>();
    for (SchoolFile<?> file : SchoolFile.ALL) {
      Path own = folder.resolve(file.name());
      try {
        tables.put(file, file.read(file.equals(SchoolFile.PUPILS) ? roster.orElse(own) : own));
      } catch (InputException e) {
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      throw new InputException(
          ExitCode.FILE,
          Wording.of(
              join(faults.stream().map(fault -> fault.wording().chinese()).toList()),
              join(faults.stream().map(fault -> fault.wording().english()).toList())));
    }
    return new SchoolFiles(tables.buildOrThrow());
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines);
  }

  /** The rows of a file; none if it is one that a school may not have. */
  CsvTable table(SchoolFile<?> file) {
    return requireNonNull(tables.get(file));
  }

  /** How many steps an import has: a check for each row, and taking in each contact. */
  int steps() {
    ImmutableList<CsvTable> all = tables.values().asList();
    return all.stream().mapToInt(table -> table.rows().size()).sum()
        + table(SchoolFile.CONTACTS).rows().size();
  }
}
