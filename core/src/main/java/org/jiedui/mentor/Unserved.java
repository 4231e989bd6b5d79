package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMultiset;
import java.util.Locale;
import org.jiedui.id.ChildId;
import org.jiedui.text.Wording;

/**
 * A child for whom no mentor could be proposed, and why.
 *
 * <p>Immutable.
 */
public sealed interface Unserved {

  /**
   * Returns the child.
   *
   * @return the child
   */
  ChildId child();

  /**
   * Whether the child is one of key support.
   *
   * @return true if so
   */
  boolean keySupport();

  /**
   * Returns why, for people.
   *
   * @return the wording
   */
  Wording wording();

  /**
   * Nobody may mentor the child, whatever their load.
   *
   * @param child the child
   * @param keySupport whether it is one of key support
   * @param refusals how many candidates each reason keeps out; one may be kept out by several
   */
  record NobodyEligible(ChildId child, boolean keySupport, ImmutableMultiset<Refusal> refusals)
      implements Unserved {

    /**
     * Creates the reason.
     *
     * @param child the child
     * @param keySupport whether it is one of key support
     * @param refusals how many candidates each reason keeps out; one may be kept out by several
     */
    public NobodyEligible {
      requireNonNull(child, "child");
      requireNonNull(refusals, "refusals");
    }

    @Override
    public Wording wording() {
      if (refusals.isEmpty()) {
        return Wording.of("没有可结对的教师", "there is no candidate");
      }
      return Wording.of(
          "没有符合条件的教师：" + list("%s（%s 人）", "，", Locale.CHINESE),
          "nobody is eligible: " + list("%s (%s)", ", ", Locale.ENGLISH));
    }

    private String list(String pattern, String separator, Locale locale) {
      return refusals.elementSet().stream()
          .map(each -> pattern.formatted(each.wording().in(locale), refusals.count(each)))
          .collect(joining(separator));
    }
  }

  /**
   * All who may mentor the child are full, and no exchange makes room.
   *
   * @param child the child
   * @param keySupport whether it is one of key support
   * @param shortage whose limits bind
   */
  record LimitsBind(ChildId child, boolean keySupport, Shortage shortage) implements Unserved {

    /**
     * Creates the reason.
     *
     * @param child the child
     * @param keySupport whether it is one of key support
     * @param shortage whose limits bind
     */
    public LimitsBind {
      requireNonNull(child, "child");
      requireNonNull(shortage, "shortage");
    }

    @Override
    public Wording wording() {
      return shortage.wording();
    }
  }
}
