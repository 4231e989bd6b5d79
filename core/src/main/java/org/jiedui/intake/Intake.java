package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.child.Child;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.RuleId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.ClassName;
import org.jiedui.school.Post;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * Checks drafts and makes domain values of the good ones. It stores nothing; desks do.
 *
 * <p>Thread-safe.
 */
public final class Intake {

  private static final Joiner FIELDS = Joiner.on('\u001f');
  private static final int ID_LENGTH = 32;

  /** One class may be written in several ways: 一年级1班, 一（1）班. */
  private static final Comparator<ClassName> SAME_CLASS =
      Comparator.comparingInt(ClassName::grade).thenComparingInt(ClassName::number);

  private final DraftValidator validator;

  /**
   * Creates an intake.
   *
   * @param validator runs the constraints of the drafts
   */
  public Intake(DraftValidator validator) {
    this.validator = validator;
  }

  /**
   * Checks the terms of a calendar. Those that are good by themselves are compared with each other,
   * whatever is wrong with other rows: two that overlap are both faulty. If the rest does not fit
   * together otherwise, that is a fault of its first row, and none is taken.
   *
   * @param rows the rows
   * @return the terms
   */
  public IntakeResult<Term> terms(List<DraftRow<TermDraft>> rows) {
    IntakeResult<Term> each =
        new RowCheck<TermDraft, Term>()
            .run(rows, validator, "label", draft -> Texts.present(draft.label()), Intake::term);
    IntakeResult<Term> terms = each.with(overlaps(each.accepted()));
    if (terms.accepted().isEmpty()) {
      return terms;
    }
    try {
      SchoolCalendar.of(terms.values());
      return terms;
    } catch (IllegalArgumentException e) {
      Violation contradiction =
          Violation.of(
              terms.accepted().get(0).row(),
              "label",
              DraftRule.TERM_CONTRADICTION,
              String.valueOf(e.getMessage()));
      return IntakeResult.<Term>of(List.of(), terms.violations()).with(List.of(contradiction));
    }
  }

