package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jiedui.calendar.DayKind;
import org.junit.jupiter.api.Test;

/** Plans against all plans there are, for many small schools. */
class ActivityPlannerSearchTest {

  private static final int SCHOOLS = 400;
  private static final double MOST_PLANS = 60_000;

  @Test
  void propose_smallSchools_isBestOfAllPlans() {
    int compared = 0;
    int unplaced = 0;
    int moved = 0;
    int foundWithoutSearch = 0;
    int placedWithoutSearch = 0;
    for (long seed = 1; compared < SCHOOLS; seed++) {
      RandomPlanRequest random = new RandomPlanRequest(seed);
      PlanRequest request = random.next();
      NaivePlanner naive = new NaivePlanner(request);
      if (naive.size() > MOST_PLANS) {
        continue;
      }
      compared++;
      PlanScore best = naive.best();
      PlanProposal proposal = ActivityPlanner.usual().propose(request);
      assertThat(proposal.score()).as("seed %s", seed).isEqualTo(best);
      assertThat(proposal.provenAims()).as("seed %s", seed).isEqualTo(PlanProposal.AIMS);
      check(request, proposal, seed);
      assertThat(ActivityPlanner.usual().propose(random.shuffled(request)))
          .as("seed %s, in another order", seed)
          .isEqualTo(proposal);

      PlanProposal quick = ActivityPlanner.withExactSteps(0).propose(request);
      check(request, quick, seed);
      foundWithoutSearch += quick.score().equals(best) ? 1 : 0;
      placedWithoutSearch += quick.score().placed() == best.placed() ? 1 : 0;
      if (quick.provenAims() == PlanProposal.AIMS) {
        assertThat(quick.score()).as("seed %s, proven", seed).isEqualTo(best);
      }
      if (quick.provenAims() >= 1) {
        assertThat(quick.score().placed()).as("seed %s, proven", seed).isEqualTo(best.placed());
      }
      if (quick.provenAims() >= 2) {
        assertThat(quick.score().moved()).as("seed %s, proven", seed).isEqualTo(best.moved());
      }
      if (quick.provenAims() >= 3) {
        assertThat(quick.score().sumOfSquares())
            .as("seed %s, proven", seed)
            .isEqualTo(best.sumOfSquares());
      }
      unplaced += proposal.unplaced().isEmpty() ? 0 : 1;
      moved += proposal.moved().isEmpty() ? 0 : 1;
    }
    // The generator must give what is hard: plans with too little room, and plans that change.
    assertThat(unplaced).isGreaterThan(SCHOOLS / 10);
    assertThat(moved).isGreaterThan(SCHOOLS / 10);
    assertThat(placedWithoutSearch).isGreaterThanOrEqualTo(SCHOOLS * 99 / 100);
    assertThat(foundWithoutSearch).isGreaterThanOrEqualTo(SCHOOLS * 95 / 100);
  }

  /** What must hold of any plan. */
  private static void check(PlanRequest request, PlanProposal proposal, long seed) {
    Map<Claim, Booking> taken = new HashMap<>();
    request.fixed().values().forEach(each -> each.claims().forEach(one -> taken.put(one, each)));
    for (ProposedActivity placement : proposal.placements()) {
      DayKind kind = request.days().kindOn(placement.booking().day());
      assertThat(placement.template().mayBeOn(kind)).as("seed %s", seed).isTrue();
      assertThat(placement.occasion().days()).contains(placement.booking().day());
      for (Claim claim : placement.booking().claims()) {
        assertThat(taken.put(claim, placement.booking())).as("seed %s %s", seed, claim).isNull();
      }
      assertThat(placement.reasons()).isNotEmpty();
    }
    for (Unplaced unplaced : proposal.unplaced()) {
      assertThat(unplaced.days())
          .as("seed %s", seed)
          .extracting(BlockedDay::day)
          .containsExactlyElementsOf(unplaced.occasion().days());
    }
    PlanScore score = proposal.score();
    assertThat(score.asked()).isEqualTo(proposal.placements().size() + proposal.unplaced().size());
    assertThat(score.placed()).isEqualTo(proposal.placements().size());
    assertThat(score.moved()).isEqualTo(proposal.moved().size());
    assertThat(score.sumOfSquares())
        .isEqualTo(proposal.weeks().values().stream().mapToLong(each -> (long) each * each).sum());
  }
}
