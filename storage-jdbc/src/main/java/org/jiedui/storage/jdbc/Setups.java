package org.jiedui.storage.jdbc;

import static java.util.Objects.requireNonNull;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What schools have set up: the school itself, its calendar, rule book and classes. Nearly every
 * write reads all of it, in nine statements, and hardly any changes it.
 *
 * <p>So each write that changes any of it leaves a new random stamp in the row of the ledger that
 * every write at the school locks and reads first. What was read under a stamp is what is stored
 * under it, whoever reads it and whenever: if the stamp's own transaction is rolled back, or a
 * backup is restored, no other content ever comes to stand under it. A row without a stamp says
 * nothing about what is set up.
 *
 * <p>Whoever changes those tables past the store is to clear the stamp; if it is forgotten, writes
 * go on with what was there before for a minute at most.
 *
 * <p>Thread-safe.
 */
final class Setups {

  private static final int SCHOOLS = 256;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  /** By stamp, what each table says; the key is a value of its own for each state of a school. */
  private final Cache<String, Map<String, Object>> known =
      CacheBuilder.newBuilder().maximumSize(SCHOOLS).expireAfterWrite(FORGOTTEN_AFTER).build();

  /** Returns a stamp that there never was. */
  static String newStamp() {
    return UUID.randomUUID().toString();
  }

  /** Returns what a table says under a stamp, read only if it was not yet. */
  @SuppressWarnings("unchecked") // what a table says is always of one type
  <T> T get(String stamp, String table, Supplier<T> reading) {
    Map<String, Object> ofStamp =
        known.asMap().computeIfAbsent(stamp, s -> new ConcurrentHashMap<>());
    Object there = ofStamp.get(table);
    if (there == null) {
      there = requireNonNull(reading.get());
      ofStamp.put(table, there);
    }
    return (T) there;
  }
}
