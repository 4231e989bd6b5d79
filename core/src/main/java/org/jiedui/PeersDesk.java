package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.access.Operation;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.PeerDraft;
import org.jiedui.intake.Recording;
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.Peer;
import org.jiedui.mentor.PeerDecision;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.mentor.PeerRule;
import org.jiedui.mentor.StayDecision;
import org.jiedui.mentor.StayKind;
import org.jiedui.mentor.StayPolicy;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;

/**
 * The desk for children who help each other (学生结对互助), and for visits and stays with each other's
 * families (到家做客、共度周末). Thread-safe.
 */
public final class PeersDesk {

  private static final EndedRecords<PeerPairId, PeerPair> PAIRS =
      new EndedRecords<>(
          "peer pair", PeerPair::schoolId, PeerPair::id, PeerPair::tenure, PeerPair::closed);

  private final Gate gate;
  private final KeptConsents consents;

  PeersDesk(Gate gate) {
    this.gate = gate;
    this.consents = new KeptConsents(gate, ConsentPurpose.VISITS_AND_STAYS);
  }

  /**
   * What came of pairing two children.
   *
   * @param decision accepted, or refused with every reason
   * @param pair the pair that was stored, if it was accepted
   */
  public record Pairing(PeerDecision decision, Optional<PeerPair> pair) {

    /**
     * Creates a pairing.
     *
     * @param decision accepted, or refused with every reason
     * @param pair the pair that was stored, if it was accepted
     */
    public Pairing {
      requireNonNull(decision, "decision");
      requireNonNull(pair, "pair");
    }
  }

