package org.jiedui.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.examples.benchmarks.Samples.Spread;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.examples.benchmarks.Table.Row;

/** The table of the judging: each competitor, its time, its ratio to the library, and the bar. */
final class Report {

  private static final double NANOS = 1e6;

  private final Samples samples;
  private final int children;
  private final long contacts;
  private final double windowsInSample;
  private final double contactsInPackingSample;
  private final Table table = new Table("ms per county");

  /**
   * Creates a report.
   *
   * @param samples what was measured
   * @param county the county that was judged
   */
  Report(Samples samples, County county) {
    this.samples = samples;
    this.children = county.children().size();
    this.contacts = county.contacts();
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
    table.add(
        new Row(
            what,
            "ns per contact·rule",
            time.times(NANOS / contacts / rules),
            Table.number(time.median()),
            ratio,
            bar));
  }

  private void samples() {
    Spread jiedui = samples.milliseconds(name("RuleEngineSample.jiedui"));
    Spread drools = samples.milliseconds(name("RuleEngineSample.drools"));
    table.add(
        new Row(
            "Jiedui, the engine's sample",
            "ns per window",
            jiedui.times(NANOS / windowsInSample),
            "",
            Optional.empty(),
            Optional.empty()));
    table.add(
        new Row(
            "Drools (÷ Jiedui)",
            "ns per window",
            drools.times(NANOS / windowsInSample),
            "",
            Optional.of(
                samples.ratio(name("RuleEngineSample.drools"), name("RuleEngineSample.jiedui"))),
            Optional.of(Bar.atLeast(100))));
    table.add(
        new Row(
            "one child, tally",
            "ns per child",
            samples.milliseconds(name("OneChild.tally")).times(NANOS / OneChild.SAMPLE),
            "",
            Optional.empty(),
            Optional.empty()));
    table.add(
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
      table.add(
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
    table.add(
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
    table.add(
        new Row(
            what,
            "ns per contact",
            each,
            Table.number(each.median() * contacts / NANOS),
            Optional.empty(),
            Optional.empty()));
  }

  Table table() {
    return table;
  }
}
