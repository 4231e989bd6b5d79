package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;

/**
 * One thing that is or is not so for a child on a day, and on which a rule's scope may depend.
 *
 * <p>A set of traits packs into one {@code long}, a bit each, so that a scope is tested without
 * looking at the facts again.
 */
@SuppressWarnings("EnumOrdinal") // the bits never leave the memory of one process
public enum Trait {
  /** The child is in care: its file is open. */
  IN_CARE,
  /** The child is one of key support (重点帮扶). */
  KEY_SUPPORT,
  /** The child boards at the school. */
  BOARDING,
  /** The father is away. */
  FATHER_AWAY,
  /** The mother is away. */
  MOTHER_AWAY,
  /** A carer is named. */
  HAS_CARER,
  /** The carer is a grandparent. */
  CARER_GRANDPARENT,
  /** The carer is an adult relative. */
  CARER_RELATIVE,
  /** The carer is an elder brother or sister. */
  CARER_SIBLING,
  /** The carer is a neighbour or friend of the family. */
  CARER_NEIGHBOUR,
  /** The carer is somebody else. */
  CARER_OTHER,
  /** A concern of this kind is open. */
  CONCERN_STUDY_SUPERVISION,
  /** A concern of this kind is open. */
  CONCERN_MOTIVATION,
  /** A concern of this kind is open. */
  CONCERN_PSYCHOLOGICAL,
  /** A concern of this kind is open. */
  CONCERN_CONDUCT,
  /** A concern of this kind is open. */
  CONCERN_SAFETY,
  /** A concern of this kind is open. */
  CONCERN_HEALTH,
  /** A concern of this kind is open. */
  CONCERN_HARDSHIP,
  /** The child is in this grade. */
  GRADE_1,
  /** The child is in this grade. */
  GRADE_2,
  /** The child is in this grade. */
  GRADE_3,
  /** The child is in this grade. */
  GRADE_4,
  /** The child is in this grade. */
  GRADE_5,
  /** The child is in this grade. */
  GRADE_6,
  /** The child is in this grade. */
  GRADE_7,
  /** The child is in this grade. */
  GRADE_8,
  /** The child is in this grade. */
  GRADE_9,
  /** The child is in this grade. */
  GRADE_10,
  /** The child is in this grade. */
  GRADE_11,
  /** The child is in this grade. */
  GRADE_12;

  private static final ImmutableList<Trait> ALL = ImmutableList.copyOf(values());

  private final long mask = 1L << ordinal();

  /**
   * Returns the bit that stands for it.
   *
   * @return a number with exactly one bit set
   */
  public long mask() {
    return mask;
  }

  /**
   * Returns the trait of being in a grade.
   *
   * @param grade 1 to 12
   * @return the trait
   * @throws IllegalArgumentException if there is no such grade
   */
  public static Trait grade(int grade) {
    checkArgument(grade >= 1 && grade <= 12, "grade (%s) must be 1 to 12", grade);
    return ALL.get(GRADE_1.ordinal() + grade - 1);
  }

  /**
   * Returns the trait of having an open concern of a kind.
   *
   * @param kind the kind
   * @return the trait
   */
  public static Trait concern(ConcernKind kind) {
    return switch (kind) {
      case STUDY_SUPERVISION -> CONCERN_STUDY_SUPERVISION;
      case MOTIVATION -> CONCERN_MOTIVATION;
      case PSYCHOLOGICAL -> CONCERN_PSYCHOLOGICAL;
      case CONDUCT -> CONCERN_CONDUCT;
      case SAFETY -> CONCERN_SAFETY;
      case HEALTH -> CONCERN_HEALTH;
      case HARDSHIP -> CONCERN_HARDSHIP;
    };
  }

  /**
   * Returns the trait of having a carer of a kind.
   *
   * @param kind the kind
   * @return the trait
   */
  public static Trait carer(CarerKind kind) {
    return switch (kind) {
      case GRANDPARENT -> CARER_GRANDPARENT;
      case RELATIVE -> CARER_RELATIVE;
      case SIBLING -> CARER_SIBLING;
      case NEIGHBOUR -> CARER_NEIGHBOUR;
      case OTHER -> CARER_OTHER;
    };
  }

  /**
   * Packs traits.
   *
   * @param traits any number of traits
   * @return a bit for each
   */
  public static long maskOf(Trait... traits) {
    return Arrays.stream(traits).mapToLong(Trait::mask).reduce(0, (a, b) -> a | b);
  }

  /**
   * Unpacks traits.
   *
   * @param mask a bit for each
   * @return the traits
   */
  public static ImmutableSet<Trait> allIn(long mask) {
    return ALL.stream()
        .filter(trait -> (mask & trait.mask) != 0)
        .collect(Sets.toImmutableEnumSet());
  }
}
