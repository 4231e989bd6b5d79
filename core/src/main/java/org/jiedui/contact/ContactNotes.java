package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the form for a contact of some channel asks for, beside what every contact has: the record
 * of a home visit (家访记录), of a talk (谈心记录), a line of the call register (通话登记).
 *
 * <p>Of a letter there is no such form: nothing is kept but that it was sent, and by whom to whom
 * (未成年人保护法 art. 63).
 *
 * <pre>{@code
 * ContactNotes visit =
 *     ContactNotes.HomeVisit.of("与奶奶同住，住房安全", "作业按时完成", "希望有课外书", "已告知家长")
 *         .followUpBy(LocalDate.of(2025, 9, 24));
 * }</pre>
 *
 * <p>Immutable; printed, they show nothing of what they say.
 */
public sealed interface ContactNotes {

  /**
   * Whether a contact of a channel can have these notes.
   *
   * @param channel the channel
   * @return true if the form is the one for it
   */
  boolean fits(Channel channel);

  /**
   * The record of a home visit. Who went, whom they met and when, the contact says.
   *
   * @param conditions how the family lives, if that was noted
   * @param findings what was found, if that was noted
   * @param needs what the child or the carer needs, if that was noted
   * @param feedback what was told to whom, if that was noted
   * @param followUpBy by when somebody is to follow it up, if somebody is
   */
  record HomeVisit(
      Optional<String> conditions,
      Optional<String> findings,
      Optional<String> needs,
      Optional<String> feedback,
      Optional<LocalDate> followUpBy)
      implements ContactNotes {

    /**
     * Creates the record of a home visit.
     *
     * @param conditions how the family lives, if that was noted
     * @param findings what was found, if that was noted
     * @param needs what the child or the carer needs, if that was noted
     * @param feedback what was told to whom, if that was noted
     * @param followUpBy by when somebody is to follow it up, if somebody is
     * @throws IllegalArgumentException if it says nothing, or a text is blank or longer than {@link
     *     ContactDetail#MAX_TEXT}
     */
    public HomeVisit {
      requireNonNull(conditions, "conditions");
      requireNonNull(findings, "findings");
      requireNonNull(needs, "needs");
      requireNonNull(feedback, "feedback");
      requireNonNull(followUpBy, "followUpBy");
      boolean noted = ContactDetail.checkTexts(conditions, findings, needs, feedback);
      checkArgument(
          noted || followUpBy.isPresent(), "the record of a home visit must say something");
    }

    /**
     * Returns the record of a home visit as a form has it, without a follow-up.
     *
     * @param conditions how the family lives, or blank
     * @param findings what was found, or blank
     * @param needs what the child or the carer needs, or blank
     * @param feedback what was told to whom, or blank
     * @return the record
     * @throws IllegalArgumentException if all are blank, or one is longer than {@link
     *     ContactDetail#MAX_TEXT}
     */
    public static HomeVisit of(String conditions, String findings, String needs, String feedback) {
      return new HomeVisit(
          ContactDetail.present(conditions),
          ContactDetail.present(findings),
          ContactDetail.present(needs),
          ContactDetail.present(feedback),
          Optional.empty());
    }

    /**
     * Returns the same record with a day by which somebody is to follow it up.
     *
     * @param day the last day on which that is in time
     * @return the record
     */
    public HomeVisit followUpBy(LocalDate day) {
      return new HomeVisit(conditions, findings, needs, feedback, Optional.of(day));
    }

    @Override
    public boolean fits(Channel channel) {
      return channel == Channel.HOME_VISIT;
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "HomeVisit[redacted]";
    }
  }

  /**
   * The record of a talk in person.
   *
   * @param place where it was, if that was noted
   * @param content what was talked about, if that was noted
   * @param effect what came of it, if that was noted
   */
  record Talk(Optional<String> place, Optional<String> content, Optional<String> effect)
      implements ContactNotes {

    /**
     * Creates the record of a talk.
     *
     * @param place where it was, if that was noted
     * @param content what was talked about, if that was noted
     * @param effect what came of it, if that was noted
     * @throws IllegalArgumentException if it says nothing, or a text is blank or longer than {@link
     *     ContactDetail#MAX_TEXT}
     */
    public Talk {
      requireNonNull(place, "place");
      requireNonNull(content, "content");
      requireNonNull(effect, "effect");
      checkArgument(
          ContactDetail.checkTexts(place, content, effect),
          "the record of a talk must say something");
    }

    /**
     * Returns the record of a talk as a form has it.
     *
     * @param place where it was, or blank
     * @param content what was talked about, or blank
     * @param effect what came of it, or blank
     * @return the record
     * @throws IllegalArgumentException if all are blank, or one is longer than {@link
     *     ContactDetail#MAX_TEXT}
     */
    public static Talk of(String place, String content, String effect) {
      return new Talk(
          ContactDetail.present(place),
          ContactDetail.present(content),
          ContactDetail.present(effect));
    }

    @Override
    public boolean fits(Channel channel) {
      return channel == Channel.TALK || channel == Channel.MEETING;
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "Talk[redacted]";
    }
  }

  /**
   * A line of the call register. Who called whom, on which day and whether the call was connected,
   * the contact says; what was said is not kept.
   *
   * @param startedAt at what time of the school's zone, to the minute, if that was noted
   * @param minutes how long it was, 0 to 1440, rounded as the school likes; 0 if it was not
   *     connected
   */
  record Call(Optional<LocalTime> startedAt, int minutes) implements ContactNotes {

    /** The most minutes: a day. */
    public static final int MAX_MINUTES = 1440;

    /**
     * Creates a line of the call register.
     *
     * @param startedAt at what time of the school's zone, to the minute, if that was noted
     * @param minutes how long it was, 0 to 1440, rounded as the school likes; 0 if it was not
     *     connected
     * @throws IllegalArgumentException if the minutes are not 0 to 1440, or the time is no whole
     *     minute
     */
    public Call {
      requireNonNull(startedAt, "startedAt");
      checkArgument(
          minutes >= 0 && minutes <= MAX_MINUTES, "minutes (%s) must be 0 to 1440", minutes);
      checkArgument(
          startedAt.map(time -> time.equals(time.truncatedTo(ChronoUnit.MINUTES))).orElse(true),
          "the time must be a whole minute");
    }

    /**
     * Returns a line of the call register.
     *
     * @param minutes how long it was, 0 to 1440
     * @return the line, without a time
     * @throws IllegalArgumentException if the minutes are not 0 to 1440
     */
    public static Call of(int minutes) {
      return new Call(Optional.empty(), minutes);
    }

    /**
     * Returns the same line with the time at which the call began.
     *
     * @param time the time, to the minute
     * @return the line
     * @throws IllegalArgumentException if the time is no whole minute
     */
    public Call startedAt(LocalTime time) {
      return new Call(Optional.of(time), minutes);
    }

    @Override
    public boolean fits(Channel channel) {
      return channel == Channel.CALL || channel == Channel.VIDEO_CALL;
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "Call[redacted]";
    }
  }

  /**
   * Returns how long a contact was, if its notes say so.
   *
   * @param contact the contact
   * @return the minutes of a call, or empty
   */
  static OptionalInt minutesOf(Contact contact) {
    return contact.detail().flatMap(ContactDetail::notes).stream()
        .flatMap(notes -> notes instanceof Call call ? Stream.of(call) : Stream.empty())
        .mapToInt(Call::minutes)
        .findFirst();
  }
}
