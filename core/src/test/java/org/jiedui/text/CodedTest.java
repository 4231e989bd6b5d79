package org.jiedui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiedui.calendar.Milestone;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.compliance.Explanation;
import org.jiedui.contact.Channel;
import org.jiedui.intake.DraftRule;
import org.jiedui.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodedTest {

  /** Every set there is, found in the compiled packages so that none can be forgotten. */
  static List<Class<?>> sets() {
    List<Class<?>> sets =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.jiedui")
                .stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Coded.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    assertThat(sets).contains(Channel.class, Relation.class, Sex.class, Explanation.Reason.class);
    return sets;
  }

  private static List<Coded> membersOf(Class<?> set) {
    return Arrays.stream(set.getEnumConstants()).map(Coded.class::cast).toList();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void code_ofEverySet_isAUniqueLowerCaseWord(Class<?> set) {
    List<String> codes = membersOf(set).stream().map(Coded::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z0-9-]*"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void wording_ofEverySet_isUniqueInBothLanguages(Class<?> set) {
    List<Wording> wordings = membersOf(set).stream().map(Coded::wording).toList();
    assertThat(wordings).extracting(Wording::chinese).doesNotHaveDuplicates();
    // Those of intake are no names but sentences, about the field that they stand at.
    if (set != DraftRule.class) {
      assertThat(wordings).extracting(Wording::english).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void isNamed_everyNameOfEverySet_isThatOfOneMember(Class<?> set) {
    for (Coded each : membersOf(set)) {
      List<String> names = new ArrayList<>(each.otherNames());
      names.add(each.code());
      names.add(each.wording().chinese());
      assertThat(names).doesNotHaveDuplicates();
      for (String name : names) {
        assertThat(name).isNotBlank().isEqualTo(name.strip());
        assertThat(membersOf(set)).as(name).filteredOn(one -> one.isNamed(name)).containsOnly(each);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the one                | its other names
          PATERNAL_GRANDFATHER     | 爷爷
          PATERNAL_GRANDMOTHER     | 奶奶
          MATERNAL_GRANDFATHER     | 外公、姥爷
          MATERNAL_GRANDMOTHER     | 外婆、姥姥
          FATHERS_ELDER_BROTHER    | 大伯
          FATHERS_YOUNGER_BROTHER  | 叔父
          FATHERS_SISTER           | 姑妈、姑母
          MOTHERS_BROTHER          | 舅父
          MOTHERS_SISTER           | 姨母、姨
          """)
  void find_otherNameOfARelation_isFound(Relation relation, String names) {
    for (String name : Splitter.on('、').split(names)) {
      assertThat(Coded.find(Relation.class, name)).contains(relation);
    }
    assertThat(relation.otherNames()).containsExactlyElementsOf(Splitter.on('、').split(names));
  }

  @ParameterizedTest
  @CsvSource({"视频, VIDEO_CALL", "短信, MESSAGE", "微信, MESSAGE", "书信, LETTER", "信件, LETTER"})
  void find_otherNameOfAChannel_isFound(String name, Channel channel) {
    assertThat(Coded.find(Channel.class, name)).contains(channel);
  }

  @ParameterizedTest
  @CsvSource({"农业, RURAL", "非农业, URBAN", "城市, URBAN"})
  void find_otherNameOfARegistration_isFound(String name, Registration registration) {
    assertThat(Coded.find(Registration.class, name)).contains(registration);
  }

  @Test
  void find_nameOfAnybodyElse_isNoRelation() {
    // What children call any woman of their mother's age says nothing of how she is related.
    assertThat(Coded.find(Relation.class, "阿姨")).isEmpty();
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
