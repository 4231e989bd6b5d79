package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Attendee;
import org.jiedui.id.RuleId;

/** How quotas that are taken in go with those that a school has. */
final class StoredQuotas {

  private StoredQuotas() {}

  /** What one version of a quota has alone. */
  record Version(RuleId id, LocalDate from) {

    static Version of(ActivityQuota quota) {
      return new Version(quota.id(), quota.validFrom());
    }
  }

  /**
   * Whether the given versions of a quota can be added to the stored ones: none judges otherwise
   * what a stored one of its first day judges, and all versions together are of one quota, of which
   * one at a time is in force.
   */
  static boolean fit(Collection<ActivityQuota> stored, Collection<ActivityQuota> given, RuleId id) {
    ImmutableList<ActivityQuota> before = versions(stored.stream(), id);
    ImmutableList<ActivityQuota> after = versions(given.stream(), id);
    ImmutableSet<LocalDate> from =
        after.stream().map(ActivityQuota::validFrom).collect(ImmutableSet.toImmutableSet());
    if (from.size() < after.size()
        || !before.stream()
            .allMatch(
                known ->
                    after.stream()
                        .filter(each -> each.validFrom().equals(known.validFrom()))
                        .allMatch(each -> judgesAs(known, each)))) {
      return false;
    }
    ImmutableList<ActivityQuota> all =
        versions(
            Stream.concat(
                before.stream().filter(known -> !from.contains(known.validFrom())), after.stream()),
            id);
    for (int i = 1; i < all.size(); i++) {
      if (!follows(all.get(i - 1), all.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static ImmutableList<ActivityQuota> versions(Stream<ActivityQuota> quotas, RuleId id) {
    return quotas
        .filter(each -> each.id().equals(id))
        .sorted((one, other) -> one.validFrom().compareTo(other.validFrom()))
        .collect(ImmutableList.toImmutableList());
  }

  /** What a version is about, but for its title, its source and its days. */
  private record Judged(
      ImmutableSet<ActivityKind> kinds,
      String amount,
      boolean eachClass,
      String scope,
      int eachChild,
      Attendee attendee) {

    static Judged of(ActivityQuota quota) {
      return new Judged(
          quota.kinds(),
          quota.amount().text(),
          quota.eachClass(),
          quota.scope().text(),
          quota.eachChild(),
          quota.attendee());
    }
  }

  /** A last day may be added to a version that had none. */
  private static boolean judgesAs(ActivityQuota known, ActivityQuota given) {
    Optional<LocalDate> last = known.validUntil();
    return Judged.of(known).equals(Judged.of(given))
        && (last.isEmpty() || last.equals(given.validUntil()));
  }

  private static boolean follows(ActivityQuota earlier, ActivityQuota later) {
    return earlier.kinds().equals(later.kinds())
        && earlier.eachClass() == later.eachClass()
        && earlier.attendee() == later.attendee()
        && earlier.validUntil().map(last -> last.isBefore(later.validFrom())).orElse(true);
  }
}
