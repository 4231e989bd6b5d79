package org.jiedui.storage.jdbc;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.CarerAbility;
import org.jiedui.child.CarerBar;
import org.jiedui.child.CarerRating;
import org.jiedui.child.CarerSuitability;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Delegation;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Living;
import org.jiedui.child.Placement;
import org.jiedui.child.Relation;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.CarerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.text.Coded;
import org.jiedui.time.Timeline;

/**
 * The facts of children, a row for each entry of a timeline.
 *
 * <p>They are in one table, so that a child is read by one query whatever is known of it; views of
 * the schema show each kind with its own columns.
 */
final class Facts {

  private static final String CARE = "care";
  private static final String PLACEMENT = "placement";
  private static final String BOARDING = "boarding";
  private static final String CARER = "carer";
  private static final String FATHER = "father";
  private static final String MOTHER = "mother";
  private static final String KEY_SUPPORT = "key-support";
  private static final String SCHOOLING = "schooling";
  private static final String LIVING = "living";
  private static final String CONCERN = "concern-";

  private static final Columns COLUMNS =
      Columns.of(
          ObjectArrays.concat(
              ObjectArrays.concat(
                  new String[] {"school_id", "child_id", "kind", "place"},
                  Entries.COLUMNS,
                  String.class),
              new String[] {
                "in_care",
                "reason",
                "class_id",
                "grade",
                "boards",
                "carer_id",
                "carer_name",
                "relation",
                "birth_date",
                "phone",
                "notified_on",
                "away",
                "address",
                "division_code",
                "note",
                "able_to_care",
                "village_notified_on",
                "heard_on",
                "occupation",
                "health",
                "ability",
                "rated_on",
                "full_capacity",
                "bars",
                "state"
              },
              String.class));

  private final Session session;

  Facts(Session session) {
    this.session = session;
  }

  /** A row. */
  private record Fact(
      ChildId child, String kind, int place, Timeline.Entry<? extends Object> entry) {}

  /** Reads the facts of children; a child without any is missing. */
  ImmutableMap<ChildId, CareFacts> read(SchoolId school, Which children) {
    return facts(rows(school, children, ""));
  }

  /** Reads the facts of children on which rules depend: {@link CareFacts#forRules()}. */
  ImmutableMap<ChildId, CareFacts> readForRules(SchoolId school, Which children) {
    return facts(
        rows(school, children, " AND kind NOT IN ('" + SCHOOLING + "', '" + LIVING + "')"));
  }

  private static ImmutableMap<ChildId, CareFacts> facts(ImmutableListMultimap<ChildId, Fact> rows) {
    ImmutableMap.Builder<ChildId, CareFacts> all = ImmutableMap.builder();
    rows.asMap().forEach((child, ofChild) -> all.put(child, new Timelines(ofChild).facts()));
    return all.buildOrThrow();
  }

  private ImmutableListMultimap<ChildId, Fact> rows(
      SchoolId school, Which children, String condition) {
    return Multimaps.index(
        session.list(
            "SELECT * FROM {child_fact} WHERE school_id = ? AND "
                + children.on("child_id")
                + condition
                + " ORDER BY school_id, child_id, kind, place",
            children.addTo(Params.of(school)),
            Facts::fact),
        Fact::child);
  }

  private static Fact fact(Row row) throws SQLException {
    String kind = row.text("kind");
    return new Fact(
        row.id("child_id", ChildId::of),
        kind,
        row.number("place"),
        Entries.read(row, held -> value(kind, held)));
  }

  private static Object value(String kind, Row row) throws SQLException {
    return switch (kind) {
      case CARE -> new CareStatus(row.flag("in_care"), row.findText("reason"));
      case PLACEMENT -> new Placement(row.id("class_id", ClassId::of), row.number("grade"));
      case BOARDING -> row.flag("boards");
      case CARER ->
          new Carer(
              row.id("carer_id", CarerId::of),
              PersonName.of(row.text("carer_name")),
              row.code("relation", Relation.class),
              row.findDay("birth_date"),
              row.findText("phone").map(PhoneNumber::of),
              address(row),
              new Delegation(
                  row.findDay("notified_on"),
                  row.findDay("village_notified_on"),
                  row.findDay("heard_on")),
              suitability(row));
      case FATHER, MOTHER ->
          new Whereabouts(row.flag("away"), address(row), row.findFlag("able_to_care"));
      case SCHOOLING -> row.code("state", Schooling.class);
      case LIVING -> row.code("state", Living.class);
      case KEY_SUPPORT -> new KeySupport(row.text("reason"));
      default -> new Concern(concernKind(kind), row.findText("note"), row.findText("reason"));
    };
  }

