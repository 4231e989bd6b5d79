package org.jiedui.examples.benchmarks;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can be asked for. */
enum What {
  /** A county, judged from memory. */
  JUDGING,
  /** A county, judged out of a database. */
  STORAGE_SWEEP,
  /** Pages of the board. */
  STORAGE_BOARD,
  /** Contacts, one by one. */
  STORAGE_RECORD,
  /** Mentors, matched. */
  MENTORS;

  /** Those about storage. */
  static final EnumSet<What> STORAGE = EnumSet.of(STORAGE_SWEEP, STORAGE_BOARD, STORAGE_RECORD);

  /** How it is asked for: {@code storage-sweep}. */
  String text() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }

  /** Reads what is asked for. */
  static final class Converter implements ITypeConverter<What> {

    @Override
    public What convert(String text) {
      return Arrays.stream(values())
          .filter(what -> what.text().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("there is no " + text));
    }
  }

  /** Lists what can be asked for. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values())
          .map(What::text)
          .collect(ImmutableList.toImmutableList())
          .iterator();
    }
  }
}
