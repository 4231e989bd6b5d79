package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Exemption;
import org.jiedui.time.DateRange;

/**
 * A made-up county in the school year 2025: children of some hundred schools, with 80 to 120
 * contacts each, 100 on average, over the whole year. The same seed and size make the same county.
 *
 * <p>Contacts are of mixed makers, channels and parties; some are attempts that failed, some were
 * recorded days or weeks late, some were voided later. Facts are drawn from {@value #LIFE_COURSES}
 * life courses and shared, so that a county of 500,000 children fits into a few gigabytes; contacts
 * and exemptions are each child's own.
 *
 * <p>Immutable.
 */
final class County {

  /** How many different life courses there are. */
  static final int LIFE_COURSES = 4_000;

  /** How many children a school has unless said otherwise; the last may have fewer. */
  static final int CHILDREN_IN_A_SCHOOL = 500;

  private static final int DAYS_OF_CONTACTS = 323;

  /** What contacts are like: who, how, whom, and how many of a hundred. */
  private static final ImmutableList<Kind> KINDS =
      ImmutableList.of(
          new Kind(14, Party.FATHER, Channel.CALL, Party.CHILD, Party.CARER),
          new Kind(10, Party.MOTHER, Channel.CALL, Party.CHILD),
          new Kind(12, Party.MOTHER, Channel.VIDEO_CALL, Party.CHILD, Party.CARER),
          new Kind(6, Party.FATHER, Channel.MESSAGE, Party.CARER),
          new Kind(1, Party.MOTHER, Channel.VISIT, Party.CHILD, Party.CARER),
          new Kind(9, Party.CHILD, Channel.CALL, Party.MOTHER),
          new Kind(4, Party.CHILD, Channel.VIDEO_CALL, Party.FATHER, Party.MOTHER),
          new Kind(2, Party.CHILD, Channel.LETTER, Party.FATHER),
          new Kind(5, Party.HOMEROOM_TEACHER, Channel.HOME_VISIT, Party.CHILD, Party.CARER),
          new Kind(6, Party.HOMEROOM_TEACHER, Channel.CALL, Party.CARER),
          new Kind(5, Party.HOMEROOM_TEACHER, Channel.TALK, Party.CHILD),
          new Kind(12, Party.MENTOR, Channel.TALK, Party.CHILD),
          new Kind(2, Party.MENTOR, Channel.HOME_VISIT, Party.CARER),
          new Kind(6, Party.SUBJECT_TEACHER, Channel.TALK, Party.CHILD),
          new Kind(3, Party.SUBJECT_TEACHER, Channel.MEETING, Party.CARER),
          new Kind(3, Party.VOLUNTEER, Channel.VISIT, Party.CHILD));

  private static final int[] KIND_OF_HUNDRED =
      KINDS.stream()
          .flatMapToInt(kind -> IntStream.generate(kind::packed).limit(kind.ofHundred()))
          .toArray();

  private final long seed;
  private final ImmutableList<CountyChild> children;
  private final long contacts;

  private County(long seed, ImmutableList<CountyChild> children) {
    this.seed = seed;
    this.children = children;
    this.contacts = children.stream().mapToLong(child -> child.contacts().size()).sum();
  }

  private record Kind(int ofHundred, Party madeBy, Channel channel, ImmutableSet<Party> reached) {

    Kind(int ofHundred, Party madeBy, Channel channel, Party... reached) {
      this(ofHundred, madeBy, channel, ImmutableSet.copyOf(reached));
    }

    int packed() {
      return ContactSeries.kind(madeBy, channel, reached);
    }
  }

  /**
   * Makes a county.
   *
   * @param seed what it is drawn with
   * @param size how many children
   */
  static County draw(long seed, int size) {
    return draw(seed, size, CHILDREN_IN_A_SCHOOL);
  }

