package org.jiedui.contact;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * The way in which a contact was made.
 *
 * <p>At most 16: a packed contact keeps it in four bits.
 */
public enum Channel implements Coded {
  /** 家访: at the child's home. */
  HOME_VISIT("home-visit", Wording.of("家访", "home visit"), 0),
  /** 谈心: a talk in person with the child. */
  TALK("talk", Wording.of("谈心", "talk"), 1),
  /** 面谈: in person, at school or elsewhere. */
  MEETING("meeting", Wording.of("面谈", "meeting"), 2),
  /** 探望: a parent comes to see the child. */
  VISIT("visit", Wording.of("探望", "visit"), 3),
  /** 电话. */
  CALL("call", Wording.of("电话", "call"), 4),
  /** 视频通话. */
  VIDEO_CALL("video-call", Wording.of("视频通话", "video call"), 5, "视频"),
  /** A text or voice message. */
  MESSAGE("message", Wording.of("短信微信", "message"), 6, "短信", "微信"),
  /** 写信: only that it was sent is kept, never what it says. */
  LETTER("letter", Wording.of("写信", "letter"), 7, "书信", "信件");

  private final String code;
  private final Wording wording;
  private final int number;
  private final ImmutableSet<String> otherNames;

  Channel(String code, Wording wording, int number, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.number = number;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }

  /**
   * Returns the number that stands for it in a packed contact.
   *
   * @return 0 to 15; never changes
   */
  public int number() {
    return number;
  }
}
