package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jiedui.storage.StorageException;
import org.junit.jupiter.api.Test;

/** Rule 8 of the contract. */
abstract class ClosingCases extends ContractCases {

  @Test
  void read_closed_isRefused_withoutRunningTheWork() {
    AtomicBoolean ran = new AtomicBoolean();
    store().close();

    assertThatThrownBy(() -> read(reader -> ran.getAndSet(true)))
        .isInstanceOf(StorageException.class);
    assertThat(ran).isFalse();
  }

  @Test
  void write_closed_isRefused_withoutRunningTheWork() {
    AtomicBoolean ran = new AtomicBoolean();
    store().close();

    assertRefused(StorageException.class, writer -> ran.set(true));
    assertThat(ran).isFalse();
  }

  @Test
  void closed_everyLaterCallIsRefused_fromEveryThread() {
    store().close();

    for (int i = 0; i < 3; i++) {
      assertRefused(StorageException.class, writer -> {});
      assertThat(Together.elsewhere(() -> read(reader -> true)))
          .isInstanceOf(StorageException.class);
    }
  }

  @Test
  void close_again_doesNothing() {
    store().close();
    store().close();

    assertThatThrownBy(() -> read(reader -> true)).isInstanceOf(StorageException.class);
  }
}
