package org.jiedui.intake;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Place;
import org.jiedui.id.PartnerId;

/**
 * The text form of templates of activities: a table that an office program opens, and that {@link
 * Intake#templates(String, Collection)} reads back to equal templates.
 *
 * <p>It is CSV as {@link RuleBookCsv} describes it. The first line has the headings {@link
 * #COLUMNS}; reading takes them in any order, and for each a Chinese one as well: 编号, 名称, 英文名称, 类别,
 * 对象, 每班, 时间, 负责岗位, 地点, 合作单位, 时长 or 时长(分钟), 休息日. Those of fields that a draft may leave empty may
 * be missing.
 *
 * <p>Example:
 *
 * <pre>
 * id,titleChinese,titleEnglish,kind,audience,eachClass,timing,leader,place,partner,minutes,daysOff
 * parents,开学家长会,Parents' meeting,parents-meeting,all,yes,week 2 friday,homeroom-teacher,各班教室,,90,no
 * </pre>
 */
public final class TemplateCsv {

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = TemplateDraft.TABLE.fields();

  private TemplateCsv() {}

  /**
   * Writes templates.
   *
   * @param templates the templates, each with an id of its own
   * @return their text form, the last line ended too
   * @throws IllegalArgumentException if a title or a place could not be read back: it is longer
   *     than 100 characters or has white space around it, or the place has a name of the classes'
   *     own rooms and is another
   */
  public static String write(Collection<ActivityTemplate> templates) {
    return TemplateDraft.TABLE.write(templates.stream().map(TemplateCsv::cells));
  }

  private static ImmutableList<String> cells(ActivityTemplate template) {
    checkArgument(
        Place.parse(template.place().name()).equals(template.place()),
        "the place of template %s must be what its name says",
        template.id());
    return ImmutableList.of(
        template.id().value(),
        Texts.checkCell(template.title().chinese(), template.id()),
        Texts.checkCell(template.title().english(), template.id()),
        template.kind().code(),
        template.audience().text(),
        YesNo.of(template.eachClass()).code(),
        template.timing().text(),
        template.leader().code(),
        Texts.checkCell(template.place().name(), template.id()),
        template.partner().map(PartnerId::value).orElse(""),
        String.valueOf(template.minutes()),
        YesNo.of(template.daysOff()).code());
  }
}
