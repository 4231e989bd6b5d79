package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiedui.text.FormulaGuard;

/**
 * A table of texts, read from a CSV file as office programs export them.
 *
 * <p>Read are UTF-8, with or without a byte-order mark, and GB18030, of which GBK is a part. Bytes
 * that are neither are refused: to guess would be to store wrong names.
 *
 * @param file the name of the file
 * @param headings the headings, in order
 * @param rows the rows that are not blank
 */
record CsvTable(String file, ImmutableList<String> headings, ImmutableList<Row> rows) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What older and newer office programs write in China; it reads every GBK file. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  /**
   * A row as it stands in the file.
   *
   * @param number its number as an office program counts: the headings are row 1
   * @param cells its cells; as many as there are headings, or not
   */
  record Row(int number, ImmutableList<String> cells) {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @param columns the columns that it must have
   * @throws InputException if the file is missing, its encoding or form cannot be read, or a
   *     heading is missing or stands twice
   */
  static CsvTable read(Path path, Columns<?> columns) {
    String file = String.valueOf(path.getFileName());
    ImmutableList<ImmutableList<String>> records = parse(file, decode(file, bytes(path)));
    if (records.isEmpty()) {
      throw InputException.ofFile("文件 " + file + " 是空的", "file " + file + " is empty");
    }
    ImmutableList<String> headings =
        records.get(0).stream().map(String::strip).collect(toImmutableList());
    check(file, headings, columns);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
        rows.add(new Row(i + 1, records.get(i)));
      }
    }
    return new CsvTable(file, headings, rows.build());
  }

  /**
   * Reads a file that a school may not have.
   *
   * @param path the file
   * @param columns the columns that it must have if it is there
   * @return the file, or a table without rows
   * @throws InputException as {@link #read} does, but not if the file is missing
   */
  static CsvTable readIfThere(Path path, Columns<?> columns) {
    return Files.exists(path)
        ? read(path, columns)
        : new CsvTable(
            String.valueOf(path.getFileName()),
            columns.fields().keySet().asList(),
            ImmutableList.of());
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw InputException.ofFile("找不到文件：" + path, "there is no file " + path);
    } catch (IOException e) {
      throw InputException.ofFile("无法读取文件：" + path, "cannot read file " + path);
    }
  }

  private static String decode(String file, byte[] bytes) {
    return decode(bytes, StandardCharsets.UTF_8)
        .or(() -> decode(bytes, GB18030))
        .filter(text -> text.indexOf('\0') < 0)
        .map(text -> CharMatcher.is(BYTE_ORDER_MARK).trimLeadingFrom(text))
        .orElseThrow(
            () ->
                InputException.ofFile(
                    "文件 " + file + " 的编码无法识别；请另存为 CSV UTF-8 或 GBK",
                    "the encoding of file "
                        + file
                        + " cannot be read; save it as CSV UTF-8 or GBK"));
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static ImmutableList<ImmutableList<String>> parse(String file, String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      return parser.stream()
          .map(CSVRecord::toList)
          .map(ImmutableList::copyOf)
          .collect(toImmutableList());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw InputException.ofFile(
          "文件 " + file + " 不是完整的 CSV 表格，可能有引号没有成对",
          "file " + file + " is not a whole CSV table; a quote may not be closed");
    }
  }

  private static void check(String file, List<String> headings, Columns<?> columns) {
    String missing = String.join("、", columns.missingFrom(headings));
    if (!missing.isEmpty()) {
      throw InputException.ofFile(
          "文件 " + file + " 缺少列：" + missing, "file " + file + " lacks the columns: " + missing);
    }
    String twice = String.join("、", columns.repeatedIn(headings));
    if (!twice.isEmpty()) {
      throw InputException.ofFile(
          "文件 " + file + " 有重复的列：" + twice, "file " + file + " has these columns twice: " + twice);
    }
  }

  /** Returns the cells of a row by heading; a cell that is missing at the end is empty. */
  ImmutableMap<String, String> byHeading(Row row) {
    ImmutableMap.Builder<String, String> cells = ImmutableMap.builder();
    for (int i = 0; i < headings.size(); i++) {
      String cell = i < row.cells().size() ? row.cells().get(i) : "";
      cells.put(headings.get(i), FormulaGuard.undo(cell).strip());
    }
    return cells.buildKeepingLast();
  }

  /** Returns the size alone: the cells are personal. */
  @Override
  public String toString() {
    return "CsvTable[" + file + ", " + rows.size() + " rows]";
  }
}