  /**
   * Makes a county.
   *
   * @param seed what it is drawn with
   * @param size how many children
   * @param inASchool how many children a school has
   */
  static County draw(long seed, int size, int inASchool) {
    Random random = new Random(seed);
    List<LifeCourse> lives = new ArrayList<>();
    for (int i = 0; i < LIFE_COURSES; i++) {
      lives.add(LifeCourse.draw(random));
    }
    ImmutableList.Builder<CountyChild> children = ImmutableList.builderWithExpectedSize(size);
    ContactSeries.Builder series = new ContactSeries.Builder();
    for (int i = 0; i < size; i++) {
      SchoolId school = SchoolId.of("s-" + i / inASchool);
      ChildId child = ChildId.of("c-" + i);
      children.add(
          new CountyChild(
              i,
              school,
              child,
              lives.get(random.nextInt(LIFE_COURSES)),
              contacts(random, series),
              exemptions(random, school, child)));
    }
    return new County(seed, children.build());
  }

  private static ContactSeries contacts(Random random, ContactSeries.Builder series) {
    int begin = (int) PresetRules.VALID_FROM.toEpochDay();
    int[] days =
        random.ints(80 + random.nextInt(41), begin, begin + DAYS_OF_CONTACTS).sorted().toArray();
    for (int day : days) {
      int kind = KIND_OF_HUNDRED[random.nextInt(KIND_OF_HUNDRED.length)];
      if (random.nextInt(100) < 6) { // an attempt that failed
        kind =
            ContactSeries.kind(
                CountyChild.madeBy(kind), CountyChild.channel(kind), ImmutableSet.of());
      }
      int lateness = random.nextInt(100);
      int recorded =
          lateness < 80 ? day : day + (lateness < 95 ? random.nextInt(4) : random.nextInt(31));
      int voided = random.nextInt(100) < 2 ? recorded + random.nextInt(41) : ContactSeries.NEVER;
      series.add(day, kind, recorded, voided);
    }
    return series.build();
  }

  /** One child in twelve has an exemption in autumn, one in twelve in spring. */
  private static ImmutableList<Exemption> exemptions(
      Random random, SchoolId school, ChildId child) {
    ImmutableList.Builder<Exemption> exemptions = ImmutableList.builder();
    for (LocalDate season : List.of(LocalDate.of(2025, 9, 10), LocalDate.of(2026, 3, 1))) {
      if (random.nextInt(12) == 0) {
        LocalDate first = season.plusDays(random.nextInt(100));
        LocalDate recorded = first.plusDays(random.nextInt(10));
        Exemption exemption =
            new Exemption(
                school,
                child,
                ExemptionId.of(child + "-e-" + season.getYear()),
                DateRange.ofClosed(first, first.plusDays(2 + random.nextInt(28))),
                random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(
                        PresetRules.rules().get(random.nextInt(PresetRules.rules().size())).id()),
                "in hospital",
                StaffId.of("t-1"),
                recorded.atTime(12, 0).atZone(LifeCourse.ZONE).toInstant(),
                Optional.empty());
        exemptions.add(
            random.nextInt(10) == 0
                ? exemption.withdrawn(
                    recorded.plusDays(20).atTime(12, 0).atZone(LifeCourse.ZONE).toInstant())
                : exemption);
      }
    }
    return exemptions.build();
  }

  long seed() {
    return seed;
  }

  ImmutableList<CountyChild> children() {
    return children;
  }

  /** How many contacts the children have together. */
  long contacts() {
    return contacts;
  }

  /** The children as the library judges them. */
  CareRecord[] packedRecords() {
    return children.stream().map(CountyChild::packedRecord).toArray(CareRecord[]::new);
  }

  /** A sample of children from all parts of the county. */
  ImmutableList<CountyChild> sample(int size) {
    int step = Math.max(1, children.size() / size);
    return Arrays.stream(
            IntStream.range(0, Math.min(size, children.size())).map(i -> i * step).toArray())
        .mapToObj(children::get)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the seed and the size. */
  @Override
  public String toString() {
    return "County[seed " + seed + ", " + children.size() + " children, " + contacts + " contacts]";
  }
}
