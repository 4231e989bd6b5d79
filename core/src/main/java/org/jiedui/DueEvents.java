package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.StandingRow;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * The contacts that somebody has to make and the activities that children of theirs should attend,
 * as events of a calendar: by rule or quota and last day, with how many they are. No child stands
 * in them, by name or by id: calendars are shown on screens and kept by others.
 */
final class DueEvents {

  /** Sequences grow by one a day from here. */
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private DueEvents() {}

  /** What is one event. */
  private record Key(LocalDate deadline, RuleId rule) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byDay = deadline.compareTo(other.deadline);
      return byDay == 0 ? rule.compareTo(other.rule) : byDay;
    }
  }

  /**
   * Returns the events of what is due and overdue on a day; what is overdue stands on that day.
   *
   * @param rows the standings of one responsible person that are shown on the day
   */
  static ImmutableList<CalendarEvent> of(
      Collection<StandingRow> rows,
      Map<RuleId, Wording> titles,
      Set<RuleId> quotas,
      SchoolId school,
      StaffId responsible,
      LocalDate day,
      Locale locale) {
    Map<Key, Integer> counts = new TreeMap<>();
    for (StandingRow row : rows) {
      counts.merge(new Key(row.standing().deadline(), row.standing().rule()), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(
            each ->
                event(
                    each.getKey(),
                    each.getValue(),
                    Optional.ofNullable(titles.get(each.getKey().rule())),
                    quotas.contains(each.getKey().rule()),
                    school,
                    responsible,
                    day,
                    locale))
        .collect(toImmutableList());
  }

  private static CalendarEvent event(
      Key key,
      int children,
      Optional<Wording> title,
      boolean quota,
      SchoolId school,
      StaffId responsible,
      LocalDate day,
      Locale locale) {
    boolean overdue = key.deadline().isBefore(day);
    String name = title.map(each -> each.in(locale)).orElseGet(key.rule()::value);
    Wording summary =
        Wording.of(
            "%s%s：%s %d 人".formatted(quota ? "待参加" : "待联系", overdue ? "（已到期）" : "", name, children),
            "%s%s: %s, %d children"
                .formatted(
                    quota ? "To attend" : "To contact",
                    overdue ? " (overdue)" : "",
                    name,
                    children));
    return new CalendarEvent(
        "due:" + key.rule() + ":" + key.deadline() + ":" + responsible + "@" + school + ".jiedui",
        (int) Math.max(0, ChronoUnit.DAYS.between(FIRST, day)),
        DateRange.ofDay(overdue ? day : key.deadline()),
        Optional.empty(),
        0,
        summary.in(locale),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(),
        false);
  }
}
