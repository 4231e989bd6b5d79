package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.PartnerKind;

/**
 * A partner of the school, as somebody wrote it.
 *
 * @param id its identifier, by which templates and activities name it
 * @param name what people call it, at most 100 characters
 * @param kind what it is, for instance 派出所
 * @param contact whom to ask for there, at most 100 characters; may be empty
 * @param phone under which number, at most 40 characters; may be empty
 * @param from since when it works with the school
 * @param until the last day on which it does, empty if there is none yet
 * @param offers the kinds of activities that it offers to hold or attend, separated by semicolons;
 *     may be empty
 */
public record PartnerDraft(
    @NotBlank(message = "required") @IdText String id,
    @NotBlank(message = "required") @PlainText String name,
    @NotBlank(message = "required") @CodedText(PartnerKind.class) String kind,
    @PlainText String contact,
    @PhoneText @Size(max = 40, message = "too-long") String phone,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until,
    @CodedText(value = ActivityKind.class, many = true) String offers) {

  /** The table of the partners of a school: its columns and their headings. */
  public static final DraftTable<PartnerDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of("id", "name", "kind", "contact", "phone", "from", "until", "offers"),
          ImmutableMap.of(
              "编号", "id",
              "名称", "name",
              "类别", "kind",
              "联系人", "contact",
              "电话", "phone",
              "开始日期", "from",
              "结束日期", "until",
              "可提供活动", "offers"),
          ImmutableSet.of("id", "name", "kind", "from"),
          f ->
              new PartnerDraft(
                  f.apply("id"),
                  f.apply("name"),
                  f.apply("kind"),
                  f.apply("contact"),
                  f.apply("phone"),
                  f.apply("from"),
                  f.apply("until"),
                  f.apply("offers")));

  /**
   * Creates a draft of a partner.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id its identifier, by which templates and activities name it
   * @param name what people call it, at most 100 characters
   * @param kind what it is, for instance 派出所
   * @param contact whom to ask for there, at most 100 characters; may be empty
   * @param phone under which number, at most 40 characters; may be empty
   * @param from since when it works with the school
   * @param until the last day on which it does, empty if there is none yet
   * @param offers the kinds of activities that it offers to hold or attend, separated by
   *     semicolons; may be empty
   */
  public PartnerDraft {
    id = nullToEmpty(id);
    name = nullToEmpty(name);
    kind = nullToEmpty(kind);
    contact = nullToEmpty(contact);
    phone = nullToEmpty(phone);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
    offers = nullToEmpty(offers);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "PartnerDraft[redacted]";
  }
}
