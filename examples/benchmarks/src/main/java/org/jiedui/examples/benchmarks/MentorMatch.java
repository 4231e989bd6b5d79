package org.jiedui.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.AssignmentPolicy;
import org.jiedui.mentor.Candidate;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.MatchRequest;
import org.jiedui.mentor.MatchScore;
import org.jiedui.mentor.Mentee;
import org.jiedui.mentor.MentorMatcher;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.Preference;
import org.jiedui.person.Sex;
import org.jiedui.text.Wording;

/**
 * Mentors for as many children, anybody for anybody, beside an independent exact solver: the
 * Hungarian algorithm of Kuhn and Munkres in JGraphT. And a county in its classes and schools.
 *
 * <p>Whoever is asked first, both must come to the same sum of points. The matcher is timed with
 * all that it does: asking the policy and the preferences about every pair, and saying why. The
 * solver is timed alone, on a graph that is built before. For information, JGraphT's flow of
 * minimum cost on the whole network: the matcher uses the same, on small parts of it.
 */
final class MentorMatch {

  private static final int MOST = Preference.MAX_POINTS;
  private static final int PRACTICE = 2;

  private static final int CHILDREN_TO_A_SCHOOL = 200;
  private static final int CLASSES_TO_A_SCHOOL = 12;
  private static final int CLASSES_TO_A_SUBJECT_TEACHER = 3;

  private final ImmutableList<Square> squares;
  private final ImmutableList<MatchRequest> schools;
  private final MatchRequest county;
  private final MatchScore countyScore;

  private MentorMatch(
      ImmutableList<Square> squares,
      ImmutableList<MatchRequest> schools,
      MatchRequest county,
      MatchScore countyScore) {
    this.squares = squares;
    this.schools = schools;
    this.county = county;
    this.countyScore = countyScore;
  }

  /**
   * Makes up children and teachers, and checks that all answers agree.
   *
   * @param size how many children and as many teachers the solvers match
   * @param children how many children the county has
   * @throws IllegalStateException if two answers differ
   */
  static MentorMatch prepare(int size, int children) {
    Random random = new Random(Peers.SEED);
    int[][] any =
        IntStream.range(0, size)
            .mapToObj(i -> random.ints(size, 0, MOST + 1).toArray())
            .toArray(int[][]::new);
    ImmutableList<Square> squares =
        ImmutableList.of(
            new Square("any points from 0 to 1,000", size, (i, j) -> any[i][j]),
            Square.ofPreferences(size, random));
    for (Square square : squares) {
      long ours = square.match();
      check(square.name + ", Kuhn-Munkres", ours, square.kuhnMunkres());
      check(square.name + ", whole flow", ours, square.wholeFlow());
    }
    ImmutableList<MatchRequest> schools =
        IntStream.range(0, Math.max(1, children / CHILDREN_TO_A_SCHOOL))
            .mapToObj(school -> school(school, random))
            .collect(toImmutableList());
    MatchRequest county =
        MatchRequest.of(
                MentorRole.PRIMARY,
                schools.stream().flatMap(each -> each.mentees().values().stream()).toList(),
                schools.stream().flatMap(each -> each.candidates().values().stream()).toList())
            .withPairs(
                schools.stream().flatMap(each -> each.existing().values().stream()).toList());
    MatchScore whole = countyMatcher().propose(county).score();
    ImmutableList<MatchScore> each =
        schools.stream()
            .map(school -> countyMatcher().propose(school).score())
            .collect(toImmutableList());
    check("served", whole.served(), each.stream().mapToLong(MatchScore::served).sum());
    check("kept", whole.kept(), each.stream().mapToLong(MatchScore::kept).sum());
    check("loads", whole.sumOfSquares(), each.stream().mapToLong(MatchScore::sumOfSquares).sum());
    check("points", whole.totalPoints(), each.stream().mapToLong(MatchScore::totalPoints).sum());
    return new MentorMatch(squares, schools, county, whole);
  }

  private static void check(String what, long ours, long theirs) {
    if (ours != theirs) {
      throw new IllegalStateException(
          "%s: %s here and %s there, with seed %s".formatted(what, ours, theirs, Peers.SEED));
    }
  }

