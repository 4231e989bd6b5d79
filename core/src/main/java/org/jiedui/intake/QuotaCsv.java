package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jiedui.activity.ActivityQuota;

/**
 * The text form of quotas of activities: a table that an office program opens, and that {@link
 * Intake#quotas(String, java.util.Optional)} reads back to equal quotas.
 *
 * <p>It is CSV as {@link RuleBookCsv} describes it, with a line for each version of a quota. The
 * first line has the headings {@link #COLUMNS}; reading takes them in any order, and for each a
 * Chinese one as well: 编号, 名称, 英文名称, 类别, 数量, 每班, 对象, 每人次数, 参加人, 依据, 条款, 文本日期, 已核实, 生效日期, 失效日期.
 * Those of fields that a draft may leave empty may be missing.
 *
 * <p>Example:
 *
 * <pre>
 * id,titleChinese,titleEnglish,kinds,amount,eachClass,scope,eachChild,attendee,source,…
 * safety-lecture,每学期安全与法制讲座,Safety lectures,safety-lecture,1-2 per-term,no,all,1,child,学校制度,…
 * </pre>
 */
public final class QuotaCsv {

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = QuotaDraft.TABLE.fields();

  private QuotaCsv() {}

  /**
   * Writes quotas.
   *
   * @param quotas the quotas, in the order in which they are to stand
   * @return their text form, the last line ended too
   * @throws IllegalArgumentException if a title could not be read back: it is longer than 100
   *     characters or has white space around it
   */
  public static String write(Collection<ActivityQuota> quotas) {
    return QuotaDraft.TABLE.write(quotas.stream().map(QuotaCsv::cells));
  }

  private static ImmutableList<String> cells(ActivityQuota quota) {
    Texts.checkCell(quota.title().chinese(), quota.id());
    Texts.checkCell(quota.title().english(), quota.id());
    return quota.cells();
  }
}
