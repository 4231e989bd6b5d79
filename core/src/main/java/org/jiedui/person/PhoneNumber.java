package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as somebody wrote it down, known or not.
 *
 * <p>A number that the tables of libphonenumber do not know is a warning for whoever types it, and
 * never stops a contact from being recorded: it is kept as written. Numbers without a country code
 * are read as those of mainland China.
 *
 * <p>Examples: {@code 150-6572-0625} is known, and {@code +8615065720625} to machines; {@code
 * 12355} and {@code 村委会代接} are not known, and stay what they are.
 *
 * <p>Two are equal if they are written the same; compare {@link #toE164()} to find one line in two
 * spellings. Immutable. Its {@code toString} does not show the number.
 */
public final class PhoneNumber {

  private static final int MAX_LENGTH = 40;
  private static final String HOME_REGION = "CN";
  private static final int HOME_COUNTRY_CODE = 86;

  private static final PhoneNumberUtil TABLES = PhoneNumberUtil.getInstance();

  private final String text;
  private final @Nullable String e164;
  private final String national;

  private PhoneNumber(String text) {
    checkArgument(
        !text.isEmpty() && text.length() <= MAX_LENGTH,
        "phone number must be 1 to %s characters, but has %s",
        MAX_LENGTH,
        text.length());
    this.text = text;
    Optional<Phonenumber.PhoneNumber> known = findKnown(text);
    this.e164 = known.map(number -> TABLES.format(number, PhoneNumberFormat.E164)).orElse(null);
    this.national = known.map(PhoneNumber::national).orElse(text);
  }

  /**
   * Returns the number that a text states.
   *
   * @param text 1 to 40 characters; white space around them is removed
   * @return the number, known or not
   * @throws IllegalArgumentException if the text is blank or longer; it is not repeated
   */
  public static PhoneNumber of(String text) {
    return new PhoneNumber(requireNonNull(text, "text").strip());
  }

  private static Optional<Phonenumber.PhoneNumber> findKnown(String text) {
    try {
      return Optional.of(TABLES.parse(text, HOME_REGION)).filter(TABLES::isValidNumber);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String national(Phonenumber.PhoneNumber number) {
    // The national form of a foreign number would be dialled as a Chinese one.
    return TABLES.format(
        number,
        number.getCountryCode() == HOME_COUNTRY_CODE
            ? PhoneNumberFormat.NATIONAL
            : PhoneNumberFormat.INTERNATIONAL);
  }

  /**
   * Returns the number as written, which is personal.
   *
   * @return 1 to 40 characters
   */
  public String text() {
    return text;
  }

  /**
   * Whether the number is one that can be in use.
   *
   * @return true if the tables of libphonenumber have its length and prefix; false deserves a
   *     warning, no more
   */
  public boolean isKnown() {
    return e164 != null;
  }

  /**
   * Returns the number in the form of ITU-T E.164, the same for every spelling.
   *
   * @return for example {@code +8615065720625}, without an extension; empty if the number is not
   *     known
   */
  public Optional<String> toE164() {
    return Optional.ofNullable(e164);
  }

  /**
   * Returns the number as people in China read and dial it, which is personal.
   *
   * @return for example {@code 150 6572 0625}, a number abroad with its country code, and the text
   *     as written if the number is not known
   */
  public String toNational() {
    return national;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PhoneNumber other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns {@code PhoneNumber[redacted]}. */
  @Override
  public String toString() {
    return "PhoneNumber[redacted]";
  }
}
