package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.examples.benchmarks.Samples.Spread;

/** The closing table: each competitor, its time, its ratio to the library, and the bar. */
final class Report {

  private static final double NANOS = 1e6;

  /** What is asked of a ratio. */
  private record Bar(boolean atMost, double limit) {

    static Bar atMost(double limit) {
      return new Bar(true, limit);
    }

    static Bar atLeast(double limit) {
      return new Bar(false, limit);
    }

    boolean isKeptBy(double ratio) {
      return atMost ? ratio <= limit : ratio >= limit;
    }

    String text() {
      return (atMost ? "≤ " : "≥ ") + number(limit);
    }
  }

  private record Row(
      String what,
      String unit,
      Spread each,
      String county,
      Optional<Spread> ratio,
      Optional<Bar> bar) {

    private Row {
      requireNonNull(what, "what");
      requireNonNull(unit, "unit");
      requireNonNull(each, "each");
      requireNonNull(county, "county");
      requireNonNull(ratio, "ratio");
      requireNonNull(bar, "bar");
    }

    List<String> cells() {
      return List.of(
          what,
          number(each.median()),
          number(each.least()) + "–" + number(each.most()),
          unit,
          county,
          ratio.map(r -> number(r.median())).orElse(""),
          ratio.map(r -> number(r.least()) + "–" + number(r.most())).orElse(""),
          bar.map(Bar::text).orElse(""),
          bar.map(b -> b.isKeptBy(ratio.orElseThrow().median()) ? "yes" : "NO").orElse(""));
    }
  }

  private static final ImmutableList<String> HEADINGS =
      ImmutableList.of(
          "what", "median", "spread", "unit", "ms per county", "ratio", "spread", "bar", "kept");

  private final Samples samples;
  private final int children;
  private final long contacts;
  private final double windowsInSample;
  private final double contactsInPackingSample;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> facts;

  /**
   * Creates a report.
   *
   * @param samples what was measured
   * @param county the county that was judged
   * @param facts the machine's facts
   */
  Report(Samples samples, County county, Map<String, String> facts) {
    this.samples = samples;
    this.children = county.children().size();
    this.contacts = county.contacts();
    this.facts = facts;
    this.windowsInSample = windows(county);
    this.contactsInPackingSample =
        county.sample(Packing.SAMPLE).stream().mapToLong(child -> child.contacts().size()).sum();
    sweeps();
    samples();
    sizes();
    packing();
  }

  /** How many windows the rule engine's sample has, on average over the periods. */
  private static double windows(County county) {
    Evaluator evaluator = Peers.evaluator();
    CareRecord[] sample = RuleEngineSample.records(county);
    double windows = 0;
    for (int round = 0; round < Periods.DIFFERENT; round++) {
      windows += Peers.count(evaluator, sample, 0, sample.length, Periods.at(round)).windows();
    }
    return windows / Periods.DIFFERENT;
  }

  private String name(String benchmark) {
    return benchmark + ":" + children;
  }

  private void sweeps() {
    String jiedui = name("CountySweep.jiedui");
    sweep("Jiedui, one thread", jiedui, Optional.empty(), Optional.empty());
    sweep(
        "primitive loop (Jiedui ÷ loop)",
        name("CountySweep.primitiveLoop"),
        Optional.of(samples.ratio(jiedui, name("CountySweep.primitiveLoop"))),
        Optional.of(Bar.atMost(2)));
    sweep(
        "objects and streams (÷ Jiedui)",
        name("ObjectsSweep.objectsAndStreams"),
        Optional.of(samples.ratio(name("ObjectsSweep.objectsAndStreams"), jiedui)),
        Optional.of(Bar.atLeast(10)));
    sweep(
        "PostgreSQL, hand-tuned (÷ Jiedui)",
        name("SqlSweep.postgresql"),
        Optional.of(samples.ratio(name("SqlSweep.postgresql"), jiedui)),
        Optional.of(Bar.atLeast(20)));
    sweep(
        "Jiedui, two threads (one ÷ two)",
        name("CountySweep.jieduiOnTwoThreads"),
        Optional.of(samples.ratio(jiedui, name("CountySweep.jieduiOnTwoThreads"))),
        Optional.of(Bar.atLeast(1.7)));
  }

