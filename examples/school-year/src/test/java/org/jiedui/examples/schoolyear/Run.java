package org.jiedui.examples.schoolyear;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of the program, as a user sees it.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it printed besides
 * @param folder where it wrote
 */
record Run(int exitCode, String out, String err, Path folder) {

  static Run of(Path folder, String... args) {
    return of(folder, user -> Optional.empty(), args);
  }

  static Run of(Path folder, Terminal.Passwords passwords, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--out");
    all.add(folder.toString());
    int exitCode =
        SchoolYear.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), Optional.empty(), passwords),
            all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString(), folder);
  }

  String file(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a file without quotes, split at commas, the headings left out. */
  ImmutableList<List<String>> rows(String name) {
    return Splitter.on('\n')
        .omitEmptyStrings()
        .splitToStream(file(name))
        .skip(1)
        .map(line -> Splitter.on(',').splitToList(line))
        .collect(ImmutableList.toImmutableList());
  }

  /** The files that it wrote. */
  ImmutableList<String> files() {
    try (var files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
