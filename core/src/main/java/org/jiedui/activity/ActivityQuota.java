package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.Scope;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * How many activities of some kinds there must be, and how many each child must have attended.
 *
 * <p>A quota is a rule too: its id is one of the ids of rules, and no contact rule of the school
 * may have it, so that a board shows both side by side. Quotas of one id are the versions of one:
 * each judges the periods that begin while it is in force, so a new one never judges the past
 * again; a period that began before the first is judged by the first if that comes into force
 * before the period is over.
 *
 * <p>For the whole school every activity of the kinds counts once. A lecture that is held class by
 * class is one of each class: then the quota is for each class, and what is for the whole school
 * counts for each class that takes part.
 *
 * <p>Immutable.
 *
 * @param id its identifier, see above
 * @param title what people call it
 * @param provenance where it comes from
 * @param kinds which activities count; at least one kind
 * @param amount how many there must be, in which periods
 * @param eachClass whether each class must have so many, or the whole school
 * @param scope for which of the children in care, and so for which classes
 * @param eachChild how many of them each child must attend in a period, 0 to 366; 0 if none
 * @param attendee whether the child itself or a guardian must attend
 * @param validFrom the first day on which it is in force
 * @param validUntil the last day, if it has one
 */
public record ActivityQuota(
    RuleId id,
    Wording title,
    Provenance provenance,
    ImmutableSet<ActivityKind> kinds,
    QuotaAmount amount,
    boolean eachClass,
    Scope scope,
    int eachChild,
    Attendee attendee,
    LocalDate validFrom,
    Optional<LocalDate> validUntil) {

  private static final int MAX_EACH_CHILD = 366;
  private static final String YES = "yes";
  private static final String NO = "no";

  /** The headings of {@link #cells}. */
  public static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "id",
          "titleChinese",
          "titleEnglish",
          "kinds",
          "amount",
          "eachClass",
          "scope",
          "eachChild",
          "attendee",
          "source",
          "article",
          "textOf",
          "verified",
          "validFrom",
          "validUntil");

  /**
   * Creates a quota.
   *
   * @param id its identifier, see above
   * @param title what people call it
   * @param provenance where it comes from
   * @param kinds which activities count; at least one kind
   * @param amount how many there must be, in which periods
   * @param eachClass whether each class must have so many, or the whole school
   * @param scope for which of the children in care, and so for which classes
   * @param eachChild how many of them each child must attend in a period, 0 to 366; 0 if none
   * @param attendee whether the child itself or a guardian must attend
   * @param validFrom the first day on which it is in force
   * @param validUntil the last day, if it has one
   * @throws IllegalArgumentException if there is no kind, the number for each child is not 0 to
   *     366, or the last day is before the first
   */
  public ActivityQuota {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(provenance, "provenance");
    requireNonNull(kinds, "kinds");
    requireNonNull(amount, "amount");
    requireNonNull(scope, "scope");
    requireNonNull(attendee, "attendee");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    checkArgument(!kinds.isEmpty(), "quota %s must be for a kind of activity", id);
    checkArgument(
        eachChild >= 0 && eachChild <= MAX_EACH_CHILD,
        "the number for each child (%s) of quota %s must be 0 to %s",
        eachChild,
        id,
        MAX_EACH_CHILD);
    checkArgument(
        validUntil.isEmpty() || !validUntil.get().isBefore(validFrom),
        "the last day of quota %s must not be before its first (%s)",
        id,
        validFrom);
  }

  /**
   * Returns the same quota with a last day.
   *
   * @param last the last day on which it is in force
   * @return the quota
   * @throws IllegalArgumentException if the day is before the first
   */
  public ActivityQuota until(LocalDate last) {
    return new ActivityQuota(
        id,
        title,
        provenance,
        kinds,
        amount,
        eachClass,
        scope,
        eachChild,
        attendee,
        validFrom,
        Optional.of(last));
  }

  /**
   * Returns the same quota under another identifier.
   *
   * @param other the identifier
   * @return the quota
   */
  public ActivityQuota withId(RuleId other) {
    return new ActivityQuota(
        other,
        title,
        provenance,
        kinds,
        amount,
        eachClass,
        scope,
        eachChild,
        attendee,
        validFrom,
        validUntil);
  }

  /**
   * Returns the quota as the cells of a line, under {@link #COLUMNS}.
   *
   * @return the cells; empty ones for what it does not have
   */
  public ImmutableList<String> cells() {
    return ImmutableList.of(
        id.value(),
        title.chinese(),
        title.english(),
        kinds.stream().map(Coded::code).collect(joining(";")),
        amount.text(),
        eachClass ? YES : NO,
        scope.text(),
        String.valueOf(eachChild),
        attendee.code(),
        provenance.source(),
        provenance.article().orElse(""),
        provenance.textOf().map(LocalDate::toString).orElse(""),
        provenance.verified() ? YES : NO,
        validFrom.toString(),
        validUntil.map(LocalDate::toString).orElse(""));
  }

  /**
   * Reads the cells of a line.
   *
   * @param cells as many as there are {@link #COLUMNS}, in their order
   * @return the quota whose cells they are
   * @throws IllegalArgumentException if a cell cannot be read; the message names the column
   */
  public static ActivityQuota fromCells(List<String> cells) {
    checkArgument(
        cells.size() == COLUMNS.size(),
        "there must be %s cells, not %s",
        COLUMNS.size(),
        cells.size());
    Cells line = new Cells(cells);
    return new ActivityQuota(
        line.read("id", RuleId::of),
        Wording.of(line.of("titleChinese"), line.of("titleEnglish")),
        new Provenance(
            line.of("source"),
            line.find("article"),
            line.find("textOf").map(text -> line.read("textOf", LocalDate::parse)),
            line.read("verified", ActivityQuota::yes)),
        line.read("kinds", ActivityQuota::kindsOf),
        line.read("amount", QuotaAmount::parse),
        line.read("eachClass", ActivityQuota::yes),
        line.read("scope", Scope::parse),
        line.read("eachChild", Integer::valueOf),
        line.read("attendee", text -> Coded.find(Attendee.class, text).orElseThrow()),
        line.read("validFrom", LocalDate::parse),
        line.find("validUntil").map(text -> line.read("validUntil", LocalDate::parse)));
  }

  private static boolean yes(String text) {
    checkArgument(text.equals(YES) || text.equals(NO), "%s or %s", YES, NO);
    return text.equals(YES);
  }

  private static ImmutableSet<ActivityKind> kindsOf(String text) {
    return Splitter.on(';')
        .trimResults()
        .splitToStream(text)
        .map(kind -> Coded.find(ActivityKind.class, kind).orElseThrow())
        .collect(toImmutableSet());
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "ActivityQuota[" + id + " from " + validFrom + "]";
  }
}
