package org.jiedui.calendar;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * One of the three moments of a term around which a school plans its home visits: 期初, 期中, 期末.
 *
 * <p>A calendar may give the days of each; otherwise they are the first 14 days of the term, 14
 * days from its middle, and its last 14 days.
 */
public enum Milestone implements Coded {
  /** 期初: the first weeks of a term. */
  TERM_START("term-start", Wording.of("期初", "start of term")),
  /** 期中: the weeks around the middle of a term. */
  TERM_MID("term-mid", Wording.of("期中", "middle of term")),
  /** 期末: the last weeks of a term. */
  TERM_END("term-end", Wording.of("期末", "end of term"));

  private final String code;
  private final Wording wording;

  Milestone(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
