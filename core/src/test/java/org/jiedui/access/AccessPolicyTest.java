package org.jiedui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.id.ActorId;
import org.jiedui.id.SchoolId;
import org.jiedui.text.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessPolicyTest {

  private static final SchoolId HERE = SchoolId.of("qingshi");
  private static final SchoolId ELSEWHERE = SchoolId.of("baiyun");
  private static final AccessPolicy POLICY = AccessPolicy.schoolStaff();

  private static final Actor STAFF = Actor.staffOf(ActorId.of("T10"), HERE);
  private static final Actor ADMINISTRATOR = Actor.administratorOf(ActorId.of("office"), HERE);

  private static final String TABLE =
      """
      see-school      | yes | yes
      keep-school     | no  | yes
      see-children    | yes | yes
      keep-children   | no  | yes
      see-contacts    | yes | yes
      record-contacts | yes | yes
      import-contacts | no  | yes
      see-rules       | yes | yes
      keep-rules      | no  | yes
      see-mentors     | yes | yes
      keep-mentors    | no  | yes
      see-census      | yes | yes
      take-census     | yes | yes
      import-census   | no  | yes
      see-board       | yes | yes
      see-reports     | yes | yes
      see-audit       | no  | yes
      see-cards       | yes | yes
      check-files     | yes | yes
      keep-concerns   | yes | yes
      keep-households | no  | yes
      see-team        | yes | yes
      keep-team       | no  | yes
      see-peers       | yes | yes
      keep-peers      | no  | yes
      see-activities  | yes | yes
      record-activities | yes | yes
      take-attendance | yes | yes
      import-attendance | no  | yes
      keep-activities | no  | yes
      see-privacy     | no  | yes
      keep-consents   | no  | yes
      erase-child     | no  | yes
      complete-privacy-audit | no  | yes
      raise-referral  | yes | yes
      see-referrals   | no  | no
      report-referrals | no  | no
      """;

  private static Stream<List<String>> table() {
    return TABLE
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
  }

  @ParameterizedTest
  @MethodSource("table")
  void schoolStaff_ofTheSchool_mayDoWhatTheTableSays(List<String> row) {
    Operation operation = Coded.find(Operation.class, row.get(0)).orElseThrow();
    assertThat(POLICY.permits(STAFF, operation, HERE)).isEqualTo(row.get(1).equals("yes"));
    assertThat(POLICY.permits(ADMINISTRATOR, operation, HERE)).isEqualTo(row.get(2).equals("yes"));
  }

  @Test
  void table_hasEveryOperationOnce() {
    Set<String> codes = new LinkedHashSet<>();
    table().forEach(row -> assertThat(codes.add(row.get(0))).isTrue());
    assertThat(codes).containsExactlyElementsOf(Coded.codes(Operation.class));
  }

  @ParameterizedTest
  @EnumSource
  void schoolStaff_atAnotherSchoolOrWithoutAGrant_mayDoNothing(Operation operation) {
    Actor nobody = Actor.of(ActorId.of("visitor"));
    Actor ofAnother =
        Actor.of(
            ActorId.of("T10"),
            new Grant(ELSEWHERE, Role.STAFF),
            new Grant(ELSEWHERE, Role.ADMINISTRATOR));
    assertThat(POLICY.permits(STAFF, operation, ELSEWHERE)).isFalse();
    assertThat(POLICY.permits(ADMINISTRATOR, operation, ELSEWHERE)).isFalse();
    assertThat(POLICY.permits(ofAnother, operation, HERE)).isFalse();
    assertThat(POLICY.permits(nobody, operation, HERE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void schoolStaff_ofSeveralSchools_hasEachRoleAtItsOwnSchool(Operation operation) {
    Actor both =
        Actor.of(
            ActorId.of("county"),
            new Grant(HERE, Role.STAFF),
            new Grant(ELSEWHERE, Role.ADMINISTRATOR));
    assertThat(POLICY.permits(both, operation, HERE))
        .isEqualTo(POLICY.permits(STAFF, operation, HERE));
    assertThat(POLICY.permits(both, operation, ELSEWHERE))
        .isEqualTo(operation.kind() != Operation.Kind.PROTECT);
  }

  @ParameterizedTest
  @EnumSource
  void schoolStaff_safeguarding_mayDoWhatProtectsAndNothingElse(Operation operation) {
    Actor alone = Actor.of(ActorId.of("T02"), new Grant(HERE, Role.SAFEGUARDING));
    assertThat(POLICY.permits(alone, operation, HERE))
        .isEqualTo(operation.kind() == Operation.Kind.PROTECT);
    assertThat(POLICY.permits(alone, operation, ELSEWHERE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "see-board, SEE",
    "record-contacts, RECORD",
    "import-contacts, KEEP",
    "see-audit, KEEP",
    "raise-referral, RECORD",
    "see-referrals, PROTECT",
    "report-referrals, PROTECT"
  })
  void operation_kind_tellsHowMuchItTouches(String code, Operation.Kind kind) {
    assertThat(Coded.find(Operation.class, code).orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void operationsAndRoles_areNamedInBothLanguages() {
    assertThat(Operation.values())
        .allSatisfy(each -> assertThat(each.wording().chinese()).containsPattern("\\p{IsHan}"))
        .allSatisfy(each -> assertThat(each.wording().english()).isNotBlank());
    assertThat(Stream.of(Operation.values()).map(each -> each.wording().chinese()))
        .doesNotHaveDuplicates();
    assertThat(Coded.find(Role.class, "管理员")).contains(Role.ADMINISTRATOR);
    assertThat(Coded.find(Role.class, "staff")).contains(Role.STAFF);
  }

  @Test
  void actor_has_onlyWhatWasGranted() {
    assertThat(STAFF.has(Role.STAFF, HERE)).isTrue();
    assertThat(STAFF.has(Role.ADMINISTRATOR, HERE)).isFalse();
    assertThat(STAFF.has(Role.STAFF, ELSEWHERE)).isFalse();
    // An administrator does all that staff does by the policy, not by a second role.
    assertThat(ADMINISTRATOR.has(Role.STAFF, HERE)).isFalse();
    assertThat(ADMINISTRATOR.has(Role.ADMINISTRATOR, HERE)).isTrue();
  }

  @Test
  void actor_grants_areASet() {
    Grant grant = new Grant(HERE, Role.STAFF);
    assertThat(Actor.of(ActorId.of("T10"), grant, grant)).isEqualTo(STAFF);
    assertThat(STAFF.grants()).isEqualTo(ImmutableSet.of(grant));
    assertThat(Actor.of(ActorId.of("T10")).grants()).isEmpty();
  }

  @Test
  void denied_namesWhoWhatAndWhereInIds() {
    AccessDeniedException denied =
        new AccessDeniedException(ActorId.of("T10"), Operation.KEEP_RULES, HERE);
    assertThat(denied).hasMessage("actor T10 may not keep-rules at school qingshi");
    assertThat(denied.operation()).isEqualTo(Operation.KEEP_RULES);
  }
}
