package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import org.jiedui.child.Trait;
import org.jiedui.rule.Scope;

/** Whether a scope holds for children of a grade of whom nothing else is known. */
enum GradeTest {
  NEVER,
  SOMETIMES,
  ALWAYS;

  static GradeTest of(Scope scope, int grade) {
    if (scope instanceof Scope.All) {
      return ALWAYS;
    }
    if (scope instanceof Scope.Grades) {
      return scope.holdsFor(Trait.grade(grade).mask()) ? ALWAYS : NEVER;
    }
    if (scope instanceof Scope.Not not) {
      return switch (of(not.scope(), grade)) {
        case NEVER -> ALWAYS;
        case SOMETIMES -> SOMETIMES;
        case ALWAYS -> NEVER;
      };
    }
    if (scope instanceof Scope.And and) {
      return least(and.scopes(), grade);
    }
    if (scope instanceof Scope.Or or) {
      return most(or.scopes(), grade);
    }
    return SOMETIMES;
  }

  private static GradeTest least(ImmutableList<Scope> scopes, int grade) {
    return scopes.stream().map(each -> of(each, grade)).min(GradeTest::compareTo).orElseThrow();
  }

  private static GradeTest most(ImmutableList<Scope> scopes, int grade) {
    return scopes.stream().map(each -> of(each, grade)).max(GradeTest::compareTo).orElseThrow();
  }
}
