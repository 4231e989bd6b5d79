package org.jiedui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.calendar.Milestone;
import org.jiedui.child.CareEvent;
import org.jiedui.child.CarerKind;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.compliance.Explanation;
import org.jiedui.compliance.Ground;
import org.jiedui.compliance.StandingState;
import org.jiedui.compliance.Verdict;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Season;
import org.jiedui.school.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodedTest {

  static Stream<Class<? extends Coded>> sets() {
    return Stream.of(
        Milestone.class,
        CareEvent.class,
        CarerKind.class,
        ConcernKind.class,
        Registration.class,
        Relation.class,
        Explanation.Reason.class,
        Ground.class,
        StandingState.class,
        Verdict.class,
        Channel.class,
        Party.class,
        Coverage.class,
        Season.class,
        Post.class);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void code_ofEverySet_isAUniqueLowerCaseWord(Class<? extends Coded> set) {
    List<String> codes = Arrays.stream(set.getEnumConstants()).map(Coded::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z0-9-]*"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void wording_ofEverySet_isUniqueInBothLanguages(Class<? extends Coded> set) {
    List<Wording> wordings = Arrays.stream(set.getEnumConstants()).map(Coded::wording).toList();
    assertThat(wordings).extracting(Wording::chinese).doesNotHaveDuplicates();
    assertThat(wordings).extracting(Wording::english).doesNotHaveDuplicates();
  }

  @Test
  void find_codeOrChineseName_isFound() {
    assertThat(Coded.find(Channel.class, "home-visit")).contains(Channel.HOME_VISIT);
    assertThat(Coded.find(Channel.class, "家访")).contains(Channel.HOME_VISIT);
    assertThat(Coded.find(Channel.class, "home visit")).isEmpty();
    assertThat(Coded.find(Channel.class, "HOME-VISIT")).isEmpty();
    assertThat(Coded.find(Channel.class, "")).isEmpty();
  }

  @Test
  void codes_areInTheOrderOfTheSet() {
    assertThat(Coded.codes(Milestone.class)).containsExactly("term-start", "term-mid", "term-end");
  }
}
