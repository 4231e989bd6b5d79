package org.jiedui.examples.schoolyear;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jiedui.text.FormulaGuard;

/**
 * Writes CSV files into a folder, each whole or not at all, and readable by its owner alone where
 * the file system knows owners: they hold student numbers, and contact cards much more.
 */
final class OutputFolder {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  /** Office programs take a file for UTF-8 only if it begins so. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Deletes a file that an earlier run may have written.
   *
   * @param name its name
   * @throws InputException if it is there and cannot be deleted
   */
  void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw InputException.ofFile(
          "无法删除旧文件：" + folder.resolve(name), "cannot delete the old file " + folder.resolve(name));
    }
  }

  /**
   * Deletes the files of one kind that an earlier run may have written, and the folder if nothing
   * else is in it.
   *
   * @param ending how their names end
   * @throws InputException if one is there and cannot be deleted
   */
  void forgetAll(String ending) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(ending))
            .forEach(this::forget);
        if (isEmpty()) {
          Files.delete(folder);
        }
      } catch (IOException e) {
        throw InputException.ofFile("无法读取文件夹：" + folder, "cannot read the folder " + folder);
      }
    }
  }

  /** Returns whether nothing is in it. */
  boolean isEmpty() {
    String[] files = folder.toFile().list();
    return files == null || files.length == 0;
  }

  Path folder() {
    return folder;
  }

  /**
   * Writes a file for programs.
   *
   * @param name its name
   * @param rows its rows, the headings first
   * @throws InputException if it cannot be written
   */
  void write(String name, List<List<String>> rows) {
    write(name, "", rows);
  }

  /**
   * Writes a file that people open in an office program.
   *
   * @param name its name
   * @param rows its rows, the headings first
   * @throws InputException if it cannot be written
   */
  void writeForOffice(String name, List<? extends List<String>> rows) {
    write(
        name,
        BYTE_ORDER_MARK,
        rows.stream().map(row -> row.stream().map(FormulaGuard::guard).toList()).toList());
  }

  private void write(String name, String start, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(start);
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder takes everything
    }
    writeText(name, text.toString());
  }

  /**
   * Writes a file of text.
   *
   * @param name its name
   * @param text the text
   * @throws InputException if it cannot be written
   */
  void writeText(String name, String text) {
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path unfinished =
          Files.createTempFile(folder, name, ".part", OwnerOnly.file(folder.getFileSystem()));
      try {
        Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        Files.move(unfinished, target, ATOMIC_MOVE, REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw InputException.ofFile("无法写入文件：" + target, "cannot write file " + target);
    }
  }
}
