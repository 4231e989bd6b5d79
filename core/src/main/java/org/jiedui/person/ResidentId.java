package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jiedui.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The citizen's number on the resident identity card (公民身份号码), GB 11643-1999.
 *
 * <p>18 characters: the division (6 digits), the birth date (8), a sequence (3, odd for males) and
 * a check character by ISO 7064 MOD 11-2, a digit or {@code X}. The check finds every single wrong
 * character and every exchange of two neighbours.
 *
 * <p>Example, the standard's own: {@code ResidentId.parse("11010519491231002X")} was born on {@code
 * 1949-12-31}, is {@link Sex#FEMALE}, and belongs to division {@code 110105}.
 *
 * <p>Not checked: whether the division exists (codes retire while the numbers keep them; see {@link
 * DivisionCode#isKnownProvince()}), whether the birth date lies in the past, and whether the number
 * was ever issued. The 15 digits in use before 1999 are refused.
 *
 * <p>A child may have none, and it is never a key. Immutable. Its {@code toString} does not show
 * the number.
 */
public final class ResidentId {

  private static final int LENGTH = 18;

  private final String text;

  private ResidentId(String text) {
    ImmutableSet<Fault> faults = faultsInCanonical(text);
    checkArgument(
        faults.isEmpty(),
        "resident ID must be 17 digits with a real birth date, and their check character"
            + " (GB 11643-1999), but has the faults %s",
        faults);
    this.text = text;
  }

  /**
   * Returns the resident ID that a text states.
   *
   * @param text 18 characters, the last one a digit, {@code X} or {@code x}; white space around it
   *     is removed
   * @return the resident ID
   * @throws IllegalArgumentException if {@link #faultsIn} finds a fault; the message names the
   *     faults and does not repeat the text
   */
  public static ResidentId parse(String text) {
    return new ResidentId(canonical(requireNonNull(text, "text")));
  }

  /**
   * Finds everything that keeps a text from being a resident ID.
   *
   * <p>Example: the faults in {@code 110105194913310022} are {@code BIRTH_DATE} and {@code
   * CHECK_CHARACTER}. In a text of another length no place means anything, so only {@code LENGTH}
   * and {@code CHARACTERS} are looked for.
   *
   * @param text any text; white space around it is ignored
   * @return the faults in the order of {@link Fault}; empty if {@link #parse} accepts the text
   */
  public static ImmutableSet<Fault> faultsIn(String text) {
    return faultsInCanonical(canonical(requireNonNull(text, "text")));
  }

  private static String canonical(String text) {
    return Ascii.toUpperCase(text.strip());
  }

  private static ImmutableSet<Fault> faultsInCanonical(String text) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (!isDigitsWithLastDigitOrX(text)) {
      faults.add(Fault.CHARACTERS);
    }
    if (text.length() == LENGTH) {
      String birthDate = birthDateDigits(text);
      if (Digits.areAll(birthDate) && Digits.findDate(birthDate).isEmpty()) {
        faults.add(Fault.BIRTH_DATE);
      }
      if (!faults.contains(Fault.CHARACTERS)
          && CheckCharacter.of(text.substring(0, LENGTH - 1)) != text.charAt(LENGTH - 1)) {
        faults.add(Fault.CHECK_CHARACTER);
      }
    } else {
      faults.add(Fault.LENGTH);
    }
    return Sets.immutableEnumSet(faults);
  }

  /** Whether a text has the characters of a resident ID; its length is another matter. */
  static boolean isDigitsWithLastDigitOrX(String text) {
    return Digits.areAll(text.endsWith("X") ? text.substring(0, text.length() - 1) : text);
  }

  private static String birthDateDigits(String text) {
    return text.substring(6, 14);
  }

  /**
   * Returns the number itself, which is personal.
   *
   * @return 18 characters, with {@code X} in upper case
   */
  public String text() {
    return text;
  }

  /**
   * Returns the birth date that the number states.
   *
   * @return the date of places 7 to 14
   */
  public LocalDate birthDate() {
    return Digits.findDate(birthDateDigits(text)).orElseThrow();
  }

  /**
   * Returns the sex that the number states.
   *
   * @return male if the digit in place 17 is odd, otherwise female
   */
  public Sex sex() {
    return (text.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /**
   * Returns the division that first registered the person.
   *
   * @return the code of places 1 to 6, which may have been retired
   */
  public DivisionCode divisionCode() {
    return DivisionCode.parse(text.substring(0, 6));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ResidentId other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns {@code ResidentId[redacted]}. */
  @Override
  public String toString() {
    return "ResidentId[redacted]";
  }

  /** What can be wrong with a text that should be a resident ID. */
  public enum Fault {

    /** It has not 18 characters. */
    LENGTH("身份证号应为18位", "a resident ID has 18 characters"),

    /** A character is no digit, and is not an X in the last place. */
    CHARACTERS("身份证号应为数字，仅末位可为X", "a resident ID has digits, and an X only at its end"),

    /** Places 7 to 14 are digits, but there is no such day. */
    BIRTH_DATE("身份证号中的出生日期不存在", "the birth date in the resident ID is no real date"),

    /** The last character does not follow from the 17 digits before it. */
    CHECK_CHARACTER("身份证号校验码不符", "the check character of the resident ID does not fit");

    private final String chinese;
    private final String english;

    Fault(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    /**
     * Returns the fault in words for the person who typed the number.
     *
     * @return the words, which do not contain the number
     */
    public Wording wording() {
      return Wording.of(chinese, english);
    }
  }
}
