package org.jiedui.mentor;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.interfaces.MinimumCostFlowAlgorithm.MinimumCostFlow;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DirectedMultigraph;

/**
 * Solves a {@link MatchProblem} exactly, by flows of minimum cost.
 *
 * <p>One unit flows from each child, through a teacher and one of its places, or straight, to the
 * end. What the first stage leaves open the next decides: an edge whose reduced cost the first
 * flow's potentials show to be above zero carries nothing in any flow as good, one below zero is
 * full in all, and the others are free (complementary slackness).
 *
 * <p>Two things make large networks small. Where the first stage cannot tell many children apart,
 * they are one node with as many units. And of many pairs only each child's few cheapest are in the
 * network at first: the potentials of all stages price those that were left out, and while some
 * might better the flow they are added and it is solved again. When there is none, the flow is the
 * best of the whole network.
 */
final class MatchFlow {

  /**
   * The most that a way through the network may cost. Above it, the algorithm might mistake a way
   * for one of those that it adds itself, which cost {@link
   * CapacityScalingMinimumCostFlow#COST_INF} on each half. Costs are whole numbers far below 2^53,
   * so that doubles add them up exactly.
   */
  static final long MOST_ON_A_WAY = (long) CapacityScalingMinimumCostFlow.COST_INF / 2;

  /** With how many pairs of each child it begins, and how many it adds at once. */
  private static final int PAIRS_AT_ONCE = 16;

  /** How many children there must be to a node for it to be worth while. */
  private static final int CHILDREN_TO_A_NODE = 4;

  private static final int NO_SCALING = 1;
  private static final int UNLIMITED = CapacityScalingMinimumCostFlow.CAP_INF;

  private final MatchProblem problem;
  private final int pairsAtOnce;
  private final List<Stage> stages;

  /** How many stages are solved for good, with all pairs. */
  private int settled;

  /**
   * The pairs of each child that are in the network, by their index among its eligible teachers.
   */
  private final BitSet[] pairs;

  private final int[] teacherOf;

  /** By stage: of each child, then of each teacher, then of the end. */
  private final long[][] potentials;

  private MatchFlow(MatchProblem problem, long mostOnAWay, int pairsAtOnce) {
    this.problem = problem;
    this.pairsAtOnce = pairsAtOnce;
    this.stages = Stage.of(problem, mostOnAWay);
    this.pairs = new BitSet[problem.children()];
    this.teacherOf = new int[problem.children()];
    this.potentials = new long[stages.size()][];
    for (int child = 0; child < pairs.length; child++) {
      pairs[child] = new BitSet(problem.eligible()[child].length);
    }
  }

  /** Returns the teacher of each child, or {@link MatchProblem#NOBODY}. */
  static int[] solve(MatchProblem problem) {
    return solve(problem, MOST_ON_A_WAY, PAIRS_AT_ONCE);
  }

  /**
   * Solves it with other bounds: lower ones make more stages and more rounds of the same result.
   */
  static int[] solve(MatchProblem problem, long mostOnAWay, int pairsAtOnce) {
    MatchFlow flow = new MatchFlow(problem, mostOnAWay, pairsAtOnce);
    flow.settleFirstStage();
    if (flow.settled < flow.stages.size()) {
      flow.addCheapest();
      do {
        flow.solveOpenStages();
      } while (flow.addWhatMightHelp());
    }
    return flow.teacherOf;
  }

  private int teacherNode(int teacher) {
    return problem.children() + teacher;
  }

  private int endNode() {
    return problem.children() + problem.teachers();
  }

  /** Solves the first stage at once if it sees few kinds of children. */
  private void settleFirstStage() {
    List<int[]> alike = alikeIn(stages.get(0));
    if (alike.size() * CHILDREN_TO_A_NODE > problem.children()) {
      return;
    }
    Face whole = new Face();
    for (int child = 0; child < pairs.length; child++) {
      whole.pairs[child].set(0, problem.eligible()[child].length);
    }
    solve(0, alike, whole);
    settled = 1;
    // The next stage must find at least this flow among its pairs.
    for (int child = 0; child < pairs.length; child++) {
      if (teacherOf[child] != MatchProblem.NOBODY) {
        pairs[child].set(Arrays.binarySearch(problem.eligible()[child], teacherOf[child]));
      }
    }
  }

  /** Puts together the children who may go to the same teachers at the same costs. */
  private List<int[]> alikeIn(Stage stage) {
    Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    for (int child = 0; child < pairs.length; child++) {
      int[] eligible = problem.eligible()[child];
      int[] traits = Arrays.copyOf(eligible, 2 * eligible.length + 1);
      for (int i = 0; i < eligible.length; i++) {
        traits[eligible.length + i] = stage.pair(child, i);
      }
      traits[2 * eligible.length] = stage.unserved(child);
      alike.computeIfAbsent(Ints.asList(traits), any -> new ArrayList<>()).add(child);
    }
    return alike.values().stream().map(Ints::toArray).toList();
  }