  private static ConcernKind concernKind(String kind) {
    return Row.code(ConcernKind.class, kind.substring(CONCERN.length()));
  }

  private static Optional<Address> address(Row row) throws SQLException {
    return Addresses.read(row, "address", "division_code");
  }

  private static CarerSuitability suitability(Row row) throws SQLException {
    Optional<CarerAbility> ability = row.findCode("ability", CarerAbility.class);
    return new CarerSuitability(
        row.findText("occupation"),
        row.findText("health"),
        ability.isEmpty()
            ? Optional.empty()
            : Optional.of(new CarerRating(ability.get(), row.day("rated_on"))),
        row.findFlag("full_capacity"),
        row.findCodes("bars", CarerBar.class));
  }

  /** Stores the facts of new children. */
  void insert(List<Child> children) {
    List<Params> rows = new ArrayList<>();
    for (Child child : children) {
      timelines(child.facts()).forEach((kind, timeline) -> addAll(rows, child, kind, timeline, 0));
    }
    session.updateAll(COLUMNS.insertInto("{child_fact}"), rows);
  }

  /** Stores what is new about a child; what is there is left alone, unless it is replaced. */
  void update(Child child) {
    Map<String, Collection<Fact>> stored =
        Multimaps.index(
                rows(child.schoolId(), Which.one(child.id()), "").get(child.id()), Fact::kind)
            .asMap();
    ImmutableMap<String, Timeline<Object>> timelines = timelines(child.facts());
    List<Params> rows = new ArrayList<>();
    for (String kind : stored.keySet()) {
      if (!timelines.containsKey(kind)) {
        delete(child, kind);
      }
    }
    timelines.forEach(
        (kind, timeline) -> {
          Collection<Fact> there = stored.getOrDefault(kind, ImmutableList.of());
          List<Timeline.Entry<Object>> added = new ArrayList<>(timeline.entries());
          there.forEach(fact -> added.remove(fact.entry()));
          List<Timeline.Entry<Object>> both = new ArrayList<>(new Timelines(there).entries(kind));
          both.addAll(added);
          if (Timeline.of(both).equals(timeline)) {
            int next = there.stream().mapToInt(fact -> fact.place() + 1).max().orElse(0);
            addAll(rows, child, kind, Timeline.of(added), next);
          } else {
            delete(child, kind);
            addAll(rows, child, kind, timeline, 0);
          }
        });
    session.updateAll(COLUMNS.insertInto("{child_fact}"), rows);
  }

  private void delete(Child child, String kind) {
    session.update(
        "DELETE FROM {child_fact} WHERE school_id = ? AND child_id = ? AND kind = ?",
        Params.of(child.schoolId()).id(child.id()).text(kind));
  }

  private static void addAll(
      List<Params> rows, Child child, String kind, Timeline<Object> timeline, int firstPlace) {
    int place = firstPlace;
    for (Timeline.Entry<Object> entry : timeline.entries()) {
      Params row = Params.of(child.schoolId()).id(child.id()).text(kind).number(place++);
      Entries.bind(entry, row);
      entry.value().ifPresentOrElse(value -> bind(value, row), () -> row.none(25));
      rows.add(row);
    }
  }

