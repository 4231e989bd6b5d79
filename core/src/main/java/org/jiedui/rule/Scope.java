package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.stream.Stream;
import org.jiedui.child.CarerKind;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Trait;
import org.jiedui.school.ClassGroup;

/**
 * For which children a rule is: an expression over traits that change with time.
 *
 * <p>Words: {@code all}, {@code key-support}, {@code boarding}, {@code has-carer}, {@code
 * both-parents-away}, {@code one-parent-away}, {@code grade 1-3} or {@code grade 4}, {@code carer
 * grandparent}, {@code concern psychological}; joined by {@code not}, {@code and}, {@code or}, in
 * this order of strength, and brackets. A rule is only ever for children in care; a scope need not
 * say so.
 *
 * <p>Example: {@code Scope.parse("key-support and (grade 1-3 or boarding)")} prints back the same
 * text, with the fewest brackets that mean the same.
 *
 * <p>Immutable.
 */
@Immutable
public sealed interface Scope {

  /**
   * Whether the scope holds for a set of traits.
   *
   * @param traits a bit for each, see {@link Trait#mask()}
   * @return true if it holds
   */
  boolean holdsFor(long traits);

  /**
   * Returns the text form.
   *
   * @return the text that {@link #parse} reads back to an equal scope
   */
  String text();

  /**
   * Returns the scope that holds for every child in care.
   *
   * @return {@code all}
   */
  static Scope all() {
    return new All();
  }

  /**
   * Reads a text form.
   *
   * @param text words joined as above; spaces may be many
   * @return the scope
   * @throws RuleSyntaxException if the text has another form or an unknown word; it names the
   *     position and what was expected there
   */
  static Scope parse(String text) {
    return new ScopeParser(text).parse();
  }

  /** Every child in care. */
  record All() implements Scope {

    @Override
    public boolean holdsFor(long traits) {
      return true;
    }

