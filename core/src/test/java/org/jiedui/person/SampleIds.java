package org.jiedui.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.stream.Stream;

/** Resident IDs for tests, with the check character reckoned in another way than the library's. */
final class SampleIds {

  /** The two examples that GB 11643-1999 prints. */
  static final String OF_A_WOMAN = "11010519491231002X";

  static final String OF_A_MAN = "440524188001010014";

  private SampleIds() {}

  /** The recursion of an ISO 7064 pure system, modulus 11, radix 2: no table of weights. */
  static char checkCharacter(String seventeenDigits) {
    int product = 0;
    for (int i = 0; i < seventeenDigits.length(); i++) {
      product = (product + seventeenDigits.charAt(i) - '0') * 2 % 11;
    }
    int check = (12 - product) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  static String withCheckCharacter(String seventeenDigits) {
    return seventeenDigits + checkCharacter(seventeenDigits);
  }

  static Stream<Sample> generate(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> next(random)).limit(count);
  }

  private static Sample next(Random random) {
    String division = Integer.toString(110_000 + random.nextInt(550_000));
    LocalDate birthDate = LocalDate.of(1880, 1, 1).plusDays(random.nextInt(150 * 365));
    int sequence = random.nextInt(1000);
    String digits =
        division
            + DateTimeFormatter.BASIC_ISO_DATE.format(birthDate)
            + Integer.toString(1000 + sequence).substring(1);
    Sex sex = sequence % 2 == 0 ? Sex.FEMALE : Sex.MALE;
    return new Sample(withCheckCharacter(digits), division, birthDate, sex);
  }

  record Sample(String text, String division, LocalDate birthDate, Sex sex) {}
}
