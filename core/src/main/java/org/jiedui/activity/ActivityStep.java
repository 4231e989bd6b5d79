package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * A step in the life of an activity.
 *
 * <p>A draft is moved, agreed or cancelled; what is agreed is moved, held or cancelled; what was
 * held or cancelled by mistake is reopened, and is again what it was before. A note changes nothing
 * and may be made at any time.
 */
public enum ActivityStep implements Coded {
  /** It is proposed. It is the first step, and no later one. */
  DRAFT("draft", Wording.of("拟定", "draft")),
  /** It is agreed. */
  AGREE("agree", Wording.of("确定", "agree"), ActivityState.DRAFT),
  /** It gets another day, time, place or leader. */
  MOVE(
      "move",
      Wording.of("改期", "move"),
      ActivityState.DRAFT,
      ActivityState.AGREED,
      ActivityState.MOVED),
  /** It was held. */
  HOLD("hold", Wording.of("开展", "hold"), ActivityState.AGREED, ActivityState.MOVED),
  /** It is cancelled. */
  CANCEL(
      "cancel",
      Wording.of("取消", "cancel"),
      ActivityState.DRAFT,
      ActivityState.AGREED,
      ActivityState.MOVED),
  /** It was said to be held or cancelled by mistake. */
  REOPEN("reopen", Wording.of("恢复", "reopen"), ActivityState.HELD, ActivityState.CANCELLED),
  /** Something is noted of it; it stays what it is. */
  NOTE("note", Wording.of("备注", "note"), ActivityState.values());

  private final String code;
  private final Wording wording;
  private final ImmutableSet<ActivityState> from;

  ActivityStep(String code, Wording wording, ActivityState... from) {
    this.code = code;
    this.wording = wording;
    this.from = Arrays.stream(from).collect(Sets.toImmutableEnumSet());
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /**
   * Returns the states in which it can be done.
   *
   * @return the states; none for the first step
   */
  public ImmutableSet<ActivityState> from() {
    return from;
  }

  /**
   * Whether it must say something: why, or what is noted.
   *
   * @return true for a move, a cancellation, a reopening and a note
   */
  public boolean needsText() {
    return this == MOVE || this == CANCEL || this == REOPEN || this == NOTE;
  }
}
