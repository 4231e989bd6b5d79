package org.jiedui.storage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * A stored value and its version.
 *
 * <p>Immutable, if the value is.
 *
 * @param <V> the value
 * @param value the value
 * @param version 1 for a new record, one more with each update
 */
public record Versioned<V>(V value, long version) {

  /**
   * Creates a versioned value.
   *
   * @param value the value
   * @param version 1 for a new record, one more with each update
   * @throws IllegalArgumentException if the version is less than 1
   */
  public Versioned {
    requireNonNull(value, "value");
    checkArgument(version >= 1, "version (%s) must be 1 or more", version);
  }
}
