package org.jiedui.person;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import org.jiedui.text.Wording;

/**
 * The sex of a person, as the school roll and the resident ID state it.
 *
 * <p>Example: {@code Sex.find("女")} is {@link #FEMALE}.
 */
public enum Sex {

  /** Male, 男. */
  MALE("男", "male"),

  /** Female, 女. */
  FEMALE("女", "female");

  private final String chinese;
  private final String english;

  Sex(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * Finds the sex that a text states.
   *
   * @param text {@code 男}, {@code 女} or a {@link #code()} in lower case; white space around it is
   *     ignored
   * @return the sex, or empty if the text is anything else
   */
  public static Optional<Sex> find(String text) {
    String word = requireNonNull(text, "text").strip();
    return Arrays.stream(values())
        .filter(sex -> word.equals(sex.chinese) || word.equals(sex.english))
        .findFirst();
  }

  /**
   * Returns the code that stands in files and stores.
   *
   * @return {@code male} or {@code female}
   */
  public String code() {
    return english;
  }

  /**
   * Returns the word for people.
   *
   * @return the word in Chinese and English
   */
  public Wording wording() {
    return Wording.of(chinese, english);
  }
}
