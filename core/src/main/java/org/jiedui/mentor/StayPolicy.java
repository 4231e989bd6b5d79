package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.Sets.immutableEnumSet;
import static com.google.common.collect.Sets.toImmutableEnumSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.text.Wording;

/**
 * When one child may be a guest of another's family: if for each of the two somebody who may has
 * consented, on or before the first day, for all the days.
 *
 * <p>One consent must cover the whole stay: two that cover half of it each are not enough.
 *
 * <p>Immutable.
 */
public final class StayPolicy {

  private static final StayPolicy GUARDIANS =
      new StayPolicy(
          Arrays.stream(ConsentGiver.values())
              .filter(ConsentGiver::isGuardian)
              .collect(toImmutableEnumSet()));

  static final Refusal NO_CONSENT =
      Refusal.of("no-consent", Wording.of("没有监护人的同意记录", "there is no consent on file"));
  static final Refusal CONSENT_TOO_LATE =
      Refusal.of(
          "consent-too-late", Wording.of("同意日期晚于首日", "the consent was given after the first day"));
  static final Refusal CONSENT_EXPIRES =
      Refusal.of(
          "consent-expires", Wording.of("同意的有效期不到最后一日", "the consent expires before the last day"));
  static final Refusal CONSENT_WITHDRAWN =
      Refusal.of("consent-withdrawn", Wording.of("同意已撤回", "the consent was withdrawn"));
  static final Refusal NOT_ENROLLED =
      Refusal.of("not-enrolled", Wording.of("首日不在校", "is in no class on the first day"));

  private final ImmutableSet<ConsentGiver> givers;

  private StayPolicy(ImmutableSet<ConsentGiver> givers) {
    this.givers = givers;
  }

  /**
   * Consents of guardians count: of either parent, or another guardian. A carer is no guardian.
   *
   * @return the policy
   */
  public static StayPolicy guardians() {
    return GUARDIANS;
  }

  /**
   * Consents of these count.
   *
   * @param givers who may consent
   * @return the policy
   */
  public static StayPolicy consentsOf(ConsentGiver... givers) {
    return new StayPolicy(immutableEnumSet(Arrays.asList(givers)));
  }

  /**
   * Decides whether a stay may take place, as things stand.
   *
   * @param stay the stay
   * @param guest the guest on the first day
   * @param host the host's child on the first day
   * @param consents the consents for the two; those for other children are not looked at
   * @return accepted, or refused with every objection: for a child without a consent that will do,
   *     one for each thing that is wrong with those that are on file
   * @throws IllegalArgumentException if the peers are not those of the stay
   */
  public StayDecision decide(
      HomeStay stay, Peer guest, Peer host, Collection<GuardianConsent> consents) {
    checkArgument(
        guest.child().equals(stay.guest()) && host.child().equals(stay.host()),
        "stay %s is of other children",
        stay.id());
    ImmutableList.Builder<StayDecision.Objection> objections = ImmutableList.builder();
    for (Peer peer : ImmutableList.of(guest, host)) {
      if (!peer.isEnrolled()) {
        objections.add(new StayDecision.Objection(peer.child(), NOT_ENROLLED));
      }
      for (Refusal reason : missing(stay, peer, consents)) {
        objections.add(new StayDecision.Objection(peer.child(), reason));
      }
    }
    ImmutableList<StayDecision.Objection> all = objections.build();
    return all.isEmpty() ? new StayDecision.Accepted(stay) : new StayDecision.Refused(stay, all);
  }

  private ImmutableSet<Refusal> missing(
      HomeStay stay, Peer peer, Collection<GuardianConsent> consents) {
    ImmutableList<GuardianConsent> own =
        consents.stream()
            .filter(consent -> consent.childId().equals(peer.child()))
            .filter(consent -> consent.purpose() == ConsentPurpose.VISITS_AND_STAYS)
            .filter(consent -> givers.contains(consent.givenBy()))
            .collect(toImmutableList());
    if (own.isEmpty()) {
      return ImmutableSet.of(NO_CONSENT);
    }
    if (own.stream().anyMatch(consent -> consent.covers(stay.days()))) {
      return ImmutableSet.of();
    }
    LocalDate last = stay.days().last().orElseThrow();
    ImmutableSet.Builder<Refusal> reasons = ImmutableSet.builder();
    for (GuardianConsent consent : own) {
      if (consent.givenOn().isAfter(stay.days().start())) {
        reasons.add(CONSENT_TOO_LATE);
      }
      if (consent.validUntil().filter(end -> end.isBefore(last)).isPresent()) {
        reasons.add(CONSENT_EXPIRES);
      }
      if (consent.withdrawal().filter(by -> !by.on().isAfter(last)).isPresent()) {
        reasons.add(CONSENT_WITHDRAWN);
      }
    }
    return reasons.build();
  }
}