    @Override
    public String text() {
      return "all";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * One trait.
   *
   * @param trait one of key support, boarding and has-carer
   */
  record Has(Trait trait) implements Scope {

    /**
     * Creates a scope.
     *
     * @param trait one of key support, boarding and has-carer
     * @throws IllegalArgumentException if the trait has a word of its own kind
     */
    public Has {
      requireNonNull(trait, "trait");
      checkArgument(ScopeWord.textOf(trait) != null, "trait %s has no word of its own", trait);
    }

    @Override
    public boolean holdsFor(long traits) {
      return (traits & trait.mask()) != 0;
    }

    @Override
    public String text() {
      return String.valueOf(ScopeWord.textOf(trait));
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Both parents are away. */
  record BothParentsAway() implements Scope {

    private static final long MASK = Trait.maskOf(Trait.FATHER_AWAY, Trait.MOTHER_AWAY);

    @Override
    public boolean holdsFor(long traits) {
      return (traits & MASK) == MASK;
    }

    @Override
    public String text() {
      return "both-parents-away";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Exactly one parent is away. */
  record OneParentAway() implements Scope {

    @Override
    public boolean holdsFor(long traits) {
      return Long.bitCount(traits & BothParentsAway.MASK) == 1;
    }

    @Override
    public String text() {
      return "one-parent-away";
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * A grade, or grades from one to another.
   *
   * @param from the first grade, 1 to 12
   * @param to the last grade, not less than the first
   */
  record Grades(int from, int to) implements Scope {

    /**
     * Creates a scope.
     *
     * @param from the first grade, 1 to 12
     * @param to the last grade, not less than the first
     * @throws IllegalArgumentException if the grades are not 1 to 12 or descend
     */
    public Grades {
      checkArgument(
          from >= 1 && from <= to && to <= ClassGroup.MAX_GRADE,
          "grades (%s-%s) must be 1 to 12 and ascend",
          from,
          to);
    }

    @Override
    public boolean holdsFor(long traits) {
      long first = Trait.grade(from).mask();
      long last = Trait.grade(to).mask();
      return (traits & ((last << 1) - first)) != 0;
    }

    @Override
    public String text() {
      return from == to ? "grade " + from : "grade " + from + "-" + to;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * The carer is of a kind.
   *
   * @param kind the kind
   */
  record CarerIs(CarerKind kind) implements Scope {

    /**
     * Creates a scope.
     *
     * @param kind the kind
     */
    public CarerIs {
      requireNonNull(kind, "kind");
    }

    @Override
    public boolean holdsFor(long traits) {
      return (traits & Trait.carer(kind).mask()) != 0;
    }

    @Override
    public String text() {
      return "carer " + kind.code();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * A concern of a kind is open.
   *
   * @param kind the kind
   */
  record ConcernIs(ConcernKind kind) implements Scope {

    /**
     * Creates a scope.
     *
     * @param kind the kind
     */
    public ConcernIs {
      requireNonNull(kind, "kind");
    }

    @Override
    public boolean holdsFor(long traits) {
      return (traits & Trait.concern(kind).mask()) != 0;
    }

    @Override
    public String text() {
      return "concern " + kind.code();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Another scope does not hold.
   *
   * @param scope the other
   */
  record Not(Scope scope) implements Scope {

    /**
     * Creates a scope.
     *
     * @param scope the other
     * @throws IllegalArgumentException if more than 50 brackets or nots would stand within each
     *     other
     */
    public Not {
      requireNonNull(scope, "scope");
      checkDepth(1 + depthWithin(scope, needsBrackets(scope)));
    }

    @Override
    public boolean holdsFor(long traits) {
      return !scope.holdsFor(traits);
    }

    @Override
    public String text() {
      return "not " + inBrackets(scope, needsBrackets(scope));
    }

    private static boolean needsBrackets(Scope scope) {
      return scope instanceof And || scope instanceof Or;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * All of several scopes hold. One of the same kind within is opened: its brackets mean nothing.
   *
   * @param scopes two or more
   */
  record And(ImmutableList<Scope> scopes) implements Scope {

    /**
     * Creates a scope.
     *
     * @param scopes two or more
     * @throws IllegalArgumentException if there are fewer than two, or more than 50 brackets or
     *     nots would stand within each other
     */
    public And {
      requireNonNull(scopes, "scopes");
      checkArgument(scopes.size() >= 2, "and must join two scopes or more");
      scopes =
          scopes.stream()
              .flatMap(
                  scope -> scope instanceof And inner ? inner.scopes.stream() : Stream.of(scope))
              .collect(toImmutableList());
      scopes.forEach(scope -> checkDepth(depthWithin(scope, scope instanceof Or)));
    }

    @Override
    public boolean holdsFor(long traits) {
      for (Scope scope : scopes) {
        if (!scope.holdsFor(traits)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String text() {
      return scopes.stream()
          .map(scope -> inBrackets(scope, scope instanceof Or))
          .collect(joining(" and "));
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * At least one of several scopes holds. One of the same kind within is opened.
   *
   * @param scopes two or more
   */
  record Or(ImmutableList<Scope> scopes) implements Scope {

    /**
     * Creates a scope.
     *
     * @param scopes two or more
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Or {
      requireNonNull(scopes, "scopes");
      checkArgument(scopes.size() >= 2, "or must join two scopes or more");
      scopes =
          scopes.stream()
              .flatMap(
                  scope -> scope instanceof Or inner ? inner.scopes.stream() : Stream.of(scope))
              .collect(toImmutableList());
    }

    @Override
    public boolean holdsFor(long traits) {
      for (Scope scope : scopes) {
        if (scope.holdsFor(traits)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String text() {
      return scopes.stream().map(Scope::text).collect(joining(" or "));
    }

    @Override
    public String toString() {
      return text();
    }
  }

  private static String inBrackets(Scope scope, boolean needed) {
    return needed ? "(" + scope.text() + ")" : scope.text();
  }

  /** How many brackets and nots of the text form stand within each other. */
  private static int depth(Scope scope) {
    if (scope instanceof Not not) {
      return 1 + depthWithin(not.scope, Not.needsBrackets(not.scope));
    }
    if (scope instanceof And and) {
      return and.scopes.stream()
          .mapToInt(each -> depthWithin(each, each instanceof Or))
          .max()
          .orElseThrow();
    }
    if (scope instanceof Or or) {
      return or.scopes.stream().mapToInt(Scope::depth).max().orElseThrow();
    }
    return 0;
  }

  private static int depthWithin(Scope scope, boolean brackets) {
    return depth(scope) + (brackets ? 1 : 0);
  }

  /** A scope that is too deep could be printed, but not read back. */
  private static void checkDepth(int depth) {
    checkArgument(
        depth <= ScopeParser.MAX_DEPTH,
        "a scope must not have more than %s brackets or nots within each other",
        ScopeParser.MAX_DEPTH);
  }
}
