package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.ContactWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.DateRange;

/** Contacts, their details and their voidings: the tables are only added to. */
final class Contacts implements ContactWriter {

  private static final String TYPE = "contact";

  /** The forms of notes. */
  private static final String HOME_VISIT = "home-visit";

  private static final String TALK = "talk";
  private static final String CALL = "call";

  /** How many columns notes have, their form first. */
  private static final int NOTES = 11;

  private static final int MINUTES = 60;

  /** No database has a day before it. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final Columns CONTACT =
      Columns.of(
          "school_id",
          "child_id",
          "contact_id",
          "made_on",
          "channel",
          "made_by",
          "staff_id",
          "parties",
          "reached",
          "note",
          "recorded@",
          "recorded_by",
          "supersedes");
  private static final Columns VOIDING =
      Columns.of("school_id", "child_id", "contact_id", "recorded@", "voided_by", "reason");

  private static final Columns DETAIL =
      Columns.of(
          "school_id",
          "child_id",
          "contact_id",
          "form",
          "conditions",
          "findings",
          "needs",
          "feedback",
          "follow_up_by",
          "place",
          "content",
          "effect",
          "started_minute",
          "minutes",
          "problem",
          "measure",
          "mentor_effect",
          "follows_up");

  private static final String INSERT = CONTACT.insertInto("{contact}");
  private static final String INSERT_VOIDING = VOIDING.insertInto("{contact_voiding}");

  private static final String INSERT_DETAIL = DETAIL.insertInto("{contact_detail}");

  private static final String COLUMNS =
      CONTACT.listOf("k")
          + ", v.recorded_at AS voided_at, v.recorded_nanos AS voided_nanos, v.voided_by,"
          + " v.reason AS void_reason, d.contact_id AS detail_of, d.form, d.conditions,"
          + " d.findings, d.needs, d.feedback, d.follow_up_by, d.place, d.content, d.effect,"
          + " d.started_minute, d.minutes, d.problem, d.measure, d.mentor_effect, d.follows_up";
  private static final String WITH_VOIDING =
      " LEFT JOIN {contact_voiding} v ON v.school_id = k.school_id AND v.child_id = k.child_id"
          + " AND v.contact_id = k.contact_id";
  private static final String WITH_DETAIL =
      " LEFT JOIN {contact_detail} d ON d.school_id = k.school_id AND d.child_id = k.child_id"
          + " AND d.contact_id = k.contact_id";
  private static final String SELECT =
      "SELECT "
          + COLUMNS
          + " FROM {contact} k"
          + WITH_VOIDING
          + WITH_DETAIL
          + " WHERE k.school_id = ? AND ";

  /** Gives a row if there is the child, with a contact in it if there is that. */
  private static final String SELECT_WITH_CHILD =
      "SELECT "
          + COLUMNS
          + " FROM (SELECT school_id, child_id FROM {child} WHERE school_id = ? AND child_id = ?) c"
          + " LEFT JOIN {contact} k ON k.school_id = c.school_id AND k.child_id = c.child_id"
          + " AND k.contact_id = ?"
          + WITH_VOIDING
          + WITH_DETAIL;

  /** From the details, so that the contacts without any are not looked at. */
  private static final String SELECT_FOLLOW_UPS =
      "SELECT "
          + COLUMNS
          + " FROM {contact_detail} d JOIN {contact} k ON k.school_id = d.school_id"
          + " AND k.child_id = d.child_id AND k.contact_id = d.contact_id"
          + WITH_VOIDING
          + " WHERE d.school_id = ? AND ";

  private final Session session;

  Contacts(Session session) {
    this.session = session;
  }

  /** What makes a contact known within a school. */
  private record Key(ChildId child, ContactId id) {

    static Key of(Contact contact) {
      return new Key(contact.childId(), contact.id());
    }

    @Override
    public String toString() {
      return child + "/" + id;
    }
  }

  @Override
  public Optional<Contact> find(SchoolId school, ChildId child, ContactId id) {
    return session.first(
        SELECT + "k.child_id = ? AND k.contact_id = ?",
        Params.of(school).id(child).id(id),
        row -> contact(school, row));
  }

  @Override
  public ImmutableList<Contact> ofChild(SchoolId school, ChildId child) {
    return session.list(
        SELECT
            + "k.child_id = ? ORDER BY k.school_id, k.child_id, k.made_on, k.recorded_at,"
            + " k.recorded_nanos, k.contact_id",
        Params.of(school).id(child),
        row -> contact(school, row));
  }

