package org.jiedui.examples.schoolyear;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.DayMark;
import org.jiedui.ics.IcsDayMarks;
import org.jiedui.text.Wording;

/** The files of a school, read but not yet understood. */
final class SchoolFiles {

  /** The calendar that the schools of a county share. */
  private static final String COUNTY_CALENDAR = "county-calendar.ics";

  private final ImmutableMap<SchoolFile<?>, CsvTable> tables;
  private final Optional<ImmutableList<DayMark>> countyDays;

  private SchoolFiles(
      ImmutableMap<SchoolFile<?>, CsvTable> tables, Optional<ImmutableList<DayMark>> countyDays) {
    this.tables = tables;
    this.countyDays = countyDays;
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
    Optional<ImmutableList<DayMark>> countyDays = Optional.empty();
    try {
      countyDays = readCountyDays(folder.resolve(COUNTY_CALENDAR));
    } catch (InputException e) {
      faults.add(e);
    }
    if (!faults.isEmpty()) {
      throw new InputException(
          ExitCode.FILE,
          Wording.of(
              join(faults.stream().map(fault -> fault.wording().chinese()).toList()),
              join(faults.stream().map(fault -> fault.wording().english()).toList())));
    }
    return new SchoolFiles(tables.buildOrThrow(), countyDays);
  }

  private static Optional<ImmutableList<DayMark>> readCountyDays(Path path) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    String text;
    try {
      text = Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw InputException.ofFile("无法读取文件：" + path, "cannot read file " + path);
    }
    IcsDayMarks.Marks read = IcsDayMarks.read(text, SchoolYear.ZONE);
    if (!read.problems().isEmpty()) {
      throw new InputException(
          ExitCode.FILE,
          Wording.of(
              join(
                  read.problems().stream()
                      .map(problem -> COUNTY_CALENDAR + "：" + problem.wording().chinese())
                      .toList()),
              join(
                  read.problems().stream()
                      .map(problem -> COUNTY_CALENDAR + ": " + problem.wording().english())
                      .toList())));
    }
    return Optional.of(read.marks());
  }

  /** What the county says of days; empty if there is no such file. */
  Optional<ImmutableList<DayMark>> countyDays() {
    return countyDays;
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
