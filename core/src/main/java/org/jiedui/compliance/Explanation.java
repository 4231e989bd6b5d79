package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleVersion;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * Why each window of a rule was judged as it was, for one child.
 *
 * <p>The verdicts are those of the viewpoint. Only here, to say why something did not count, are
 * contacts shown that were recorded after the known-on date.
 *
 * <p>Immutable.
 *
 * @param childId the child
 * @param rule the rule
 * @param viewpoint the dates under which it was judged
 * @param windows the windows of the {@link Listing}, each with its reasons
 */
public record Explanation(
    ChildId childId,
    ContactRule rule,
    Viewpoint viewpoint,
    ImmutableList<ExplainedWindow> windows) {

  /**
   * Creates an explanation.
   *
   * @param childId the child
   * @param rule the rule
   * @param viewpoint the dates under which it was judged
   * @param windows the windows of the {@link Listing}, each with its reasons
   */
  public Explanation {
    requireNonNull(childId, "childId");
    requireNonNull(rule, "rule");
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(windows, "windows");
  }

  /**
   * A window and why it was judged so.
   *
   * @param window the window and its verdict
   * @param version the version of the rule that judges it
   * @param scheduled the window of the schedule that it is, or empty for rolling cadences and those
   *     after an event, whose windows depend on the child
   * @param scope those of its days on which the rule applies to the child, in order
   * @param exemptDays how many of those days are exempt
   * @param exemptions the exemptions that are seen on its days
   * @param counted the contacts that count, by day; none if nothing is asked
   * @param notCounted the contacts of its days, or of the grace after its deadline, that do not
   *     count, by day
   */
  public record ExplainedWindow(
      JudgedWindow window,
      RuleVersion version,
      Optional<ScheduledWindow> scheduled,
      ImmutableList<DateRange> scope,
      int exemptDays,
      ImmutableList<Exemption> exemptions,
      ImmutableList<Contact> counted,
      ImmutableList<NotCounted> notCounted) {

    /**
     * Creates an explained window.
     *
     * @param window the window and its verdict
     * @param version the version of the rule that judges it
     * @param scheduled the window of the schedule that it is, or empty for rolling cadences and
     *     those after an event, whose windows depend on the child
     * @param scope those of its days on which the rule applies to the child, in order
     * @param exemptDays how many of those days are exempt
     * @param exemptions the exemptions that are seen on its days
     * @param counted the contacts that count, by day; none if nothing is asked
     * @param notCounted the contacts of its days, or of the grace after its deadline, that do not
     *     count, by day
     */
    public ExplainedWindow {
      requireNonNull(window, "window");
      requireNonNull(version, "version");
      requireNonNull(scheduled, "scheduled");
      requireNonNull(scope, "scope");
      requireNonNull(exemptions, "exemptions");
      requireNonNull(counted, "counted");
      requireNonNull(notCounted, "notCounted");
    }

    /**
     * Returns on how many of its days the rule applies to the child.
     *
     * @return 0 or more
     */
    public int scopeDays() {
      return (int) scope.stream().mapToLong(days -> days.length().orElseThrow()).sum();
    }

    /**
     * Whether the rule applies to the child on some of its days only: the child came, left or went
     * out of scope, or the rule began or ended.
     *
     * @return false if it applies on all of them
     */
    public boolean isClipped() {
      return scopeDays() < window.days().length().orElseThrow();
    }

    /**
     * Returns by how many days a window of a cadence that counts days is longer than it would be if
     * every day counted. Days that are exempt, out of scope or out of season do not.
     *
     * @return the days, 0 for cadences with a schedule, and for windows of which nothing is asked
     *     or that the child's leaving cut short
     */
    public long pausedDays() {
      if (window.verdict() == Verdict.NOT_APPLICABLE) {
        return 0;
      }
      long length = window.days().length().orElseThrow();
      if (version.cadence() instanceof Cadence.Rolling rolling) {
        return length - rolling.days();
      }
      if (version.cadence() instanceof Cadence.AfterEvent after) {
        // The first day that counts is day 0; fewer are left if the window was cut short.
        long asked = after.days() + 1L;
        return scopeDays() - exemptDays < asked ? 0 : length - asked;
      }
      return 0;
    }
  }

  /**
   * A contact that was seen but does not count.
   *
   * @param contact the contact
   * @param reasons why not; at least one
   */
  public record NotCounted(Contact contact, ImmutableSet<Reason> reasons) {

    /**
     * Creates an uncounted contact.
     *
     * @param contact the contact
     * @param reasons why not; at least one
     */
    public NotCounted {
      requireNonNull(contact, "contact");
      requireNonNull(reasons, "reasons");
    }
  }

  /** Why a contact does not count. */
  public enum Reason implements Coded {
    /** It was made after the as-of date. */
    AFTER_AS_OF("after-as-of", Wording.of("在查看日之后", "made after the as-of date")),
    /** It was recorded after the known-on date. */
    NOT_KNOWN_YET("not-known-yet", Wording.of("在知悉日之后才登记", "recorded after the known-on date")),
    /** It was voided as entered by mistake. */
    VOIDED("voided", Wording.of("已作废", "voided")),
    /** Nobody was reached. */
    NOT_REACHED("not-reached", Wording.of("未联系上", "nobody was reached")),
    /** Who made it is not among those that the rule accepts. */
    WRONG_MAKER("wrong-maker", Wording.of("联系人不符", "made by somebody else")),
    /** Whom it reached is not among those that the rule accepts. */
    WRONG_PARTY("wrong-party", Wording.of("联系对象不符", "reached somebody else")),
    /** Its channel is not among those that the rule accepts. */
    WRONG_CHANNEL("wrong-channel", Wording.of("联系方式不符", "another channel")),
    /** The rule did not apply to the child on its day. */
    OUT_OF_SCOPE("out-of-scope", Wording.of("当日不在适用范围", "not in scope on that day")),
    /** Nothing is asked of the window, so there is nothing that it could count for. */
    NOTHING_ASKED("nothing-asked", Wording.of("该时段不作要求", "nothing is asked of this window"));

    private final String code;
    private final Wording wording;

    Reason(String code, Wording wording) {
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

  /**
   * Returns the explanation for a reader, a few lines for each window.
   *
   * <p>It names days, roles and channels, but neither names nor notes.
   *
   * @param locale the reader's locale
   * @return the text, lines ended by a line feed
   */
  public String text(Locale locale) {
    return new ExplanationText(this, locale).toString();
  }
}
