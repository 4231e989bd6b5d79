package org.jiedui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
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
          ＝SUM(A1),    '＝SUM(A1)
          '=x,          ''=x
          ''-x,         '''-x
          'x,           'x
          ',            '
          张三,           张三
          2025-09-01,   2025-09-01
          """,
      quoteCharacter = '"')
  void guard_marksFormulas_andUndoTakesTheMarkAway(String cell, String guarded) {
    assertThat(FormulaGuard.guard(cell)).isEqualTo(guarded);
    assertThat(FormulaGuard.undo(guarded)).isEqualTo(cell);
  }

  @Test
  void undo_ofWhatSomebodyWroteByHand_leavesIt() {
    assertThat(FormulaGuard.undo("=SUM(A1)")).isEqualTo("=SUM(A1)");
    assertThat(FormulaGuard.undo("")).isEmpty();
    assertThat(FormulaGuard.undo("O'Neill")).isEqualTo("O'Neill");
  }

  @Test
  void guard_ofAnyCell_isUndone_andNeverStartsAFormula() {
    long seed = 20251210;
    Random random = new Random(seed);
    String characters = "''=+-@＝＋－＠\t\r\n x1,\"";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder cell = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        cell.append(characters.charAt(random.nextInt(characters.length())));
      }
      String guarded = FormulaGuard.guard(cell.toString());
      assertThat(FormulaGuard.undo(guarded)).as("seed %s, %s", seed, i).isEqualTo(cell.toString());
      assertThat(guarded).as("seed %s, %s", seed, i).doesNotContainPattern("\\A[=+@＝＋－＠\t\r\n-]");
    }
  }
}
