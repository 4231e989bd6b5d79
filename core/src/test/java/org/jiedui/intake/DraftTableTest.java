package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftTableTest {

  /** A table and the draft of its rows. */
  private record Kind(Class<? extends Record> draft, DraftTable<? extends Record> table) {

    @Override
    public String toString() {
      return draft.getSimpleName();
    }
  }

  private static List<Kind> tables() {
    return List.of(
        new Kind(RuleDraft.class, RuleDraft.TABLE),
        new Kind(ActivityDraft.class, ActivityDraft.TABLE),
        new Kind(AttendanceDraft.class, AttendanceDraft.TABLE),
        new Kind(TemplateDraft.class, TemplateDraft.TABLE),
        new Kind(QuotaDraft.class, QuotaDraft.TABLE),
        new Kind(PartnerDraft.class, PartnerDraft.TABLE),
        new Kind(OpeningHoursDraft.class, OpeningHoursDraft.TABLE),
        new Kind(FamilyCallDraft.class, FamilyCallDraft.TABLE));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void draft_hasEachCellInTheFieldOfItsColumn(Kind kind) throws ReflectiveOperationException {
    RecordComponent[] fields = kind.draft().getRecordComponents();
    assertThat(kind.table().fields())
        .containsExactlyElementsOf(Arrays.stream(fields).map(RecordComponent::getName).toList());
    Record draft = kind.table().draft(field -> "cell of " + field);
    for (RecordComponent field : fields) {
      assertThat(field.getAccessor().invoke(draft)).isEqualTo("cell of " + field.getName());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findField_knowsFieldsAndChineseHeadings(Kind kind) {
    DraftTable<?> table = kind.table();
    assertThat(table.fields()).containsAll(table.needed());
    assertThat(table.names().values()).containsAll(table.fields()).isSubsetOf(table.fields());
    assertThat(table.fields())
        .allMatch(field -> table.findField(field).orElseThrow().equals(field));
    table.names().forEach((name, field) -> assertThat(table.findField(name)).contains(field));
    assertThat(table.findField("天气")).isEmpty();
  }
}
