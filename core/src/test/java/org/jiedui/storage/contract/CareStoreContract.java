package org.jiedui.storage.contract;

import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link CareStore} keeps, as tests.
 *
 * <p>An adapter has one class that extends this one and opens an empty store:
 *
 * <pre>{@code
 * class MyCareStoreTest extends CareStoreContract {
 *
 *   @Override
 *   protected CareStore openEmptyStore() {
 *     return MyCareStore.open("a database of its own");
 *   }
 * }
 * }</pre>
 *
 * <p>It runs as any test class does: {@code mvn test}, or {@code mvn test -Dtest=MyCareStoreTest}.
 * Each test opens one store and closes it; the tests of one class run one after the other. Tests of
 * races start up to four threads, so a pool must have as many connections. Nothing sleeps; what
 * hangs fails after a minute.
 *
 * <p>The seed of the random writes is in the display name of their test and in its message when it
 * fails; {@code -Djiedui.contract.seed=42} sets another.
 */
public abstract class CareStoreContract {

  @SuppressWarnings("NullAway.Init") // set before each test
  private CareStore store;

  /** Creates the suite. */
  protected CareStoreContract() {}

  /**
   * Opens a store.
   *
   * @return a store without any record; the kit closes it
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  final void open() {
    store = openEmptyStore();
  }

  @AfterEach
  final void close() {
    store.close();
  }

  /** All or nothing, snapshots, and who may use what until when. */
  @Nested
  class Transactions extends TransactionCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** What a closed store does. */
  @Nested
  class Closing extends ClosingCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Several threads that write at once. */
  @Nested
  class Races extends RaceCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** What there is one of for each school. */
  @Nested
  class SchoolRecords extends SchoolRecordCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** What a school has many of. */
  @Nested
  class Records extends RecordCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Children and their student numbers. */
  @Nested
  class Children extends ChildCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Contacts, added and voided. */
  @Nested
  class Contacts extends ContactCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Exemptions, mentor assignments and census answers, found by their child. */
  @Nested
  class OwnedRecords extends OwnedRecordCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Standings and the board. */
  @Nested
  class Boards extends BoardCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** The audit. */
  @Nested
  class Audits extends AuditCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Sweeps over a school. */
  @Nested
  class Sweeps extends SweepCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** What exceptions tell. */
  @Nested
  class Privacy extends PrivacyCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Activities and who was there. */
  @Nested
  class Activities extends ActivityCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Erasing a child. */
  @Nested
  class Erasure extends ErasureCases {
    @Override
    CareStore store() {
      return store;
    }
  }

  /** Random operations, compared with a naive model. */
  @Nested
  class Model extends ModelCases {
    @Override
    CareStore store() {
      return store;
    }
  }
}
