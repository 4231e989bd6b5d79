package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * One contact, or one attempt that failed.
 *
 * <p>A contact can reach several parties at once: a home visit that meets the child and the
 * grandmother is one contact with both. Of a letter only the fact is kept, never what it says.
 *
 * <pre>{@code
 * Contact visit =
 *     Contact.builder(SchoolId.of("qingshi"), ChildId.of("c-17"), ContactId.of("k-1"))
 *         .day(LocalDate.of(2025, 9, 10))
 *         .channel(Channel.HOME_VISIT)
 *         .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T10"))
 *         .with(Party.CHILD, Party.CARER)
 *         .recorded(recordedAt, ActorId.of("T10"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param childId the child it is about
 * @param id chosen by the one who records it: the same id sent twice is one contact
 * @param day the day on which it was made
 * @param channel the way
 * @param madeBy who made it, in which role
 * @param staff which member of staff, if a role of staff
 * @param with whom it was to reach, at least one
 * @param reached whether it did reach them; an attempt that failed is kept but does not count
 * @param note what was noted; none of a letter
 * @param detail what was written down in the fields of its form; none of a letter
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 * @param supersedes the voided contact that this one replaces
 * @param voiding that it was entered by mistake; records that come from several systems may have
 *     been voided before they arrived
 */
public record Contact(
    SchoolId schoolId,
    ChildId childId,
    ContactId id,
    LocalDate day,
    Channel channel,
    Party madeBy,
    Optional<StaffId> staff,
    ImmutableSet<Party> with,
    boolean reached,
    Optional<String> note,
    Optional<ContactDetail> detail,
    Instant recordedAt,
    ActorId recordedBy,
    Optional<ContactId> supersedes,
    Optional<Voiding> voiding) {

  /**
   * Creates a contact.
   *
   * @param schoolId the school
   * @param childId the child it is about
   * @param id chosen by the one who records it: the same id sent twice is one contact
   * @param day the day on which it was made
   * @param channel the way
   * @param madeBy who made it, in which role
   * @param staff which member of staff, if a role of staff
   * @param with whom it was to reach, at least one
   * @param reached whether it did reach them; an attempt that failed is kept but does not count
   * @param note what was noted; none of a letter
   * @param detail what was written down in the fields of its form; none of a letter
   * @param recordedAt when it was recorded
   * @param recordedBy who recorded it
   * @param supersedes the voided contact that this one replaces
   * @param voiding that it was entered by mistake; records that come from several systems may have
   *     been voided before they arrived
   * @throws IllegalArgumentException if it is with nobody, or names staff for a role that is none,
   *     or supersedes or follows up itself, or its form is that of another channel, or minutes are
   *     noted of a call that was not connected, or anything is noted of a letter (未成年人保护法 art. 63)
   */
  public Contact {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(childId, "childId");
    requireNonNull(id, "id");
    requireNonNull(day, "day");
    requireNonNull(channel, "channel");
    requireNonNull(madeBy, "madeBy");
    requireNonNull(staff, "staff");
    requireNonNull(with, "with");
    requireNonNull(note, "note");
    requireNonNull(detail, "detail");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(recordedBy, "recordedBy");
    requireNonNull(supersedes, "supersedes");
    requireNonNull(voiding, "voiding");
    checkArgument(!with.isEmpty(), "contact %s must be with somebody", id);
    checkArgument(
        staff.isEmpty() || madeBy.isStaff(),
        "contact %s names a member of staff, but %s is no role of staff",
        id,
        madeBy.code());
    checkArgument(
        supersedes.isEmpty() || !supersedes.get().equals(id),
        "contact %s must not supersede itself",
        id);
    checkArgument(
        channel != Channel.LETTER || (note.isEmpty() && detail.isEmpty()),
        "of letter %s nothing may be kept but that it was sent",
        id);
    detail.ifPresent(each -> check(each, id, channel, reached));
  }

  private static void check(ContactDetail detail, ContactId id, Channel channel, boolean reached) {
    detail
        .notes()
        .ifPresent(
            notes -> {
              checkArgument(
                  notes.fits(channel),
                  "the notes of contact %s are not those of a %s",
                  id,
                  channel.code());
              checkArgument(
                  reached || !(notes instanceof ContactNotes.Call call) || call.minutes() == 0,
                  "call %s was not connected and must have no minutes",
                  id);
            });
    checkArgument(
        detail.followsUp().isEmpty() || !detail.followsUp().get().equals(id),
        "contact %s must not follow up itself",
        id);
  }

  /**
   * Returns a builder.
   *
   * @param schoolId the school
   * @param childId the child it is about
   * @param id the identifier
   * @return a builder of a contact that reached whom it was with
   */
  public static Builder builder(SchoolId schoolId, ChildId childId, ContactId id) {
    return new Builder(schoolId, childId, id);
  }

  /**
   * Returns this contact as entered by mistake.
   *
   * @param mistake who says so, when and why
   * @return the voided contact
   * @throws IllegalArgumentException if it is voided already
   */
  public Contact voided(Voiding mistake) {
    checkArgument(voiding.isEmpty(), "contact %s is voided already", id);
    return new Contact(
        schoolId,
        childId,
        id,
        day,
        channel,
        madeBy,
        staff,
        with,
        reached,
        note,
        detail,
        recordedAt,
        recordedBy,
        supersedes,
        Optional.of(mistake));
  }

  /**
   * Whether another record says the same, so that it is the same contact sent twice.
   *
   * @param other the other record
   * @return true if all but when and by whom it was recorded, and whether it was voided, is equal
   */
  public boolean saysTheSameAs(Contact other) {
    return schoolId.equals(other.schoolId)
        && childId.equals(other.childId)
        && id.equals(other.id)
        && day.equals(other.day)
        && channel == other.channel
        && madeBy == other.madeBy
        && staff.equals(other.staff)
        && with.equals(other.with)
        && reached == other.reached
        && note.equals(other.note)
        && detail.equals(other.detail)
        && supersedes.equals(other.supersedes);
  }

  /**
   * Whether it counts as seen: made by the as-of date, recorded by the known-on date, and not
   * voided by then.
   *
   * @param viewpoint both dates
   * @param zone the school's zone: on which day something was recorded
   * @return true if it is seen and stands
   */
  public boolean isSeen(Viewpoint viewpoint, ZoneId zone) {
    Instant knownBefore = viewpoint.knownBefore(zone);
    return !day.isAfter(viewpoint.asOf())
        && recordedAt.isBefore(knownBefore)
        && voiding.map(each -> !each.recordedAt().isBefore(knownBefore)).orElse(true);
  }

  /** Returns the ids alone: the rest is personal. */
  @Override
  public String toString() {
    return "Contact[" + schoolId + "/" + childId + "/" + id + "]";
  }

  /** Gathers the parts of a contact; not thread-safe. */
  public static final class Builder {

    private final SchoolId schoolId;
    private final ChildId childId;
    private final ContactId id;
    private @Nullable LocalDate day;
    private @Nullable Channel channel;
    private @Nullable Party madeBy;
    private @Nullable StaffId staff;
    private ImmutableSet<Party> with = ImmutableSet.of();
    private boolean reached = true;
    private @Nullable String note;
    private @Nullable ContactNotes notes;
    private @Nullable MentorRecord mentoring;
    private @Nullable ContactId followsUp;
    private @Nullable Instant recordedAt;
    private @Nullable ActorId recordedBy;
    private @Nullable ContactId supersedes;

    private Builder(SchoolId schoolId, ChildId childId, ContactId id) {
      this.schoolId = schoolId;
      this.childId = childId;
      this.id = id;
    }

    /**
     * Sets the day on which it was made.
     *
     * @param made the day
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder day(LocalDate made) {
      this.day = made;
      return this;
    }

    /**
     * Sets the way.
     *
     * @param way the channel
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder channel(Channel way) {
      this.channel = way;
      return this;
    }

    /**
     * Sets who made it.
     *
     * @param party the role
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder madeBy(Party party) {
      this.madeBy = party;
      return this;
    }

    /**
     * Sets which member of staff made it.
     *
     * @param party the role, one of staff
     * @param member who
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder madeBy(Party party, StaffId member) {
      this.madeBy = party;
      this.staff = member;
      return this;
    }

    /**
     * Sets whom it was to reach.
     *
     * @param parties at least one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder with(Party... parties) {
      this.with = ImmutableSet.copyOf(parties);
      return this;
    }

    /**
     * Sets whom it was to reach.
     *
     * @param parties at least one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder with(Collection<Party> parties) {
      this.with = ImmutableSet.copyOf(parties);
      return this;
    }

    /**
     * Sets that it reached nobody: an attempt that is kept but does not count.
     *
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder notReached() {
      this.reached = false;
      return this;
    }

    /**
     * Sets what was noted.
     *
     * @param text the note; a letter has none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder note(String text) {
      this.note = text;
      return this;
    }

    /**
     * Sets what the form of the channel asks for.
     *
     * @param filledIn the notes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder notes(ContactNotes filledIn) {
      this.notes = filledIn;
      return this;
    }

    /**
     * Sets what the mentor wrote down.
     *
     * @param written the mentor's record
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder mentoring(MentorRecord written) {
      this.mentoring = written;
      return this;
    }

    /**
     * Sets the home visit that this contact follows up, as it asked for.
     *
     * @param visit the id of a contact with the same child
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder followsUp(ContactId visit) {
      this.followsUp = visit;
      return this;
    }

    private Optional<ContactDetail> detail() {
      return notes == null && mentoring == null && followsUp == null
          ? Optional.empty()
          : Optional.of(
              new ContactDetail(
                  Optional.ofNullable(notes),
                  Optional.ofNullable(mentoring),
                  Optional.ofNullable(followsUp)));
    }

    /**
     * Sets the voided contact that this one replaces.
     *
     * @param mistaken the id of the voided contact
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder supersedes(ContactId mistaken) {
      this.supersedes = mistaken;
      return this;
    }

    /**
     * Sets when and by whom it was recorded.
     *
     * @param at when
     * @param by who
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder recorded(Instant at, ActorId by) {
      this.recordedAt = at;
      this.recordedBy = by;
      return this;
    }

    /**
     * Returns the contact.
     *
     * @return the contact
     * @throws IllegalStateException if the day, the channel, who made it or who recorded it is
     *     missing
     * @throws IllegalArgumentException if a rule of {@link Contact} is broken
     */
    public Contact build() {
      checkState(day != null, "contact %s needs a day", id);
      checkState(channel != null, "contact %s needs a channel", id);
      checkState(madeBy != null, "contact %s needs who made it", id);
      checkState(recordedAt != null && recordedBy != null, "contact %s needs who recorded it", id);
      return new Contact(
          schoolId,
          childId,
          id,
          day,
          channel,
          madeBy,
          Optional.ofNullable(staff),
          with,
          reached,
          Optional.ofNullable(note),
          detail(),
          recordedAt,
          recordedBy,
          Optional.ofNullable(supersedes),
          Optional.empty());
    }
  }
}
