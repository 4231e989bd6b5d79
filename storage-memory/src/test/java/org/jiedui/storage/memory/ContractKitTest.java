package org.jiedui.storage.memory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Contact;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.contract.CareStoreContract;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract kit finds what is wrong with stores that are broken on purpose. */
class ContractKitTest {

  private static final String CONTRACT = CareStoreContract.class.getName();

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(WithoutRollback.class, "Transactions", "failedWrite_ofEveryKind_leavesNoTrace"),
        arguments(
            WithoutSnapshot.class, "Transactions", "reader_anotherThreadCommits_keepsItsSnapshot"),
        arguments(
            WithNestedReads.class,
            "Transactions",
            "nested_readInRead_isRefused_andTheOuterOneIsUnharmed"),
        arguments(NeverClosed.class, "Closing", "read_closed_isRefused_withoutRunningTheWork"),
        arguments(
            IgnoringVersions.class,
            "Races",
            "updates_ofOneVersionByManyThreads_oneWinsAndTheOthersAreStale"),
        arguments(IgnoringVersions.class, "Races", "updates_repeatedWhenStale_noneIsLost"),
        arguments(IgnoringVersions.class, "Records", "update_fromAnotherVersion_isRefused"),
        arguments(
            ReadingBesideWrites.class,
            "Races",
            "writes_thatFollowFromWhatTheyRead_goOneAfterTheOther"),
        arguments(LosingOtherContent.class, "Contacts", "add_otherContent_isRefused"),
        arguments(DroppingVoided.class, "Contacts", "markVoid_keepsTheContact_inItsPlace"),
        arguments(MixingSchools.class, "Contacts", "find_unknown_isEmpty"),
        arguments(ShowingUpcoming.class, "Boards", "board_showsDueAndOverdue_andHidesUpcoming"),
        arguments(IgnoringPosition.class, "Boards", "boardPages_coverEverythingExactlyOnce"),
        arguments(
            NumberingWithGaps.class, "Audits", "append_everyEntryComesBack_inTheOrderOfWriting"),
        arguments(SweepingBackwards.class, "Sweeps", "sweep_isByChildId_eachOnce"),
        arguments(SweepingAll.class, "Sweeps", "sweep_ofSomeChildren_givesThoseThatThereAre"),
        arguments(
            ErasingInNameAlone.class, "Erasure", "erase_leavesNothingOfTheChild_andAllOfTheOthers"),
        arguments(TellingNames.class, "Privacy", "duplicate_tellsIdsAlone"),
        arguments(LosingOtherContent.class, "Model", "randomWrites_areAnsweredAsByTheModel"),
        arguments(IgnoringVersions.class, "Model", "randomWrites_areAnsweredAsByTheModel"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void kit_findsTheFault(Class<?> broken, String part, String expected) {
    DiscoverySelector onePart =
        DiscoverySelectors.selectNestedClass(List.of(broken.getName()), CONTRACT + "$" + part);

    assertThat(failedTests(onePart)).contains(expected);
  }

  @Test
  void kit_withoutFault_findsNone() {
    DiscoverySelector all = DiscoverySelectors.selectClass(WithoutFault.class);

    assertThat(failedTests(all)).isEmpty();
  }

  private static Set<String> failedTests(DiscoverySelector selector) {
    Events tests = EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents();
    assertThat(tests.started().count()).as("tests that ran").isPositive();
    return tests.failed().stream()
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
        .map(source -> source.getMethodName())
        .collect(toCollection(TreeSet::new));
  }

  static class WithoutFault extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(TamperedStore.none());
    }
  }

  static class WithoutRollback extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(TamperedStore.none()) {
        @Override
        public <R> R write(Function<? super CareWriter, ? extends R> work) {
          List<R> result = new ArrayList<>();
          List<Throwable> failure = new ArrayList<>();
          super.<Boolean>write(
              writer -> {
                try {
                  return result.add(work.apply(writer));
                } catch (Throwable e) {
                  return failure.add(e);
                }
              });
          if (!failure.isEmpty()) {
            throw TamperedStore.<RuntimeException>sneaky(failure.get(0));
          }
          return result.get(0);
        }
      };
    }
  }

  static class WithoutSnapshot extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(TamperedStore.none()) {
        @Override
        public <R> R read(Function<? super CareReader, ? extends R> work) {
          // Each call of a repository reads what is stored just then.
          return work.apply(
              proxy(
                  CareReader.class,
                  (method, args) ->
                      method.getName().equals("sweep")
                          ? readNow(reader -> invoke(reader, method, args))
                          : proxy(
                              repositoryType(CareReader.class, method),
                              (own, ownArgs) ->
                                  readNow(
                                      reader ->
                                          invoke(invoke(reader, method, args), own, ownArgs)))));
        }

        private Object readNow(Function<CareReader, Object> call) {
          return store()
              .<List<Object>>read(
                  reader -> {
                    List<Object> result = new ArrayList<>();
                    result.add(call.apply(reader));
                    return result;
                  })
              .get(0);
        }
      };
    }
  }

  static class WithNestedReads extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(TamperedStore.none()) {
        @Override
        public <R> R read(Function<? super CareReader, ? extends R> work) {
          try {
            return CompletableFuture.<R>supplyAsync(
                    () -> super.read(work), task -> new Thread(task).start())
                .join();
          } catch (CompletionException e) {
            throw TamperedStore.<RuntimeException>sneaky(requireNonNull(e.getCause()));
          }
        }
      };
    }
  }

  static class NeverClosed extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(TamperedStore.none()) {
        @Override
        public void close() {}
      };
    }
  }

  static class IgnoringVersions extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("children.update")) {
              return call.proceed();
            }
            Child child = call.arg(0);
            return call.proceed(
                child, call.writer().children().get(child.schoolId(), child.id()).version());
          });
    }
  }

  /** Each write reads contacts as if the last one were still being added beside it. */
  static class ReadingBesideWrites extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      AtomicReference<Object> beforeTheLast = new AtomicReference<>();
      return new TamperedStore(
          call -> {
            if (call.is("contacts.add")) {
              Contact contact = call.arg(0);
              beforeTheLast.set(
                  call.transaction().contacts().ofChild(contact.schoolId(), contact.childId()));
            } else if (call.is("contacts.ofChild") && call.transaction() instanceof CareWriter) {
              return Optional.ofNullable(beforeTheLast.get()).orElseGet(call::proceed);
            }
            return call.proceed();
          });
    }
  }

  static class LosingOtherContent extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            try {
              return call.proceed();
            } catch (DuplicateRecordException e) {
              if (call.is("contacts.add")) {
                return false;
              }
              throw e;
            }
          });
    }
  }

  static class DroppingVoided extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("contacts.ofChild")) {
              return call.proceed();
            }
            return call.transaction().contacts().ofChild(call.arg(0), call.arg(1)).stream()
                .filter(contact -> contact.voiding().isEmpty())
                .collect(ImmutableList.toImmutableList());
          });
    }
  }

  static class ErasingInNameAlone extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(call -> call.is("erase") ? true : call.proceed());
    }
  }

  static class MixingSchools extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("contacts.find")) {
              return call.proceed();
            }
            Optional<Contact> here =
                call.transaction().contacts().find(call.arg(0), call.arg(1), call.arg(2));
            return here.or(
                () ->
                    call.transaction()
                        .contacts()
                        .find(StoreFixtures.SCHOOL, call.arg(1), call.arg(2)));
          });
    }
  }

  static class ShowingUpcoming extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("standings.board")) {
              return call.proceed();
            }
            BoardQuery query = call.arg(0);
            return call.transaction().children().all(query.school()).stream()
                .flatMap(
                    child ->
                        call.transaction().standings().ofChild(query.school(), child.id()).stream())
                .filter(row -> row.standing().isShownOn(query.day()))
                .sorted(Comparator.comparing(StandingRow::position))
                .limit(query.limit())
                .collect(ImmutableList.toImmutableList());
          });
    }
  }

  static class IgnoringPosition extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("standings.board")) {
              return call.proceed();
            }
            BoardQuery query = call.arg(0);
            return call.proceed(
                new BoardQuery(
                    query.school(),
                    query.day(),
                    query.responsible(),
                    query.classId(),
                    Optional.empty(),
                    query.limit()));
          });
    }
  }

  static class NumberingWithGaps extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("audit.page")) {
              return call.proceed();
            }
            SchoolId school = call.arg(0);
            long after = call.<Long>arg(1);
            return call.transaction().audit().page(school, after / 2, call.<Integer>arg(2)).stream()
                .map(entry -> new Numbered(2 * entry.sequence(), entry.entry()))
                .collect(ImmutableList.toImmutableList());
          });
    }
  }

  static class SweepingBackwards extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("sweep")) {
              return call.proceed();
            }
            List<CareRecord> records = new ArrayList<>();
            Consumer<CareRecord> all = records::add;
            List<Object> args = new ArrayList<>(call.args());
            Consumer<? super CareRecord> sink = call.arg(args.size() - 1);
            args.set(args.size() - 1, all);
            Object done = call.proceed(args.toArray());
            for (int i = records.size() - 1; i >= 0; i--) {
              sink.accept(records.get(i));
            }
            return done;
          });
    }
  }

  static class SweepingAll extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            if (!call.is("sweep") || call.args().size() == 2) {
              return call.proceed();
            }
            Consumer<? super CareRecord> sink = call.arg(2);
            call.transaction().sweep(call.arg(0), sink);
            return call;
          });
    }
  }

  static class TellingNames extends CareStoreContract {
    @Override
    protected CareStore openEmptyStore() {
      return new TamperedStore(
          call -> {
            try {
              return call.proceed();
            } catch (DuplicateRecordException e) {
              if (call.is("children.insert")) {
                Child child = call.arg(0);
                throw new StorageException(
                    e.getMessage() + ", who is " + child.name().text(), null);
              }
              throw e;
            }
          });
    }
  }
}
