package org.jiedui.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * One of a fixed set of words: it has a code for files and rules, a name for people, and other
 * names that people write for it. No two of a set share one of these.
 *
 * <p>Implemented by enums, such as the ways in which a contact is made.
 */
public interface Coded {

  /**
   * Returns the word that stands for it in files and rules, for instance {@code home-visit}.
   *
   * @return lower-case letters, digits and hyphens; never changes
   */
  String code();

  /**
   * Returns its name for people, for instance 家访, home visit.
   *
   * @return the name
   */
  Wording wording();

  /**
   * Returns what people write for it as well, for instance 爷爷 for 祖父. These are read, but never
   * shown.
   *
   * @return the other names; none if not said otherwise
   */
  default ImmutableSet<String> otherNames() {
    return ImmutableSet.of();
  }

  /**
   * Whether a text is its code, its Chinese name or one of its other names.
   *
   * @param text the text, without white space around it
   * @return true if it is one of them to the letter
   */
  default boolean isNamed(String text) {
    return code().equals(text) || wording().chinese().equals(text) || otherNames().contains(text);
  }

  /**
   * Finds one of a set by its code or a Chinese name, as files have it.
   *
   * <p>Example: {@code home-visit} and {@code 家访} are both the home visit.
   *
   * @param <E> the set
   * @param type the set
   * @param text the text, without white space around it, see {@link #isNamed}
   * @return the one, or empty if the set has none of that name
   */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants()).filter(each -> each.isNamed(text)).findFirst();
  }

  /**
   * Returns the codes of a set.
   *
   * @param <E> the set
   * @param type the set
   * @return the codes, in the order of the set
   */
  static <E extends Enum<E> & Coded> ImmutableList<String> codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Coded::code)
        .collect(ImmutableList.toImmutableList());
  }
}
