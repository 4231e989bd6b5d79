package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiedui.id.CarerId;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;

/**
 * Compares how a child is cared for with art. 21 to 23 of the Law on the Protection of Minors.
 *
 * <p>It is a pure function of the child, the dates and the numbers, and refuses nothing: whatever
 * was recorded stays, and what is otherwise than the law asks is a {@link Finding}.
 *
 * <ul>
 *   <li>Art. 21: a child under 8, or one who needs special care, is left unattended; a child under
 *       16 lives alone; or nobody knows with whom: both parents are away, no carer is on file, the
 *       child does not board, and its living is not recorded.
 *   <li>Art. 22: both parents are away and no carer is on file; the carer is no adult, or is not
 *       known to be one, or has no full capacity, or one of the four bars was found; the child's
 *       own view was not heard.
 *   <li>Art. 23: the school, or the village committee, was not told in writing.
 * </ul>
 *
 * <p>What somebody noted as done on a later day is not done yet on the day of the check.
 *
 * <p>Example: a grandmother cares from 2025-09-01 and neither school nor village is told. With
 * {@link GuardianshipSettings#byLaw()}, both are found from 2025-09-08 on.
 *
 * <p>Immutable and thread-safe.
 */
public final class GuardianshipCheck {

  private final GuardianshipSettings settings;

