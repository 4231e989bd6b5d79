package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiedui.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The number of a child on the national school roll (学籍号).
 *
 * <p>A letter, which is the {@link Kind}, and 18 characters. What each kind has behind its letter:
 *
 * <ul>
 *   <li>{@code G}: the child's {@link ResidentId}, in which every fault counts;
 *   <li>{@code J}: 17 digits and a digit or {@code X}, generated for a child without a resident ID;
 *       nothing is read out of them, and no check character is asked for;
 *   <li>{@code L}: temporary, 6 digits of division, 8 of the birth date, which must be a real date,
 *       and 4 of serial; no check character.
 * </ul>
 *
 * <p>Example: {@code StudentNumber.parse("G11010519491231002X").kind()} is {@link Kind#RESIDENT}.
 *
 * <p>As personal as the resident ID that it may contain, and it changes when a child is given one;
 * it is never a key. Immutable; ordered by its text. Its {@code toString} does not show the number.
 */
public final class StudentNumber implements Comparable<StudentNumber> {

  private static final int LENGTH = 19;

  private final String text;
  private final Kind kind;

  private StudentNumber(String text) {
    ImmutableSet<Fault> faults = faultsInCanonical(text);
    checkArgument(
        faults.isEmpty(),
        "student number must be G and a resident ID, J and 18 generated characters, or L and"
            + " 6 + 8 + 4 digits with a real birth date, but has the faults %s",
        faults);
    this.text = text;
    this.kind = findKind(text).orElseThrow();
  }

  /**
   * Returns the student number that a text states.
   *
   * @param text 19 characters, letters in upper or lower case; white space around them is removed
   * @return the student number
   * @throws IllegalArgumentException if {@link #faultsIn} finds a fault; the message names the
   *     faults and does not repeat the text
   */
  public static StudentNumber parse(String text) {
    return new StudentNumber(canonical(requireNonNull(text, "text")));
  }

  /**
   * Finds everything that keeps a text from being a student number.
   *
   * <p>Example: the faults in {@code 110105194912310021}, a resident ID that lacks its {@code G},
   * are {@code LENGTH} and {@code PREFIX}. Without a known prefix nothing is looked for behind it.
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
    if (text.length() != LENGTH) {
      faults.add(Fault.LENGTH);
    }
    Optional<Kind> kind = findKind(text);
    if (kind.isEmpty()) {
      faults.add(Fault.PREFIX);
    } else {
      String body = text.substring(1);
      faults.addAll(
          switch (kind.get()) {
            case RESIDENT -> faultsInResidentId(body);
            case GENERATED -> faultsInGenerated(body);
            case TEMPORARY -> faultsInTemporary(body);
          });
    }
    return Sets.immutableEnumSet(faults);
  }

  private static Optional<Kind> findKind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> !text.isEmpty() && text.charAt(0) == kind.prefix())
        .findFirst();
  }

  private static Set<Fault> faultsInResidentId(String body) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (ResidentId.Fault fault : ResidentId.faultsIn(body)) {
      faults.add(
          switch (fault) {
            case LENGTH -> Fault.LENGTH;
            case CHARACTERS -> Fault.CHARACTERS;
            case BIRTH_DATE -> Fault.BIRTH_DATE;
            case CHECK_CHARACTER -> Fault.CHECK_CHARACTER;
          });
    }
    return faults;
  }

  private static Set<Fault> faultsInGenerated(String body) {
    return ResidentId.isDigitsWithLastDigitOrX(body) ? Set.of() : Set.of(Fault.CHARACTERS);
  }

  private static Set<Fault> faultsInTemporary(String body) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (!Digits.areAll(body)) {
      faults.add(Fault.CHARACTERS);
    }
    if (body.length() == LENGTH - 1) {
      String birthDate = body.substring(6, 14);
      if (Digits.areAll(birthDate) && Digits.findDate(birthDate).isEmpty()) {
        faults.add(Fault.BIRTH_DATE);
      }
    }
    return faults;
  }

  /**
   * Returns the number itself, which is personal.
   *
   * @return 19 characters, letters in upper case
   */
  public String text() {
    return text;
  }

  /**
   * Returns the kind of number.
   *
   * @return the kind that the first letter states
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the resident ID in the number.
   *
   * @return the resident ID, or empty if the number is not of kind {@link Kind#RESIDENT}
   */
  public Optional<ResidentId> residentId() {
    return kind == Kind.RESIDENT
        ? Optional.of(ResidentId.parse(text.substring(1)))
        : Optional.empty();
  }

  @Override
  public int compareTo(StudentNumber other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof StudentNumber other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns {@code StudentNumber[redacted]}. */
  @Override
  public String toString() {
    return "StudentNumber[redacted]";
  }

  /** Where a student number comes from. */
  public enum Kind {

    /** Made of the child's resident ID. */
    RESIDENT('G'),

    /** Generated by the school roll for a child without a resident ID. */
    GENERATED('J'),

    /** Temporary, until the roll has given another. */
    TEMPORARY('L');

    private final char prefix;

    Kind(char prefix) {
      this.prefix = prefix;
    }

    /**
     * Returns the letter with which numbers of this kind start.
     *
     * @return {@code G}, {@code J} or {@code L}
     */
    public char prefix() {
      return prefix;
    }
  }

  /** What can be wrong with a text that should be a student number. */
  public enum Fault {

    /** It has not 19 characters. */
    LENGTH("学籍号应为19位", "a student number has 19 characters"),

    /** It starts with none of the letters of {@link Kind}. */
    PREFIX("学籍号应以G、J或L开头", "a student number starts with G, J or L"),

    /** A character behind the prefix is no digit, and is not an X where the kind allows one. */
    CHARACTERS(
        "学籍号首字母后应为数字，仅G、J类末位可为X",
        "a student number has digits behind its letter, and an X only at the end of a G or J"
            + " number"),

    /** Of a {@code G} or {@code L} number: the birth date is no real date. */
    BIRTH_DATE("学籍号中的出生日期不存在", "the birth date in the student number is no real date"),

    /** Of a {@code G} number: the check character does not follow from the digits before it. */
    CHECK_CHARACTER("学籍号中的身份证校验码不符", "the check character of the resident ID does not fit");

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
