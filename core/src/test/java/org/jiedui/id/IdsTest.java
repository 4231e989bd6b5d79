package org.jiedui.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private static Arguments type(String name, Function<String, Object> of) {
    return Arguments.of(name, of);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        type("ActivityId", ActivityId::of),
        type("ActorId", ActorId::of),
        type("AssignmentId", AssignmentId::of),
        type("CarerId", CarerId::of),
        type("ChildId", ChildId::of),
        type("ClassId", ClassId::of),
        type("ConsentId", ConsentId::of),
        type("ContactId", ContactId::of),
        type("ExemptionId", ExemptionId::of),
        type("HomeStayId", HomeStayId::of),
        type("MembershipId", MembershipId::of),
        type("PeerPairId", PeerPairId::of),
        type("RecordCheckId", RecordCheckId::of),
        type("ReferralId", ReferralId::of),
        type("PartnerId", PartnerId::of),
        type("RuleId", RuleId::of),
        type("SchoolId", SchoolId::of),
        type("StaffId", StaffId::of),
        type("TemplateId", TemplateId::of));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void of_allowedCharacters_printsTheValue(String name, Function<String, Object> of) {
    assertThat(of.apply("aZ09._:-")).hasToString("aZ09._:-");
    assertThat(of.apply("x".repeat(64))).hasToString("x".repeat(64));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void of_anotherForm_isRejectedWithoutRepeatingIt(String name, Function<String, Object> of) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of.apply("李小红"))
        .withMessage(
            name + " must be 1 to 64 characters of A-Z a-z 0-9 . _ : -, but has 3 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of.apply(""))
        .withMessageEndingWith("but has 0 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of.apply("x".repeat(65)))
        .withMessageEndingWith("but has 65 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a b", "a/b", "a\n", "é", "=1", "a,b", "\u0131"})
  void of_otherCharacters_areRejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ChildId.of(text));
  }

  @Test
  void compareTo_isByText() {
    assertThat(Stream.of("c-2", "c-10", "C-3").map(ChildId::of).sorted().map(ChildId::value))
        .containsExactly("C-3", "c-10", "c-2");
  }

  @Test
  void equals_isByTypeAndValue() {
    new EqualsTester()
        .addEqualityGroup(ChildId.of("a"), ChildId.of("a"))
        .addEqualityGroup(ChildId.of("A"))
        .addEqualityGroup(StaffId.of("a"))
        .testEquals();
  }
}