  private GuardianshipCheck(GuardianshipSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the check of the law.
   *
   * @return the check with {@link GuardianshipSettings#byLaw()}
   */
  public static GuardianshipCheck byLaw() {
    return of(GuardianshipSettings.byLaw());
  }

  /**
   * Returns a check.
   *
   * @param settings the numbers under which it judges
   * @return the check
   */
  public static GuardianshipCheck of(GuardianshipSettings settings) {
    return new GuardianshipCheck(requireNonNull(settings, "settings"));
  }

  /**
   * Returns what is found for a child.
   *
   * @param child the child
   * @param viewpoint the day of the check, and the last day whose records are seen
   * @param zone the school's zone: on which day something was recorded
   * @return the findings, in the order of {@link FindingKind}; none if the child is no minor
   */
  public ImmutableList<Finding> findings(Child child, Viewpoint viewpoint, ZoneId zone) {
    Instant knownBefore = viewpoint.knownBefore(zone);
    Family family = Family.of(child, knownBefore);
    NavigableSet<LocalDate> changes = changes(child, family);
    LocalDate day = viewpoint.asOf();
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (FindingKind kind : FindingKind.values()) {
      if (holds(kind, family, day)) {
        findings.add(new Finding(kind, since(kind, family, changes, day), wording(kind)));
      }
    }
    return findings.build();
  }

  /** The days on which something may begin or end to hold. */
  private NavigableSet<LocalDate> changes(Child child, Family family) {
    NavigableSet<LocalDate> days = family.changes();
    LocalDate born = child.birthDate();
    days.add(born);
    days.add(born.plusYears(settings.attendedUnder()));
    days.add(born.plusYears(settings.withAdultUnder()));
    days.add(born.plusYears(settings.minorUnder()));
    days.add(born.plusYears(settings.heardFrom()));
    for (LocalDate day : ImmutableList.copyOf(days)) {
      if (family.carer(day).isPresent()) {
        days.add(family.carerSince(day).plusDays(settings.noticeDays()));
      }
    }
    for (Carer carer : family.carers()) {
      carer.birthDate().ifPresent(date -> days.add(date.plusYears(settings.minorUnder())));
      carer.delegation().schoolNotifiedOn().ifPresent(days::add);
      carer.delegation().villageNotifiedOn().ifPresent(days::add);
      carer.delegation().childHeardOn().ifPresent(days::add);
    }
    return days;
  }

  /** The begin of the days without a break, up to one on which it holds, of the same carer. */
  private LocalDate since(
      FindingKind kind, Family family, NavigableSet<LocalDate> changes, LocalDate day) {
    Optional<CarerId> carer = family.carer(day).map(Carer::id);
    LocalDate since = day;
    for (LocalDate change : changes.headSet(day, true).descendingSet()) {
      if (!holds(kind, family, change) || !family.carer(change).map(Carer::id).equals(carer)) {
        return since;
      }
      since = change;
    }
    return since;
  }

  private boolean holds(FindingKind kind, Family family, LocalDate day) {
    if (!family.isUnder(settings.minorUnder(), day)) {
      return false;
    }
    return switch (kind) {
      case UNATTENDED -> isUnattended(family, day);
      case LIVING_ALONE ->
          family.isUnder(settings.withAdultUnder(), day)
              && family.living(day).equals(Optional.of(Living.ALONE));
      case NO_ADULT_KNOWN ->
          family.isUnder(settings.withAdultUnder(), day)
              && isWithoutCarer(family, day)
              && family.living(day).isEmpty()
              && !family.boards(day);
      case CARER_MISSING -> isWithoutCarer(family, day);
      case CARER_IS_MINOR ->
          isOfCarer(
              family,
              day,
              carer -> carer.birthDate().map(born -> isMinor(born, day)).orElse(false));
      case CARER_AGE_UNKNOWN -> isOfCarer(family, day, carer -> carer.birthDate().isEmpty());
      case CARER_WITHOUT_CAPACITY ->
          isOfCarer(
              family, day, carer -> carer.suitability().fullCapacity().equals(Optional.of(false)));
      case CARER_PAST_HARM, CARER_HARMFUL_HABITS, CARER_NEGLECT, CARER_OTHERWISE_UNSUITABLE ->
          isOfCarer(
              family,
              day,
              carer ->
                  carer.suitability().bars().stream().anyMatch(bar -> FindingKind.of(bar) == kind));
      case CHILD_NOT_HEARD ->
          !family.isUnder(settings.heardFrom(), day)
              && isOfCarer(family, day, carer -> isMissing(carer.delegation().childHeardOn(), day));
      case SCHOOL_NOT_NOTIFIED ->
          isNoticeDue(family, day)
              && isOfCarer(
                  family, day, carer -> isMissing(carer.delegation().schoolNotifiedOn(), day));
      case VILLAGE_NOT_NOTIFIED ->
          isNoticeDue(family, day)
              && isOfCarer(
                  family, day, carer -> isMissing(carer.delegation().villageNotifiedOn(), day));
    };
  }

  private boolean isUnattended(Family family, LocalDate day) {
    boolean asked = family.isUnder(settings.attendedUnder(), day) || family.needsSpecialCare();
    return asked
        && family
            .living(day)
            .filter(living -> living == Living.UNATTENDED || living == Living.ALONE)
            .isPresent();
  }

  private static boolean isWithoutCarer(Family family, LocalDate day) {
    return family.areBothAway(day) && family.carer(day).isEmpty();
  }

  private boolean isMinor(LocalDate born, LocalDate day) {
    return day.isBefore(born.plusYears(settings.minorUnder()));
  }

  private boolean isNoticeDue(Family family, LocalDate day) {
    return family.carer(day).isPresent()
        && !day.isBefore(family.carerSince(day).plusDays(settings.noticeDays()));
  }

  private static boolean isOfCarer(Family family, LocalDate day, Predicate<Carer> test) {
    return family.carer(day).filter(test).isPresent();
  }

  private static boolean isMissing(Optional<LocalDate> done, LocalDate day) {
    return done.isEmpty() || done.get().isAfter(day);
  }

  private Wording wording(FindingKind kind) {
    return switch (kind) {
      case UNATTENDED ->
          Wording.of(
              "未满 " + settings.attendedUnder() + " 周岁或需要特别照顾的学生处于无人看护状态",
              "a child under "
                  + settings.attendedUnder()
                  + ", or in need of special care, is left unattended");
      case LIVING_ALONE ->
          Wording.of(
              "未满 " + settings.withAdultUnder() + " 周岁的学生脱离监护单独生活",
              "a child under " + settings.withAdultUnder() + " lives alone");
      case NO_ADULT_KNOWN ->
          Wording.of(
              "未满 " + settings.withAdultUnder() + " 周岁，父母均外出，未登记被委托人，不住校，也未登记与谁同住",
              "both parents of a child under "
                  + settings.withAdultUnder()
                  + " are away, no carer is on file, the child does not board, and nobody recorded"
                  + " with whom it lives");
      case CARER_MISSING ->
          Wording.of("父母均外出，未登记被委托人", "both parents are away, and no carer is on file");
      case CARER_IS_MINOR ->
          Wording.of(
              "被委托人未满 " + settings.minorUnder() + " 周岁",
              "the carer is under " + settings.minorUnder());
      case CARER_AGE_UNKNOWN ->
          Wording.of(
              "未登记被委托人的出生日期，不知是否年满 " + settings.minorUnder() + " 周岁",
              "the carer's birth date is not recorded: nobody knows whether the carer is "
                  + settings.minorUnder());
      case CARER_WITHOUT_CAPACITY ->
          Wording.of("被委托人不具有完全民事行为能力", "the carer has no full capacity for civil acts");
      case CARER_PAST_HARM -> ofBar(CarerBar.PAST_HARM);
      case CARER_HARMFUL_HABITS -> ofBar(CarerBar.HARMFUL_HABITS);
      case CARER_NEGLECT -> ofBar(CarerBar.NEGLECT);
      case CARER_OTHERWISE_UNSUITABLE -> ofBar(CarerBar.OTHERWISE_UNSUITABLE);
      case CHILD_NOT_HEARD ->
          Wording.of("委托照护前未听取学生本人的意见", "the child's own view of the carer was not heard");
      case SCHOOL_NOT_NOTIFIED ->
          Wording.of(
              "开始照护已满 " + settings.noticeDays() + " 天，仍未书面告知学校",
              "the school was not told in writing within "
                  + settings.noticeDays()
                  + " days of the begin of care");
      case VILLAGE_NOT_NOTIFIED ->
          Wording.of(
              "开始照护已满 " + settings.noticeDays() + " 天，仍未书面告知村（居）委会",
              "the village committee was not told in writing within "
                  + settings.noticeDays()
                  + " days of the begin of care");
    };
  }

  private static Wording ofBar(CarerBar bar) {
    return Wording.of(
        "登记有不得作为被委托人的情形：" + bar.wording().chinese(),
        "a bar to being a carer is recorded: " + bar.wording().english());
  }

  /** Returns the numbers. */
  @Override
  public String toString() {
    return "GuardianshipCheck[" + settings + "]";
  }
}
