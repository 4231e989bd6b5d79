package org.jiedui.examples.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it cost to pack contacts before they can be judged: from a store's rows of numbers,
 * from values, and with the facts to a record?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class Packing {

  /** How many children are packed, one after another. */
  static final int SAMPLE = 500;

  /** How many children the county has of which the sample is taken. */
  @Param("50000")
  public int children;

  private List<CountyChild> sample = List.of();
  private List<List<Contact>> contacts = List.of();

  /** Creates a benchmark without children. */
  public Packing() {}

  /** Takes the sample. */
  @Setup
  public void takeSample() {
    sample = Peers.county(children).sample(SAMPLE);
    contacts = sample.stream().<List<Contact>>map(CountyChild::contactList).toList();
  }

  /**
   * Packs rows of numbers, sorted by day, as a store streams them.
   *
   * @param hole takes each series
   */
  @Benchmark
  public void rows(Blackhole hole) {
    ContactSeries.Builder builder = new ContactSeries.Builder();
    for (CountyChild child : sample) {
      ContactSeries from = child.contacts();
      for (int i = 0; i < from.size(); i++) {
        builder.add(from.day(i), from.kind(i), from.recordedDay(i), from.voidedDay(i));
      }
      hole.consume(builder.build());
    }
  }

  /**
   * Packs contacts that are values.
   *
   * @param hole takes each series
   */
  @Benchmark
  public void values(Blackhole hole) {
    for (List<Contact> each : contacts) {
      hole.consume(ContactSeries.of(each, LifeCourse.ZONE));
    }
  }

  /**
   * Makes records of packed contacts: finds out what the facts come to.
   *
   * @param hole takes each record
   */
  @Benchmark
  public void records(Blackhole hole) {
    for (CountyChild child : sample) {
      CareRecord record = child.packedRecord();
      hole.consume(record);
    }
  }
}
