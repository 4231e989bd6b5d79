package org.jiedui.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;

/**
 * The rules that schools begin with, each with its source.
 *
 * <p>They are data: a school takes some of them, changes their numbers and adds its own. Two
 * sources that disagree are two presets, and nobody's number is <em>the</em> number. What no source
 * says was chosen as a homeroom teacher would expect:
 *
 * <ul>
 *   <li>The law says "at least once a week" and leaves open what a week is; here it goes from
 *       Monday to Sunday, through the holidays too.
 *   <li>The parents' weekly duties hold while the child is in a carer's care ({@code has-carer});
 *       there is no word for the parent who is away, so a contact of either parent counts.
 *   <li>A duty towards the carer is for children who have one.
 *   <li>A visit to the home counts if it meets the child or the carer.
 *   <li>Staff of the class are its homeroom teacher, its subject teachers and, being one of them,
 *       the child's mentor.
 * </ul>
 *
 * <p>Example: {@code RulePresets.defaults(LocalDate.of(2025, 9, 1))} has the rules home-visit,
 * child-to-parents, carer-talk, weekly-child and weekly-carer, in force from that day on.
 */
public final class RulePresets {

  private static final Provenance SCHOOL_SUMMARY =
      new Provenance("2023年留守儿童工作总结", Optional.empty(), Optional.empty(), true);

  /** 父母……与未成年人、被委托人至少每周联系和交流一次. */
  private static final Provenance LAW =
      new Provenance("未成年人保护法", Optional.of("23"), Optional.of(LocalDate.of(2024, 4, 26)), true);

  private static final List<Party> CHILD = List.of(Party.CHILD);
  private static final List<Party> CARER = List.of(Party.CARER);
  private static final List<Party> PARENTS = List.of(Party.FATHER, Party.MOTHER);
  private static final List<Party> AT_HOME = List.of(Party.CHILD, Party.CARER);
  private static final List<Party> HOMEROOM_TEACHER = List.of(Party.HOMEROOM_TEACHER);
  private static final List<Party> MENTOR = List.of(Party.MENTOR);
  private static final List<Party> CLASS_STAFF =
      List.of(Party.HOMEROOM_TEACHER, Party.SUBJECT_TEACHER, Party.MENTOR);

  /** The homeroom teacher is the first of them. */
  private static final List<Party> SCHOOL_STAFF =
      Arrays.stream(Party.values()).filter(Party::isStaff).toList();

  private static final List<Channel> ANY = List.of(Channel.values());

  private static final ImmutableList<RulePreset> ALL =
      ImmutableList.of(
          preset(
              "home-visit",
              Wording.of("期初期中期末家访", "Home visit at the start, middle and end of term"),
              SCHOOL_SUMMARY,
              "all",
              ContactPattern.of(HOMEROOM_TEACHER, AT_HOME, List.of(Channel.HOME_VISIT)),
              "term-start,term-mid,term-end",
              Season.TERM,
              true),
          preset(
              "child-to-parents",
              Wording.of("每月给父母写信或通话", "Monthly letter or call to the parents"),
              SCHOOL_SUMMARY,
              "all",
              ContactPattern.of(
                  CHILD, PARENTS, List.of(Channel.LETTER, Channel.CALL, Channel.VIDEO_CALL)),
              "P1M",
              Season.TERM,
              true),
          preset(
              "carer-talk",
              Wording.of("每月与照护人沟通", "Monthly talk with the carer"),
              SCHOOL_SUMMARY,
              "has-carer",
              ContactPattern.of(SCHOOL_STAFF, CARER, ANY),
              "P1M",
              Season.TERM,
              true),
          preset(
              "weekly-child",
              Wording.of("父母每周联系子女", "Weekly contact, parent to child"),
              LAW,
              "has-carer",
              ContactPattern.of(
                  PARENTS, CHILD, List.of(Channel.CALL, Channel.VIDEO_CALL, Channel.VISIT)),
              "P1W",
              Season.YEAR,
              true),
          preset(
              "weekly-carer",
              Wording.of("父母每周联系照护人", "Weekly contact, parent to carer"),
              LAW,
              "has-carer",
              ContactPattern.of(PARENTS, CARER, ANY),
              "P1W",
              Season.YEAR,
              true),
          preset(
              "carer-change",
              Wording.of("更换照护人后联系新照护人", "Contact with a new carer"),
              Provenance.unverified("地方规定"),
              "has-carer",
              ContactPattern.of(HOMEROOM_TEACHER, CARER, List.of(Channel.HOME_VISIT, Channel.CALL)),
              "after guardian-changed 7 days",
              Season.TERM,
              false),
          preset(
              "mentor-talk",
              Wording.of("帮扶教师每周谈心", "Mentor's weekly talk with a key-support child"),
              Provenance.unverified("部分学校的帮扶制度"),
              "key-support",
              ContactPattern.of(MENTOR, CHILD, List.of(Channel.TALK)),
              "P1W",
              Season.TERM,
              false),
          preset(
              "mentor-visit",
              Wording.of("帮扶教师每学期家访", "Mentor's home visit, once a term"),
              Provenance.unverified("部分学校的帮扶制度"),
              "all",
              ContactPattern.of(MENTOR, AT_HOME, List.of(Channel.HOME_VISIT)),
              "per-term",
              Season.TERM,
              false),
          preset(
              "parent-contact",
              Wording.of("任课教师每月联系家长", "Monthly contact, class staff to a parent"),
              Provenance.unverified("部分乡镇的规定"),
              "all",
              ContactPattern.of(
                  CLASS_STAFF, PARENTS, List.of(Channel.CALL, Channel.MESSAGE, Channel.MEETING)),
              "P1M",
              Season.TERM,
              false));

  private RulePresets() {}

  private static RulePreset preset(
      String id,
      Wording title,
      Provenance provenance,
      String scope,
      ContactPattern pattern,
      String cadence,
      Season season,
      boolean onByDefault) {
    return new RulePreset(
        RuleId.of(id),
        title,
        provenance,
        Scope.parse(scope),
        pattern,
        Cadence.parse(cadence),
        season,
        onByDefault);
  }

  /**
   * Returns every preset.
   *
   * @return the presets, in the order in which people list them, those on by default first
   */
  public static ImmutableList<RulePreset> all() {
    return ALL;
  }

  /**
   * Finds a preset.
   *
   * @param id its identifier, for instance {@code carer-change}
   * @return the preset, or empty if there is none of that id
   */
  public static Optional<RulePreset> find(RuleId id) {
    return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /**
   * Returns the book of the presets that are on by default: what the school summary and the law ask
   * of every school.
   *
   * @param validFrom the first day on which they are in force
   * @return the book
   */
  public static RuleBook defaults(LocalDate validFrom) {
    return RuleBook.of(
        ALL.stream()
            .filter(RulePreset::onByDefault)
            .map(preset -> preset.toRule(validFrom))
            .collect(toImmutableList()));
  }
}
