package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;
import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.person.Sex;

/**
 * A row of a school's roster, as somebody wrote it. Every field is a text; an empty one was left
 * empty.
 *
 * @param studentNumber the student number (学籍号)
 * @param name the name
 * @param sex 男 or 女
 * @param ethnicity the ethnicity, may be empty
 * @param birthDate the birth date
 * @param residentId the resident ID, may be empty
 * @param className the class, for instance 一年级1班
 * @param boarding 是 or 否, may be empty
 * @param registration 农村 or 城镇, may be empty
 * @param father the father
 * @param mother the mother
 * @param carer who cares for the child at home
 * @param care the child's file
 */
@ConsistentPupil
public record PupilDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @NameText String name,
    @NotBlank(message = "required") @CodedText(Sex.class) String sex,
    @Size(max = 20, message = "too-long") String ethnicity,
    @NotBlank(message = "required") @DateText String birthDate,
    @ResidentIdText String residentId,
    @NotBlank(message = "required") @Size(max = 40, message = "too-long") String className,
    @CodedText(YesNo.class) String boarding,
    @CodedText(Registration.class) String registration,
    @Valid ParentDraft father,
    @Valid ParentDraft mother,
    @Valid CarerDraft carer,
    @Valid CareDraft care) {

  /**
   * Creates a draft of a pupil.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text or the empty part.
   *
   * @param studentNumber the student number (学籍号)
   * @param name the name
   * @param sex 男 or 女
   * @param ethnicity the ethnicity, may be empty
   * @param birthDate the birth date
   * @param residentId the resident ID, may be empty
   * @param className the class, for instance 一年级1班
   * @param boarding 是 or 否, may be empty
   * @param registration 农村 or 城镇, may be empty
   * @param father the father
   * @param mother the mother
   * @param carer who cares for the child at home
   * @param care the child's file
   */
  public PupilDraft {
    studentNumber = nullToEmpty(studentNumber);
    name = nullToEmpty(name);
    sex = nullToEmpty(sex);
    ethnicity = nullToEmpty(ethnicity);
    birthDate = nullToEmpty(birthDate);
    residentId = nullToEmpty(residentId);
    className = nullToEmpty(className);
    boarding = nullToEmpty(boarding);
    registration = nullToEmpty(registration);
    father = requireNonNullElse(father, ParentDraft.EMPTY);
    mother = requireNonNullElse(mother, ParentDraft.EMPTY);
    carer = requireNonNullElse(carer, CarerDraft.EMPTY);
    care = requireNonNullElse(care, CareDraft.EMPTY);
  }

  /**
   * A parent, as somebody wrote it.
   *
   * @param name the name, may be empty
   * @param phone the phone, may be empty; not kept without the name
   * @param workplace where the parent works, may be empty; not kept without the day
   * @param awaySince the day from which the parent is away, empty if at home
   */
  public record ParentDraft(
      @NameText String name,
      @PhoneText @Size(max = 40, message = "too-long") String phone,
      @AddressText String workplace,
      @DateText String awaySince) {

    /** Nothing was written. */
    public static final ParentDraft EMPTY = new ParentDraft("", "", "", "");

    /**
     * Creates a draft of a parent.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param name the name, may be empty
     * @param phone the phone, may be empty; not kept without the name
     * @param workplace where the parent works, may be empty; not kept without the day
     * @param awaySince the day from which the parent is away, empty if at home
     */
    public ParentDraft {
      name = nullToEmpty(name);
      phone = nullToEmpty(phone);
      workplace = nullToEmpty(workplace);
      awaySince = nullToEmpty(awaySince);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "ParentDraft[redacted]";
    }
  }

  /**
   * A carer, as somebody wrote it.
   *
   * @param name the name, empty if nobody but the parents cares for the child
   * @param relation how the carer is related to the child
   * @param birthDate the birth date, may be empty
   * @param phone the phone, may be empty
   * @param address where the carer lives, may be empty
   * @param notifiedOn the day on which the parents told the school, may be empty
   */
  public record CarerDraft(
      @NameText String name,
      @CodedText(Relation.class) String relation,
      @DateText String birthDate,
      @PhoneText @Size(max = 40, message = "too-long") String phone,
      @AddressText String address,
      @DateText String notifiedOn) {

    /** Nothing was written. */
    public static final CarerDraft EMPTY = new CarerDraft("", "", "", "", "", "");

    /**
     * Creates a draft of a carer.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param name the name, empty if nobody but the parents cares for the child
     * @param relation how the carer is related to the child
     * @param birthDate the birth date, may be empty
     * @param phone the phone, may be empty
     * @param address where the carer lives, may be empty
     * @param notifiedOn the day on which the parents told the school, may be empty
     */
    public CarerDraft {
      name = nullToEmpty(name);
      relation = nullToEmpty(relation);
      birthDate = nullToEmpty(birthDate);
      phone = nullToEmpty(phone);
      address = nullToEmpty(address);
      notifiedOn = nullToEmpty(notifiedOn);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "CarerDraft[redacted]";
    }
  }

  /**
   * A child's file, as somebody wrote it.
   *
   * @param openedOn the first day in care (建档日期), empty if the child is not in care
   * @param closedOn the last day in care (离档日期), may be empty
   * @param closingReason why the file was closed, may be empty; not kept without the day
   * @param keySupportSince the first day of key support, not after the last day in care, may be
   *     empty
   * @param keySupportReason why; not kept without the day
   * @param concerns kinds of difficulty, separated by semicolons, may be empty; without a first day
   *     in care they hold from the first day of the school year
   */
  public record CareDraft(
      @DateText String openedOn,
      @DateText String closedOn,
      @Size(max = 200, message = "too-long") String closingReason,
      @DateText String keySupportSince,
      @Size(max = 200, message = "too-long") String keySupportReason,
      @CodedText(value = ConcernKind.class, many = true) String concerns) {

    /** Nothing was written. */
    public static final CareDraft EMPTY = new CareDraft("", "", "", "", "", "");

    /**
     * Creates a draft of a child's file.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param openedOn the first day in care (建档日期), empty if the child is not in care
     * @param closedOn the last day in care (离档日期), may be empty
     * @param closingReason why the file was closed, may be empty; not kept without the day
     * @param keySupportSince the first day of key support, not after the last day in care, may be
     *     empty
     * @param keySupportReason why; not kept without the day
     * @param concerns kinds of difficulty, separated by semicolons, may be empty; without a first
     *     day in care they hold from the first day of the school year
     */
    public CareDraft {
      openedOn = nullToEmpty(openedOn);
      closedOn = nullToEmpty(closedOn);
      closingReason = nullToEmpty(closingReason);
      keySupportSince = nullToEmpty(keySupportSince);
      keySupportReason = nullToEmpty(keySupportReason);
      concerns = nullToEmpty(concerns);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "CareDraft[redacted]";
    }
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "PupilDraft[redacted]";
  }
}