  /** Adds the columns of which each kind has its own. */
  private static void bind(Object value, Params row) {
    if (value instanceof CareStatus status) {
      row.flag(status.inCare()).text(status.reason()).none(23);
    } else if (value instanceof KeySupport support) {
      row.none().text(support.reason()).none(23);
    } else if (value instanceof Placement placement) {
      row.none(2).value(placement.classId()).number(placement.grade()).none(21);
    } else if (value instanceof Boolean boards) {
      row.none(4).flag(boards).none(20);
    } else if (value instanceof Carer carer) {
      row.none(5);
      bind(carer, row);
      row.none();
    } else if (value instanceof Whereabouts whereabouts) {
      row.none(11).flag(whereabouts.away());
      Addresses.bind(whereabouts.workplace(), row).none().flag(whereabouts.ableToCare()).none(9);
    } else if (value instanceof Concern concern) {
      row.none().text(concern.closingNote()).none(12).text(concern.note()).none(10);
    } else if (value instanceof Schooling || value instanceof Living) {
      row.none(24).code((Coded) value);
    } else {
      throw new AssertionError("no fact is a " + value.getClass());
    }
  }

  private static void bind(Carer carer, Params row) {
    row.value(carer.id())
        .text(carer.name().text())
        .code(carer.relation())
        .day(carer.birthDate())
        .text(carer.phone().map(PhoneNumber::text))
        .day(carer.delegation().schoolNotifiedOn())
        .none();
    Addresses.bind(carer.address(), row)
        .none(2)
        .day(carer.delegation().villageNotifiedOn())
        .day(carer.delegation().childHeardOn());
    CarerSuitability known = carer.suitability();
    row.text(known.occupation())
        .text(known.health())
        .code(known.rating().map(CarerRating::ability))
        .day(known.rating().map(CarerRating::ratedOn))
        .flag(known.fullCapacity())
        .codes(known.bars());
  }

  private static ImmutableMap<String, Timeline<Object>> timelines(CareFacts facts) {
    ImmutableMap.Builder<String, Timeline<Object>> all = ImmutableMap.builder();
    all.put(CARE, wide(facts.care()));
    all.put(PLACEMENT, wide(facts.placement()));
    all.put(BOARDING, wide(facts.boarding()));
    all.put(CARER, wide(facts.carer()));
    all.put(FATHER, wide(facts.father()));
    all.put(MOTHER, wide(facts.mother()));
    all.put(KEY_SUPPORT, wide(facts.keySupport()));
    all.put(SCHOOLING, wide(facts.schooling()));
    all.put(LIVING, wide(facts.living()));
    facts.concerns().forEach((kind, timeline) -> all.put(CONCERN + kind.code(), wide(timeline)));
    return all.buildOrThrow();
  }

  @SuppressWarnings("unchecked") // it is only read
  private static Timeline<Object> wide(Timeline<?> timeline) {
    return (Timeline<Object>) timeline;
  }

  /** The timelines of one child, by kind. */
  private static final class Timelines {

    private final ListMultimap<String, Timeline.Entry<?>> entries = ArrayListMultimap.create();

    Timelines(Collection<Fact> facts) {
      facts.forEach(fact -> entries.put(fact.kind(), fact.entry()));
    }

    /** Returns the entries of a kind; its rows have values of one type. */
    @SuppressWarnings({"unchecked", "rawtypes", "TypeParameterUnusedInFormals"})
    <T> List<Timeline.Entry<T>> entries(String kind) {
      return (List) entries.get(kind);
    }

    CareFacts facts() {
      ImmutableMap.Builder<ConcernKind, Timeline<Concern>> concerns = ImmutableMap.builder();
      for (String kind : entries.keySet()) {
        if (kind.startsWith(CONCERN)) {
          concerns.put(concernKind(kind), Timeline.of(this.<Concern>entries(kind)));
        }
      }
      return new CareFacts(
          Timeline.of(this.<CareStatus>entries(CARE)),
          Timeline.of(this.<Placement>entries(PLACEMENT)),
          Timeline.of(this.<Boolean>entries(BOARDING)),
          Timeline.of(this.<Carer>entries(CARER)),
          Timeline.of(this.<Whereabouts>entries(FATHER)),
          Timeline.of(this.<Whereabouts>entries(MOTHER)),
          Timeline.of(this.<KeySupport>entries(KEY_SUPPORT)),
          Timeline.of(this.<Schooling>entries(SCHOOLING)),
          Timeline.of(this.<Living>entries(LIVING)),
          concerns.buildOrThrow());
    }
  }
}
