package org.jiedui.mentor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;

/** One run of a matcher: splits a request into problems, has them solved, and says why. */
final class Matching {

  private final MentorMatcher matcher;
  private final MatchRequest request;
  private final ImmutableList<Mentee> mentees;
  private final ImmutableList<Candidate> candidates;
  private final ImmutableMap<StaffId, Integer> positions;
  private final ImmutableSetMultimap<ChildId, MentorPair> fixedOf;
  private final int[] fixedLoads;

  /** Which candidates may mentor each child, by position, ascending. */
  private final int[][] eligible;

  /** The candidate of each child, or {@link MatchProblem#NOBODY}. */
  private final int[] teacherOf;

  private final List<Shortage> shortages = new ArrayList<>();

  Matching(MentorMatcher matcher, MatchRequest request) {
    this.matcher = matcher;
    this.request = request;
    this.mentees = request.mentees().values().asList();
    this.candidates = request.candidates().values().asList();
    ImmutableMap.Builder<StaffId, Integer> byId = ImmutableMap.builder();
    for (int i = 0; i < candidates.size(); i++) {
      byId.put(candidates.get(i).teacher(), i);
    }
    this.positions = byId.buildOrThrow();
    this.fixedOf =
        request.fixed().stream()
            .collect(ImmutableSetMultimap.toImmutableSetMultimap(MentorPair::child, each -> each));
    this.fixedLoads = new int[candidates.size()];
    for (MentorPair pair : request.fixed()) {
      Integer position = positions.get(pair.mentor());
      if (position != null && isFirstOfItsTwo(pair)) {
        fixedLoads[position]++;
      }
    }
    this.teacherOf = new int[mentees.size()];
    Arrays.setAll(teacherOf, this::keptAtNoCost);
    this.eligible = eligible();
  }

  /** Of two roles of a teacher towards a child, one counts as a child more. */
  private boolean isFirstOfItsTwo(MentorPair pair) {
    return fixedOf.get(pair.child()).stream()
        .noneMatch(
            other ->
                other.mentor().equals(pair.mentor()) && other.role().compareTo(pair.role()) < 0);
  }

  /**
   * The mentor whom a child keeps without a match: it has another role towards the child that
   * stays, and so takes no place more. Nothing better can be proposed: the child is served, the
   * pair kept, and no load grows.
   */
  private int keptAtNoCost(int child) {
    MentorPair existing = request.existing().get(mentees.get(child).child());
    Integer teacher = existing == null ? null : positions.get(existing.mentor());
    return teacher != null
            && isFixedWith(child, candidates.get(teacher))
            && matcher.policy().allows(question(child, candidates.get(teacher)))
        ? teacher
        : MatchProblem.NOBODY;
  }

  private boolean isFixedWith(int child, Candidate candidate) {
    for (MentorPair other : fixedOf.get(mentees.get(child).child())) {
      if (other.mentor().equals(candidate.teacher())) {
        return true;
      }
    }
    return false;
  }

  private int[][] eligible() {
    ImmutableListMultimap.Builder<ClassId, Integer> teachersOf = ImmutableListMultimap.builder();
    for (int i = 0; i < candidates.size(); i++) {
      for (ClassId taught : candidates.get(i).teaches()) {
        teachersOf.put(taught, i);
      }
    }
    ImmutableListMultimap<ClassId, Integer> byClass = teachersOf.build();
    List<Integer> everybody = IntStream.range(0, candidates.size()).boxed().toList();
    int[][] all = new int[mentees.size()][];
    for (int child = 0; child < all.length; child++) {
      if (teacherOf[child] != MatchProblem.NOBODY) {
        all[child] = new int[0];
        continue;
      }
      List<Integer> asked =
          matcher.policy().isForClassTeachersOnly()
              ? byClass.get(mentees.get(child).classId())
              : everybody;
      int[] may = new int[asked.size()];
      int count = 0;
      for (int teacher : asked) {
        Candidate candidate = candidates.get(teacher);
        if (!isFixedWith(child, candidate) && matcher.policy().allows(question(child, candidate))) {
          may[count++] = teacher;
        }
      }
      all[child] = Arrays.copyOf(may, count);
    }
    return all;
  }