  /**
   * Checks pairs against the constraints, the school and a policy; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param policy which child may help which; a new pair that it refuses is faulty
   * @param recording when the pairs count as recorded
   * @return the good pairs, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.KEEP_PEERS)
  public IntakeResult<PeerPair> check(
      SchoolId school, List<DraftRow<PeerDraft>> rows, PeerPolicy policy, Recording recording) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        (writer, count) ->
            gate.intake()
                .peers(
                    rows,
                    Directories.of(writer, school),
                    writer.peerPairs().all(school),
                    policy,
                    recording,
                    gate.now()));
  }

  /**
   * Takes in pairs that were recorded elsewhere, all or none: those that are new, and the ends of
   * those that the school has. One that is stored as given is left alone, so taking in the same
   * ones again changes nothing. No policy is asked: {@link #check} does that.
   *
   * @param school the school
   * @param pairs the pairs
   * @throws IllegalArgumentException if one is of another school
   * @throws org.jiedui.storage.DuplicateRecordException if the school has one of that id that
   *     differs otherwise than in being open
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.KEEP_PEERS)
  public void importAll(SchoolId school, Collection<PeerPair> pairs) {
    gate.run(
        Operation.KEEP_PEERS,
        school,
        (writer, count) -> {
          ImmutableSet<ChildId> children =
              pairs.stream()
                  .flatMap(pair -> Stream.of(pair.helper(), pair.helped()))
                  .collect(toImmutableSet());
          Directories.checkKnown(writer.children(), school, children);
          count.add(PAIRS.takeIn(writer.peerPairs(), school, pairs).size());
          return pairs;
        });
  }

  /**
   * Decides whether one child may help another, as things stand; stores nothing.
   *
   * @param school the school
   * @param helper the child who would help
   * @param helped the child who would be helped
   * @param kind with what
   * @param from the first day
   * @param policy which child may help which
   * @return accepted, or refused with every reason
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @Performs(Operation.SEE_PEERS)
  public PeerDecision decide(
      SchoolId school,
      ChildId helper,
      ChildId helped,
      PeerKind kind,
      LocalDate from,
      PeerPolicy policy) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        helped,
        (reader, count) -> {
          count.add(2);
          return policy.decide(question(reader, school, helper, helped, kind, from));
        });
  }

  private static PeerRule.Question question(
      CareReader reader,
      SchoolId school,
      ChildId helper,
      ChildId helped,
      PeerKind kind,
      LocalDate from) {
    return new PeerRule.Question(
        peer(reader, school, helper, from),
        peer(reader, school, helped, from),
        kind,
        DateRange.startingOn(from),
        Stream.of(helper, helped)
            .flatMap(child -> reader.peerPairs().ofChild(school, child).stream())
            .distinct()
            .collect(toImmutableList()));
  }

  private static Peer peer(CareReader reader, SchoolId school, ChildId child, LocalDate day) {
    return Peer.of(reader.children().get(school, child).value(), day);
  }

  /**
   * Pairs two children, if the policy accepts it.
   *
   * @param school the school
   * @param helper the child who helps
   * @param helped the child who is helped
   * @param kind with what
   * @param from the first day
   * @param policy which child may help which
   * @return the pair, or every reason against it; then nothing is stored
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public Pairing pair(
      SchoolId school,
      ChildId helper,
      ChildId helped,
      PeerKind kind,
      LocalDate from,
      PeerPolicy policy) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        helped,
        (writer, count) -> {
          PeerDecision decision =
              policy.decide(question(writer, school, helper, helped, kind, from));
          if (!decision.isAccepted()) {
            return new Pairing(decision, Optional.empty());
          }
          count.add(1);
          PeerPair pair =
              new PeerPair(
                  school,
                  gate.newId(PeerPairId::of),
                  helper,
                  helped,
                  kind,
                  Tenure.startingOn(from, gate.now()));
          writer.peerPairs().insert(pair);
          return new Pairing(decision, Optional.of(pair));
        });
  }

  /**
   * Ends a pair.
   *
   * @param school the school
   * @param pair the pair
   * @param lastDay its last day, included; the day before its first if it never came about
   * @param reason why, not blank
   * @return the closed pair
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such pair
   * @throws IllegalArgumentException if it ended already, would end before it begins, or the reason
   *     is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public PeerPair close(SchoolId school, PeerPairId pair, LocalDate lastDay, String reason) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        (writer, count) -> {
          count.add(1);
          Versioned<PeerPair> stored = writer.peerPairs().get(school, pair);
          PeerPair closed = stored.value().closed(new Tenure.Closing(lastDay, reason, gate.now()));
          count.about(closed.helped());
          writer.peerPairs().update(closed, stored.version());
          return closed;
        });
  }

  /**
   * Returns all pairs of a school.
   *
   * @param school the school
   * @return the pairs by id, closed ones too
   */
  @Performs(Operation.SEE_PEERS)
  public ImmutableList<PeerPair> pairs(SchoolId school) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        (reader, count) -> {
          ImmutableList<PeerPair> pairs = reader.peerPairs().all(school);
          count.add(pairs.size());
          return pairs;
        });
  }

  /**
   * Returns the pairs in which a child helps or is helped.
   *
   * @param school the school
   * @param child the child
   * @return the pairs by id, closed ones too
   */
  @Performs(Operation.SEE_PEERS)
  public ImmutableList<PeerPair> pairsOf(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<PeerPair> pairs = reader.peerPairs().ofChild(school, child);
          count.add(pairs.size());
          return pairs;
        });
  }

  /**
   * Records that somebody consented to visits and stays.
   *
   * @param school the school
   * @param child for which child, the guest or the child of the host family
   * @param givenBy who
   * @param givenOn the day on which they did
   * @param validUntil the last day on which it counts, if they named one
   * @return the consent
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if it ends before it was given
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public GuardianConsent consent(
      SchoolId school,
      ChildId child,
      ConsentGiver givenBy,
      LocalDate givenOn,
      Optional<LocalDate> validUntil) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          return consents.give(writer, school, child, givenBy, givenOn, validUntil);
        });
  }

  /**
   * Records that a consent was withdrawn. Stays that rest on it are not called off by that: {@link
   * #staysWithoutConsent} names them.
   *
   * @param school the school
   * @param consent the consent
   * @param on the first day on which it counts no more
   * @return the withdrawn consent
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such consent
   * @throws IllegalArgumentException if it was withdrawn already, is withdrawn before it was given,
   *     or is to something else
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public GuardianConsent withdraw(SchoolId school, ConsentId consent, LocalDate on) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        (writer, count) -> {
          GuardianConsent withdrawn = consents.withdraw(writer, school, consent, on);
          count.add(1);
          count.about(withdrawn.childId());
          return withdrawn;
        });
  }

  /**
   * Returns the consents for a child.
   *
   * @param school the school
   * @param child the child
   * @return the consents by id, withdrawn ones too
   */
  @Performs(Operation.SEE_PEERS)
  public ImmutableList<GuardianConsent> consents(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<GuardianConsent> all = consents.ofChild(reader, school, child);
          count.add(all.size());
          return all;
        });
  }

  /**
   * Arranges a visit or stay, if the policy accepts it.
   *
   * @param school the school
   * @param guest the child who visits
   * @param host the child whose family is visited
   * @param kind what kind of stay
   * @param days on which days, with a last one
   * @param policy whose consents count
   * @return accepted and stored, or refused with every objection; then nothing is stored
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if guest and host are the same, or the days have no end
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public StayDecision arrange(
      SchoolId school,
      ChildId guest,
      ChildId host,
      StayKind kind,
      DateRange days,
      StayPolicy policy) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        guest,
        (writer, count) -> {
          HomeStay stay =
              new HomeStay(
                  school,
                  gate.newId(HomeStayId::of),
                  guest,
                  host,
                  kind,
                  days,
                  gate.now(),
                  Optional.empty());
          StayDecision decision = decide(writer, stay, policy);
          if (decision.isAccepted()) {
            count.add(1);
            writer.homeStays().insert(stay);
          }
          return decision;
        });
  }

  private static StayDecision decide(CareReader reader, HomeStay stay, StayPolicy policy) {
    SchoolId school = stay.schoolId();
    LocalDate first = stay.days().start();
    return policy.decide(
        stay,
        peer(reader, school, stay.guest(), first),
        peer(reader, school, stay.host(), first),
        Stream.of(stay.guest(), stay.host())
            .flatMap(child -> reader.consents().ofChild(school, child).stream())
            .toList());
  }

  /**
   * Calls a stay off.
   *
   * @param school the school
   * @param stay the stay
   * @param reason why, not blank
   * @return the stay that does not take place
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such stay
   * @throws IllegalArgumentException if it is called off already, or the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_PEERS)
  public HomeStay callOff(SchoolId school, HomeStayId stay, String reason) {
    return gate.run(
        Operation.KEEP_PEERS,
        school,
        (writer, count) -> {
          count.add(1);
          Versioned<HomeStay> stored = writer.homeStays().get(school, stay);
          HomeStay off = stored.value().calledOff(new HomeStay.CallingOff(reason, gate.now()));
          count.about(off.guest());
          writer.homeStays().update(off, stored.version());
          return off;
        });
  }

  /**
   * Returns the stays of which a child is the guest or whose family is the host.
   *
   * @param school the school
   * @param child the child
   * @return the stays by id, those called off too
   */
  @Performs(Operation.SEE_PEERS)
  public ImmutableList<HomeStay> stays(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<HomeStay> stays = reader.homeStays().ofChild(school, child);
          count.add(stays.size());
          return stays;
        });
  }

  /**
   * Finds the stays that must not take place, or not go on, although they were arranged: a consent
   * was withdrawn since, say.
   *
   * @param school the school
   * @param day stays that were over before it are not looked at, nor those called off
   * @param policy whose consents count
   * @return the refusals with every objection, by the id of the stay
   */
  @Performs(Operation.SEE_PEERS)
  public ImmutableList<StayDecision> staysWithoutConsent(
      SchoolId school, LocalDate day, StayPolicy policy) {
    return gate.look(
        Operation.SEE_PEERS,
        school,
        (reader, count) -> {
          ImmutableList<StayDecision> refused =
              reader.homeStays().all(school).stream()
                  .filter(stay -> stay.callingOff().isEmpty())
                  .filter(stay -> !stay.days().last().orElseThrow().isBefore(day))
                  .map(stay -> decide(reader, stay, policy))
                  .filter(decision -> !decision.isAccepted())
                  .collect(toImmutableList());
          count.add(refused.size());
          return refused;
        });
  }
}
