package org.jiedui.examples.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaGuardTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          =SUM(A1),     '=SUM(A1)
          +86 150,      '+86 150
          -1,           '-1
          @x,           '@x
          张三,           张三
          2025-09-01,   2025-09-01
          """,
      quoteCharacter = '"')
  void guard_marksFormulas_andUndoTakesTheMarkAway(String cell, String guarded) {
    assertThat(FormulaGuard.guard(cell)).isEqualTo(guarded);
    assertThat(FormulaGuard.undo(guarded)).isEqualTo(cell);
  }
}