  private static ImmutableList<Violation> overlaps(List<IntakeResult.Accepted<Term>> terms) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (IntakeResult.Accepted<Term> term : terms) {
      for (IntakeResult.Accepted<Term> other : terms) {
        if (!term.equals(other) && term.value().days().overlaps(other.value().days())) {
          violations.add(Violation.of(term.row(), "label", DraftRule.TERMS_OVERLAP, other.row()));
        }
      }
    }
    return violations.build();
  }

  private static Optional<Term> term(TermDraft draft, RowCheck<TermDraft, Term>.Row row) {
    LocalDate first = Texts.date(draft.first()).orElseThrow();
    LocalDate last = Texts.date(draft.last()).orElseThrow();
    if (last.isBefore(first)) {
      row.report("last", DraftRule.ENDS_BEFORE_START, "#first");
    }
    String label = draft.label().strip();
    if (!label.matches("[0-9]{4}-.+")) {
      row.report("label", DraftRule.TERM_LABEL);
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    try {
      Term term =
          Term.of(label, Integer.parseInt(label.substring(0, 4)), DateRange.ofClosed(first, last));
      return Optional.of(Texts.present(draft.name()).map(term::withName).orElse(term));
    } catch (IllegalArgumentException e) {
      row.report("label", DraftRule.TERM_CONTRADICTION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * The staff of a school, and its classes, which follow from who teaches them.
   *
   * @param staff the members of staff, and every violation
   * @param classes the classes that the good ones teach
   */
  public record StaffRoll(IntakeResult<StaffMember> staff, ImmutableList<ClassGroup> classes) {}

  /** A member of staff with the post and the classes of the row. */
  private record Teacher(StaffMember member, Post post, ImmutableList<ClassName> classes) {}

  /**
   * Checks a list of staff. The school's classes are those that somebody teaches.
   *
   * <p>A class has one homeroom teacher: if two rows have one for the same class, both are faulty,
   * for nobody can tell which is right.
   *
   * @param rows the rows
   * @param school the school
   * @param year the school year; posts and teaching begin on its first day
   * @param recording when that counts as recorded
   * @return the good members of staff and the classes that they teach
   */
  public StaffRoll staff(
      List<DraftRow<StaffDraft>> rows, School school, SchoolYear year, Recording recording) {
    LocalDate firstDay = year.days().start();
    IntakeResult<Teacher> teachers =
        new RowCheck<StaffDraft, Teacher>()
            .run(
                rows,
                validator,
                "number",
                draft -> Texts.present(draft.number()),
                (draft, row) -> teacher(draft, row, school, firstDay, recording))
            .with(homeroomsTwice(rows));
    return new StaffRoll(
        teachers.map(Teacher::member), classes(teachers.values(), school, year, recording));
  }

  private static Optional<Teacher> teacher(
      StaffDraft draft,
      RowCheck<StaffDraft, Teacher>.Row row,
      School school,
      LocalDate firstDay,
      Recording recording) {
    Post post = Texts.coded(Post.class, draft.post()).orElseThrow();
    ImmutableList.Builder<ClassName> classes = ImmutableList.builder();
    for (String text : Texts.words(draft.classes())) {
      ClassName.find(text)
          .ifPresentOrElse(classes::add, () -> row.report("classes", DraftRule.CLASS_NAME));
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    StaffMember member =
        new StaffMember(
            school.id(),
            StaffId.of(draft.number().strip()),
            PersonName.of(draft.name()),
            Texts.coded(Sex.class, draft.sex()).orElseThrow(),
            Texts.present(draft.phone()).map(PhoneNumber::of),
            Timeline.<Post>empty()
                .with(DateRange.startingOn(firstDay), post, recording.of(firstDay)));
    return Optional.of(new Teacher(member, post, classes.build()));
  }

  /** Finds rows with homeroom teachers of one class, whatever else may be wrong with them. */
  private static ImmutableSet<Violation> homeroomsTwice(List<DraftRow<StaffDraft>> rows) {
    ImmutableSet.Builder<Violation> violations = ImmutableSet.builder();
    Map<ClassName, DraftRow<StaffDraft>> firstOfClass = new TreeMap<>(SAME_CLASS);
    for (DraftRow<StaffDraft> row : rows) {
      if (Texts.coded(Post.class, row.draft().post()).equals(Optional.of(Post.HOMEROOM_TEACHER))) {
        for (String text : Texts.words(row.draft().classes())) {
          ClassName.find(text)
              .map(name -> firstOfClass.putIfAbsent(name, row))
              .filter(first -> !isSamePerson(first.draft(), row.draft()))
              .ifPresent(
                  first ->
                      violations.add(homeroomTwice(first, row)).add(homeroomTwice(row, first)));
        }
      }
    }
    return violations.build();
  }

  private static Violation homeroomTwice(DraftRow<StaffDraft> row, DraftRow<StaffDraft> other) {
    return Violation.of(row.row(), "classes", DraftRule.HOMEROOM_TWICE, other.row());
  }

  /** Rows of one staff number are told to repeat or contradict each other, and that is enough. */
  private static boolean isSamePerson(StaffDraft draft, StaffDraft other) {
    return draft.number().strip().equals(other.number().strip());
  }

  private static ImmutableList<ClassGroup> classes(
      List<Teacher> teachers, School school, SchoolYear year, Recording recording) {
    LocalDate firstDay = year.days().start();
    Map<ClassName, StaffId> homeroom = new TreeMap<>(SAME_CLASS);
    Map<ClassName, Set<StaffId>> subject = new TreeMap<>(SAME_CLASS);
    for (Teacher teacher : teachers) {
      for (ClassName name : teacher.classes()) {
        if (teacher.post() == Post.HOMEROOM_TEACHER) {
          homeroom.put(name, teacher.member().id());
        } else {
          subject.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(teacher.member().id());
        }
      }
    }
    Set<ClassName> names = new TreeSet<>(SAME_CLASS);
    names.addAll(homeroom.keySet());
    names.addAll(subject.keySet());
    ImmutableList.Builder<ClassGroup> classes = ImmutableList.builder();
    for (ClassName name : names) {
      Timeline<StaffId> teacher = Timeline.empty();
      StaffId holder = homeroom.get(name);
      if (holder != null) {
        teacher = teacher.with(DateRange.startingOn(firstDay), holder, recording.of(firstDay));
      }
      classes.add(
          new ClassGroup(
              school.id(),
              ClassId.of(year.year() + "-" + name.grade() + "-" + name.number()),
              year.year(),
              name.text(),
              name.grade(),
              teacher,
              Timeline.<ImmutableSet<StaffId>>empty()
                  .with(
                      DateRange.startingOn(firstDay),
                      ImmutableSet.copyOf(subject.getOrDefault(name, Set.of())),
                      recording.of(firstDay))));
    }
    return classes.build();
  }

  /**
   * Checks a roster.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recording when the facts count as recorded
   * @param ids gives an identifier for each child and carer
   * @return the children
   */
  public IntakeResult<Child> pupils(
      List<DraftRow<PupilDraft>> rows,
      SchoolDirectory directory,
      Recording recording,
      Supplier<String> ids) {
    PupilIntake pupils = new PupilIntake(directory, recording, ids);
    return new RowCheck<PupilDraft, Child>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Texts.present(draft.studentNumber()).map(Texts::studentNumberKey),
            pupils::child);
  }

  /** A version of a rule with what its row says of the rule. */
  private record Version(RuleDraft draft, RuleVersion value) {}

  /**
   * Checks a rule book. Several rows of one id are versions of one rule, which is taken with all of
   * them or not at all: if one has a fault, so have the others. A row that repeats another one
   * takes nothing from the rule.
   *
   * @param rows the rows
   * @return the rules, in the order of their first rows
   */
  public IntakeResult<ContactRule> rules(List<DraftRow<RuleDraft>> rows) {
    IntakeResult<Version> versions =
        new RowCheck<RuleDraft, Version>()
            .run(
                rows,
                validator,
                "id",
                draft -> key(draft.id().strip(), Texts.dateKey(draft.validFrom())),
                Intake::version);
    ImmutableSet<Integer> faulty =
        versions.faults().stream()
            .filter(fault -> fault.rule() != DraftRule.REPEATED_ROW)
            .map(Violation::row)
            .collect(toImmutableSet());
    Map<String, Integer> faultyRowOfRule = new HashMap<>();
    for (DraftRow<RuleDraft> row : rows) {
      if (faulty.contains(row.row())) {
        faultyRowOfRule.putIfAbsent(row.draft().id().strip(), row.row());
      }
    }
    ListMultimap<String, IntakeResult.Accepted<Version>> byRule =
        Multimaps.index(versions.accepted(), version -> version.value().draft().id().strip());
    List<Violation> violations = new ArrayList<>(versions.violations());
    List<IntakeResult.Accepted<ContactRule>> rules = new ArrayList<>();
    Multimaps.asMap(byRule)
        .forEach(
            (id, all) -> {
              Integer faultyRow = faultyRowOfRule.get(id);
              if (faultyRow != null) {
                all.forEach(each -> violations.add(otherVersionFaulty(each.row(), faultyRow)));
                return;
              }
              int row = all.get(0).row();
              try {
                rules.add(new IntakeResult.Accepted<>(row, rule(all)));
              } catch (IllegalArgumentException e) {
                violations.add(
                    Violation.of(
                        row, "id", DraftRule.RULE_CONTRADICTION, String.valueOf(e.getMessage())));
                all.stream()
                    .skip(1)
                    .forEach(each -> violations.add(otherVersionFaulty(each.row(), row)));
              }
            });
    return IntakeResult.of(rules, violations);
  }

  private static ContactRule rule(List<IntakeResult.Accepted<Version>> versions) {
    // The last row names the rule.
    RuleDraft last = versions.get(versions.size() - 1).value().draft();
    return ContactRule.of(
        RuleId.of(last.id().strip()),
        Wording.of(last.titleChinese().strip(), last.titleEnglish().strip()),
        Provenance.unverified(last.source().strip()),
        versions.stream().map(version -> version.value().value()).toList());
  }

  private static Violation otherVersionFaulty(int row, int faultyRow) {
    return Violation.of(row, "id", DraftRule.OTHER_VERSION_FAULTY, faultyRow);
  }

  private static Optional<Version> version(RuleDraft draft, RowCheck<RuleDraft, Version>.Row row) {
    try {
      RuleVersion.Builder version =
          RuleVersion.from(Texts.date(draft.validFrom()).orElseThrow())
              .pattern(
                  ContactPattern.of(
                      Texts.allCoded(Party.class, draft.madeBy()),
                      Texts.allCoded(Party.class, draft.with()),
                      Texts.allCoded(Channel.class, draft.channels())))
              .cadence(Cadence.parse(draft.cadence().strip()));
      Texts.present(draft.times()).map(Integer::valueOf).ifPresent(version::times);
      Texts.present(draft.graceDays()).map(Integer::valueOf).ifPresent(version::graceDays);
      Texts.coded(Season.class, draft.season()).ifPresent(version::season);
      Texts.coded(Coverage.class, draft.coverage()).ifPresent(version::coverage);
      Texts.present(draft.scope()).map(Scope::parse).ifPresent(version::scope);
      Texts.date(draft.validUntil()).ifPresent(version::until);
      return Optional.of(new Version(draft, version.build()));
    } catch (IllegalArgumentException e) {
      row.report("id", DraftRule.RULE_CONTRADICTION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Checks mentor assignments.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recording when the assignments count as recorded
   * @return the assignments; the same row has the same id whenever it is taken in
   */
  public IntakeResult<MentorAssignment> mentors(
      List<DraftRow<MentorDraft>> rows, SchoolDirectory directory, Recording recording) {
    return new RowCheck<MentorDraft, MentorAssignment>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft ->
                key(
                    Texts.studentNumberKey(draft.studentNumber()),
                    draft.staffNumber().strip(),
                    Texts.dateKey(draft.from())),
            (draft, row) -> {
              Optional<ChildId> child = child(draft.studentNumber(), directory, row);
              StaffId staff = staff(draft.staffNumber(), "staffNumber", directory, row);
              LocalDate from = Texts.date(draft.from()).orElseThrow();
              Optional<LocalDate> until = Texts.date(draft.until());
              if (until.isPresent() && until.get().isBefore(from)) {
                row.report("until", DraftRule.ENDS_BEFORE_START, "#from");
              }
              if (!row.isGood() || child.isEmpty()) {
                return Optional.empty();
              }
              AssignmentId id = AssignmentId.of("m-" + digest(child.get(), staff, from));
              if (directory.assignments().contains(id)) {
                row.report("studentNumber", DraftRule.ALREADY_THERE);
                return Optional.empty();
              }
              MentorAssignment open =
                  MentorAssignment.open(
                      directory.school().id(), id, child.get(), staff, from, recording.of(from));
              return Optional.of(
                  until
                      .map(
                          last ->
                              open.closed(
                                  new MentorAssignment.Closing(
                                      last, "taken in as ended", recording.of(last))))
                      .orElse(open));
            });
  }

  /**
   * Checks contacts.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recordedBy who takes them in
   * @return the contacts; the same rows have the same ids whenever they are taken in, in whatever
   *     order those reached stand in them
   */
  public IntakeResult<Contact> contacts(
      List<DraftRow<ContactDraft>> rows, SchoolDirectory directory, ActorId recordedBy) {
    IdentityHashMap<ContactDraft, Integer> occurrences = occurrences(rows);
    return new RowCheck<ContactDraft, Contact>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Optional.empty(), // two calls on one day are two contacts
            (draft, row) -> contact(draft, row, directory, recordedBy, occurrences));
  }

  /**
   * The how-manieth of its kind each row is. Rows with faults count too: corrected and fed in again
   * by themselves, they must not pass for the good rows beside which they stood.
   */
  private static IdentityHashMap<ContactDraft, Integer> occurrences(
      List<DraftRow<ContactDraft>> rows) {
    IdentityHashMap<ContactDraft, Integer> occurrences = new IdentityHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (DraftRow<ContactDraft> row : rows) {
      ContactDraft draft = row.draft();
      String kind =
          FIELDS.join(
              Texts.dateKey(draft.day()),
              Texts.studentNumberKey(draft.studentNumber()),
              draft.channel().strip(),
              draft.madeBy().strip(),
              draft.staffNumber().strip(),
              ImmutableSortedSet.copyOf(Texts.words(draft.with())),
              draft.reached().strip());
      occurrences.put(draft, counts.merge(kind, 1, Integer::sum));
    }
    return occurrences;
  }

  private static Optional<Contact> contact(
      ContactDraft draft,
      RowCheck<ContactDraft, Contact>.Row row,
      SchoolDirectory directory,
      ActorId recordedBy,
      IdentityHashMap<ContactDraft, Integer> occurrences) {
    Optional<ChildId> child = child(draft.studentNumber(), directory, row);
    LocalDate day = Texts.date(draft.day()).orElseThrow();
    LocalDate recordedOn = Texts.date(draft.recordedOn()).orElseThrow();
    if (recordedOn.isBefore(day)) {
      row.report("recordedOn", DraftRule.RECORDED_BEFORE_MADE);
    }
    Party madeBy = Texts.coded(Party.class, draft.madeBy()).orElseThrow();
    Optional<StaffId> member =
        Texts.present(draft.staffNumber()).map(text -> staff(text, "staffNumber", directory, row));
    if (member.isPresent() && !madeBy.isStaff()) {
      row.report("staffNumber", DraftRule.STAFF_NOT_EXPECTED);
    }
    if (member.isEmpty() && madeBy.isStaff()) {
      row.report("staffNumber", DraftRule.STAFF_NUMBER_MISSING);
    }
    if (!row.isGood() || child.isEmpty()) {
      return Optional.empty();
    }
    Channel channel = Texts.coded(Channel.class, draft.channel()).orElseThrow();
    ImmutableList<Party> with = Texts.allCoded(Party.class, draft.with());
    YesNo reached = Texts.coded(YesNo.class, draft.reached()).orElseThrow();
    String content =
        digest(
            child.get(),
            day,
            channel.code(),
            madeBy.code(),
            member.map(StaffId::value).orElse(""),
            with.stream().map(Party::code).collect(toImmutableSortedSet(naturalOrder())),
            reached.code());
    int occurrence = occurrences.getOrDefault(draft, 1);
    Contact.Builder contact =
        Contact.builder(
                directory.school().id(),
                child.get(),
                ContactId.of("k-" + content + "-" + occurrence))
            .day(day)
            .channel(channel)
            .madeBy(madeBy)
            .with(with)
            .recorded(recordedOn.atStartOfDay(directory.school().zone()).toInstant(), recordedBy);
    member.ifPresent(who -> contact.madeBy(madeBy, who));
    if (reached == YesNo.NO) {
      contact.notReached();
    }
    Texts.present(draft.note()).ifPresent(contact::note);
    return Optional.of(contact.build());
  }

  private static Optional<ChildId> child(
      String studentNumber, SchoolDirectory directory, RowCheck<?, ?>.Row row) {
    Optional<ChildId> child =
        Optional.ofNullable(directory.children().get(StudentNumber.parse(studentNumber)));
    if (child.isEmpty()) {
      row.report("studentNumber", DraftRule.UNKNOWN_STUDENT);
    }
    return child;
  }

  private static StaffId staff(
      String number, String field, SchoolDirectory directory, RowCheck<?, ?>.Row row) {
    StaffId staff = StaffId.of(number.strip());
    if (!directory.staff().contains(staff)) {
      row.report(field, DraftRule.UNKNOWN_STAFF);
    }
    return staff;
  }

  /** The key of a row by several fields; none if one of them is empty, for that is told already. */
  private static Optional<String> key(String... fields) {
    return Stream.of(fields).anyMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(FIELDS.join(fields));
  }

  /** An id that follows from the content, made of nothing personal. */
  private static String digest(Object... parts) {
    return Hashing.sha256()
        .hashString(FIELDS.join(parts), StandardCharsets.UTF_8)
        .toString()
        .substring(0, ID_LENGTH);
  }
}
