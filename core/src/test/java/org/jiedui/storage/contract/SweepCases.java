package org.jiedui.storage.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Tally;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

/** Sweeps: every child once, with all that the evaluator needs. */
abstract class SweepCases extends ContractCases {

  private static final ImmutableList<Viewpoint> VIEWPOINTS =
      ImmutableList.of(
          Viewpoint.on(day("2025-09-01")),
          Viewpoint.on(day("2025-11-10")),
          Viewpoint.of(day("2025-11-10"), day("2025-09-30")),
          Viewpoint.of(day("2025-10-01"), day("2026-08-31")),
          Viewpoint.on(day("2026-08-31")));

  private ImmutableList<CareRecord> sweep(SchoolId school) {
    return read(reader -> sweep(reader, school));
  }

  private static ImmutableList<CareRecord> sweep(CareReader reader, SchoolId school) {
    ImmutableList.Builder<CareRecord> records = ImmutableList.builder();
    reader.sweep(school, records::add);
    return records.build();
  }

  private static ImmutableList<CareRecord> sweep(
      CareReader reader, SchoolId school, ImmutableList<ChildId> children) {
    ImmutableList.Builder<CareRecord> records = ImmutableList.builder();
    reader.sweep(school, children, records::add);
    return records.build();
  }

  /** Makes the records of a school from its repositories, as a desk that shows one child does. */
  private static ImmutableList<CareRecord> recordsOf(CareReader reader, SchoolId school) {
    return reader.children().all(school).stream()
        .map(
            child ->
                CareRecord.of(
                    child,
                    reader.exemptions().ofChild(school, child.id()),
                    reader.contacts().ofChild(school, child.id()),
                    StoreFixtures.ZONE))
        .collect(toImmutableList());
  }

  /** Stores a child with contacts, some voided, and exemptions, some withdrawn. */
  private void storeFile(CareWriter writer, SchoolId school, String id) {
    Child child = fixtures.child(school, ChildId.of(id));
    writer.children().insert(child);
    for (int k = 0; k < 12; k++) {
      Contact contact = fixtures.contact(child, "k-" + k, fixtures.day()).build();
      writer.contacts().add(contact);
      if (k % 4 == 0) {
        writer.contacts().markVoid(school, child.id(), contact.id(), fixtures.voiding());
      }
    }
    for (int e = 0; e < 3; e++) {
      Exemption exemption = fixtures.exemption(child, ExemptionId.of(id + "-e" + e));
      writer.exemptions().insert(exemption);
      if (e == 0) {
        writer.exemptions().update(exemption.withdrawn(fixtures.instant().plusSeconds(86_400)), 1);
      }
    }
  }

  private static void assertSame(
      ImmutableList<CareRecord> swept, ImmutableList<CareRecord> expected, Evaluator evaluator) {
    assertThat(swept.stream().map(StoreDump::text))
        .containsExactlyElementsOf(expected.stream().map(StoreDump::text).toList());
    for (Viewpoint viewpoint : VIEWPOINTS) {
      assertThat(report(swept, evaluator, viewpoint))
          .isEqualTo(report(expected, evaluator, viewpoint));
    }
    for (int i = 0; i < swept.size(); i++) {
      assertThat(evaluator.standings(swept.get(i))).isEqualTo(evaluator.standings(expected.get(i)));
      assertThat(swept.get(i).exemptions()).isEqualTo(expected.get(i).exemptions());
    }
  }

  private static ComplianceReport report(
      ImmutableList<CareRecord> records, Evaluator evaluator, Viewpoint viewpoint) {
    Tally tally = evaluator.newTally(viewpoint);
    records.forEach(tally::add);
    return tally.report();
  }

  @Test
  void sweep_givesWhatTheRepositoriesGive_packed() {
    write(
        writer -> {
          for (int i = 0; i < 40; i++) {
            storeFile(writer, SCHOOL, "c-" + i);
          }
          storeFile(writer, OTHER_SCHOOL, "c-1");
        });
    Evaluator evaluator = Evaluator.of(fixtures.ruleBook(), fixtures.calendar());
    ImmutableList<CareRecord> expected = read(reader -> recordsOf(reader, SCHOOL));
    assertThat(report(expected, evaluator, VIEWPOINTS.get(1)).rules())
        .as("the tallies tell something")
        .allSatisfy(
            rule -> {
              assertThat(rule.met()).isPositive();
              assertThat(rule.missed()).isPositive();
            });

    assertSame(sweep(SCHOOL), expected, evaluator);
    assertSame(sweep(OTHER_SCHOOL), read(reader -> recordsOf(reader, OTHER_SCHOOL)), evaluator);
  }