  private static Contact contact(SchoolId school, Row row) throws SQLException {
    Optional<ActorId> voidedBy = row.findId("voided_by", ActorId::of);
    return new Contact(
        school,
        row.id("child_id", ChildId::of),
        row.id("contact_id", ContactId::of),
        row.day("made_on"),
        row.code("channel", Channel.class),
        row.code("made_by", Party.class),
        row.findId("staff_id", StaffId::of),
        row.codes("parties", Party.class),
        row.flag("reached"),
        row.findText("note"),
        row.findText("detail_of").isPresent() ? Optional.of(detail(row)) : Optional.empty(),
        row.instant("recorded"),
        row.id("recorded_by", ActorId::of),
        row.findId("supersedes", ContactId::of),
        voidedBy.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Voiding(row.instant("voided"), voidedBy.get(), row.text("void_reason"))));
  }

  private static ContactDetail detail(Row row) throws SQLException {
    boolean mentoring =
        row.findText("problem").isPresent()
            || row.findText("measure").isPresent()
            || row.findText("mentor_effect").isPresent();
    return new ContactDetail(
        notes(row),
        mentoring
            ? Optional.of(
                new MentorRecord(
                    row.findText("problem"),
                    row.findText("measure"),
                    row.findText("mentor_effect")))
            : Optional.empty(),
        row.findId("follows_up", ContactId::of));
  }

  private static Optional<ContactNotes> notes(Row row) throws SQLException {
    Optional<String> form = row.findText("form");
    if (form.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (form.get()) {
          case HOME_VISIT ->
              new ContactNotes.HomeVisit(
                  row.findText("conditions"),
                  row.findText("findings"),
                  row.findText("needs"),
                  row.findText("feedback"),
                  row.findDay("follow_up_by"));
          case TALK ->
              new ContactNotes.Talk(
                  row.findText("place"), row.findText("content"), row.findText("effect"));
          case CALL ->
              new ContactNotes.Call(
                  row.findNumber("started_minute")
                      .map(minute -> LocalTime.of(minute / MINUTES, minute % MINUTES)),
                  row.number("minutes"));
          default -> throw new IllegalStateException("the database has an unknown form of notes");
        });
  }

  @Override
  public ImmutableList<Contact> followUps(SchoolId school) {
    // One query for each index: by an alternative neither would be used. Nothing is less than what
    // they are compared with; H2 looks up no IS NOT NULL in an index.
    List<Contact> all = new ArrayList<>();
    all.addAll(followUps(school, "d.follow_up_by >= ?", Params.of(school).day(FIRST_DAY)));
    all.addAll(followUps(school, "d.follows_up >= ?", Params.of(school).text("")));
    return all.stream()
        .distinct()
        .sorted(Comparator.comparing(Contact::childId).thenComparing(Contact::id))
        .collect(toImmutableList());
  }

  private ImmutableList<Contact> followUps(SchoolId school, String condition, Params params) {
    return session.list(SELECT_FOLLOW_UPS + condition, params, row -> contact(school, row));
  }

  @Override
  public ImmutableList<Contact> onDays(SchoolId school, DateRange days, Set<Channel> channels) {
    session.checkUse();
    LocalDate last =
        days.last()
            .orElseThrow(
                () -> new IllegalArgumentException("the days (" + days + ") must have an end"));
    if (channels.isEmpty()) {
      return ImmutableList.of();
    }
    Params params = Params.of(school).day(days.start()).day(last);
    channels.forEach(params::code);
    return session.list(
        SELECT
            + "k.made_on >= ? AND k.made_on <= ? AND k.channel IN ("
            + Columns.marks(channels.size())
            + ") ORDER BY k.made_on, k.child_id, k.contact_id",
        params,
        row -> contact(school, row));
  }

  @Override
  public boolean add(Contact contact) {
    session.checkWrite();
    SchoolId school = contact.schoolId();
    Optional<Contact> stored =
        session
            .first(
                SELECT_WITH_CHILD,
                Params.of(school).id(contact.childId()).id(contact.id()),
                row ->
                    row.findText("contact_id").isPresent()
                        ? Optional.of(contact(school, row))
                        : Optional.<Contact>empty())
            .orElseThrow(() -> new RecordNotFoundException("child", school, contact.childId()));
    if (stored.isPresent()) {
      checkSame(stored.get(), contact);
      return false;
    }
    insert(ImmutableList.of(contact));
    return true;
  }

  private static void checkSame(Contact stored, Contact contact) {
    if (!stored.saysTheSameAs(contact)) {
      throw new DuplicateRecordException(TYPE, contact.schoolId(), Key.of(contact));
    }
  }

  @Override
  public ImmutableList<Contact> addAll(Collection<Contact> contacts) {
    session.checkWrite();
    if (contacts.size() == 1) {
      Contact only = contacts.iterator().next();
      return add(only) ? ImmutableList.of(only) : ImmutableList.of();
    }
    ImmutableList.Builder<Contact> added = ImmutableList.builder();
    Multimaps.index(contacts, Contact::schoolId)
        .asMap()
        .forEach(
            (school, ofSchool) -> {
              for (List<Contact> some : Iterables.partition(ofSchool, Which.MANY)) {
                added.addAll(addSome(school, some));
              }
            });
    return added.build();
  }

  private List<Contact> addSome(SchoolId school, List<Contact> contacts) {
    Which children = Which.anyOf(distinct(Lists.transform(contacts, Contact::childId)));
    Which ids = Which.anyOf(distinct(Lists.transform(contacts, Contact::id)));
    ImmutableSet<ChildId> there =
        ImmutableSet.copyOf(
            session.list(
                "SELECT child_id FROM {child} WHERE school_id = ? AND " + children.on("child_id"),
                children.addTo(Params.of(school)),
                row -> row.id("child_id", ChildId::of)));
    Map<Key, Contact> known =
        session
            .list(
                SELECT + children.on("k.child_id") + " AND " + ids.on("k.contact_id"),
                ids.addTo(children.addTo(Params.of(school))),
                row -> contact(school, row))
            .stream()
            .collect(Collectors.toMap(Key::of, contact -> contact, (a, b) -> a, HashMap::new));
    List<Contact> added = new ArrayList<>();
    for (Contact contact : contacts) {
      if (!there.contains(contact.childId())) {
        throw new RecordNotFoundException("child", school, contact.childId());
      }
      Contact stored = known.putIfAbsent(Key.of(contact), contact);
      if (stored == null) {
        added.add(contact);
      } else {
        checkSame(stored, contact);
      }
    }
    insert(added);
    return added;
  }

  private static <T> Set<T> distinct(Collection<T> all) {
    return ImmutableSet.copyOf(all);
  }

  private void insert(List<Contact> contacts) {
    session.updateAll(INSERT, contacts.stream().map(Contacts::params).collect(toImmutableList()));
    session.updateAll(
        INSERT_VOIDING,
        contacts.stream()
            .flatMap(
                contact ->
                    contact.voiding().stream()
                        .map(voiding -> params(contact.schoolId(), Key.of(contact), voiding)))
            .collect(toImmutableList()));
    session.updateAll(
        INSERT_DETAIL,
        contacts.stream()
            .flatMap(contact -> contact.detail().stream().map(detail -> params(contact, detail)))
            .collect(toImmutableList()));
  }

  private static Params params(Contact contact) {
    return Params.of(contact.schoolId())
        .id(contact.childId())
        .id(contact.id())
        .day(contact.day())
        .code(contact.channel())
        .code(contact.madeBy())
        .value(contact.staff())
        .codes(contact.with())
        .flag(contact.reached())
        .text(contact.note())
        .instant(contact.recordedAt())
        .value(contact.recordedBy())
        .value(contact.supersedes());
  }

  private static Params params(Contact contact, ContactDetail detail) {
    Params params = Params.of(contact.schoolId()).id(contact.childId()).id(contact.id());
    Optional<ContactNotes> notes = detail.notes();
    if (notes.isEmpty()) {
      params.none(NOTES);
    } else if (notes.get() instanceof ContactNotes.HomeVisit visit) {
      params
          .value(HOME_VISIT)
          .text(visit.conditions())
          .text(visit.findings())
          .text(visit.needs())
          .text(visit.feedback())
          .day(visit.followUpBy())
          .none(NOTES - 6);
    } else if (notes.get() instanceof ContactNotes.Talk talk) {
      params
          .value(TALK)
          .none(5)
          .text(talk.place())
          .text(talk.content())
          .text(talk.effect())
          .none(2);
    } else if (notes.get() instanceof ContactNotes.Call call) {
      params
          .value(CALL)
          .none(8)
          .number(call.startedAt().map(time -> time.getHour() * MINUTES + time.getMinute()))
          .number(call.minutes());
    }
    return params
        .text(detail.mentoring().flatMap(MentorRecord::problem))
        .text(detail.mentoring().flatMap(MentorRecord::measure))
        .text(detail.mentoring().flatMap(MentorRecord::effect))
        .value(detail.followsUp());
  }

  private static Params params(SchoolId school, Key key, Voiding voiding) {
    return Params.of(school)
        .id(key.child())
        .id(key.id())
        .instant(voiding.recordedAt())
        .value(voiding.by())
        .text(voiding.reason());
  }

  @Override
  public boolean markVoid(SchoolId school, ChildId child, ContactId id, Voiding voiding) {
    session.checkWrite();
    Key key = new Key(child, id);
    Contact stored =
        find(school, child, id).orElseThrow(() -> new RecordNotFoundException(TYPE, school, key));
    if (stored.voiding().isPresent()) {
      return false;
    }
    session.update(INSERT_VOIDING, params(school, key, voiding));
    return true;
  }
}
