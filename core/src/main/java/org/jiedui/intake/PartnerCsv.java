package org.jiedui.intake;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Partner;
import org.jiedui.person.PhoneNumber;

/**
 * The text form of the partners of a school: a table that an office program opens, and that {@link
 * Intake#partners(String, Collection)} reads back to equal partners. It has who is to be asked for
 * there and under which number, which is personal.
 *
 * <p>It is CSV as {@link RuleBookCsv} describes it. The first line has the headings {@link
 * #COLUMNS}; reading takes them in any order, and for each a Chinese one as well: 编号, 名称, 类别, 联系人,
 * 电话, 开始日期, 结束日期, 可提供活动. Those of fields that a draft may leave empty may be missing.
 *
 * <p>Example:
 *
 * <pre>
 * id,name,kind,contact,phone,from,until,offers
 * police,青石乡派出所,police-post,,,2025-09-01,,safety-lecture
 * </pre>
 */
public final class PartnerCsv {

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = PartnerDraft.TABLE.fields();

  private PartnerCsv() {}

  /**
   * Writes partners, with who is to be asked for there and under which number.
   *
   * @param partners the partners, each with an id of its own, and with a name of its own among
   *     those who work with the school at the same time
   * @return their text form, the last line ended too
   * @throws IllegalArgumentException if a partner could not be read back: its name or its contact
   *     is longer than 100 characters or has white space around it, or its last day is 9999-12-31
   */
  public static String write(Collection<Partner> partners) {
    return PartnerDraft.TABLE.write(partners.stream().map(PartnerCsv::cells));
  }

  private static ImmutableList<String> cells(Partner partner) {
    return ImmutableList.<String>builder()
        .add(partner.id().value())
        .add(Texts.checkCell(partner.name(), partner.id()))
        .add(partner.kind().code())
        .add(Texts.checkCell(partner.contact().orElse(""), partner.id()))
        .add(partner.phone().map(PhoneNumber::text).orElse(""))
        .addAll(Texts.dayCells(partner.days()))
        .add(partner.offers().stream().map(ActivityKind::code).collect(joining(";")))
        .build();
  }
}
