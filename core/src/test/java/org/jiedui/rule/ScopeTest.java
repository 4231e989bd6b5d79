package org.jiedui.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.child.CarerKind;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Trait;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  private static final String WORDS =
      "all, not, (, key-support, boarding, has-carer, both-parents-away, one-parent-away, "
          + "grade N, carer KIND or concern KIND";

  private static final ImmutableList<ConcernKind> CONCERNS =
      ImmutableList.copyOf(ConcernKind.values());

  private static RuleSyntaxException refusalOf(String text) {
    return catchThrowableOfType(RuleSyntaxException.class, () -> Scope.parse(text));
  }

  private static long mask(String traits) {
    return Splitter.on(' ')
        .omitEmptyStrings()
        .splitToStream(traits)
        .mapToLong(name -> Trait.valueOf(name).mask())
        .sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (boarding and has-carer) and key-support | boarding and has-carer and key-support
          boarding or (has-carer or key-support)   | boarding or has-carer or key-support
          ((boarding))                             | boarding
          """)
  void parse_bracketsThatMeanNothing_areNotPrinted(String text, String printed) {
    assertThat(Scope.parse(text).text()).isEqualTo(printed);
    assertThat(Scope.parse(text)).isEqualTo(Scope.parse(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "key-support",
        "boarding",
        "has-carer",
        "both-parents-away",
        "one-parent-away",
        "grade 4",
        "grade 1-3",
        "grade 10-12",
        "carer grandparent",
        "concern study-supervision",
        "not boarding",
        "not not boarding",
        "not (boarding or has-carer)",
        "not boarding or has-carer",
        "key-support and (grade 1-3 or boarding)",
        "key-support and grade 1-3 or boarding",
        "boarding and has-carer and not concern safety",
        "not (boarding and not (grade 1 or grade 6))"
      })
  void parse_itsOwnPrint_isTheSame(String text) {
    assertThat(Scope.parse(text).text()).isEqualTo(text);
    assertThat(Scope.parse(text)).hasToString(text);
    assertThat(Scope.parse(Scope.parse(text).text())).isEqualTo(Scope.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          written                            | printed
          '  all '                           | all
          (all)                              | all
          ((boarding))                       | boarding
          'boarding   and(has-carer)'        | boarding and has-carer
          'grade 3-3'                        | grade 3
          'grade 01'                         | grade 1
          (boarding and has-carer) or all    | boarding and has-carer or all
          not(boarding)                      | not boarding
          not (not boarding)                 | not not boarding
          (not boarding) and (grade 1)       | not boarding and grade 1
          """)
  void text_hasNoBracketThatItsPartsDoNotNeed(String written, String printed) {
    assertThat(Scope.parse(written).text()).isEqualTo(printed);
    assertThat(Scope.parse(printed)).isEqualTo(Scope.parse(written));
  }

  @Test
  void parse_lineBreaksAndTabs_areSpaces() {
    assertThat(Scope.parse("boarding\n\tor\r\ngrade 2").text()).isEqualTo("boarding or grade 2");
  }

  @Test
  void parse_everyCarerAndConcern_isRead() {
    for (CarerKind kind : CarerKind.values()) {
      assertThat(Scope.parse("carer " + kind.code())).isEqualTo(new Scope.CarerIs(kind));
    }
    for (ConcernKind kind : ConcernKind.values()) {
      assertThat(Scope.parse("concern " + kind.code())).isEqualTo(new Scope.ConcernIs(kind));
    }
  }

  @Test
  void parse_notBindsStrongestThenAndThenOr() {
    Scope scope = Scope.parse("not boarding and key-support or has-carer");
    assertThat(scope)
        .isEqualTo(
            new Scope.Or(
                ImmutableList.of(
                    new Scope.And(
                        ImmutableList.of(
                            new Scope.Not(new Scope.Has(Trait.BOARDING)),
                            new Scope.Has(Trait.KEY_SUPPORT))),
                    new Scope.Has(Trait.HAS_CARER))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                  | position | expected
          ''                    | 0        | WORDS
          '   '                 | 3        | WORDS
          all adn boarding      | 4        | and, or, or the end
          everybody             | 0        | WORDS
          and boarding          | 0        | WORDS
          boarding and          | 12       | WORDS
          boarding or or all    | 12       | WORDS
          not                   | 3        | WORDS
          (boarding             | 9        | and, or, or )
          boarding)             | 8        | and, or, or the end
          ()                    | 1        | WORDS
          boarding has-carer    | 9        | and, or, or the end
          grade                 | 5        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 0               | 6        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 13              | 6        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 3-1             | 6        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 1-13            | 6        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 99999999999     | 6        | a grade from 1 to 12, or two that ascend such as 1-3
          grade 1 - 3           | 8        | and, or, or the end
          carer aunt            | 6        | grandparent, relative, sibling, neighbour, other
          carer                 | 5        | grandparent, relative, sibling, neighbour, other
          concern money         | 8        | study-supervision, motivation, psychological, conduct, safety, health, hardship
          Boarding              | 0        | a word, a number or a bracket
          all, boarding         | 3        | a word, a number or a bracket
          '留守儿童'             | 0        | a word, a number or a bracket
          boarding & has-carer  | 9        | a word, a number or a bracket
          boarding AND all      | 9        | a word, a number or a bracket
          """)
  void parse_wrongText_namesThePositionAndWhatWasExpected(
      String text, int position, String expected) {
    RuleSyntaxException refusal = refusalOf(text);
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.expected().english()).isEqualTo(expected.equals("WORDS") ? WORDS : expected);
    assertThat(refusal)
        .hasMessage(
            "position "
                + (position + 1)
                + " of \""
                + text
                + "\": expected "
                + refusal.expected().english());
  }

  @Test
  void parse_fiftyBracketsOrNots_areRead() {
    assertThat(Scope.parse("(".repeat(50) + "all" + ")".repeat(50))).isEqualTo(Scope.all());
    assertThat(Scope.parse("not ".repeat(50) + "all").holdsFor(0)).isTrue();
    // Side by side they may be as many as people like.
    String many = "(not boarding) or ".repeat(500) + "all";
    assertThat(Scope.parse(many).holdsFor(0)).isTrue();
  }

  /** {@code not (boarding and not (boarding and …))}: two a level. */
  private static Scope nested(int levels) {
    Scope scope = new Scope.Has(Trait.BOARDING);
    for (int i = 0; i < levels; i++) {
      scope = new Scope.Not(new Scope.And(ImmutableList.of(new Scope.Has(Trait.BOARDING), scope)));
    }
    return scope;
  }

  @Test
  void new_deeperThanItCouldBeReadBack_isRejected() {
    assertThat(Scope.parse(nested(25).text())).isEqualTo(nested(25));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nested(26))
        .withMessage("a scope must not have more than 50 brackets or nots within each other");
    Scope or = new Scope.Or(ImmutableList.of(Scope.all(), nested(25)));
    assertThat(Scope.parse(or.text())).isEqualTo(or);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope.And(ImmutableList.of(Scope.all(), or)));
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 100_000})
  void parse_deeperNesting_isRejected(int depth) {
    RuleSyntaxException brackets = refusalOf("(".repeat(depth) + "all" + ")".repeat(depth));
    assertThat(brackets.position()).isEqualTo(50);
    assertThat(brackets.expected())
        .isEqualTo(Wording.of("最多 50 层括号或 not", "at most 50 brackets or nots within each other"));
    assertThat(refusalOf("not ".repeat(depth) + "all").position()).isEqualTo(4 * 50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          scope                                   | traits of the child               | holds
          all                                     |                                   | true
          key-support                             |                                   | false
          key-support                             | KEY_SUPPORT                       | true
          both-parents-away                       | FATHER_AWAY                       | false
          both-parents-away                       | MOTHER_AWAY                       | false
          both-parents-away                       | FATHER_AWAY MOTHER_AWAY           | true
          one-parent-away                         |                                   | false
          one-parent-away                         | FATHER_AWAY                       | true
          one-parent-away                         | MOTHER_AWAY                       | true
          one-parent-away                         | FATHER_AWAY MOTHER_AWAY           | false
          has-carer                               | HAS_CARER CARER_OTHER             | true
          carer grandparent                       | HAS_CARER CARER_RELATIVE          | false
          carer grandparent                       | HAS_CARER CARER_GRANDPARENT       | true
          concern health                          | CONCERN_SAFETY                    | false
          concern health                          | CONCERN_SAFETY CONCERN_HEALTH     | true
          not boarding                            |                                   | true
          not boarding                            | BOARDING                          | false
          key-support and (grade 1-3 or boarding) | KEY_SUPPORT GRADE_2               | true
          key-support and (grade 1-3 or boarding) | KEY_SUPPORT GRADE_4               | false
          key-support and (grade 1-3 or boarding) | KEY_SUPPORT GRADE_4 BOARDING      | true
          key-support and (grade 1-3 or boarding) | BOARDING                          | false
          key-support and grade 1-3 or boarding   | BOARDING                          | true
          boarding and has-carer and key-support  | BOARDING HAS_CARER                | false
          boarding and has-carer and key-support  | BOARDING HAS_CARER KEY_SUPPORT    | true
          """)
  void holdsFor_aChild(String scope, String traits, boolean holds) {
    long mask = traits == null ? 0 : mask(traits);
    assertThat(Scope.parse(scope).holdsFor(mask)).isEqualTo(holds);
  }

  @Test
  void holdsFor_everyRangeOfGrades_holdsThoseGradesAlone() {
    for (int from = 1; from <= 12; from++) {
      for (int to = from; to <= 12; to++) {
        Scope scope = Scope.parse("grade " + from + "-" + to);
        for (int grade = 1; grade <= 12; grade++) {
          assertThat(scope.holdsFor(Trait.grade(grade).mask() | Trait.IN_CARE.mask()))
              .as("%s for grade %s", scope, grade)
              .isEqualTo(from <= grade && grade <= to);
        }
        assertThat(scope.holdsFor(~gradeBits())).isFalse();
      }
    }
  }

  private static long gradeBits() {
    return Arrays.stream(Trait.values())
        .filter(trait -> trait.name().startsWith("GRADE_"))
        .mapToLong(Trait::mask)
        .sum();
  }

  /** An expression and, apart from it, what it should hold for. */
  private interface Truth {
    boolean holds(long traits);
  }

  private record Made(Scope scope, Truth truth) {}

  private static Made random(Random random, int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
      case 0 -> has(random);
      case 1 -> concern(random);
      case 2 -> grades(random);
      case 3 -> {
        Made inner = random(random, depth - 1);
        yield new Made(new Scope.Not(inner.scope()), traits -> !inner.truth().holds(traits));
      }
      default -> joined(random, depth - 1);
    };
  }

  private static Made has(Random random) {
    List<Trait> words = List.of(Trait.KEY_SUPPORT, Trait.BOARDING, Trait.HAS_CARER);
    Trait trait = words.get(random.nextInt(words.size()));
    return new Made(new Scope.Has(trait), traits -> Trait.allIn(traits).contains(trait));
  }

  private static Made concern(Random random) {
    ConcernKind kind = CONCERNS.get(random.nextInt(CONCERNS.size()));
    return new Made(
        new Scope.ConcernIs(kind), traits -> Trait.allIn(traits).contains(Trait.concern(kind)));
  }

  private static Made grades(Random random) {
    int from = 1 + random.nextInt(12);
    int to = from + random.nextInt(13 - from);
    return new Made(
        new Scope.Grades(from, to),
        traits ->
            IntStream.rangeClosed(from, to)
                .anyMatch(grade -> Trait.allIn(traits).contains(Trait.grade(grade))));
  }

  private static Made joined(Random random, int depth) {
    List<Made> parts =
        Stream.generate(() -> random(random, depth)).limit(2 + random.nextInt(2)).toList();
    ImmutableList<Scope> scopes = parts.stream().map(Made::scope).collect(toImmutableList());
    return random.nextBoolean()
        ? new Made(
            new Scope.And(scopes),
            traits -> parts.stream().allMatch(part -> part.truth().holds(traits)))
        : new Made(
            new Scope.Or(scopes),
            traits -> parts.stream().anyMatch(part -> part.truth().holds(traits)));
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 20250901L, 77L);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void parse_randomExpression_printsBackAndHoldsForTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Made made = random(random, 4);
      Scope read = Scope.parse(made.scope().text());
      assertThat(read)
          .as("seed %s, expression %s: %s", seed, i, made.scope())
          .isEqualTo(made.scope());
      for (int j = 0; j < 10; j++) {
        long traits = random.nextLong();
        assertThat(read.holdsFor(traits))
            .as("seed %s, expression %s: %s for %s", seed, i, read, Trait.allIn(traits))
            .isEqualTo(made.truth().holds(traits));
      }
    }
  }

  @Test
  void new_brokenParts_areRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope.Has(Trait.GRADE_1))
        .withMessage("trait GRADE_1 has no word of its own");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope.Grades(3, 2))
        .withMessage("grades (3-2) must be 1 to 12 and ascend");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope.And(ImmutableList.of(Scope.all())))
        .withMessage("and must join two scopes or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope.Or(ImmutableList.of()))
        .withMessage("or must join two scopes or more");
  }
}