  private PairRule.Question question(int child, Candidate candidate) {
    Mentee mentee = mentees.get(child);
    return new PairRule.Question(mentee, candidate, request.role(), fixedOf.get(mentee.child()));
  }

  MatchProposal propose() {
    for (Part part : parts()) {
      part.solve();
    }
    shortages.sort(Comparator.comparing(shortage -> shortage.children().first()));
    int[] loads = fixedLoads.clone();
    for (int child = 0; child < teacherOf.length; child++) {
      int teacher = teacherOf[child];
      if (teacher != MatchProblem.NOBODY && !isFixedWith(child, candidates.get(teacher))) {
        loads[teacher]++;
      }
    }
    ImmutableList<ProposedPair> pairs = pairs(loads);
    ImmutableList<Unserved> unserved = unserved();
    ImmutableSortedMap.Builder<StaffId, Integer> loadOf = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < loads.length; i++) {
      loadOf.put(candidates.get(i).teacher(), loads[i]);
    }
    return new MatchProposal(
        pairs,
        ended(),
        unserved,
        ImmutableList.copyOf(shortages),
        loadOf.buildOrThrow(),
        score(pairs, unserved, loads));
  }

  /** Children who share a teacher are of one part, and so are those who share one with them. */
  private ImmutableList<Part> parts() {
    int[] leader = IntStream.range(0, candidates.size()).toArray();
    for (int[] may : eligible) {
      for (int teacher : may) {
        leader[leader(leader, teacher)] = leader(leader, may[0]);
      }
    }
    Map<Integer, List<Integer>> children = new LinkedHashMap<>();
    for (int child = 0; child < eligible.length; child++) {
      if (eligible[child].length > 0) {
        children
            .computeIfAbsent(leader(leader, eligible[child][0]), any -> new ArrayList<>())
            .add(child);
      }
    }
    Map<Integer, List<Integer>> teachers = new LinkedHashMap<>();
    for (int teacher = 0; teacher < leader.length; teacher++) {
      teachers.computeIfAbsent(leader(leader, teacher), any -> new ArrayList<>()).add(teacher);
    }
    return children.entrySet().stream()
        .map(
            entry ->
                new Part(
                    Ints.toArray(entry.getValue()),
                    Ints.toArray(teachers.getOrDefault(entry.getKey(), List.of()))))
        .collect(toImmutableList());
  }

  private static int leader(int[] leader, int of) {
    int first = of;
    while (leader[first] != first) {
      leader[first] = leader[leader[first]];
      first = leader[first];
    }
    return first;
  }

  private ImmutableList<ProposedPair> pairs(int[] loads) {
    ImmutableList.Builder<ProposedPair> pairs = ImmutableList.builder();
    for (int child = 0; child < teacherOf.length; child++) {
      if (teacherOf[child] != MatchProblem.NOBODY) {
        pairs.add(pair(mentees.get(child), teacherOf[child], loads));
      }
    }
    return pairs.build();
  }

  private ProposedPair pair(Mentee mentee, int teacher, int[] loads) {
    Candidate candidate = candidates.get(teacher);
    MentorPair pair = MentorPair.of(mentee.child(), candidate.teacher(), request.role());
    ImmutableMap.Builder<String, Integer> points = ImmutableMap.builder();
    ImmutableList.Builder<Wording> wordings = ImmutableList.builder();
    for (Preference preference : matcher.preferences()) {
      int given = MentorMatcher.points(preference, mentee, candidate);
      if (given > 0) {
        points.put(preference.code(), given);
        wordings.add(preference.wording());
      }
    }
    return new ProposedPair(
        pair,
        pair.equals(request.existing().get(mentee.child())),
        mentee.keySupport(),
        points.buildOrThrow(),
        wordings.build(),
        loads[teacher],
        matcher.policy().findLimit(candidate));
  }

  private ImmutableList<EndedPair> ended() {
    ImmutableList.Builder<EndedPair> ended = ImmutableList.builder();
    for (int child = 0; child < teacherOf.length; child++) {
      Optional<MentorPair> existing =
          Optional.ofNullable(request.existing().get(mentees.get(child).child()));
      if (existing.isPresent() && !isKept(existing.get(), teacherOf[child])) {
        Integer teacher = positions.get(existing.get().mentor());
        ended.add(
            new EndedPair(
                existing.get(),
                teacher == null
                    ? ImmutableList.of(Refusal.NOT_A_CANDIDATE)
                    : matcher.policy().refusals(question(child, candidates.get(teacher)))));
      }
    }
    return ended.build();
  }

  private boolean isKept(MentorPair existing, int teacher) {
    return teacher != MatchProblem.NOBODY
        && candidates.get(teacher).teacher().equals(existing.mentor());
  }

  private ImmutableList<Unserved> unserved() {
    Map<ChildId, Shortage> shortageOf = new TreeMap<>();
    shortages.forEach(
        shortage -> shortage.unserved().forEach(child -> shortageOf.put(child, shortage)));
    ImmutableList.Builder<Unserved> unserved = ImmutableList.builder();
    for (int child = 0; child < teacherOf.length; child++) {
      if (teacherOf[child] == MatchProblem.NOBODY) {
        Mentee mentee = mentees.get(child);
        Shortage shortage = shortageOf.get(mentee.child());
        unserved.add(
            shortage == null
                ? new Unserved.NobodyEligible(mentee.child(), mentee.keySupport(), refusals(child))
                : new Unserved.LimitsBind(mentee.child(), mentee.keySupport(), shortage));
      }
    }
    return unserved.build();
  }

  private ImmutableMultiset<Refusal> refusals(int child) {
    ImmutableMultiset.Builder<Refusal> refusals = ImmutableMultiset.builder();
    for (Candidate candidate : candidates) {
      refusals.addAll(refusalsOf(child, candidate));
    }
    return refusals.build();
  }

  /** A second role for somebody who has one is refused here, whatever the policy says to it. */
  private ImmutableSet<Refusal> refusalsOf(int child, Candidate candidate) {
    ImmutableSet.Builder<Refusal> refusals = ImmutableSet.builder();
    if (isFixedWith(child, candidate)) {
      refusals.add(Refusal.PAIRED_ALREADY);
    }
    return refusals.addAll(matcher.policy().refusals(question(child, candidate))).build();
  }

  private MatchScore score(
      ImmutableList<ProposedPair> pairs, ImmutableList<Unserved> unserved, int[] loads) {
    Map<String, Long> points = new LinkedHashMap<>();
    matcher.preferences().forEach(preference -> points.put(preference.code(), 0L));
    pairs.forEach(
        pair ->
            pair.points().forEach((code, given) -> points.merge(code, (long) given, Long::sum)));
    int keySupport = (int) mentees.stream().filter(Mentee::keySupport).count();
    return new MatchScore(
        keySupport,
        keySupport - (int) unserved.stream().filter(Unserved::keySupport).count(),
        mentees.size(),
        pairs.size(),
        request.existing().size(),
        (int) pairs.stream().filter(ProposedPair::kept).count(),
        Arrays.stream(loads).mapToLong(load -> (long) load * load).sum(),
        ImmutableMap.copyOf(points));
  }

  /** Children and candidates who have to do with each other, by position in the request. */
  private final class Part {

    private final int[] children;
    private final int[] teachers;
    private final int[][] may;
    private final int[] limits;
    private final int[] fixed;
    private final int[] places;

    Part(int[] children, int[] teachers) {
      this.children = children;
      this.teachers = teachers;
      this.may = new int[children.length][];
      for (int child = 0; child < children.length; child++) {
        may[child] =
            Arrays.stream(eligible[children[child]])
                .map(teacher -> Arrays.binarySearch(teachers, teacher))
                .toArray();
      }
      this.limits = new int[teachers.length];
      this.fixed = new int[teachers.length];
      for (int i = 0; i < teachers.length; i++) {
        OptionalInt limit = matcher.policy().findLimit(candidates.get(teachers[i]));
        limits[i] = limit.orElse(Integer.MAX_VALUE);
        fixed[i] = fixedLoads[teachers[i]];
      }
      this.places = places(may, limits, fixed);
    }

    void solve() {
      MatchProblem problem =
          new MatchProblem(
              may, places, ImmutableList.of(serving(), keeping(), balance(), preferences()));
      int[] solution = MatchFlow.solve(problem);
      for (int child = 0; child < solution.length; child++) {
        if (solution[child] != MatchProblem.NOBODY) {
          teacherOf[children[child]] = teachers[solution[child]];
        }
      }
      shortages.addAll(
          new Shortages(
                  problem,
                  Arrays.stream(children).mapToObj(mentees::get).toList(),
                  Arrays.stream(teachers).mapToObj(candidates::get).toList(),
                  limits,
                  fixed,
                  solution)
              .find());
    }

    /** Nobody needs more places than there are children whom it may mentor. */
    private static int[] places(int[][] may, int[] limits, int[] fixed) {
      int[] asking = new int[limits.length];
      for (int[] teachersOfChild : may) {
        for (int teacher : teachersOfChild) {
          asking[teacher]++;
        }
      }
      int[] places = new int[limits.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = Math.max(0, Math.min(limits[i] - fixed[i], asking[i]));
      }
      return places;
    }

    /**
     * The first two aims in one: whichever children of key support can be served together, so can
     * as many children in all as without them (they are the independent sets of a matroid). So
     * weighing those a little more serves most of them and most of all.
     */
    private Aim serving() {
      return Aim.ofUnserved(
          Arrays.stream(children).map(child -> mentees.get(child).keySupport() ? 2 : 1).toArray());
    }

    private Aim keeping() {
      int[][] costs = new int[children.length][];
      int[] unserved = new int[children.length];
      for (int child = 0; child < costs.length; child++) {
        costs[child] = new int[may[child].length];
        MentorPair existing = request.existing().get(mentees.get(children[child]).child());
        Integer teacher = existing == null ? null : positions.get(existing.mentor());
        int kept = teacher == null ? -1 : Arrays.binarySearch(teachers, teacher);
        int index = kept < 0 ? -1 : Arrays.binarySearch(may[child], kept);
        if (index >= 0) {
          Arrays.fill(costs[child], 1);
          costs[child][index] = 0;
          unserved[child] = 1;
        }
      }
      return Aim.ofPairs(costs, unserved);
    }

    /** One child more adds twice the load before it and one to the square of the load. */
    private Aim balance() {
      int least =
          IntStream.range(0, teachers.length)
              .filter(teacher -> places[teacher] > 0)
              .map(teacher -> fixed[teacher])
              .min()
              .orElse(0);
      int[][] costs = new int[teachers.length][];
      for (int teacher = 0; teacher < costs.length; teacher++) {
        int before = fixed[teacher] - least;
        costs[teacher] =
            IntStream.range(0, places[teacher]).map(more -> 2 * (before + more)).toArray();
      }
      return Aim.ofPlaces(costs);
    }

    /** What each pair has fewer than the child's best; a child who is left loses all. */
    private Aim preferences() {
      int[][] costs = new int[children.length][];
      int[] unserved = new int[children.length];
      for (int child = 0; child < costs.length; child++) {
        Mentee mentee = mentees.get(children[child]);
        int[] points = new int[may[child].length];
        for (int i = 0; i < points.length; i++) {
          points[i] = matcher.points(mentee, candidates.get(teachers[may[child][i]]));
        }
        int best = Ints.max(points);
        costs[child] = Arrays.stream(points).map(each -> best - each).toArray();
        unserved[child] = best;
      }
      return Aim.ofPairs(costs, unserved);
    }
  }
}
