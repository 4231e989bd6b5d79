package org.jiedui.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CheckCharacterTest {

  private static final String ZEROS = "0".repeat(17);

  @Test
  void of_examplesOfTheStandard() {
    assertThat(CheckCharacter.of("11010519491231002")).isEqualTo('X');
    assertThat(CheckCharacter.of("44052418800101001")).isEqualTo('4');
  }

  @Test
  void of_everyDigitInEveryPlace_agreesWithTheRecursion() {
    for (int place = 0; place < 17; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String digits = ZEROS.substring(0, place) + digit + ZEROS.substring(place + 1);
        assertThat(CheckCharacter.of(digits))
            .as(digits)
            .isEqualTo(SampleIds.checkCharacter(digits));
      }
    }
  }

  @Test
  void of_aOneInEachPlace_hasThePublishedWeight() {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    for (int place = 0; place < 17; place++) {
      assertThat(weights[place])
          .as("weight of place %s", place + 1)
          .isEqualTo(BigInteger.TWO.pow(17 - place).mod(BigInteger.valueOf(11)).intValueExact());
      String digits = ZEROS.substring(0, place) + '1' + ZEROS.substring(place + 1);
      char check = CheckCharacter.of(digits);
      int value = check == 'X' ? 10 : check - '0';
      assertThat((weights[place] + value) % 11).as(digits).isEqualTo(1);
    }
  }

  @Test
  void of_allRemainders_giveElevenCharacters() {
    StringBuilder checks = new StringBuilder();
    for (int last = 0; last <= 9; last++) {
      checks.append(CheckCharacter.of(ZEROS.substring(1) + last));
    }
    // The weight of the last place is 2, so that ten digits give ten different checks.
    assertThat(checks).hasToString("1X86420975");
    assertThat(CheckCharacter.of("00000000000000012")).isEqualTo('4');
  }
}
