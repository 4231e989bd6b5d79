package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jiedui.id.PartnerId;
import org.junit.jupiter.api.Test;

class PartnerNamesTest {

  @Test
  void idOf_anIdentifier_isItself() {
    assertThat(PartnerNames.idOf(" police-post ")).isEqualTo(PartnerId.of("police-post"));
    assertThat(PartnerNames.idOf("x".repeat(64))).isEqualTo(PartnerId.of("x".repeat(64)));
  }

  @Test
  void idOf_aName_followsFromIt() {
    PartnerId post = PartnerNames.idOf("青石乡派出所");
    assertThat(post.value()).matches("p-[0-9a-f]{32}");
    assertThat(PartnerNames.idOf("　青石乡派出所 ")).isEqualTo(post);
    assertThat(PartnerNames.idOf("青石村委会")).isNotEqualTo(post);
    assertThat(PartnerNames.idOf("x".repeat(65)).value()).matches("p-[0-9a-f]{32}");
  }

  @Test
  void idOf_blank_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartnerNames.idOf("　 "))
        .withMessage("a partner must not be blank");
  }
}
