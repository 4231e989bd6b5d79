package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiedui.calendar.DayKind;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jspecify.annotations.Nullable;

/** Tries every plan of a small request, by what the planner promises and not as it works. */
final class NaivePlanner {

  private record Option(Booking booking, int distance) {}

  private final PlanRequest request;
  private final List<List<Option>> options = new ArrayList<>();
  private final List<Booking> chosen = new ArrayList<>();
  private long plans;
  private @Nullable PlanScore best;

  NaivePlanner(PlanRequest request) {
    this.request = request;
    for (ActivityTemplate template : request.templates()) {
      for (Occasion whole : template.timing().occasions(request.days())) {
        whole.findIn(request.plan()).ifPresent(occasion -> ask(template, occasion));
      }
    }
    request.fixed().values().forEach(chosen::add);
  }

  private void ask(ActivityTemplate template, Occasion occasion) {
    List<ClassGroup> groups =
        request.classes().stream().filter(group -> template.isForGrade(group.grade())).toList();
    if (template.eachClass()) {
      groups.forEach(group -> ask(template, occasion, List.of(group), Optional.of(group.id())));
    } else if (!groups.isEmpty()) {
      ask(template, occasion, groups, Optional.empty());
    }
  }

  private void ask(
      ActivityTemplate template,
      Occasion occasion,
      List<ClassGroup> groups,
      Optional<ClassId> classId) {
    ActivityId id = template.idOf(occasion, classId);
    if (request.fixed().containsKey(id)) {
      return;
    }
    List<Option> own = new ArrayList<>();
    for (LocalDate day : occasion.days()) {
      DayKind kind = request.days().kindOn(day);
      if (kind == DayKind.EXAM || (!template.daysOff() && !kind.isTaught())) {
        continue;
      }
      for (StaffId leader : leaders(template.leader(), classId.isPresent(), groups, day)) {
        Set<ClassId> classes = new HashSet<>();
        groups.forEach(group -> classes.add(group.id()));
        own.add(
            new Option(
                new Booking(id, day, leader, template.place(), ImmutableSet.copyOf(classes)),
                (int) Math.abs(ChronoUnit.DAYS.between(day, occasion.preferred()))));
      }
    }
    options.add(own);
  }

  private List<StaffId> leaders(
      Post post, boolean eachClass, List<ClassGroup> groups, LocalDate day) {
    if (eachClass && post == Post.HOMEROOM_TEACHER) {
      return groups.get(0).homeroomTeacher().on(day).stream().toList();
    }
    if (eachClass && post == Post.SUBJECT_TEACHER) {
      return groups.get(0).subjectTeachers().on(day).stream().flatMap(Set::stream).toList();
    }
    return request.staff().stream()
        .filter(member -> member.post().on(day).equals(Optional.of(post)))
        .map(member -> member.id())
        .toList();
  }

  /** How many plans there are if nothing clashes. */
  double size() {
    return options.stream().mapToDouble(own -> own.size() + 1.0).reduce(1, (a, b) -> a * b);
  }

  PlanScore best() {
    search(0, 0, 0);
    return requireNonNull(best);
  }

  long plans() {
    return plans;
  }

  private void search(int index, int placed, int distance) {
    if (index == options.size()) {
      plans++;
      PlanScore score = new PlanScore(options.size(), placed, movedCount(), squares(), distance);
      if (best == null || score.compareTo(best) > 0) {
        best = score;
      }
      return;
    }
    for (Option option : options.get(index)) {
      if (chosen.stream().noneMatch(other -> clash(other, option.booking()))) {
        chosen.add(option.booking());
        search(index + 1, placed + 1, distance + option.distance());
        chosen.remove(chosen.size() - 1);
      }
    }
    search(index + 1, placed, distance);
  }

  private static boolean clash(Booking one, Booking other) {
    return one.day().equals(other.day())
        && (one.leader().equals(other.leader())
            || (!one.place().ownRooms() && one.place().equals(other.place()))
            || !Collections.disjoint(one.classes(), other.classes()));
  }

  private int movedCount() {
    return (int)
        chosen.stream()
            .filter(
                each -> {
                  Booking before = request.earlier().get(each.id());
                  return !request.fixed().containsKey(each.id())
                      && before != null
                      && !(before.day().equals(each.day())
                          && before.leader().equals(each.leader()));
                })
            .count();
  }

  private long squares() {
    Map<LocalDate, Integer> weeks = new HashMap<>();
    chosen.stream()
        .map(Booking::day)
        .filter(request.plan()::contains)
        .forEach(
            day ->
                weeks.merge(
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 1, Integer::sum));
    return weeks.values().stream().mapToLong(each -> (long) each * each).sum();
  }
}
