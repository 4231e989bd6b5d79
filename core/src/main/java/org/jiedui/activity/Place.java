package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Wording;

/**
 * Where an activity is held: a place that one activity a day can have, or each class in its own
 * room, where no two are in each other's way.
 *
 * <p>Example: {@code Place.parse("各班教室")} is {@link #classrooms()}; {@code Place.parse("操场")} is
 * the one playground.
 *
 * <p>Immutable.
 *
 * @param name what people call it, not blank
 * @param ownRooms whether each class is in its own room
 */
public record Place(String name, boolean ownRooms) {

  private static final Wording CLASSROOMS = Wording.of("各班教室", "own classrooms");
  private static final Place OWN_ROOMS = new Place(CLASSROOMS.chinese(), true);

  private static final ImmutableSet<String> NAMES_OF_CLASSROOMS =
      ImmutableSet.of(CLASSROOMS.chinese(), CLASSROOMS.english(), "classrooms", "本班教室", "教室");

  /**
   * Creates a place.
   *
   * @param name what people call it, not blank
   * @param ownRooms whether each class is in its own room
   * @throws IllegalArgumentException if the name is blank
   */
  public Place {
    requireNonNull(name, "name");
    checkArgument(!name.isBlank(), "the name of a place must not be blank");
  }

  /**
   * Returns each class's own room.
   *
   * @return 各班教室
   */
  public static Place classrooms() {
    return OWN_ROOMS;
  }

  /**
   * Returns the place of a name.
   *
   * @param name what people call it, not blank; 各班教室, 本班教室, 教室, classrooms and own classrooms are
   *     the classes' own rooms
   * @return the place
   * @throws IllegalArgumentException if the name is blank
   */
  public static Place parse(String name) {
    return NAMES_OF_CLASSROOMS.contains(name) ? OWN_ROOMS : new Place(name, false);
  }

  /**
   * Returns its name for people.
   *
   * @return the name; what the school wrote stands in both languages
   */
  public Wording wording() {
    return equals(OWN_ROOMS) ? CLASSROOMS : Wording.of(name, name);
  }
}