  /**
   * Measures.
   *
   * @param rounds how often each takes its turn
   */
  Table measure(int rounds) throws Exception {
    Turns turns = new Turns(System::gc);
    for (Square square : squares) {
      turns.add("match " + square.name, square::match);
      turns.add("kuhn-munkres " + square.name, square::kuhnMunkres);
      turns.add("flow " + square.name, square::wholeFlow);
    }
    turns.add("schools", () -> schools.forEach(each -> countyMatcher().propose(each)));
    turns.add("county", () -> countyMatcher().propose(county));
    Samples samples = turns.run(rounds, PRACTICE, 1);
    Table table = new Table("sum of points");
    for (Square square : squares) {
      String size = "%s × %s, %s".formatted(square.size, square.size, square.name);
      String points = "%,d".formatted(square.match());
      table.add(
          "MentorMatcher, with its reasons: " + size,
          "ms",
          samples.milliseconds("match " + square.name),
          points);
      table.add(
          "Kuhn–Munkres of JGraphT, its graph built before; ratio to the matcher: " + size,
          "ms",
          samples.milliseconds("kuhn-munkres " + square.name),
          points,
          samples.ratio("kuhn-munkres " + square.name, "match " + square.name),
          Bar.atLeast(2));
      table.add(
          "flow of minimum cost of JGraphT on the whole network, for information: " + size,
          "ms",
          samples.milliseconds("flow " + square.name),
          points,
          samples.ratio("flow " + square.name, "match " + square.name));
    }
    String size = "%,d children, %,d schools".formatted(county.mentees().size(), schools.size());
    String points = "%,d".formatted(countyScore.totalPoints());
    table.add(
        "a county, one school after the other: " + size,
        "ms",
        samples.milliseconds("schools"),
        points);
    table.add(
        "a county, all in one request: " + size, "ms", samples.milliseconds("county"), points);
    return table;
  }

  /** What the county comes to. */
  ImmutableMap<String, String> facts() {
    return ImmutableMap.of(
        "county",
        "%,d children, %,d served; %,d of key support, %,d served; %,d of %,d pairs kept; %,d teachers"
            .formatted(
                countyScore.children(),
                countyScore.served(),
                countyScore.keySupport(),
                countyScore.keySupportServed(),
                countyScore.kept(),
                countyScore.existing(),
                county.candidates().size()));
  }

  private static MentorMatcher countyMatcher() {
    return MentorMatcher.of(
        AssignmentPolicy.teachesClass().and(AssignmentPolicy.onePrimary()), Preference.usual());
  }

  /** A school of 12 classes, with a homeroom teacher for each and subject teachers for several. */
  private static MatchRequest school(int school, Random random) {
    List<ClassId> classes =
        IntStream.range(0, CLASSES_TO_A_SCHOOL)
            .mapToObj(i -> ClassId.of("s%d-%d".formatted(school, i)))
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    int limit = random.nextBoolean() ? 8 : 10;
    for (int i = 0; i < CLASSES_TO_A_SCHOOL; i++) {
      Set<ClassId> several = new LinkedHashSet<>();
      while (several.size() < CLASSES_TO_A_SUBJECT_TEACHER) {
        several.add(classes.get(random.nextInt(classes.size())));
      }
      candidates.add(
          candidate("s%d-H%d".formatted(school, i), List.of(classes.get(i)), random)
              .withLimit(limit));
      candidates.add(candidate("s%d-S%d".formatted(school, i), several, random).withLimit(limit));
    }
    List<Mentee> mentees = new ArrayList<>();
    List<MentorPair> existing = new ArrayList<>();
    Map<StaffId, Integer> loads = new HashMap<>();
    for (int i = 0; i < CHILDREN_TO_A_SCHOOL; i++) {
      int at = random.nextInt(classes.size());
      Mentee mentee =
          mentee("s%d-c%03d".formatted(school, i), classes.get(at), 1 + at / 2, candidates, random);
      mentees.add(mentee);
      Candidate before = candidates.get(random.nextInt(candidates.size()));
      if (random.nextInt(3) == 0
          && before.teaches().contains(mentee.classId())
          && loads.merge(before.teacher(), 1, Integer::sum) <= limit) {
        existing.add(MentorPair.of(mentee.child(), before.teacher(), MentorRole.PRIMARY));
      }
    }
    return MatchRequest.of(MentorRole.PRIMARY, mentees, candidates).withPairs(existing);
  }

  private static Candidate candidate(String id, Iterable<ClassId> teaches, Random random) {
    return Candidate.of(StaffId.of(id), ImmutableList.copyOf(teaches))
        .withSex(random.nextInt(3) == 0 ? Sex.MALE : Sex.FEMALE)
        .withDialects(List.of(dialect(random)));
  }