  @Test
  void sweep_ofSomeChildren_givesThoseThatThereAre() {
    write(
        writer -> {
          for (int i = 0; i < 12; i++) {
            storeFile(writer, SCHOOL, "c-" + i);
          }
          storeFile(writer, OTHER_SCHOOL, "d-1");
        });
    ImmutableList<ChildId> asked =
        Stream.of("c-7", "c-10", "d-1", "c-2", "nobody", "c-7")
            .map(ChildId::of)
            .collect(toImmutableList());
    Evaluator evaluator = Evaluator.of(fixtures.ruleBook(), fixtures.calendar());

    ImmutableList<CareRecord> swept = read(reader -> sweep(reader, SCHOOL, asked));

    assertThat(swept)
        .extracting(record -> record.childId().value())
        .containsExactly("c-10", "c-2", "c-7");
    assertSame(
        swept,
        read(reader -> recordsOf(reader, SCHOOL)).stream()
            .filter(record -> asked.contains(record.childId()))
            .collect(toImmutableList()),
        evaluator);
    assertListed(reader -> sweep(reader, SCHOOL, ImmutableList.of())).isEmpty();
    assertThatThrownBy(() -> read(reader -> sweep(reader, SchoolId.of("nowhere"), asked)))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void sweep_byAWriter_seesItsOwnWrites() {
    Evaluator evaluator = Evaluator.of(fixtures.ruleBook(), fixtures.calendar());
    write(writer -> storeFile(writer, SCHOOL, "c-1"));

    write(
        writer -> {
          storeFile(writer, SCHOOL, "c-0");
          writer
              .contacts()
              .markVoid(SCHOOL, ChildId.of("c-1"), ContactId.of("k-1"), fixtures.voiding());
          assertSame(sweep(writer, SCHOOL), recordsOf(writer, SCHOOL), evaluator);
        });
  }

  @Test
  void sweep_isByChildId_eachOnce() {
    List<String> sorted = List.of("-", "0", "10", "2", "A", "Z", "_", "a", "a-b", "aB", "ab", "b");
    write(
        writer -> {
          for (String id : ImmutableList.copyOf(sorted).reverse()) {
            writer.children().insert(fixtures.plainChild(SCHOOL, ChildId.of(id)));
          }
        });
    Child child = read(reader -> reader.children().get(SCHOOL, ChildId.of("a"))).value();
    write(writer -> writer.children().update(fixtures.withBoarding(child, true), 1));

    assertThat(sweep(SCHOOL)).extracting(record -> record.childId().value()).isEqualTo(sorted);
  }

  @Test
  void sweep_childWithoutContacts_isGivenToo() {
    storeChild(SCHOOL, CHILD);

    assertThat(sweep(SCHOOL))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.childId()).isEqualTo(CHILD);
              assertThat(record.contacts().size()).isZero();
              assertThat(record.exemptions()).isEmpty();
            });
  }

  @Test
  void sweep_countsDaysInTheZoneOfTheSchool() {
    Child child = storeChild(SCHOOL, CHILD);
    LocalDate day = day("2025-09-10");
    write(
        writer ->
            writer
                .contacts()
                .add(
                    fixtures
                        .contact(child, "k-1", day)
                        // Not yet midnight at the school, but after it further east.
                        .recorded(
                            day.atTime(23, 59).atZone(StoreFixtures.ZONE).toInstant(),
                            fixtures.voiding().by())
                        .build()));

    assertThat(sweep(SCHOOL).get(0).contacts().recordedDay(0)).isEqualTo((int) day.toEpochDay());
  }

  @Test
  void sweep_schoolWithoutChildren_givesNone() {
    storeChild(OTHER_SCHOOL, CHILD);

    assertThat(sweep(SCHOOL)).isEmpty();
  }

  @Test
  void sweep_schoolUnknown_isRefused() {
    List<CareRecord> swept = new ArrayList<>();

    assertThatThrownBy(
            () ->
                read(
                    reader -> {
                      reader.sweep(SchoolId.of("nowhere"), swept::add);
                      return true;
                    }))
        .isInstanceOf(RecordNotFoundException.class);
    assertThat(swept).isEmpty();
  }

  @Test
  void sweep_sinkMayReadMeanwhile() {
    write(
        writer -> {
          storeFile(writer, SCHOOL, "c-1");
          storeFile(writer, SCHOOL, "c-2");
        });

    List<Integer> sizes =
        read(
            reader -> {
              List<Integer> all = new ArrayList<>();
              reader.sweep(
                  SCHOOL,
                  record -> all.add(reader.contacts().ofChild(SCHOOL, record.childId()).size()));
              return all;
            });

    assertThat(sizes).containsExactly(12, 12);
  }
}
