package org.jiedui.rule;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.child.CarerKind;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Trait;
import org.jiedui.school.ClassGroup;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * Reads a scope by recursive descent: or binds weakest, then and, then not.
 *
 * <pre>
 * or   = and { "or" and }
 * and  = not { "and" not }
 * not  = "not" not | "(" or ")" | word
 * </pre>
 */
final class ScopeParser {

  /** Deeper nesting than any school needs; it keeps a hostile text from exhausting the stack. */
  static final int MAX_DEPTH = 50;

  private static final Pattern TOKEN = Pattern.compile("\\s*([a-z-]+|[0-9]+(?:-[0-9]+)?|[()])");
  private static final Pattern GRADES = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");
  private static final Wording WORDS =
      Wording.of(
          "all、not、(、key-support、boarding、has-carer、both-parents-away、one-parent-away、"
              + "grade 年级、carer 类别 或 concern 类别",
          "all, not, (, key-support, boarding, has-carer, both-parents-away, one-parent-away, "
              + "grade N, carer KIND or concern KIND");

  private final String text;
  private final Matcher matcher;
  private String token = "";
  private int tokenStart;
  private int depth;

  ScopeParser(String text) {
    this.text = text;
    this.matcher = TOKEN.matcher(text);
    advance();
  }

  Scope parse() {
    Scope scope = or();
    if (!token.isEmpty()) {
      throw expected(Wording.of("and、or 或结尾", "and, or, or the end"));
    }
    return scope;
  }

  private Scope or() {
    ImmutableList.Builder<Scope> scopes = ImmutableList.builder();
    scopes.add(and());
    while (take("or")) {
      scopes.add(and());
    }
    ImmutableList<Scope> all = scopes.build();
    return all.size() == 1 ? all.get(0) : new Scope.Or(all);
  }

  private Scope and() {
    ImmutableList.Builder<Scope> scopes = ImmutableList.builder();
    scopes.add(not());
    while (take("and")) {
      scopes.add(not());
    }
    ImmutableList<Scope> all = scopes.build();
    return all.size() == 1 ? all.get(0) : new Scope.And(all);
  }

  private Scope not() {
    boolean negated = token.equals("not");
    if (!negated && !token.equals("(")) {
      return word();
    }
    if (depth == MAX_DEPTH) {
      throw expected(
          Wording.of(
              "最多 " + MAX_DEPTH + " 层括号或 not",
              "at most " + MAX_DEPTH + " brackets or nots within each other"));
    }
    depth++;
    advance();
    Scope scope;
    if (negated) {
      scope = new Scope.Not(not());
    } else {
      scope = or();
      if (!take(")")) {
        throw expected(Wording.of("and、or 或 )", "and, or, or )"));
      }
    }
    depth--;
    return scope;
  }

  private Scope word() {
    Trait trait = ScopeWord.TRAITS.get(token);
    if (trait != null) {
      advance();
      return new Scope.Has(trait);
    }
    if (take("all")) {
      return Scope.all();
    }
    if (take("both-parents-away")) {
      return new Scope.BothParentsAway();
    }
    if (take("one-parent-away")) {
      return new Scope.OneParentAway();
    }
    if (take("grade")) {
      return grades();
    }
    if (take("carer")) {
      return new Scope.CarerIs(kind(CarerKind.class));
    }
    if (take("concern")) {
      return new Scope.ConcernIs(kind(ConcernKind.class));
    }
    throw expected(WORDS);
  }

  private Scope grades() {
    Matcher grades = GRADES.matcher(token);
    if (grades.matches()) {
      int from = Integer.parseInt(grades.group(1));
      int to = grades.group(2) == null ? from : Integer.parseInt(grades.group(2));
      if (from >= 1 && from <= to && to <= ClassGroup.MAX_GRADE) {
        advance();
        return new Scope.Grades(from, to);
      }
    }
    throw expected(
        Wording.of(
            "1 到 12 的年级，或由低到高的两个年级，如 1-3", "a grade from 1 to 12, or two that ascend such as 1-3"));
  }

  private <E extends Enum<E> & Coded> E kind(Class<E> type) {
    E kind =
        Coded.find(type, token)
            .orElseThrow(
                () ->
                    expected(
                        Wording.of(
                            String.join("、", Coded.codes(type)),
                            String.join(", ", Coded.codes(type)))));
    advance();
    return kind;
  }

  private boolean take(String word) {
    boolean there = token.equals(word);
    if (there) {
      advance();
    }
    return there;
  }

  private void advance() {
    int from = tokenStart + token.length();
    if (text.substring(from).isBlank()) {
      token = "";
      tokenStart = text.length();
      return;
    }
    matcher.region(from, text.length());
    if (!matcher.lookingAt()) {
      tokenStart = from;
      while (Character.isWhitespace(text.charAt(tokenStart))) {
        tokenStart++;
      }
      throw expected(Wording.of("词、数字或括号", "a word, a number or a bracket"));
    }
    token = matcher.group(1);
    tokenStart = matcher.start(1);
  }

  private RuleSyntaxException expected(Wording what) {
    return new RuleSyntaxException(text, tokenStart, what);
  }
}
