package org.jiedui.mentor;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * Finds where limits bind in the solution of a {@link MatchProblem}.
 *
 * <p>From a child who is left, every eligible teacher is full, and so is every teacher to whom one
 * of theirs could go, and so on: all that is reached so is a set of children with too few places
 * (Hall's condition), since otherwise an exchange would have made room.
 */
final class Shortages {

  private final MatchProblem problem;
  private final List<Mentee> mentees;
  private final List<Candidate> candidates;
  private final int[] limits;
  private final int[] fixedLoads;

  /** Who is with whom; changes as room is made for one child after the other. */
  private final int[] teacherOf;

  private final List<BitSet> menteesOf;

  /** How many places each teacher got beyond those that it had. */
  private final int[] more;

  /**
   * Reads a solution.
   *
   * @param limits how many children each teacher may have
   * @param fixedLoads how many of those it has who are not in the problem
   */
  Shortages(
      MatchProblem problem,
      List<Mentee> mentees,
      List<Candidate> candidates,
      int[] limits,
      int[] fixedLoads,
      int[] teacherOf) {
    this.problem = problem;
    this.mentees = mentees;
    this.candidates = candidates;
    this.limits = limits;
    this.fixedLoads = fixedLoads;
    this.teacherOf = teacherOf.clone();
    this.more = new int[problem.teachers()];
    this.menteesOf = new ArrayList<>();
    for (int teacher = 0; teacher < problem.teachers(); teacher++) {
      menteesOf.add(new BitSet());
    }
    for (int child = 0; child < teacherOf.length; child++) {
      if (teacherOf[child] != MatchProblem.NOBODY) {
        menteesOf.get(teacherOf[child]).set(child);
      }
    }
  }

  ImmutableList<Shortage> find() {
    List<Reach> groups = new ArrayList<>();
    for (int child = 0; child < problem.children(); child++) {
      if (teacherOf[child] == MatchProblem.NOBODY) {
        Reach reach = new Reach(child);
        // Whom one child who is left can reach, another can too: all of them compete.
        for (Reach other : List.copyOf(groups)) {
          if (other.teachers.intersects(reach.teachers)) {
            reach.join(other);
            groups.remove(other);
          }
        }
        groups.add(reach);
      }
    }
    return groups.stream()
        .sorted(Comparator.comparing(group -> group.children.nextSetBit(0)))
        .map(this::shortage)
        .collect(toImmutableList());
  }

  private Shortage shortage(Reach group) {
    BitSet unserved = new BitSet();
    group.children.stream()
        .filter(child -> teacherOf[child] == MatchProblem.NOBODY)
        .forEach(unserved::set);
    int places = group.children.cardinality() - unserved.cardinality();
    unserved.stream().forEach(this::makeRoom);
    return new Shortage(
        childIds(group.children),
        childIds(unserved),
        group.teachers.stream()
            .mapToObj(teacher -> candidates.get(teacher).teacher())
            .collect(toImmutableSortedSet(Comparator.<StaffId>naturalOrder())),
        places,
        group.teachers.stream()
            .filter(teacher -> more[teacher] > 0)
            .mapToObj(
                teacher ->
                    new Shortage.Raise(
                        candidates.get(teacher).teacher(), limits[teacher], load(teacher)))
            .collect(toImmutableList()));
  }

  private ImmutableSortedSet<ChildId> childIds(BitSet children) {
    return children.stream()
        .mapToObj(child -> mentees.get(child).child())
        .collect(toImmutableSortedSet(Comparator.<ChildId>naturalOrder()));
  }

  private int load(int teacher) {
    return fixedLoads[teacher] + menteesOf.get(teacher).cardinality();
  }

  /** Gives a place more to the teacher within reach who would have least to add. */
  private void makeRoom(int child) {
    Reach reach = new Reach(child);
    int chosen =
        reach.teachers.stream()
            .boxed()
            .min(
                Comparator.<Integer>comparingInt(teacher -> load(teacher) + 1 - limits[teacher])
                    .thenComparing(teacher -> limits[teacher] == 0)
                    .thenComparingInt(this::load)
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    more[chosen]++;
    int teacher = chosen;
    int moving = reach.from[teacher];
    while (moving != child) {
      int left = teacherOf[moving];
      move(moving, teacher);
      teacher = left;
      moving = reach.from[teacher];
    }
    move(child, teacher);
  }

  private void move(int child, int teacher) {
    if (teacherOf[child] != MatchProblem.NOBODY) {
      menteesOf.get(teacherOf[child]).clear(child);
    }
    teacherOf[child] = teacher;
    menteesOf.get(teacher).set(child);
  }

  /** Everybody with whom a child who is left competes. */
  private final class Reach {

    private final BitSet children = new BitSet();
    private final BitSet teachers = new BitSet();

    /** The child from whom each teacher was reached. */
    private final int[] from = new int[problem.teachers()];

    Reach(int first) {
      Arrays.fill(from, MatchProblem.NOBODY);
      Deque<Integer> next = new ArrayDeque<>();
      children.set(first);
      next.add(first);
      while (!next.isEmpty()) {
        int child = next.remove();
        for (int teacher : problem.eligible()[child]) {
          if (!teachers.get(teacher)) {
            teachers.set(teacher);
            from[teacher] = child;
            BitSet reached = (BitSet) menteesOf.get(teacher).clone();
            reached.andNot(children);
            children.or(reached);
            reached.stream().forEach(next::add);
          }
        }
      }
    }

    void join(Reach other) {
      children.or(other.children);
      teachers.or(other.teachers);
    }
  }
}
