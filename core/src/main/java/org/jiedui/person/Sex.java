package org.jiedui.person;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * The sex of a person, as the school roll and the resident ID state it.
 *
 * <p>Example: {@code Coded.find(Sex.class, "女")} is {@link #FEMALE}.
 */
public enum Sex implements Coded {

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

  @Override
  public String code() {
    return english;
  }

  @Override
  public Wording wording() {
    return Wording.of(chinese, english);
  }
}