  private static Mentee mentee(
      String id, ClassId classId, int grade, List<Candidate> candidates, Random random) {
    Map<StaffId, Integer> metres =
        candidates.stream()
            .collect(toImmutableMap(Candidate::teacher, any -> random.nextInt(8_000)));
    Set<StaffId> bonds =
        IntStream.range(0, 2)
            .mapToObj(i -> candidates.get(random.nextInt(candidates.size())).teacher())
            .collect(toCollection(LinkedHashSet::new));
    return Mentee.of(ChildId.of(id), classId, grade)
        .withKeySupport(random.nextInt(10) == 0)
        .withSex(random.nextBoolean() ? Sex.MALE : Sex.FEMALE)
        .withDialects(List.of(dialect(random)))
        .withBonds(bonds)
        .withMetres(metres);
  }

  private static String dialect(Random random) {
    return "dialect " + random.nextInt(4);
  }

  /** As many children as teachers, each of whom may mentor any of them, and one at most. */
  private static final class Square {

    final String name;
    final int size;
    private final MentorMatcher matcher;
    private final MatchRequest request;
    private final SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> network =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private final int worst;

    Square(String name, int size, IntBinaryOperator points) {
      this(
          name,
          size,
          points,
          IntStream.range(0, size)
              .mapToObj(i -> Mentee.of(ChildId.of("c-%04d".formatted(i)), ClassId.of("1"), 1))
              .toList(),
          IntStream.range(0, size)
              .mapToObj(
                  i -> Candidate.of(StaffId.of("T%04d".formatted(i)), List.of(ClassId.of("1"))))
              .toList(),
          MOST,
          ImmutableList.of(new ByPosition(points)));
    }

    private Square(
        String name,
        int size,
        IntBinaryOperator points,
        List<Mentee> mentees,
        List<Candidate> candidates,
        int worst,
        ImmutableList<Preference> preferences) {
      this.name = name;
      this.size = size;
      this.worst = worst;
      this.matcher =
          MentorMatcher.of(
              AssignmentPolicy.teachesClass().and(AssignmentPolicy.loadAtMost(1)), preferences);
      this.request = MatchRequest.of(MentorRole.PRIMARY, mentees, candidates);
      for (int i = 0; i < 2 * size; i++) {
        graph.addVertex(i);
        network.addVertex(i);
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          int cost = worst - points.applyAsInt(i, j);
          graph.setEdgeWeight(graph.addEdge(i, size + j), cost);
          network.setEdgeWeight(network.addEdge(i, size + j), cost);
        }
      }
    }

    /** Children and teachers of one class who differ as they do in a school. */
    static Square ofPreferences(int size, Random random) {
      List<Candidate> candidates =
          IntStream.range(0, size)
              .mapToObj(i -> candidate("T%04d".formatted(i), List.of(ClassId.of("1")), random))
              .toList();
      List<Mentee> mentees =
          IntStream.range(0, size)
              .mapToObj(i -> mentee("c-%04d".formatted(i), ClassId.of("1"), 5, candidates, random))
              .toList();
      ImmutableList<Preference> usual = Preference.usual();
      return new Square(
          "the usual preferences",
          size,
          (i, j) ->
              usual.stream().mapToInt(each -> each.points(mentees.get(i), candidates.get(j))).sum(),
          mentees,
          candidates,
          MOST,
          usual);
    }

    /** Matches, and returns the points in all. */
    long match() {
      MatchProposal proposal = matcher.propose(request);
      check(name + ", served", proposal.pairs().size(), size);
      return proposal.score().totalPoints();
    }

    /** Returns the points in all that the Hungarian algorithm finds. */
    long kuhnMunkres() {
      Set<Integer> children =
          IntStream.range(0, size).boxed().collect(toCollection(LinkedHashSet::new));
      Set<Integer> teachers =
          IntStream.range(size, 2 * size).boxed().collect(toCollection(LinkedHashSet::new));
      double cost =
          new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, children, teachers)
              .getMatching()
              .getWeight();
      return (long) size * worst - Math.round(cost);
    }

    /** Returns the points in all that a flow of minimum cost on the whole network comes to. */
    long wholeFlow() {
      double cost =
          new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
              .getMinimumCostFlow(
                  new MinimumCostFlowProblemImpl<>(
                      network, node -> node < size ? 1 : -1, edge -> 1, edge -> 0))
              .getCost();
      return (long) size * worst - Math.round(cost);
    }
  }

  /** Points that follow from the positions of the two. */
  private record ByPosition(IntBinaryOperator points) implements Preference {

    @Override
    public String code() {
      return "by-position";
    }

    @Override
    public Wording wording() {
      return Wording.of("按位置", "by position");
    }

    @Override
    public int points(Mentee mentee, Candidate candidate) {
      return points.applyAsInt(
          Integer.parseInt(mentee.child().value().substring("c-".length())),
          Integer.parseInt(candidate.teacher().value().substring("T".length())));
    }
  }
}
