package org.jiedui.activity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.Term;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jspecify.annotations.Nullable;

/** Plans one request: lays out what is asked for, has it searched, and explains what came of it. */
final class Planning {

  private static final Comparator<ProposedActivity> BY_DAY =
      Comparator.<ProposedActivity, LocalDate>comparing(each -> each.booking().day())
          .thenComparing(ProposedActivity::id);

  private final PlanRequest request;
  private final ImmutableList<Asked> asked;
  private final ImmutableSortedMap<TemplateId, Idle> idle;
  private final LocalDate firstMonday;

  /** Who has what, and whether it was fixed: what is fixed, and in the end all that is planned. */
  private final Map<Claim, Booking> taken = new HashMap<>();

  Planning(PlanRequest request) {
    this.request = request;
    this.firstMonday = monday(request.plan().start());
    for (Booking booking : request.fixed().values()) {
      booking.claims().forEach(claim -> taken.putIfAbsent(claim, booking));
    }
    List<Asked> all = new ArrayList<>();
    Map<TemplateId, Idle> none = new TreeMap<>();
    for (ActivityTemplate template : request.templates()) {
      @Nullable Idle reason = ask(template, all);
      if (reason != null) {
        none.put(template.id(), reason);
      }
    }
    this.asked = ImmutableList.sortedCopyOf(Comparator.comparing(Asked::id), all);
    this.idle = ImmutableSortedMap.copyOf(none);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Adds what a template asks for, or says why it asks for nothing. */
  private @Nullable Idle ask(ActivityTemplate template, List<Asked> all) {
    Idle reason = Idle.NO_OCCASION;
    boolean any = false;
    for (Occasion whole : template.timing().occasions(request.days())) {
      @Nullable Occasion occasion = whole.findIn(request.plan()).orElse(null);
      if (occasion == null) {
        continue;
      }
      ImmutableList<ClassGroup> classes = classesOf(template, occasion);
      if (classes.isEmpty()) {
        reason = Idle.NO_CLASS;
        continue;
      }
      Stream<ImmutableList<ClassGroup>> gatherings =
          template.eachClass() ? classes.stream().map(ImmutableList::of) : Stream.of(classes);
      for (ImmutableList<ClassGroup> groups : gatherings.collect(toImmutableList())) {
        Optional<ClassId> classId =
            template.eachClass() ? Optional.of(groups.get(0).id()) : Optional.empty();
        ActivityId id = template.idOf(occasion, classId);
        if (request.fixed().containsKey(id) || isMet(template, whole, groups)) {
          reason = Idle.ALL_FIXED;
        } else {
          any = true;
          all.add(asked(id, template, occasion, classId, groups));
        }
      }
    }
    return any ? null : reason;
  }

  /** A school that held it before it planned, or held it for all classes at once, is not asked. */
  private boolean isMet(
      ActivityTemplate template, Occasion occasion, ImmutableList<ClassGroup> groups) {
    List<ClassId> classes = Lists.transform(groups, ClassGroup::id);
    return request.fixed().values().stream()
        .anyMatch(fixed -> fixed.meets(template.id(), occasion, classes));
  }

  private ImmutableList<ClassGroup> classesOf(ActivityTemplate template, Occasion occasion) {
    int year = schoolYearOf(occasion.preferred());
    return request.classes().stream()
        .filter(group -> group.schoolYear() == year && template.isForGrade(group.grade()))
        .collect(toImmutableList());
  }

  /** That of the term, or of the last term before. */
  private int schoolYearOf(LocalDate day) {
    ImmutableList<Term> terms = request.days().calendar().terms();
    int year = terms.get(0).schoolYear();
    for (Term term : terms) {
      if (!term.first().isAfter(day)) {
        year = term.schoolYear();
      }
    }
    return year;
  }

  private Asked asked(
      ActivityId id,
      ActivityTemplate template,
      Occasion occasion,
      Optional<ClassId> classId,
      ImmutableList<ClassGroup> groups) {
    ImmutableSet<ClassId> classes = groups.stream().map(ClassGroup::id).collect(toImmutableSet());
    ImmutableList.Builder<Booking> candidates = ImmutableList.builder();
    ImmutableListMultimap.Builder<LocalDate, Blocker> barred = ImmutableListMultimap.builder();
    for (LocalDate day : occasion.days()) {
      DayKind kind = request.days().kindOn(day);
      ImmutableList<StaffId> leaders =
          leadersOf(template, classId.isPresent() ? groups.get(0) : null, day);
      if (!template.mayBeOn(kind)) {
        barred.put(day, new Blocker.NotThatDay(kind, request.days().nameOn(day)));
      }
      if (leaders.isEmpty()) {
        barred.put(day, new Blocker.NobodyLeads(template.leader()));
      }
      if (template.mayBeOn(kind)) {
        leaders.forEach(
            leader ->
                candidates.add(
                    new Booking(
                        id, day, leader, template.place(), classes, Optional.of(template.id()))));
      }
    }
    return new Asked(
        id,
        template,
        occasion,
        classId,
        classes,
        Optional.ofNullable(request.earlier().get(id)),
        candidates.build(),
        barred.build());
  }

  private ImmutableList<StaffId> leadersOf(
      ActivityTemplate template, @Nullable ClassGroup group, LocalDate day) {
    Post post = template.leader();
    if (group != null && post == Post.HOMEROOM_TEACHER) {
      return ImmutableList.copyOf(group.homeroomTeacher().on(day).stream().toList());
    }
    if (group != null && post == Post.SUBJECT_TEACHER) {
      return ImmutableList.sortedCopyOf(group.subjectTeachers().on(day).orElse(ImmutableSet.of()));
    }
    return request.staff().stream()
        .filter(member -> member.post().on(day).filter(held -> held == post).isPresent())
        .map(StaffMember::id)
        .collect(toImmutableList());
  }

  PlanProposal propose(int exactSteps) {
    List<List<Booking>> options = new ArrayList<>();
    for (Asked each : asked) {
      options.add(each.candidates().stream().filter(this::isLeftFree).toList());
    }
    PlanProblem problem = problem(options);
    PlanSearch search = new PlanSearch(problem, exactSteps);
    int[] chosen = search.run();
    int[] load = problem.fixedLoad().clone();
    long distance = 0;
    int moved = 0;
    int placed = 0;
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] != PlanState.NONE) {
        Booking booking = options.get(job).get(chosen[job]);
        booking.claims().forEach(claim -> taken.put(claim, booking));
        load[problem.week()[job][chosen[job]]]++;
        distance += problem.distance()[job][chosen[job]];
        moved += problem.moved()[job][chosen[job]];
        placed++;
      }
    }
    ImmutableList.Builder<ProposedActivity> placements = ImmutableList.builder();
    ImmutableList.Builder<Unplaced> unplaced = ImmutableList.builder();
    long squares = 0;
    for (int each : load) {
      squares += (long) each * each;
    }
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] == PlanState.NONE) {
        unplaced.add(unplaced(asked.get(job)));
      } else {
        int week = problem.week()[job][chosen[job]];
        placements.add(placement(asked.get(job), options.get(job).get(chosen[job]), load[week]));
      }
    }
    return new PlanProposal(
        ImmutableList.sortedCopyOf(BY_DAY, placements.build()),
        unplaced.build(),
        idle,
        dropped(),
        weeks(load),
        new PlanScore(asked.size(), placed, moved, squares, distance),
        search.provenAims());
  }

  private boolean isLeftFree(Booking candidate) {
    return candidate.claims().stream().noneMatch(taken::containsKey);
  }

  ImmutableList<Asked> asked() {
    return asked;
  }

  PlanProblem problem() {
    return problem(
        asked.stream()
            .map(each -> each.candidates().stream().filter(this::isLeftFree).toList())
            .toList());
  }

  private PlanProblem problem(List<? extends List<Booking>> options) {
    int jobs = asked.size();
    int[] counts = new int[jobs];
    int[][] week = new int[jobs][];
    int[][] moved = new int[jobs][];
    int[][] distance = new int[jobs][];
    int[][][] slots = new int[jobs][][];
    Map<Claim, Integer> numbers = new HashMap<>();
    for (int job = 0; job < jobs; job++) {
      List<Booking> own = options.get(job);
      Asked each = asked.get(job);
      counts[job] = own.size();
      week[job] = own.stream().mapToInt(option -> weekOf(option.day())).toArray();
      moved[job] =
          own.stream()
              .mapToInt(option -> each.earlier().isEmpty() || isKept(each, option) ? 0 : 1)
              .toArray();
      distance[job] =
          own.stream().mapToInt(option -> distance(each.occasion(), option.day())).toArray();
      slots[job] =
          own.stream()
              .map(
                  option ->
                      option.claims().stream()
                          .mapToInt(claim -> numbers.computeIfAbsent(claim, any -> numbers.size()))
                          .toArray())
              .toArray(int[][]::new);
    }
    int[] fixedLoad = new int[weekOf(request.plan().last().orElseThrow()) + 1];
    for (Booking booking : request.fixed().values()) {
      if (request.plan().contains(booking.day())) {
        fixedLoad[weekOf(booking.day())]++;
      }
    }
    return new PlanProblem(counts, week, moved, distance, slots, numbers.size(), fixedLoad);
  }

  private static boolean isKept(Asked each, Booking option) {
    return each.earlier().filter(option::isKeptFrom).isPresent();
  }

  private static int distance(Occasion occasion, LocalDate day) {
    return (int) Math.abs(ChronoUnit.DAYS.between(occasion.preferred(), day));
  }

  private int weekOf(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(firstMonday, day);
  }

  private ProposedActivity placement(Asked each, Booking booking, int weekLoad) {
    ImmutableList<Blocker> because =
        each.earlier().isEmpty() || isKept(each, booking)
            ? ImmutableList.of()
            : blockersOf(each, each.earlier().get().day()).stream()
                .filter(blocker -> !isItself(blocker, each))
                .collect(toImmutableList());
    int days = (int) each.candidates().stream().map(Booking::day).distinct().count();
    return new ProposedActivity(
        each.id(),
        each.template(),
        each.occasion(),
        each.classId(),
        booking,
        each.earlier(),
        because,
        days,
        weekLoad);
  }

  private static boolean isItself(Blocker blocker, Asked each) {
    return blocker instanceof Blocker.Taken clash && clash.by().equals(each.id());
  }

  private Unplaced unplaced(Asked each) {
    return new Unplaced(
        each.id(),
        each.template(),
        each.occasion(),
        each.classId(),
        each.occasion().days().stream()
            .map(day -> new BlockedDay(day, blockersOf(each, day)))
            .collect(toImmutableList()));
  }

  /** Everything that keeps an activity from a day as the plan stands, each once. */
  private ImmutableList<Blocker> blockersOf(Asked each, LocalDate day) {
    Set<Blocker> blockers = new LinkedHashSet<>(each.barred().get(day));
    each.candidates().stream()
        .filter(candidate -> candidate.day().equals(day))
        .flatMap(candidate -> candidate.claims().stream())
        .forEach(
            claim -> {
              @Nullable Booking by = taken.get(claim);
              if (by != null) {
                blockers.add(
                    new Blocker.Taken(
                        claim.kind(), claim.what(), by.id(), request.fixed().containsKey(by.id())));
              }
            });
    return ImmutableList.copyOf(blockers);
  }

  private ImmutableList<ActivityId> dropped() {
    ImmutableSet<ActivityId> still = asked.stream().map(Asked::id).collect(toImmutableSet());
    return request.earlier().keySet().stream()
        .filter(id -> !still.contains(id) && !request.fixed().containsKey(id))
        .collect(toImmutableList());
  }

  private ImmutableSortedMap<LocalDate, Integer> weeks(int[] load) {
    ImmutableSortedMap.Builder<LocalDate, Integer> weeks =
        new ImmutableSortedMap.Builder<>(Comparator.<LocalDate>naturalOrder());
    for (int week = 0; week < load.length; week++) {
      weeks.put(firstMonday.plusWeeks(week), load[week]);
    }
    return weeks.buildOrThrow();
  }
}
