package org.jiedui.examples.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void toString_alignsWideCharactersAndNumbers() {
    TextTable table = new TextTable(1, List.of("事项", "次数"));
    table.add(List.of("家访", "3"));
    table.add(List.of("call", "12"));
    assertThat(table)
        .hasToString(
            """
            事项  次数
            ----  ----
            家访     3
            call    12
            """);
  }

  @Test
  void width_ofChineseIsTwo() {
    assertThat(TextTable.width("结对ab")).isEqualTo(6);
  }
}
