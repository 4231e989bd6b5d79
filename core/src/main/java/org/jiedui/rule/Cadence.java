package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.Term;
import org.jiedui.child.CareEvent;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * How often a rule asks for a contact. It is only the definition; the windows that it gives in a
 * calendar are a {@code Schedule}.
 *
 * <p>Each has a text form that {@link #parse} reads and {@link #text()} prints back:
 *
 * <ul>
 *   <li>{@code P1W}, {@code P2W}, …: runs of n weeks, Monday to Sunday
 *   <li>{@code P1M}, {@code P2M}, …: runs of n calendar months
 *   <li>{@code term-start,term-mid,term-end}, or some of them: the milestones of each term
 *   <li>{@code per-term}: each term
 *   <li>{@code per-year}: each school year
 *   <li>{@code every 14 days}: rolling, counted from the last contact
 *   <li>{@code after guardian-changed 7 days}: within so many days of an event
 * </ul>
 *
 * <p>Immutable.
 */
@Immutable
public sealed interface Cadence {

  /**
   * Returns the text form.
   *
   * @return the text that {@link #parse} reads back to an equal cadence
   */
  String text();

  /**
   * Whether the season of a rule makes a difference to it.
   *
   * @return true for weeks, months and rolling
   */
  default boolean usesSeason() {
    return false;
  }

  /**
   * Whether it has a meaning in a term.
   *
   * @param term the term
   * @return false if it goes by milestones and the term has none, see {@link Term#hasMilestones()}
   */
  default boolean fits(Term term) {
    return true;
  }

  /**
   * Runs of n weeks, Monday to Sunday.
   *
   * @param count 1 to 52
   */
  record Weeks(int count) implements Cadence {

    /**
     * Creates a cadence.
     *
     * @param count 1 to 52
     * @throws IllegalArgumentException if the count is not 1 to 52
     */
    public Weeks {
      checkCount(count, Cadences.MAX_WEEKS, "weeks");
    }

    @Override
    public String text() {
      return "P" + count + "W";
    }

    @Override
    public boolean usesSeason() {
      return true;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Runs of n calendar months.
   *
   * @param count 1 to 24
   */
  record Months(int count) implements Cadence {

    /**
     * Creates a cadence.
     *
     * @param count 1 to 24
     * @throws IllegalArgumentException if the count is not 1 to 24
     */
    public Months {
      checkCount(count, Cadences.MAX_MONTHS, "months");
    }

    @Override
    public String text() {
      return "P" + count + "M";
    }

    @Override
    public boolean usesSeason() {
      return true;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * The milestones of each term.
   *
   * @param which at least one
   */
  record Milestones(ImmutableSet<Milestone> which) implements Cadence {

    /**
     * Creates a cadence.
     *
     * @param which at least one
     * @throws IllegalArgumentException if there is no milestone
     */
    public Milestones {
      requireNonNull(which, "which");
      checkArgument(!which.isEmpty(), "milestones must not be empty");
      which = Sets.immutableEnumSet(which);
    }

    @Override
    public String text() {
      return which.stream().map(Milestone::code).collect(joining(","));
    }

    @Override
    public boolean fits(Term term) {
      return term.hasMilestones();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Each term. */
  record PerTerm() implements Cadence {

    @Override
    public String text() {
      return "per-term";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Each school year. */
  record PerYear() implements Cadence {

    @Override
    public String text() {
      return "per-year";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Rolling: never more than n counted days without a contact.
   *
   * @param days 1 to 732
   */
  record Rolling(int days) implements Cadence {

    /**
     * Creates a cadence.
     *
     * @param days 1 to 732
     * @throws IllegalArgumentException if the days are not 1 to 732
     */
    public Rolling {
      checkCount(days, Cadences.MAX_DAYS, "days");
    }

    @Override
    public String text() {
      return "every " + days + " days";
    }

    @Override
    public boolean usesSeason() {
      return true;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Within n days of an event.
   *
   * @param event what happened
   * @param days 1 to 732
   */
  record AfterEvent(CareEvent event, int days) implements Cadence {

    /**
     * Creates a cadence.
     *
     * @param event what happened
     * @param days 1 to 732
     * @throws IllegalArgumentException if the days are not 1 to 732
     */
    public AfterEvent {
      requireNonNull(event, "event");
      checkCount(days, Cadences.MAX_DAYS, "days");
    }

    @Override
    public String text() {
      return "after " + event.code() + " " + days + " days";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Reads a text form.
   *
   * <p>Example: {@code parse("P2W")} is {@code new Weeks(2)}.
   *
   * @param text one of the forms above; spaces around it are ignored
   * @return the cadence
   * @throws RuleSyntaxException if the text has another form; it names the position and what was
   *     expected there
   */
  static Cadence parse(String text) {
    return Cadences.parse(text);
  }

  private static void checkCount(int count, int max, String unit) {
    checkArgument(count >= 1 && count <= max, "%s (%s) must be 1 to %s", unit, count, max);
  }
}

/** Reads cadences. */
final class Cadences {

  static final int MAX_WEEKS = 52;
  static final int MAX_MONTHS = 24;
  static final int MAX_DAYS = 732;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final String MILESTONES = String.join(",", Coded.codes(Milestone.class));
  private static final Wording FORMS =
      Wording.of(
          "P1W、P1M、" + MILESTONES + "、per-term、per-year、every 14 days 或 after 事件 7 days",
          "P1W, P1M, " + MILESTONES + ", per-term, per-year, every 14 days, or after EVENT 7 days");

  private static final Wording ONE_MILESTONE =
      Wording.of(
          String.join(" 或 ", Coded.codes(Milestone.class)),
          String.join(" or ", Coded.codes(Milestone.class)));
  private static final Wording EVENTS =
      Wording.of(
          String.join("、", Coded.codes(CareEvent.class)),
          String.join(", ", Coded.codes(CareEvent.class)));

  private final String text;
  private int position;

  private Cadences(String text) {
    this.text = text;
  }

  static Cadence parse(String text) {
    return new Cadences(text).cadence();
  }

  private Cadence cadence() {
    skipSpaces();
    Cadence cadence;
    if (take("per-term")) {
      cadence = new Cadence.PerTerm();
    } else if (take("per-year")) {
      cadence = new Cadence.PerYear();
    } else if (take("every ")) {
      cadence = new Cadence.Rolling(days());
    } else if (take("after ")) {
      skipSpaces();
      CareEvent event = event();
      cadence = new Cadence.AfterEvent(event, days());
    } else if (text.startsWith("term-", position)) {
      cadence = milestones();
    } else if (take("P")) {
      cadence = period();
    } else {
      throw expected(FORMS);
    }
    skipSpaces();
    if (position < text.length()) {
      throw expected(Wording.of("结尾", "the end"));
    }
    return cadence;
  }

  private Cadence period() {
    int start = position;
    int count = number(MAX_WEEKS);
    if (take("W")) {
      return new Cadence.Weeks(count);
    }
    if (!text.startsWith("M", position)) {
      throw expected(Wording.of("W（周）或 M（月）", "W for weeks or M for months"));
    }
    if (count > MAX_MONTHS) {
      position = start;
      throw expected(numberUpTo(MAX_MONTHS));
    }
    position++;
    return new Cadence.Months(count);
  }

  private Cadence milestones() {
    EnumSet<Milestone> which = EnumSet.noneOf(Milestone.class);
    do {
      skipSpaces();
      int start = position;
      Milestone milestone =
          Coded.find(Milestone.class, word()).orElseThrow(() -> wrongAt(start, ONE_MILESTONE));
      if (!which.add(milestone)) {
        throw wrongAt(start, Wording.of("每个时间点只写一次", "each milestone once"));
      }
      skipSpaces();
    } while (take(","));
    return new Cadence.Milestones(Sets.immutableEnumSet(which));
  }

  private CareEvent event() {
    int start = position;
    return Coded.find(CareEvent.class, word()).orElseThrow(() -> wrongAt(start, EVENTS));
  }

  private int days() {
    skipSpaces();
    int count = number(MAX_DAYS);
    skipSpaces();
    if (!take("days") && !take("day")) {
      throw expected(Wording.of("days", "days"));
    }
    return count;
  }

  private int number(int max) {
    Matcher matcher = NUMBER.matcher(text).region(position, text.length());
    int count = matcher.lookingAt() ? Integer.parseInt(matcher.group()) : 0;
    if (count < 1 || count > max) {
      throw expected(numberUpTo(max));
    }
    position = matcher.end();
    return count;
  }

  private String word() {
    int start = position;
    while (position < text.length()
        && (Ascii.isLowerCase(text.charAt(position)) || text.charAt(position) == '-')) {
      position++;
    }
    return text.substring(start, position);
  }

  private boolean take(String word) {
    boolean there = text.startsWith(word, position);
    if (there) {
      position += word.length();
    }
    return there;
  }

  private void skipSpaces() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private static Wording numberUpTo(int max) {
    return Wording.of("1 到 " + max + " 的整数", "a number from 1 to " + max);
  }

  private RuleSyntaxException expected(Wording what) {
    return wrongAt(position, what);
  }

  private RuleSyntaxException wrongAt(int start, Wording what) {
    return new RuleSyntaxException(text, start, what);
  }
}
