package org.jiedui.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiedui.calendar.Milestone;
import org.jiedui.child.CareEvent;
import org.jiedui.child.CarerKind;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Trait;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;

/**
 * Makes rule books of a seed, with every kind of version and the titles that are hardest to write.
 */
public final class RandomRuleBook {

  private static final LocalDate FIRST = LocalDate.of(2023, 8, 1);
  private static final String ID_CHARACTERS = "abzAZ09._:-";

  /** What a table could stumble over, and what stands in titles. */
  private static final ImmutableList<String> PIECES =
      ImmutableList.of(
          "家访",
          "每月",
          "Monthly call",
          "a",
          "Z",
          "9",
          " ",
          "　",
          ",",
          ";",
          "；",
          "\"",
          "\"\"",
          "'",
          "''",
          "=",
          "+",
          "-",
          "@",
          "＝",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "#",
          "\\",
          "|",
          "𠮷",
          "é",
          "\uFEFF",
          "=1+1");

  private final Random random;

  /**
   * Creates a generator.
   *
   * @param seed the same seed makes the same books
   */
  public RandomRuleBook(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Makes a book.
   *
   * @return a book of 0 to 4 rules
   */
  public RuleBook next() {
    int rules = random.nextInt(5);
    List<ContactRule> made = new ArrayList<>();
    while (made.size() < rules) {
      ContactRule rule = rule();
      if (made.stream().noneMatch(other -> other.id().equals(rule.id()))) {
        made.add(rule);
      }
    }
    return RuleBook.of(made);
  }

  /**
   * Makes a rule.
   *
   * @return a rule of 1 to 4 versions
   */
  public ContactRule rule() {
    List<RuleVersion> versions = new ArrayList<>();
    LocalDate from = FIRST.plusDays(random.nextInt(400));
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      LocalDate next = from.plusDays(1 + random.nextInt(200));
      Optional<LocalDate> until =
          random.nextInt(3) == 0
              ? Optional.of(
                  from.plusDays(random.nextInt((int) (next.toEpochDay() - from.toEpochDay()))))
              : Optional.empty();
      versions.add(version(from, until));
      from = next;
    }
    return ContactRule.of(id(), Wording.of(text(), text()), provenance(), versions);
  }

  /**
   * Makes a book that is much like another: rules and versions are kept, left out, added and
   * changed, and their order may differ.
   *
   * @param book the other book
   * @return the book; sometimes it is equal to the other
   */
  public RuleBook like(RuleBook book) {
    List<ContactRule> rules = new ArrayList<>();
    for (ContactRule rule : book.rules()) {
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1, 2 -> rules.add(like(rule));
        default -> rules.add(rule);
      }
    }
    ContactRule added = rule();
    if (random.nextInt(4) == 0 && book.find(added.id()).isEmpty()) {
      rules.add(random.nextInt(rules.size() + 1), added);
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(rules, random);
    }
    return RuleBook.of(rules);
  }

  private ContactRule like(ContactRule rule) {
    List<RuleVersion> versions = new ArrayList<>(rule.versions());
    int which = random.nextInt(versions.size());
    RuleVersion old = versions.get(which);
    switch (random.nextInt(4)) {
      case 0 -> versions.set(which, version(old.validFrom(), old.validUntil()));
      case 1 ->
          versions.add(
              version(FIRST.minusDays(10 + random.nextInt(300)), Optional.of(FIRST.minusDays(1))));
      case 2 -> {
        if (versions.size() > 1) {
          versions.remove(which);
        }
      }
      default -> {}
    }
    return ContactRule.of(
        rule.id(),
        random.nextInt(3) == 0 ? Wording.of(text(), rule.title().english()) : rule.title(),
        random.nextInt(3) == 0 ? provenance() : rule.provenance(),
        versions);
  }

  private RuleId id() {
    StringBuilder id = new StringBuilder();
    for (int length = 1 + random.nextInt(5); length > 0; length--) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return RuleId.of(id.toString());
  }

  private Provenance provenance() {
    return new Provenance(
        text(),
        maybe(this::text),
        maybe(() -> FIRST.minusDays(random.nextInt(10_000))),
        random.nextBoolean());
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(8); length >= 0; length--) {
      text.append(one(PIECES));
    }
    String stripped = text.toString().strip();
    return stripped.isEmpty() ? "x" : stripped;
  }

  /**
   * Makes a version.
   *
   * @param from the first day
   * @param until the last day, if it has one of its own
   * @return the version
   */
  public RuleVersion version(LocalDate from, Optional<LocalDate> until) {
    Cadence cadence = cadence();
    boolean rolling = cadence instanceof Cadence.Rolling;
    int maxGrace = cadence instanceof Cadence.Rolling every ? every.days() - 1 : 366;
    return new RuleVersion(
        from,
        until,
        scope(4),
        ContactPattern.of(some(Party.values()), some(Party.values()), some(Channel.values())),
        cadence,
        rolling ? 1 : 1 + random.nextInt(366),
        one(List.of(Season.values())),
        one(List.of(Coverage.values())),
        random.nextInt(Math.min(maxGrace, 366) + 1));
  }

  private Cadence cadence() {
    return switch (random.nextInt(7)) {
      case 0 -> new Cadence.Weeks(1 + random.nextInt(52));
      case 1 -> new Cadence.Months(1 + random.nextInt(24));
      case 2 -> new Cadence.Milestones(ImmutableSet.copyOf(some(Milestone.values())));
      case 3 -> new Cadence.PerTerm();
      case 4 -> new Cadence.PerYear();
      case 5 -> new Cadence.Rolling(1 + random.nextInt(732));
      default -> new Cadence.AfterEvent(one(List.of(CareEvent.values())), 1 + random.nextInt(732));
    };
  }

  private Scope scope(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0 -> Scope.all();
      case 1 -> new Scope.Has(one(List.of(Trait.KEY_SUPPORT, Trait.BOARDING, Trait.HAS_CARER)));
      case 2 -> random.nextBoolean() ? new Scope.BothParentsAway() : new Scope.OneParentAway();
      case 3 -> {
        int from = 1 + random.nextInt(12);
        yield new Scope.Grades(from, from + random.nextInt(13 - from));
      }
      case 4 -> new Scope.CarerIs(one(List.of(CarerKind.values())));
      case 5 -> new Scope.ConcernIs(one(List.of(ConcernKind.values())));
      case 6 -> new Scope.Not(scope(depth - 1));
      case 7 -> new Scope.And(scopes(depth - 1));
      default -> new Scope.Or(scopes(depth - 1));
    };
  }

  private ImmutableList<Scope> scopes(int depth) {
    return Stream.generate(() -> scope(depth))
        .limit(2 + random.nextInt(2))
        .collect(toImmutableList());
  }

  /** Some of these, at least one, in any order. */
  private <T> List<T> some(T[] of) {
    List<T> all = new ArrayList<>(Arrays.asList(of));
    Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(all.size()));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
