package org.jiedui.census;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.ChildProfile;
import org.jiedui.child.Registration;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** Homes as tests write them. */
final class SampleHome {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate BORN = LocalDate.of(2014, 3, 10);

  private SampleHome() {}

  static Instant at(String day) {
    return LocalDate.parse(day).atTime(9, 0).atZone(ZONE).toInstant();
  }

  static Child child(LocalDate birthDate, Optional<Registration> registration, CareFacts facts) {
    return new Child(
        SchoolId.of("qingshi"),
        ChildId.of("c-1"),
        StudentNumber.parse("L522424201403100077"),
        PersonName.of("秘密"),
        Sex.MALE,
        Optional.empty(),
        birthDate,
        Optional.empty(),
        registration,
        Optional.empty(),
        Optional.empty(),
        ChildProfile.none(),
        facts);
  }

  static Child rural(CareFacts facts) {
    return child(BORN, Optional.of(Registration.RURAL), facts);
  }

  /**
   * Reads where a parent is: {@code away 2025-09-01/..; able 2025-10-01/..; unable 2025-11-01/..},
   * each word {@code away}, {@code home}, {@code able} or {@code unable} (at home), all recorded at
   * one instant.
   */
  static UnaryOperator<Timeline<Whereabouts>> parent(String text, Instant recordedAt) {
    return timeline -> {
      Timeline<Whereabouts> longer = timeline;
      for (String part : ImmutableList.copyOf(text.split(";", -1))) {
        if (!part.isBlank()) {
          String[] words = part.strip().split(" ", -1);
          Whereabouts at =
              switch (words[0]) {
                case "away" -> Whereabouts.away(Optional.empty());
                case "home" -> Whereabouts.atHome();
                case "able" -> Whereabouts.atHome().withAbleToCare(Optional.of(true));
                case "unable" -> Whereabouts.atHome().withAbleToCare(Optional.of(false));
                default -> throw new AssertionError(words[0]);
              };
          longer = longer.with(DateRange.parse(words[1]), at, recordedAt);
        }
      }
      return longer;
    };
  }

  static CareFacts home(String father, String mother, Instant recordedAt) {
    return CareFacts.none()
        .withFather(parent(father, recordedAt))
        .withMother(parent(mother, recordedAt));
  }

  static UnaryOperator<Timeline<CareStatus>> open(String days, Instant recordedAt) {
    return timeline -> timeline.with(DateRange.parse(days), CareStatus.open(), recordedAt);
  }

  static UnaryOperator<Timeline<Schooling>> schooling(
      String days, Schooling schooling, Instant recordedAt) {
    return timeline -> timeline.with(DateRange.parse(days), schooling, recordedAt);
  }

  /** Writes down on which days a child is in care and on which not, with the reason. */
  static String care(Timeline<CareStatus> care, Instant knownBefore) {
    StringBuilder text = new StringBuilder();
    care.knownBefore(knownBefore)
        .asMapOfRanges()
        .forEach(
            (days, status) ->
                text.append(text.length() == 0 ? "" : " | ")
                    .append(DateRange.from(days))
                    .append(status.inCare() ? " in" : " out")
                    .append(status.reason().map(reason -> " " + english(reason)).orElse("")));
    return text.toString();
  }

  private static String english(String reason) {
    return reason.substring(reason.indexOf(" / ") + 3);
  }

  static String care(Child child) {
    return care(child.facts().care(), Instant.MAX);
  }
}
