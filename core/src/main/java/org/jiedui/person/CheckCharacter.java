package org.jiedui.person;

import com.google.common.collect.ImmutableList;

/** The check character of GB 11643-1999, which is ISO 7064 MOD 11-2. */
final class CheckCharacter {

  /** The weights of places 1 to 17, as the standard prints them: 2^(18-place) mod 11. */
  private static final ImmutableList<Integer> WEIGHTS =
      ImmutableList.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);

  /** The check characters of the remainders 0 to 10. */
  private static final String BY_REMAINDER = "10X98765432";

  private CheckCharacter() {}

  /** Returns the character that belongs behind 17 digits. */
  static char of(String seventeenDigits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.size(); i++) {
      sum += WEIGHTS.get(i) * (seventeenDigits.charAt(i) - '0');
    }
    return BY_REMAINDER.charAt(sum % BY_REMAINDER.length());
  }
}
