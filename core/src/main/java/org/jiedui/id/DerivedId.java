package org.jiedui.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Joiner;
import com.google.common.hash.Hashing;

/**
 * Makes identifiers that follow from what they name, so that the same thing taken in twice is found
 * again.
 *
 * <p>The parts must hold nothing personal: who knows what the parts may be could try them all.
 */
public final class DerivedId {

  /** How many characters a digest has: half of what an identifier may have. */
  public static final int LENGTH = 32;

  /** The information separator one, which stands in no identifier. */
  private static final Joiner PARTS = Joiner.on('\u001f');

  private DerivedId() {}

  /**
   * Returns a digest of parts.
   *
   * @param parts at least one; what counts is their text
   * @return the first 32 hexadecimal digits of the SHA-256 of the parts
   */
  public static String digest(Object... parts) {
    return Hashing.sha256().hashString(PARTS.join(parts), UTF_8).toString().substring(0, LENGTH);
  }
}