  private void addCheapest() {
    for (int child = 0; child < pairs.length; child++) {
      int count = problem.eligible()[child].length;
      if (count <= 2 * pairsAtOnce) {
        pairs[child].set(0, count);
        continue;
      }
      Fewest cheapest = new Fewest(pairsAtOnce);
      for (int i = 0; i < count; i++) {
        // Each child begins with another teacher: equals do not all crowd around the first.
        int index = (int) (((long) child * pairsAtOnce + i) % count);
        if (isAsGoodAsAnyInSettledStages(child, index)) {
          cheapest.offer(costInOpenStages(child, index), index);
        }
      }
      cheapest.addTo(pairs[child]);
    }
  }

  private boolean isAsGoodAsAnyInSettledStages(int child, int index) {
    return settled == 0 || reducedCost(0, child, index) == 0;
  }

  private long costInOpenStages(int child, int index) {
    long cost = 0;
    for (int i = settled; i < stages.size(); i++) {
      cost += stages.get(i).pair(child, index);
    }
    return cost;
  }

  private void solveOpenStages() {
    List<int[]> each = new ArrayList<>();
    Face face = new Face();
    for (int child = 0; child < pairs.length; child++) {
      each.add(new int[] {child});
      face.pairs[child].or(pairs[child]);
    }
    for (int i = 0; i < settled; i++) {
      face.narrow(i);
    }
    for (int i = settled; i < stages.size(); i++) {
      solve(i, each, face);
      face.narrow(i);
    }
  }

  private void solve(int stage, List<int[]> nodes, Face face) {
    potentials[stage] = new Network(stages.get(stage), nodes, face).solve();
  }

  private long reducedCost(int stage, int child, int index) {
    int teacher = problem.eligible()[child][index];
    return stages.get(stage).pair(child, index)
        + potentials[stage][teacherNode(teacher)]
        - potentials[stage][child];
  }

  private boolean addWhatMightHelp() {
    boolean added = false;
    for (int child = 0; child < pairs.length; child++) {
      int count = problem.eligible()[child].length;
      if (pairs[child].cardinality() < count) {
        Fewest best = new Fewest(pairsAtOnce);
        for (int i = pairs[child].nextClearBit(0);
            i < count;
            i = pairs[child].nextClearBit(i + 1)) {
          offerIfItMightHelp(child, i, best);
        }
        added |= best.addTo(pairs[child]);
      }
    }
    return added;
  }

  /** The first stage in which the reduced cost of a pair is not zero says whether it might. */
  private void offerIfItMightHelp(int child, int index, Fewest best) {
    for (int i = 0; i < stages.size(); i++) {
      long reduced = reducedCost(i, child, index);
      if (reduced != 0) {
        if (reduced < 0) {
          best.offer(reduced, index);
        }
        return;
      }
    }
  }

  /** The indices of the few lowest costs that were offered; of equal ones the first. */
  private static final class Fewest {

    private final long[] costs;
    private final int[] indices;
    private int size;

    Fewest(int most) {
      this.costs = new long[most];
      this.indices = new int[most];
    }

    void offer(long cost, int index) {
      if (size == costs.length && cost >= costs[size - 1]) {
        return;
      }
      int at = size == costs.length ? size - 1 : size++;
      for (; at > 0 && costs[at - 1] > cost; at--) {
        costs[at] = costs[at - 1];
        indices[at] = indices[at - 1];
      }
      costs[at] = cost;
      indices[at] = index;
    }

    boolean addTo(BitSet set) {
      for (int i = 0; i < size; i++) {
        set.set(indices[i]);
      }
      return size > 0;
    }
  }

  /** Whether a place is taken in every flow as good as the one found, in none, or in some. */
  private enum PlaceUse {
    FREE,
    TAKEN,
    EMPTY
  }

  /** What the stages so far leave open: all flows that are as good in them, and no others. */
  private final class Face {

    final BitSet[] pairs = new BitSet[problem.children()];
    final BitSet mayBeLeft = new BitSet();
    final PlaceUse[][] places = new PlaceUse[problem.teachers()][];

    Face() {
      Arrays.setAll(pairs, child -> new BitSet());
      mayBeLeft.set(0, problem.children());
      for (int teacher = 0; teacher < places.length; teacher++) {
        places[teacher] = new PlaceUse[problem.places()[teacher]];
        Arrays.fill(places[teacher], PlaceUse.FREE);
      }
    }

