package org.jiedui.activity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.text.FormulaGuard;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * A plan as a table, month by month, as schools print it: a line for each activity.
 *
 * <p>Immutable.
 *
 * @param headings the headings, in the reader's language
 * @param months the lines of each month, by day; only months that have some
 * @param chinese whether the reader reads Chinese
 */
public record PlanTable(
    ImmutableList<String> headings, ImmutableList<Month> months, boolean chinese) {

  private static final ImmutableList<Wording> HEADINGS =
      ImmutableList.of(
          Wording.of("日期", "Day"),
          Wording.of("星期", "Weekday"),
          Wording.of("周次", "Week"),
          Wording.of("时间", "Time"),
          Wording.of("活动", "Activity"),
          Wording.of("类别", "Kind"),
          Wording.of("班级", "Classes"),
          Wording.of("负责人", "Leader"),
          Wording.of("地点", "Place"),
          Wording.of("合作单位", "Partner"),
          Wording.of("分钟", "Minutes"),
          Wording.of("状态", "State"));

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /**
   * The lines of a month.
   *
   * @param month the month
   * @param lines the cells of each line, as many as there are headings
   */
  public record Month(YearMonth month, ImmutableList<ImmutableList<String>> lines) {

    /**
     * Creates a month.
     *
     * @param month the month
     * @param lines the cells of each line, as many as there are headings
     */
    public Month {
      requireNonNull(month, "month");
      requireNonNull(lines, "lines");
    }
  }

  /**
   * Creates a table.
   *
   * @param headings the headings, in the reader's language
   * @param months the lines of each month, by day; only months that have some
   * @param chinese whether the reader reads Chinese
   */
  public PlanTable {
    requireNonNull(headings, "headings");
    requireNonNull(months, "months");
  }

  /**
   * Returns the table of a plan.
   *
   * @param plan the activities, cancelled ones too
   * @param range the days to show
   * @param days the calendar, for the numbers of the weeks
   * @param names what people call leaders, classes and partners
   * @param locale the reader's locale
   * @return the table
   */
  public static PlanTable of(
      ActivityPlan plan, DateRange range, SchoolDays days, PlanNames names, Locale locale) {
    Map<YearMonth, List<ImmutableList<String>>> byMonth =
        plan.activities().stream()
            .filter(each -> range.contains(day(each)))
            .sorted(Comparator.comparing(PlanTable::day).thenComparing(Activity::id))
            .collect(
                Collectors.groupingBy(
                    each -> YearMonth.from(day(each)),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        each -> line(each, days, names, locale), Collectors.toList())));
    return new PlanTable(
        HEADINGS.stream().map(each -> each.in(locale)).collect(toImmutableList()),
        byMonth.entrySet().stream()
            .map(month -> new Month(month.getKey(), ImmutableList.copyOf(month.getValue())))
            .collect(toImmutableList()),
        Wording.isChinese(locale));
  }

  private static LocalDate day(Activity activity) {
    return activity.status().arrangement().day();
  }

  private static ImmutableList<String> line(
      Activity activity, SchoolDays days, PlanNames names, Locale locale) {
    ActivityStatus status = activity.status();
    Arrangement arrangement = status.arrangement();
    Locale language = Wording.isChinese(locale) ? Locale.CHINESE : Locale.ENGLISH;
    return ImmutableList.of(
        arrangement.day().toString(),
        arrangement.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, language),
        days.weekOn(arrangement.day()).map(week -> String.valueOf(week.number())).orElse(""),
        arrangement.startsAt().map(LocalTime::toString).orElse(""),
        activity.title().in(locale),
        activity.kind().wording().in(locale),
        names.of(activity.classes(), locale),
        names.of(arrangement.leader()),
        arrangement.place().wording().in(locale),
        arrangement.partner().map(names::of).orElse(""),
        String.valueOf(arrangement.minutes()),
        status.state().wording().in(locale));
  }

  /**
   * Returns the table as CSV (RFC 4180), all months below one line of headings. A cell that an
   * office program could take for a formula has an apostrophe in front.
   *
   * @return the text, the last line ended too
   */
  public String csv() {
    return Stream.concat(
            Stream.of(headings), months.stream().flatMap(each -> each.lines().stream()))
        .map(
            cells ->
                FORMAT.format(cells.stream().map(FormulaGuard::guard).toArray())
                    + FORMAT.getRecordSeparator())
        .collect(joining());
  }

  /**
   * Returns the table as text, each month below its name, the columns under each other where
   * Chinese characters are twice as wide as Latin ones. Columns that are empty throughout are left
   * out.
   *
   * @return the text, the last line ended too
   */
  public String text() {
    return months.stream().map(this::text).collect(joining("\n"));
  }

  private String text(Month month) {
    List<ImmutableList<String>> all =
        Stream.concat(Stream.of(headings), month.lines().stream()).toList();
    int[] widths =
        IntStream.range(0, headings.size())
            .map(
                column ->
                    month.lines().stream().allMatch(line -> line.get(column).isEmpty())
                        ? 0
                        : all.stream().mapToInt(line -> width(line.get(column))).max().orElse(0))
            .toArray();
    String name =
        chinese
            ? "%s年%s月".formatted(month.month().getYear(), month.month().getMonthValue())
            : month.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + month.month().getYear();
    return name + "\n" + all.stream().map(line -> padded(line, widths) + "\n").collect(joining());
  }

  private static String padded(ImmutableList<String> line, int[] widths) {
    return IntStream.range(0, widths.length)
        .filter(column -> widths[column] > 0)
        .mapToObj(column -> line.get(column) + " ".repeat(widths[column] - width(line.get(column))))
        .collect(joining("  "))
        .stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(PlanTable::width).sum();
  }

  /** Ideographs and the punctuation that goes with them take two columns. */
  private static int width(int codePoint) {
    return Character.isIdeographic(codePoint)
            || (codePoint >= 0x3000 && codePoint <= 0x303F)
            || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
        ? 2
        : 1;
  }
}
