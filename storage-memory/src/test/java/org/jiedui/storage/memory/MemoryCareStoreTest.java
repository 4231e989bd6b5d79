package org.jiedui.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.NullPointerTester;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.Versioned;
import org.jiedui.storage.contract.CareStoreContract;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;

/** The contract kit on the memory store, and what this store does besides. */
class MemoryCareStoreTest extends CareStoreContract {

  private static final School SCHOOL = StoreFixtures.seeded(1).school(StoreFixtures.SCHOOL);

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }

  private static long insert(CareWriter writer) {
    return writer.schools().insert(SCHOOL.id(), SCHOOL);
  }

  @Test
  void read_withinWorkOfAnotherStore_isAllowed() {
    CareStore from = MemoryCareStore.create();
    CareStore to = MemoryCareStore.create();
    from.write(MemoryCareStoreTest::insert);

    from.read(
        reader ->
            to.write(
                writer ->
                    writer
                        .schools()
                        .insert(SCHOOL.id(), reader.schools().get(SCHOOL.id()).value())));

    Versioned<School> copied = to.read(reader -> reader.schools().get(SCHOOL.id()));
    assertThat(copied.value()).isEqualTo(SCHOOL);
  }

  @Test
  void close_withinAWrite_refusesIt() {
    CareStore store = MemoryCareStore.create();

    assertThatThrownBy(
            () ->
                store.write(
                    writer -> {
                      store.close();
                      return insert(writer);
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessage("the store is closed");
  }

  @Test
  void close_withinARead_leavesItsSnapshot() {
    CareStore store = MemoryCareStore.create();
    store.write(MemoryCareStoreTest::insert);

    Versioned<School> read =
        store.read(
            reader -> {
              store.close();
              return reader.schools().get(SCHOOL.id());
            });

    assertThat(read.value()).isEqualTo(SCHOOL);
  }

  @Test
  void reader_usedAsAWriter_isRefused() {
    CareStore store = MemoryCareStore.create();

    assertThatThrownBy(() -> store.read(reader -> insert((CareWriter) reader)))
        .isInstanceOfAny(ClassCastException.class, IllegalStateException.class);
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester().testAllPublicInstanceMethods(MemoryCareStore.create());
  }
}
