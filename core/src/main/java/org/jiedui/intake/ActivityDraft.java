package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityTemplate;

/**
 * An activity that was held or is to come, as somebody wrote it: a row of {@code activities.csv}.
 *
 * <p>A file may have the names of the fields as headings or Chinese ones: 编号, 类别, 主题, 日期, 负责人工号,
 * 地点, 合作单位, 开始时间, 时长 or 时长(分钟), 班级, 状态, 模板, 备注. The first six columns must be there.
 *
 * <p>An empty field of an activity that the school has already says nothing: what is stored stays.
 *
 * @param id its identifier (编号): the same whenever the row is taken in
 * @param kind what it is (类别), for instance 家长会 or {@code parents-meeting}
 * @param title what people call it (主题), at most 100 characters
 * @param day its day (日期)
 * @param leader the staff number of who leads it (负责人工号)
 * @param place where it is (地点), at most 100 characters; 各班教室 is each class's own room
 * @param partner the partner that takes part (合作单位), by id or name; of several that had one name,
 *     the one of the day; may be empty
 * @param startsAt at what time it begins (开始时间), for instance 15:30; may be empty
 * @param minutes how many minutes it lasts (时长), 1 to 1440; if empty, as long as its template says,
 *     or an hour
 * @param classes the classes that take part (班级), by name or id, separated by semicolons; if empty,
 *     every class of the school year of its day, of the grades that its template is for
 * @param status where it is in its life (状态), for instance 已开展 or {@code held}; if empty, held when
 *     its day has come, and a draft before
 * @param template the template that it comes from (模板), by id or Chinese title; may be empty
 * @param note what is to be remembered of it (备注), at most 2000 characters, without names of
 *     children; may be empty
 */
public record ActivityDraft(
    @NotBlank(message = "required") @IdText String id,
    @NotBlank(message = "required") @CodedText(ActivityKind.class) String kind,
    @NotBlank(message = "required") @PlainText String title,
    @NotBlank(message = "required") @DateText String day,
    @NotBlank(message = "required") @IdText String leader,
    @NotBlank(message = "required") @PlainText String place,
    @PlainText String partner,
    @Pattern(regexp = Texts.TIME, message = "not-a-time") String startsAt,
    @WholeNumberText(min = 1, max = ActivityTemplate.MAX_MINUTES) String minutes,
    @Size(max = 2000, message = "too-long") String classes,
    @CodedText(ActivityState.class) String status,
    @PlainText String template,
    @NoteText String note) {

  /** The table of activities: its columns and their headings. */
  public static final DraftTable<ActivityDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of(
              "id",
              "kind",
              "title",
              "day",
              "leader",
              "place",
              "partner",
              "startsAt",
              "minutes",
              "classes",
              "status",
              "template",
              "note"),
          ImmutableMap.<String, String>builder()
              .put("编号", "id")
              .put("类别", "kind")
              .put("主题", "title")
              .put("日期", "day")
              .put("负责人工号", "leader")
              .put("地点", "place")
              .put("合作单位", "partner")
              .put("开始时间", "startsAt")
              .put("时长", "minutes")
              .put("时长(分钟)", "minutes")
              .put("时长（分钟）", "minutes")
              .put("班级", "classes")
              .put("状态", "status")
              .put("模板", "template")
              .put("备注", "note")
              .buildOrThrow(),
          ImmutableSet.of("id", "kind", "title", "day", "leader", "place"),
          f ->
              new ActivityDraft(
                  f.apply("id"),
                  f.apply("kind"),
                  f.apply("title"),
                  f.apply("day"),
                  f.apply("leader"),
                  f.apply("place"),
                  f.apply("partner"),
                  f.apply("startsAt"),
                  f.apply("minutes"),
                  f.apply("classes"),
                  f.apply("status"),
                  f.apply("template"),
                  f.apply("note")));

  /**
   * Creates a draft of an activity.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id its identifier (编号): the same whenever the row is taken in
   * @param kind what it is (类别), for instance 家长会 or {@code parents-meeting}
   * @param title what people call it (主题), at most 100 characters
   * @param day its day (日期)
   * @param leader the staff number of who leads it (负责人工号)
   * @param place where it is (地点), at most 100 characters; 各班教室 is each class's own room
   * @param partner the partner that takes part (合作单位), by id or name; of several that had one name,
   *     the one of the day; may be empty
   * @param startsAt at what time it begins (开始时间), for instance 15:30; may be empty
   * @param minutes how many minutes it lasts (时长), 1 to 1440; if empty, as long as its template
   *     says, or an hour
   * @param classes the classes that take part (班级), by name or id, separated by semicolons; if
   *     empty, every class of the school year of its day, of the grades that its template is for
   * @param status where it is in its life (状态), for instance 已开展 or {@code held}; if empty, held
   *     when its day has come, and a draft before
   * @param template the template that it comes from (模板), by id or Chinese title; may be empty
   * @param note what is to be remembered of it (备注), at most 2000 characters, without names of
   *     children; may be empty
   */
  public ActivityDraft {
    id = nullToEmpty(id);
    kind = nullToEmpty(kind);
    title = nullToEmpty(title);
    day = nullToEmpty(day);
    leader = nullToEmpty(leader);
    place = nullToEmpty(place);
    partner = nullToEmpty(partner);
    startsAt = nullToEmpty(startsAt);
    minutes = nullToEmpty(minutes);
    classes = nullToEmpty(classes);
    status = nullToEmpty(status);
    template = nullToEmpty(template);
    note = nullToEmpty(note);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ActivityDraft[redacted]";
  }
}
