package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.base.Joiner;
import com.google.common.io.Resources;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RandomRuleBook;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RulePresets;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookCsvTest {

  private static final LocalDate FROM = LocalDate.of(2025, 9, 1);
  private static final String HEADINGS = Joiner.on(',').join(RuleBookCsv.COLUMNS) + "\r\n";

  /** A good line, and the same rule from another day on. */
  private static final String CALL =
      "call,通话,Call,child,father;mother,call,P1M,1,term,half,0,all,学校制度,,,no,2025-09-01,\r\n";

  private static final String NEXT = CALL.replace("2025-09-01", "2026-02-24");

  private static IntakeResult<ContactRule> read(String text) {
    return SampleSchool.INTAKE.ruleBook(text);
  }

  private static RuleBook book(String text) {
    return RuleBook.of(read(text).valuesOrThrow());
  }

  /** The presets that are on, and a rule with everything that could get lost. */
  private static RuleBook sample() {
    List<ContactRule> rules = new ArrayList<>(RulePresets.defaults(FROM).rules());
    RuleVersion.Builder first =
        RuleVersion.from(FROM)
            .until(LocalDate.of(2025, 12, 31))
            .pattern(
                ContactPattern.of(
                    List.of(Party.MENTOR, Party.HOMEROOM_TEACHER),
                    List.of(Party.CARER, Party.CHILD),
                    List.of(Channel.TALK, Channel.HOME_VISIT)))
            .cadence(Cadence.parse("every 14 days"))
            .scope(Scope.parse("key-support and not (grade 1-3 or boarding)"))
            .season(Season.YEAR)
            .coverage(Coverage.WHOLE)
            .graceDays(13);
    RuleVersion.Builder second =
        RuleVersion.from(LocalDate.of(2026, 2, 24))
            .pattern(
                ContactPattern.of(
                    List.of(Party.HOMEROOM_TEACHER), List.of(Party.CHILD), List.of(Channel.TALK)))
            .cadence(Cadence.parse("term-start,term-end"))
            .times(2)
            .coverage(Coverage.ANY);
    rules.add(
        ContactRule.of(
            RuleId.of("-talk"),
            Wording.of("=谈心，“每两周”\n又一行", "He said \"talk\", then '=1+1"),
            new Provenance(
                "@学校, 制度", Optional.of("'-3"), Optional.of(LocalDate.of(1999, 1, 1)), false),
            List.of(first.build(), second.build())));
    return RuleBook.of(rules);
  }

  @Test
  void columns_areTheFieldsOfADraft() {
    assertThat(RuleBookCsv.COLUMNS)
        .containsExactlyElementsOf(
            Arrays.stream(RuleDraft.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void write_theSampleBook_isTheGoldenText() throws IOException {
    String golden =
        Resources.toString(
            Resources.getResource(RuleBookCsvTest.class, "rule-book.csv"), StandardCharsets.UTF_8);
    assertThat(RuleBookCsv.write(sample())).isEqualTo(golden);
    assertThat(book(golden)).isEqualTo(sample());
  }

  @Test
  void write_noRules_isTheHeadings() {
    assertThat(RuleBookCsv.write(RuleBook.empty())).isEqualTo(HEADINGS);
    assertThat(book(HEADINGS)).isEqualTo(RuleBook.empty());
  }

  @Test
  void write_cellsThatLookLikeFormulas_startNone() {
    assertThat(RuleBookCsv.write(sample()))
        .contains("\r\n'-talk,\"'=谈心，“每两周”\n又一行\",")
        .contains(",\"'@学校, 制度\",''-3,1999-01-01,no,");
    // What somebody wrote by hand is a title like others.
    ContactRule rule = read(HEADINGS + CALL.replace("通话", "=1+1")).valuesOrThrow().get(0);
    assertThat(rule.title().chinese()).isEqualTo("=1+1");
  }

  @ParameterizedTest(name = "2,000 books of seed {0}")
  @ValueSource(longs = {20251210, 1})
  void read_randomBook_isTheBookThatWasWritten(long seed) {
    RandomRuleBook random = new RandomRuleBook(seed);
    int versions = 0;
    for (int i = 0; i < 2000; i++) {
      RuleBook book = random.next();
      String text = RuleBookCsv.write(book);
      IntakeResult<ContactRule> read = read(text);
      assertThat(read.violations()).as("seed %s, book %s: %s", seed, i, text).isEmpty();
      assertThat(RuleBook.of(read.values()))
          .as("seed %s, book %s: %s", seed, i, text)
          .isEqualTo(book);
      // Equal books may differ in the order of sets; their texts do not.
      assertThat(RuleBookCsv.write(RuleBook.of(read.values())))
          .as("seed %s, book %s", seed, i)
          .isEqualTo(text);
      versions += book.rules().stream().mapToInt(rule -> rule.versions().size()).sum();
    }
    assertThat(versions).isGreaterThan(5000);
  }

  @Test
  void read_chineseHeadings_isTheSame() {
    String headings = String.join(",", RuleDraft.TABLE.names().keySet()) + "\r\n";
    assertThat(book(RuleBookCsv.write(sample()).replace(HEADINGS, headings))).isEqualTo(sample());
  }

  @Test
  void read_whatAnOfficeProgramMakesOfIt_isTheSame() {
    String text = RuleBookCsv.write(sample());
    assertThat(book("\uFEFF" + text)).isEqualTo(sample());
    assertThat(book(text.replace("\r\n", "\n"))).isEqualTo(sample());
    assertThat(book(text + ",".repeat(RuleBookCsv.COLUMNS.size() - 1) + "\r\n\r\n"))
        .isEqualTo(sample());
    assertThat(book(HEADINGS.replace(",", " ,") + CALL.replace("2025-09-01", "2025/9/1")))
        .isEqualTo(book(HEADINGS + CALL));
  }

  @Test
  void read_columnsInAnyOrder_areTheSame() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < RuleBookCsv.COLUMNS.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(7));
    String[] cells = CALL.strip().split(",", -1);
    String headings = Joiner.on(',').join(order.stream().map(RuleBookCsv.COLUMNS::get).toList());
    String line = Joiner.on(',').join(order.stream().map(i -> cells[i]).toList());
    assertThat(book(headings + "\n" + line)).isEqualTo(book(HEADINGS + CALL));
  }

  @Test
  void read_neededColumnsAlone_haveTheUsualSettings() {
    assertThat(
            book(
                """
                id,titleChinese,titleEnglish,madeBy,with,channels,cadence,source,validFrom
                call,通话,Call,child,father;mother,call,P1M,学校制度,2025-09-01
                """))
        .isEqualTo(book(HEADINGS + CALL));
  }

  // Faults.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          column       | cell             | told
          id           | c@ll             | not-an-id
          id           | ''               | required
          titleChinese | ''               | required
          titleEnglish | ''               | required
          madeBy       | teacher          | not-one-of
          with         | father+mother    | not-one-of
          channels     | call;fax         | not-one-of
          cadence      | monthly          | syntax
          times        | 0                | not-a-number
          season       | autumn           | not-one-of
          coverage     | third            | not-one-of
          graceDays    | -1               | not-a-number
          scope        | all adn boarding | syntax
          source       | ''               | required
          textOf       | 2024-02-30       | not-a-date
          verified     | perhaps          | not-one-of
          validFrom    | 2025-09-31       | not-a-date
          validUntil   | forever          | not-a-date
          """)
  void read_faultInACell_isToldAtItsRowAndColumn_andNothingIsRead(
      String column, String cell, String told) {
    String[] cells = CALL.strip().split(",", -1);
    cells[RuleBookCsv.COLUMNS.indexOf(column)] = cell;
    IntakeResult<ContactRule> result =
        read(HEADINGS + CALL.replaceFirst("call", "other") + String.join(",", cells));
    assertThat(texts(result.violations())).containsExactly("row 3 " + column + " " + told);
    assertThat(result.values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"article", "source", "titleChinese", "titleEnglish"})
  void read_textThatIsTooLongOrHasControlCharacters_isToldAtItsColumn(String column) {
    String[] cells = CALL.strip().split(",", -1);
    cells[RuleBookCsv.COLUMNS.indexOf(column)] = "\u0007".repeat(101);
    assertThat(texts(read(HEADINGS + String.join(",", cells)).violations()))
        .containsExactly(
            "row 2 " + column + " too-long", "row 2 " + column + " control-characters");
  }

  @Test
  void read_manyFaults_areAllToldAtOnce() {
    String text =
        HEADINGS
            + CALL
            + NEXT.replace("P1M", "P0M").replace("half", "third")
            + "\r\n"
            + CALL.replaceFirst("call", "other").replace("学校制度", "学校,制度")
            + "cut,off";
    IntakeResult<ContactRule> result = read(text);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id other-version-faulty",
            "row 3 cadence syntax",
            "row 3 coverage not-one-of",
            "row 5  too-many-cells",
            "row 6  too-few-cells");
    assertThat(result.violations().get(4).message(Locale.CHINA))
        .isEqualTo("本行只有 2 格，表头有 18 格，可能少了逗号，或文件不完整");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void read_inACalendar_tellsWhatHasNoMeaningInIt_besidesOtherFaults() {
    IntakeResult<ContactRule> result =
        SampleSchool.INTAKE.ruleBook(
            HEADINGS
                + CALL.replace("P1M", "term-mid")
                + CALL.replaceFirst("call", "other").replace("half", "third"),
            Optional.of(SampleSchool.WITH_SHORT_TERMS));
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 cadence term-without-milestones",
            "row 2 cadence term-without-milestones",
            "row 3 coverage not-one-of");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void read_lineBreaksInCells_countAsOneRow() {
    String text = HEADINGS + CALL.replace("通话", "\"通\r\n话\"") + NEXT.replace("P1M", "?");
    assertThat(texts(read(text).faults())).contains("row 3 cadence syntax");
  }

  @Test
  void read_headings_areCheckedAllAtOnce() {
    IntakeResult<ContactRule> result =
        read(
            "id,titleChinese,titleEnglish,madeBy,with,channels,cadence,times,Season,times,scope\n"
                + "rows are not looked at");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 1  unknown-column",
            "row 1 source missing-column",
            "row 1 times repeated-column",
            "row 1 validFrom missing-column");
    assertThat(result.violations().get(0).message(Locale.ENGLISH))
        .isEqualTo("the heading of column 9 is not one that is known");
    assertThat(result.violations().get(2).message(Locale.CHINA)).isEqualTo("此列在第 10 列又出现一次");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void read_anotherFile_repeatsNothingOfIt() {
    IntakeResult<ContactRule> result = read("G52242420181129483X,罗鹏嘉,男\n");
    assertThat(result.values()).isEmpty();
    for (Violation violation : result.violations()) {
      assertThat(violation + violation.message(Locale.CHINA))
          .doesNotContain("罗鹏嘉", "G52242420181129483X");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\r\n"})
  void read_noText_lacksEveryNeededColumn(String text) {
    assertThat(read(text).faults())
        .filteredOn(fault -> fault.rule() == DraftRule.MISSING_COLUMN)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "id",
            "titleChinese",
            "titleEnglish",
            "madeBy",
            "with",
            "channels",
            "cadence",
            "source",
            "validFrom");
    assertThat(read(text).values()).isEmpty();
  }

  @Test
  void read_quoteThatIsNeverClosed_isToldAtItsRow_withTheFaultsBefore() {
    IntakeResult<ContactRule> result =
        read(HEADINGS + CALL + NEXT.replace("half", "third") + "\"x,y\r\n" + CALL);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id other-version-faulty", "row 3 coverage not-one-of", "row 4  not-a-table");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void read_textCutOffAnywhere_isReadWithoutFaultOrNotAtAll() {
    String text = RuleBookCsv.write(sample());
    for (int end = 0; end < text.length(); end++) {
      IntakeResult<ContactRule> result = read(text.substring(0, end));
      if (!result.faults().isEmpty()) {
        assertThat(result.values()).as("cut off at %s", end).isEmpty();
      }
    }
  }
}
