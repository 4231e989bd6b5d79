package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.DerivedId;
import org.jiedui.id.PeerPairId;
import org.jiedui.mentor.Peer;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.mentor.PeerRule;
import org.jiedui.mentor.Refusal;
import org.jiedui.time.Tenure;

/** Checks pairs of children against a school and its policy. */
final class PeerIntake {

  private final DraftValidator validator;
  private final PeerPolicy policy;

  PeerIntake(DraftValidator validator, PeerPolicy policy) {
    this.validator = validator;
    this.policy = policy;
  }

  IntakeResult<PeerPair> check(
      List<DraftRow<PeerDraft>> rows,
      SchoolDirectory directory,
      Collection<PeerPair> stored,
      Recording recording,
      Instant now) {
    ImmutableMap<PeerPairId, PeerPair> known =
        stored.stream().collect(toImmutableMap(PeerPair::id, each -> each));
    // Each row is judged beside what is stored and the good rows before it.
    List<PeerPair> pairs = new ArrayList<>(stored);
    return new RowCheck<PeerDraft, PeerPair>()
        .run(
            rows,
            validator,
            "helper",
            draft ->
                RowKeys.of(
                    Texts.studentNumberKey(draft.helper()),
                    Texts.studentNumberKey(draft.helped()),
                    Texts.coded(PeerKind.class, draft.kind()).map(PeerKind::code).orElse(""),
                    Texts.dateKey(draft.from())),
            (draft, row) -> {
              Optional<Child> helper = directory.pupil(draft.helper(), "helper", row);
              Optional<Child> helped = directory.pupil(draft.helped(), "helped", row);
              Days days = Days.of(draft.from(), draft.until(), row);
              if (!row.isGood() || helper.isEmpty() || helped.isEmpty()) {
                return Optional.empty();
              }
              PeerKind kind = Texts.coded(PeerKind.class, draft.kind()).orElseThrow();
              PeerPairId id =
                  PeerPairId.of(
                      "p-"
                          + DerivedId.digest(
                              helper.get().id(), helped.get().id(), kind.code(), days.from()));
              PeerPair before = known.get(id);
              if (before != null) {
                Tenure tenure = Days.continued(before.tenure(), days.until(), row, now);
                return Optional.of(
                    tenure.equals(before.tenure())
                        ? before
                        : before.closed(tenure.closing().orElseThrow()));
              }
              for (Refusal reason : refusals(helper.get(), helped.get(), kind, days, pairs)) {
                row.report("helper", DraftRule.PEERS_REFUSED, reason.wording());
              }
              if (!row.isGood()) {
                return Optional.empty();
              }
              PeerPair pair =
                  new PeerPair(
                      directory.school().id(),
                      id,
                      helper.get().id(),
                      helped.get().id(),
                      kind,
                      days.tenure(recording));
              pairs.add(pair);
              return Optional.of(pair);
            });
  }

  private List<Refusal> refusals(
      Child helper, Child helped, PeerKind kind, Days days, List<PeerPair> pairs) {
    return policy
        .decide(
            new PeerRule.Question(
                Peer.of(helper, days.from()),
                Peer.of(helped, days.from()),
                kind,
                days.range(),
                pairs.stream()
                    .filter(pair -> pair.has(helper.id()) || pair.has(helped.id()))
                    .collect(toImmutableList())))
        .reasons();
  }
}