    void narrow(int number) {
      Stage stage = stages.get(number);
      long[] potential = potentials[number];
      for (int child = 0; child < pairs.length; child++) {
        BitSet left = pairs[child];
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
          if (reducedCost(number, child, i) > 0) {
            left.clear(i);
          }
        }
        if (stage.unserved(child) + potential[endNode()] - potential[child] > 0) {
          mayBeLeft.clear(child);
        }
      }
      for (int teacher = 0; teacher < places.length; teacher++) {
        long difference = potential[endNode()] - potential[teacherNode(teacher)];
        for (int i = 0; i < places[teacher].length; i++) {
          long reduced = stage.place(teacher, i) + difference;
          if (places[teacher][i] == PlaceUse.FREE && reduced != 0) {
            places[teacher][i] = reduced > 0 ? PlaceUse.EMPTY : PlaceUse.TAKEN;
          }
        }
      }
    }
  }

  /** An edge of the network; each is equal only to itself. */
  private static final class Edge {

    final int node;
    final int teacher;
    final double cost;
    final int least;
    final int most;

    Edge(int node, int teacher, long cost, int least, int most) {
      this.node = node;
      this.teacher = teacher;
      this.cost = cost;
      this.least = least;
      this.most = most;
    }
  }

  /** The network of one stage: nodes of children, then the teachers, then the end. */
  private final class Network {

    private final Graph<Integer, Edge> graph = new DirectedMultigraph<>(Edge.class);
    private final List<Edge> choices = new ArrayList<>();
    private final List<int[]> nodes;
    private final Stage stage;

    Network(Stage stage, List<int[]> nodes, Face face) {
      this.nodes = nodes;
      this.stage = stage;
      for (int node = 0; node <= end(); node++) {
        graph.addVertex(node);
      }
      for (int node = 0; node < nodes.size(); node++) {
        addChoices(node, face);
      }
      for (int teacher = 0; teacher < face.places.length; teacher++) {
        addPlaces(teacher, face.places[teacher]);
      }
    }

    private int end() {
      return nodes.size() + problem.teachers();
    }

    private void addChoices(int node, Face face) {
      int child = nodes.get(node)[0];
      BitSet open = face.pairs[child];
      for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
        int teacher = problem.eligible()[child][i];
        Edge edge = new Edge(node, teacher, stage.pair(child, i), 0, UNLIMITED);
        choices.add(edge);
        graph.addEdge(node, nodes.size() + teacher, edge);
      }
      if (face.mayBeLeft.get(child)) {
        Edge edge = new Edge(node, MatchProblem.NOBODY, stage.unserved(child), 0, UNLIMITED);
        choices.add(edge);
        graph.addEdge(node, end(), edge);
      }
    }

    /** Places that cost the same are one edge. */
    private void addPlaces(int teacher, PlaceUse[] uses) {
      int from = 0;
      while (from < uses.length) {
        int cost = stage.place(teacher, from);
        int to = from + 1;
        while (to < uses.length && uses[to] == uses[from] && stage.place(teacher, to) == cost) {
          to++;
        }
        if (uses[from] != PlaceUse.EMPTY) {
          int most = to - from;
          int least = uses[from] == PlaceUse.TAKEN ? most : 0;
          Edge edge = new Edge(MatchProblem.NOBODY, teacher, cost, least, most);
          graph.addEdge(nodes.size() + teacher, end(), edge);
        }
        from = to;
      }
    }

    /** Notes the teacher of each child, and returns the potentials. */
    long[] solve() {
      CapacityScalingMinimumCostFlow<Integer, Edge> algorithm =
          new CapacityScalingMinimumCostFlow<>(NO_SCALING);
      MinimumCostFlow<Edge> flow =
          algorithm.getMinimumCostFlow(
              new MinimumCostFlowProblemImpl<>(
                  new AsWeightedGraph<>(graph, edge -> edge.cost, false, false),
                  this::supply,
                  edge -> edge.most,
                  edge -> edge.least));
      noteTeachers(flow);
      Map<Integer, Double> dual = algorithm.getDualSolution();
      long[] potential = new long[endNode() + 1];
      for (int node = 0; node < nodes.size(); node++) {
        for (int child : nodes.get(node)) {
          potential[child] = Math.round(dual.getOrDefault(node, 0.0));
        }
      }
      for (int i = 0; i <= problem.teachers(); i++) {
        potential[problem.children() + i] = Math.round(dual.getOrDefault(nodes.size() + i, 0.0));
      }
      return potential;
    }

    private int supply(int node) {
      if (node == end()) {
        return -problem.children();
      }
      return node < nodes.size() ? nodes.get(node).length : 0;
    }

    private void noteTeachers(MinimumCostFlow<Edge> flow) {
      int[] noted = new int[nodes.size()];
      for (Edge edge : choices) {
        for (long unit = Math.round(flow.getFlow(edge)); unit > 0; unit--) {
          teacherOf[nodes.get(edge.node)[noted[edge.node]++]] = edge.teacher;
        }
      }
    }
  }
}
