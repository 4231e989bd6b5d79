package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.rule.Season;
import org.jiedui.text.Coded;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that an independent reference computed: listing and standing of each must agree. */
class ContactRuleVectorsTest {

  /** One row of the file. */
  private record Case(
      String name, Scenario scenario, Viewpoint viewpoint, String windows, String standing) {

    static Case parse(String line) {
      List<String> cells = Splitter.on('|').splitToList(line);
      Scenario scenario =
          new Scenario()
              .terms(cells.get(1), cells.get(2))
              .versions(
                  cells.get(3),
                  Coded.find(Season.class, cells.get(4)).orElseThrow(),
                  cells.get(5),
                  Optional.of(cells.get(6)).filter(day -> !day.isEmpty()).map(LocalDate::parse))
              .inCare(cells.get(7))
              .exempt(cells.get(8))
              .concerns(cells.get(9))
              .contacts(cells.get(10));
      Viewpoint viewpoint =
          Viewpoint.of(LocalDate.parse(cells.get(11)), LocalDate.parse(cells.get(12)));
      return new Case(cells.get(0), scenario, viewpoint, cells.get(13), cells.get(14));
    }
  }

  private static List<String> lines() throws IOException {
    return Resources.readLines(
        Resources.getResource(ContactRuleVectorsTest.class, "contact-rules.csv"),
        StandardCharsets.UTF_8);
  }

  @Test
  void file_hasAllItsCases() throws IOException {
    assertThat(lines()).hasSize(1501);
  }

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return lines().stream()
        .skip(1)
        .map(
            line ->
                dynamicTest(
                    line.substring(0, line.indexOf('|')),
                    () -> {
                      Case c = Case.parse(line);
                      assertThat(c.scenario().windows(c.viewpoint()))
                          .as("windows of case %s", line)
                          .isEqualTo(c.windows());
                      assertThat(c.scenario().standing(c.viewpoint()))
                          .as("standing of case %s", line)
                          .isEqualTo(c.standing());
                    }));
  }
}
