package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jiedui.activity.Attendance;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.ActivityId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random writes to the store under test and to {@link NaiveStore}: after each, both must answer the
 * same, and have answered the write alike.
 *
 * <p>There are few ids, so that many writes are refused; a write has up to four steps, so that some
 * are refused after others were done.
 */
abstract class ModelCases extends ContractCases {

  private static final int RUNS = 3;
  private static final int WRITES = 250;

  private static final ImmutableList<ChildId> CHILDREN =
      ImmutableList.of(ChildId.of("c-1"), ChildId.of("C-1"), ChildId.of("c-2"), ChildId.of("c_1"));

  /** One step of a write; what it returns is compared. */
  private record Step(String name, Function<CareWriter, Object> work) {

    @Override
    public String toString() {
      return name;
    }
  }

  static LongStream seeds() {
    long first = Long.getLong("jiedui.contract.seed", 20251110L);
    return LongStream.range(first, first + RUNS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomWrites_areAnsweredAsByTheModel(long seed) {
    Random random = new Random(seed);
    StoreFixtures own = StoreFixtures.seeded(seed);
    NaiveStore model = new NaiveStore();
    read(
        reader -> {
          SCHOOLS.forEach(
              school -> model.schools().insert(school, reader.schools().get(school).value()));
          return true;
        });
    NaiveStore current = model;
    List<String> log = new ArrayList<>();
    for (int i = 0; i < WRITES; i++) {
      List<Step> steps = new ArrayList<>();
      int count = 1 + random.nextInt(4);
      for (int s = 0; s < count; s++) {
        steps.add(step(random, own, current));
      }
      log.add(i + ": " + steps);
      NaiveStore draft = current.copy();

      Object expected = outcome(() -> run(draft, steps));
      Object actual = outcome(() -> store().<Object>write(writer -> run(writer, steps)));

      assertThat(actual).as("outcome with seed %s of %s", seed, log).isEqualTo(expected);
      if (!(expected instanceof Class)) {
        current = draft;
      }
      Object stored = read(ModelCases::dump);
      assertThat(stored).as("store with seed %s after %s", seed, log).isEqualTo(dump(current));
    }
  }

  private static Object dump(CareReader reader) {
    return StoreDump.of(reader, SCHOOLS, CHILDREN);
  }

  private static List<Object> run(CareWriter writer, List<Step> steps) {
    List<Object> results = new ArrayList<>();
    for (Step step : steps) {
      results.add(step.work().apply(writer));
    }
    return results;
  }

  private interface Work {
    Object run();
  }

  /** Returns what work returns, or the class of what it throws. */
  private static Object outcome(Work work) {
    try {
      return work.run();
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }

  private static <E> E pick(Random random, List<E> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Returns a version: mostly the stored one of the model, sometimes another. */
  private static long version(Random random, Optional<? extends Versioned<?>> stored) {
    return stored.map(Versioned::version).orElse(1L) + (random.nextInt(5) == 0 ? 1 : 0);
  }

  private static ChildId other(Random random, ChildId child) {
    return pick(random, CHILDREN.stream().filter(each -> !each.equals(child)).toList());
  }

  private static Step step(Random random, StoreFixtures own, NaiveStore model) {
    SchoolId school = pick(random, SCHOOLS);
    Child made = own.child(school, pick(random, CHILDREN));
    // Now and then with the number of some child that is there.
    List<Child> there = model.children().all(school);
    Child child =
        !there.isEmpty() && random.nextInt(5) == 0
            ? StoreFixtures.withNumber(made, pick(random, there).studentNumber())
            : made;
    String id = "x" + random.nextInt(4);
    String name = school + "/" + child.id() + "/" + id;
    switch (random.nextInt(27)) {
      case 0 -> {
        var value = own.school(school);
        long version = version(random, model.schools().find(school));
        return new Step("update school " + name, w -> w.schools().update(school, value, version));
      }
      case 1 -> {
        var value = own.calendar();
        long version = version(random, model.calendars().find(school));
        return random.nextBoolean()
            ? new Step("insert calendar " + name, w -> w.calendars().insert(school, value))
            : new Step(
                "update calendar " + name, w -> w.calendars().update(school, value, version));
      }
      case 2 -> {
        var value = own.ruleBook();
        long version = version(random, model.ruleBooks().find(school));
        return random.nextBoolean()
            ? new Step("insert rule book " + name, w -> w.ruleBooks().insert(school, value))
            : new Step(
                "update rule book " + name, w -> w.ruleBooks().update(school, value, version));
      }
      case 3 -> {
        var value = own.classGroup(school, ClassId.of(id));
        long version = version(random, model.classes().find(school, ClassId.of(id)));
        return random.nextBoolean()
            ? new Step("insert class " + name, w -> w.classes().insert(value))
            : new Step("update class " + name, w -> w.classes().update(value, version));
      }
      case 4 -> {
        var value = own.staffMember(school, StaffId.of(id));
        long version = version(random, model.staff().find(school, StaffId.of(id)));
        return random.nextBoolean()
            ? new Step("insert staff " + name, w -> w.staff().insert(value))
            : new Step("update staff " + name, w -> w.staff().update(value, version));
      }
      case 5, 6 -> {
        return new Step("insert child " + name, w -> w.children().insert(child));
      }
      case 7 -> {
        long version = version(random, model.children().find(school, child.id()));
        return new Step("update child " + name, w -> w.children().update(child, version));
      }
      case 8, 9 -> {
        Contact contact = own.contact(child, id, own.day()).build();
        return new Step("add contact " + name, w -> w.contacts().add(contact));
      }
      case 10 -> {
        Contact again =
            model
                .contacts()
                .find(school, child.id(), ContactId.of(id))
                .orElseGet(() -> own.contact(child, id, own.day()).build());
        return new Step("add contact again " + name, w -> w.contacts().add(again));
      }
      case 11 -> {
        var voiding = own.voiding();
        return new Step(
            "void contact " + name,
            w -> w.contacts().markVoid(school, child.id(), ContactId.of(id), voiding));
      }
      case 12 -> {
        if (model.children().find(school, child.id()).isEmpty()) {
          return new Step("insert child " + name, w -> w.children().insert(child));
        }
        Exemption value = own.exemption(child, ExemptionId.of(id));
        long version = version(random, model.exemptions().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert exemption " + name, w -> w.exemptions().insert(value))
            : new Step("update exemption " + name, w -> w.exemptions().update(value, version));
      }
      case 13 -> {
        if (model.children().find(school, child.id()).isEmpty()) {
          return new Step("insert child " + name, w -> w.children().insert(child));
        }
        MentorAssignment value = own.assignment(child, AssignmentId.of(id));
        long version = version(random, model.assignments().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert assignment " + name, w -> w.assignments().insert(value))
            : new Step("update assignment " + name, w -> w.assignments().update(value, version));
      }
      case 14 -> {
        if (model.children().find(school, child.id()).isEmpty()) {
          return new Step("insert child " + name, w -> w.children().insert(child));
        }
        CensusAnswer value = own.censusAnswer(child, CensusAnswerId.of(id));
        long version = version(random, model.census().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert census answer " + name, w -> w.census().insert(value))
            : new Step("update census answer " + name, w -> w.census().update(value, version));
      }
      case 15 -> {
        if (model.children().find(school, child.id()).isEmpty()) {
          return new Step("insert child " + name, w -> w.children().insert(child));
        }
        var rows = own.standings(child);
        return new Step(
            "replace standings " + name,
            w -> {
              w.standings().replace(school, child.id(), rows);
              return w.standings().ofChild(school, child.id());
            });
      }
      case 16 -> {
        var value = own.membership(school, MembershipId.of(id));
        long version = version(random, model.memberships().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert membership " + name, w -> w.memberships().insert(value))
            : new Step("update membership " + name, w -> w.memberships().update(value, version));
      }
      case 17 -> {
        var value = own.recordCheck(school, RecordCheckId.of(id));
        long version = version(random, model.recordChecks().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert record check " + name, w -> w.recordChecks().insert(value))
            : new Step("update record check " + name, w -> w.recordChecks().update(value, version));
      }
      case 18 -> {
        var value = own.peerPair(child, other(random, child.id()), PeerPairId.of(id));
        long version = version(random, model.peerPairs().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert peer pair " + name, w -> w.peerPairs().insert(value))
            : new Step("update peer pair " + name, w -> w.peerPairs().update(value, version));
      }
      case 19 -> {
        var value = own.consent(child, ConsentId.of(id));
        long version = version(random, model.consents().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert consent " + name, w -> w.consents().insert(value))
            : new Step("update consent " + name, w -> w.consents().update(value, version));
      }
      case 20 -> {
        var value = own.homeStay(child, other(random, child.id()), HomeStayId.of(id));
        long version = version(random, model.homeStays().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert home stay " + name, w -> w.homeStays().insert(value))
            : new Step("update home stay " + name, w -> w.homeStays().update(value, version));
      }
      case 21 -> {
        var value = own.referral(child, ReferralId.of(id));
        long version = version(random, model.referrals().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert referral " + name, w -> w.referrals().insert(value))
            : new Step("update referral " + name, w -> w.referrals().update(value, version));
      }
      case 22 -> {
        return new Step("erase child " + name, w -> w.erase(school, child.id()));
      }
      case 23 -> {
        var value = own.activityBook();
        long version = version(random, model.activityBooks().find(school));
        return random.nextBoolean()
            ? new Step("insert activity book " + name, w -> w.activityBooks().insert(school, value))
            : new Step(
                "update activity book " + name,
                w -> w.activityBooks().update(school, value, version));
      }
      case 24 -> {
        var value = own.activity(school, ActivityId.of(id));
        long version = version(random, model.activities().find(school, value.id()));
        return random.nextBoolean()
            ? new Step("insert activity " + name, w -> w.activities().insert(value))
            : new Step("update activity " + name, w -> w.activities().update(value, version));
      }
      case 25 -> {
        Attendance value = own.attendance(child, ActivityId.of(id));
        boolean twice = random.nextInt(5) == 0;
        return new Step(
            "attend " + name,
            w -> {
              w.attendance().addAll(school, twice ? List.of(value, value) : List.of(value));
              return true;
            });
      }
      default -> {
        var entry = own.auditEntry(school);
        return new Step(
            "append audit " + name,
            w -> {
              w.audit().append(entry);
              return w.audit().page(school, 0, Integer.MAX_VALUE).size();
            });
      }
    }
  }
}
