package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.SCHOOL;

import java.time.LocalDate;
import java.util.List;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Place;
import org.jiedui.activity.QuotaPresets;
import org.jiedui.activity.Timing;
import org.jiedui.id.RuleId;
import org.jiedui.id.TemplateId;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Violation;
import org.jiedui.school.Post;
import org.jiedui.storage.CareStore;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A school with a template of a parents' meeting and the usual quotas, in whatever store. */
abstract class ActivityContract {

  /** The day that the template asks for. */
  static final LocalDate ITS_DAY = LocalDate.of(2025, 9, 12);

  static final RuleId LECTURES = RuleId.of("safety-lecture");

  private CareStore store;
  SampleSchool sample;

  @SuppressWarnings("NullAway") // set up before each test
  ActivityContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openStore() {
    store = openEmptyStore();
    sample = new SampleSchool(store);
    sample.open();
    book()
        .change(
            SCHOOL,
            book ->
                book.withTemplates(List.of(meeting()))
                    .withQuotas(QuotaPresets.defaults(FIRST_DAY)));
  }

  @AfterEach
  void closeStore() {
    assertThat(sample.administrator().board().check(SCHOOL))
        .as("whatever was done, the board says what the records say")
        .isEmpty();
    store.close();
  }

  static ActivityTemplate meeting() {
    return ActivityTemplate.of(
            TemplateId.of("parents"),
            Wording.of("开学家长会", "Parents' meeting"),
            ActivityKind.PARENTS_MEETING,
            Timing.parse("week 2 friday"),
            Post.HOMEROOM_TEACHER,
            Place.classrooms(),
            90)
        .forEachClass();
  }

  ActivityBookDesk book() {
    return sample.administrator().activityBook();
  }

  static List<String> told(IntakeResult<?> result) {
    return result.violations().stream().map(Violation::toString).toList();
  }
}
