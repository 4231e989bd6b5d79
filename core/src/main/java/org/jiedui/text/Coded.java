package org.jiedui.text;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * One of a fixed set of words: it has a code for files and rules, and a name for people.
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
   * Finds one of a set by its code or its Chinese name, as files have it.
   *
   * @param <E> the set
   * @param type the set
   * @param text for instance {@code home-visit} or {@code 家访}
   * @return the one, or empty if the set has none of that name
   */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.code().equals(text) || each.wording().chinese().equals(text))
        .findFirst();
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
