package org.jiedui.intake;

import com.google.common.base.Joiner;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes two rows, or two records, the same. */
final class RowKeys {

  private static final Joiner FIELDS = Joiner.on('\u001f');

  private RowKeys() {}

  /** The key of a row by several fields; none if one of them is empty, for that is told already. */
  static Optional<String> of(String... fields) {
    return Stream.of(fields).anyMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(FIELDS.join(fields));
  }

  /** Joins fields to a text that is equal only if all fields are. */
  static String join(Object first, Object second, Object... rest) {
    return FIELDS.join(first, second, rest);
  }
}