  private void sweep(String what, String benchmark, Optional<Spread> ratio, Optional<Bar> bar) {
    Spread time = samples.milliseconds(benchmark);
    int rules = PresetRules.rules().size();
    rows.add(
        new Row(
            what,
            "ns per contact·rule",
            time.times(NANOS / contacts / rules),
            number(time.median()),
            ratio,
            bar));
  }

  private void samples() {
    Spread jiedui = samples.milliseconds(name("RuleEngineSample.jiedui"));
    Spread drools = samples.milliseconds(name("RuleEngineSample.drools"));
    rows.add(
        new Row(
            "Jiedui, the engine's sample",
            "ns per window",
            jiedui.times(NANOS / windowsInSample),
            "",
            Optional.empty(),
            Optional.empty()));
    rows.add(
        new Row(
            "Drools (÷ Jiedui)",
            "ns per window",
            drools.times(NANOS / windowsInSample),
            "",
            Optional.of(
                samples.ratio(name("RuleEngineSample.drools"), name("RuleEngineSample.jiedui"))),
            Optional.of(Bar.atLeast(100))));
    rows.add(
        new Row(
            "one child, tally",
            "ns per child",
            samples.milliseconds(name("OneChild.tally")).times(NANOS / OneChild.SAMPLE),
            "",
            Optional.empty(),
            Optional.empty()));
    rows.add(
        new Row(
            "one child, full explanation (÷ tally)",
            "ns per child",
            samples.milliseconds(name("OneChild.explanation")).times(NANOS / OneChild.SAMPLE),
            "",
            Optional.of(samples.ratio(name("OneChild.explanation"), name("OneChild.tally"))),
            Optional.of(Bar.atMost(20))));
  }

  private void sizes() {
    List<Spread> perChild = new ArrayList<>();
    for (int size : CountySizes.SIZES) {
      Spread time = samples.milliseconds("CountySizes.jiedui:" + size).times(NANOS / size);
      perChild.add(time);
      rows.add(
          new Row(
              String.format(Locale.ROOT, "%,d children", size),
              "ns per child",
              time,
              "",
              Optional.empty(),
              Optional.empty()));
    }
    Spread medians = Spread.of(perChild.stream().map(Spread::median).toList());
    double apart = medians.most() / medians.least();
    rows.add(
        new Row(
            "slowest ÷ fastest of these",
            "ns per child",
            medians,
            "",
            Optional.of(new Spread(apart, apart, apart)),
            Optional.of(Bar.atMost(1.15))));
  }

  private void packing() {
    packing("packing rows of numbers", "Packing.rows");
    packing("packing values", "Packing.values");
    packing("making records (facts)", "Packing.records");
  }

  private void packing(String what, String benchmark) {
    Spread each = samples.milliseconds(name(benchmark)).times(NANOS / contactsInPackingSample);
    rows.add(
        new Row(
            what,
            "ns per contact",
            each,
            number(each.median() * contacts / NANOS),
            Optional.empty(),
            Optional.empty()));
  }

  /** Whether every bar was kept. */
  boolean areBarsKept() {
    return rows.stream()
        .allMatch(
            row ->
                row.bar()
                    .map(bar -> bar.isKeptBy(row.ratio().orElseThrow().median()))
                    .orElse(true));
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  /** The table and the machine's facts. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    line(text, HEADINGS);
    line(text, HEADINGS.stream().map(heading -> "---").toList());
    rows.forEach(row -> line(text, row.cells()));
    text.append('\n');
    facts.forEach((fact, value) -> text.append("- ").append(fact + ": " + value + "\n"));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** The table with a comma between cells; numbers have no thousands' separators. */
  String csv() {
    StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
    for (Row row : rows) {
      text.append(
              String.join(
                  ",",
                  row.cells().stream()
                      .map(cell -> cell.replaceAll("(\\d),(\\d)", "$1$2").replace(",", ";"))
                      .toList()))
          .append('\n');
    }
    return text.toString();
  }
}
