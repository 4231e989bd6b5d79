package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.id.PartnerId;
import org.jiedui.id.TemplateId;

/**
 * What a school plans its activities by: what the county and the school itself say of single days,
 * what it holds again and again, how much of it there must be, who outside the school takes part,
 * and when its home for left-behind children (留守儿童之家) is open.
 *
 * <p>What was planned from a template stays as it was planned when the template changes.
 *
 * <p>Immutable.
 *
 * @param countyDays what the county says of days; the same for all its schools
 * @param ownDays what the school says of days, where that differs or is more
 * @param templates what is held again and again, each with an id of its own
 * @param quotas how much of it there must be, and for whom
 * @param partners who outside the school takes part, each with an id of its own, and with a name of
 *     its own among those who work with the school at the same time
 * @param homeHours when the home for left-behind children is open; no two overlap
 */
public record ActivityBook(
    ImmutableList<DayMark> countyDays,
    ImmutableList<DayMark> ownDays,
    ImmutableList<ActivityTemplate> templates,
    ImmutableList<ActivityQuota> quotas,
    ImmutableList<Partner> partners,
    ImmutableList<OpeningHours> homeHours) {

  private static final ActivityBook EMPTY =
      new ActivityBook(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of());

  /**
   * Creates a book.
   *
   * @param countyDays what the county says of days; the same for all its schools
   * @param ownDays what the school says of days, where that differs or is more
   * @param templates what is held again and again, each with an id of its own
   * @param quotas how much of it there must be, and for whom
   * @param partners who outside the school takes part, each with an id of its own, and with a name
   *     of its own among those who work with the school at the same time
   * @param homeHours when the home for left-behind children is open; no two overlap
   * @throws IllegalArgumentException if two templates, or two partners, have the same id, a partner
   *     has the name of another while both work with the school, or hours overlap
   */
  public ActivityBook {
    requireNonNull(countyDays, "countyDays");
    requireNonNull(ownDays, "ownDays");
    requireNonNull(templates, "templates");
    requireNonNull(quotas, "quotas");
    requireNonNull(partners, "partners");
    requireNonNull(homeHours, "homeHours");
    Set<PartnerId> partnerIds = new HashSet<>();
    for (Partner partner : partners) {
      checkArgument(partnerIds.add(partner.id()), "two partners have the id %s", partner.id());
    }
    checkNames(partners);
    checkNoOverlap(homeHours);
    Set<TemplateId> ids = new HashSet<>();
    for (ActivityTemplate template : templates) {
      checkArgument(ids.add(template.id()), "two templates have the id %s", template.id());
    }
  }

  private static void checkNames(List<Partner> partners) {
    for (int i = 0; i < partners.size(); i++) {
      checkArgument(
          partners.subList(0, i).stream().noneMatch(partners.get(i)::isAmbiguousWith),
          "partner %s must not have the name of another on the same days",
          partners.get(i).id());
    }
  }

  private static void checkNoOverlap(List<OpeningHours> hours) {
    for (int i = 0; i < hours.size(); i++) {
      for (OpeningHours other : hours.subList(0, i)) {
        checkArgument(
            !hours.get(i).overlaps(other),
            "hours of %s from %s must not overlap those from %s",
            other.weekday(),
            hours.get(i).from(),
            other.from());
      }
    }
  }

  /**
   * Returns a book in which nothing stands.
   *
   * @return the empty book
   */
  public static ActivityBook empty() {
    return EMPTY;
  }

  /**
   * Returns this book with other days of the county; those of the school stay.
   *
   * @param marks what the county says
   * @return the book
   */
  public ActivityBook withCountyDays(Collection<DayMark> marks) {
    return new ActivityBook(
        ImmutableList.copyOf(marks), ownDays, templates, quotas, partners, homeHours);
  }

  /**
   * Returns this book with other days of the school; those of the county stay.
   *
   * @param marks what the school says
   * @return the book
   */
  public ActivityBook withOwnDays(Collection<DayMark> marks) {
    return new ActivityBook(
        countyDays, ImmutableList.copyOf(marks), templates, quotas, partners, homeHours);
  }

  /**
   * Returns this book with other templates.
   *
   * @param all what is held again and again
   * @return the book
   * @throws IllegalArgumentException if two have the same id
   */
  public ActivityBook withTemplates(Collection<ActivityTemplate> all) {
    return new ActivityBook(
        countyDays, ownDays, ImmutableList.copyOf(all), quotas, partners, homeHours);
  }

  /**
   * Returns this book with other quotas.
   *
   * @param all how much there must be
   * @return the book
   */
  public ActivityBook withQuotas(Collection<ActivityQuota> all) {
    return new ActivityBook(
        countyDays, ownDays, templates, ImmutableList.copyOf(all), partners, homeHours);
  }

  /**
   * Returns this book with other partners.
   *
   * @param all who outside the school takes part, also those who did in earlier years
   * @return the book
   * @throws IllegalArgumentException if two have the same id
   */
  public ActivityBook withPartners(Collection<Partner> all) {
    return new ActivityBook(
        countyDays, ownDays, templates, quotas, ImmutableList.copyOf(all), homeHours);
  }

  /**
   * Returns this book with other opening hours of the home for left-behind children.
   *
   * @param hours when it is open, also in earlier years
   * @return the book
   */
  public ActivityBook withHomeHours(Collection<OpeningHours> hours) {
    return new ActivityBook(
        countyDays, ownDays, templates, quotas, partners, ImmutableList.copyOf(hours));
  }

  /**
   * Finds a template.
   *
   * @param id its identifier
   * @return the template, or empty if there is none
   */
  public Optional<ActivityTemplate> find(TemplateId id) {
    return templates.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Finds a partner.
   *
   * @param id its identifier
   * @return the partner, or empty if there is none
   */
  public Optional<Partner> find(PartnerId id) {
    return partners.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Returns what every day is to the school.
   *
   * @param calendar its terms
   * @return the days, with what the county says and, before that, what the school says
   * @throws IllegalArgumentException if the county, or the school, says two things of one day
   */
  public SchoolDays daysOf(SchoolCalendar calendar) {
    return SchoolDays.of(calendar).extendedBy(countyDays).extendedBy(ownDays);
  }

  /** Returns how much there is of everything. */
  @Override
  public String toString() {
    return "ActivityBook["
        + (countyDays.size() + ownDays.size())
        + " marks, "
        + templates.size()
        + " templates, "
        + quotas.size()
        + " quotas]";
  }
}
