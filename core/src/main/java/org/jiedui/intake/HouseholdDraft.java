package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;
import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jiedui.child.CarerAbility;
import org.jiedui.child.CarerBar;
import org.jiedui.child.DisabilityKind;
import org.jiedui.child.HealthKind;
import org.jiedui.child.Living;
import org.jiedui.child.Schooling;

/**
 * What a school wrote of a child's household beside the roster, which tells of the notice to the
 * school. Every field is a text; an empty one was left empty, and takes nothing back.
 *
 * @param studentNumber the student number (学籍号) of a child whom the school has
 * @param since the day from which schooling, living and the parents' ability to care are as
 *     written; empty: the first day of the school year
 * @param schooling 在读, 休学, 辍学, 转学 or 毕业, may be empty
 * @param living with whom the child lives, for instance 与被委托人同住, may be empty
 * @param home the home, and what the family lives on
 * @param health the child's health
 * @param father what else is known of the father
 * @param mother what else is known of the mother
 * @param carer what else is known of the carer
 */
@ConsistentHousehold
public record HouseholdDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @DateText String since,
    @CodedText(Schooling.class) String schooling,
    @CodedText(Living.class) String living,
    @Valid HomeDraft home,
    @Valid HealthDraft health,
    @Valid ParentDraft father,
    @Valid ParentDraft mother,
    @Valid CarerDraft carer) {

  /**
   * Creates a draft of a household.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text or the empty part.
   *
   * @param studentNumber the student number (学籍号) of a child whom the school has
   * @param since the day from which schooling, living and the parents' ability to care are as
   *     written; empty: the first day of the school year
   * @param schooling 在读, 休学, 辍学, 转学 or 毕业, may be empty
   * @param living with whom the child lives, for instance 与被委托人同住, may be empty
   * @param home the home, and what the family lives on
   * @param health the child's health
   * @param father what else is known of the father
   * @param mother what else is known of the mother
   * @param carer what else is known of the carer
   */
  public HouseholdDraft {
    studentNumber = nullToEmpty(studentNumber);
    since = nullToEmpty(since);
    schooling = nullToEmpty(schooling);
    living = nullToEmpty(living);
    home = requireNonNullElse(home, HomeDraft.EMPTY);
    health = requireNonNullElse(health, HealthDraft.EMPTY);
    father = requireNonNullElse(father, ParentDraft.EMPTY);
    mother = requireNonNullElse(mother, ParentDraft.EMPTY);
    carer = requireNonNullElse(carer, CarerDraft.EMPTY);
  }

  /**
   * A home and what the family lives on, as somebody wrote it.
   *
   * @param residence where the child lives, may be empty
   * @param registrationPlace where its household is registered (户籍地), may be empty
   * @param incomeSource what the family lives on, may be empty
   * @param aid which aid the child receives, for instance 无, may be empty
   */
  public record HomeDraft(
      @AddressText String residence,
      @AddressText String registrationPlace,
      @Size(max = 100, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String incomeSource,
      @Size(max = 100, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String aid) {

    /** Nothing was written. */
    public static final HomeDraft EMPTY = new HomeDraft("", "", "", "");

    /**
     * Creates a draft of a home.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param residence where the child lives, may be empty
     * @param registrationPlace where its household is registered (户籍地), may be empty
     * @param incomeSource what the family lives on, may be empty
     * @param aid which aid the child receives, for instance 无, may be empty
     */
    public HomeDraft {
      residence = nullToEmpty(residence);
      registrationPlace = nullToEmpty(registrationPlace);
      incomeSource = nullToEmpty(incomeSource);
      aid = nullToEmpty(aid);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "HomeDraft[redacted]";
    }
  }

  /**
   * A child's health, as somebody wrote it.
   *
   * @param kind 健康, 残疾 or 患病, may be empty
   * @param disability the kind of disability, may be empty
   * @param grade its grade, 1 to 4, may be empty
   * @param note what the school noted, may be empty; not kept without the kind
   * @param needsSpecialCare 是 if the child needs special care for reasons of body or mind; not kept
   *     without the kind
   */
  public record HealthDraft(
      @CodedText(HealthKind.class) String kind,
      @CodedText(DisabilityKind.class) String disability,
      @WholeNumberText(min = 1, max = 4) String grade,
      @Size(max = 200, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String note,
      @CodedText(YesNo.class) String needsSpecialCare) {

    /** Nothing was written. */
    public static final HealthDraft EMPTY = new HealthDraft("", "", "", "", "");

    /**
     * Creates a draft of a child's health.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param kind 健康, 残疾 or 患病, may be empty
     * @param disability the kind of disability, may be empty
     * @param grade its grade, 1 to 4, may be empty
     * @param note what the school noted, may be empty; not kept without the kind
     * @param needsSpecialCare 是 if the child needs special care for reasons of body or mind; not
     *     kept without the kind
     */
    public HealthDraft {
      kind = nullToEmpty(kind);
      disability = nullToEmpty(disability);
      grade = nullToEmpty(grade);
      note = nullToEmpty(note);
      needsSpecialCare = nullToEmpty(needsSpecialCare);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "HealthDraft[redacted]";
    }
  }

  /**
   * What else is known of a parent, as somebody wrote it.
   *
   * @param birthDate the birth date, may be empty
   * @param employer for whom the parent works, may be empty
   * @param ableToCare 是 or 否; empty if not known
   * @param contactWish how and when the parent wishes to be reached, may be empty
   */
  public record ParentDraft(
      @DateText String birthDate,
      @Size(max = 100, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String employer,
      @CodedText(YesNo.class) String ableToCare,
      @Size(max = 200, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String contactWish) {

    /** Nothing was written. */
    public static final ParentDraft EMPTY = new ParentDraft("", "", "", "");

    /**
     * Creates a draft of a parent.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param birthDate the birth date, may be empty
     * @param employer for whom the parent works, may be empty
     * @param ableToCare 是 or 否; empty if not known
     * @param contactWish how and when the parent wishes to be reached, may be empty
     */
    public ParentDraft {
      birthDate = nullToEmpty(birthDate);
      employer = nullToEmpty(employer);
      ableToCare = nullToEmpty(ableToCare);
      contactWish = nullToEmpty(contactWish);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "ParentDraft[redacted]";
    }
  }

  /**
   * What else is known of a carer, as somebody wrote it.
   *
   * @param name the name of the carer of whom the rest is; needed with any of it
   * @param occupation the occupation, may be empty
   * @param health the health, may be empty
   * @param ability 好, 一般 or 差, may be empty
   * @param ratedOn the day on which that was rated
   * @param fullCapacity whether of full capacity for civil acts: 是 or 否; empty if not known
   * @param bars the bars of the law that were found, separated by semicolons, may be empty
   * @param villageNotifiedOn the day on which the village committee was told, may be empty
   * @param childHeardOn the day on which the child's own view was heard, may be empty
   */
  public record CarerDraft(
      @NameText String name,
      @Size(max = 100, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String occupation,
      @Size(max = 100, message = "too-long") @Pattern(regexp = Texts.PLAIN, message = "control-characters") String health,
      @CodedText(CarerAbility.class) String ability,
      @DateText String ratedOn,
      @CodedText(YesNo.class) String fullCapacity,
      @CodedText(value = CarerBar.class, many = true) String bars,
      @DateText String villageNotifiedOn,
      @DateText String childHeardOn) {

    /** Nothing was written. */
    public static final CarerDraft EMPTY = new CarerDraft("", "", "", "", "", "", "", "", "");

    /**
     * Creates a draft of a carer.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param name the name of the carer of whom the rest is; needed with any of it
     * @param occupation the occupation, may be empty
     * @param health the health, may be empty
     * @param ability 好, 一般 or 差, may be empty
     * @param ratedOn the day on which that was rated
     * @param fullCapacity whether of full capacity for civil acts: 是 or 否; empty if not known
     * @param bars the bars of the law that were found, separated by semicolons, may be empty
     * @param villageNotifiedOn the day on which the village committee was told, may be empty
     * @param childHeardOn the day on which the child's own view was heard, may be empty
     */
    public CarerDraft {
      name = nullToEmpty(name);
      occupation = nullToEmpty(occupation);
      health = nullToEmpty(health);
      ability = nullToEmpty(ability);
      ratedOn = nullToEmpty(ratedOn);
      fullCapacity = nullToEmpty(fullCapacity);
      bars = nullToEmpty(bars);
      villageNotifiedOn = nullToEmpty(villageNotifiedOn);
      childHeardOn = nullToEmpty(childHeardOn);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "CarerDraft[redacted]";
    }
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "HouseholdDraft[redacted]";
  }
}
