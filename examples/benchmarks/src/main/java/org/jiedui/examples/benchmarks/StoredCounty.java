package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.primitives.ImmutableIntArray;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.text.Coded;

/**
 * The county in the tables of a store. Contacts are copied in, for five million of them one by one
 * would take an hour; everything else goes in through the store. {@link #check} proves that the
 * store reads what was drawn.
 */
final class StoredCounty {

  private static final Joiner COMMA = Joiner.on(',').useForNull("");

  private final CareStore store;
  private final County county;
  private final ImmutableListMultimap<SchoolId, CountyChild> bySchool;

  private StoredCounty(CareStore store, County county) {
    this.store = store;
    this.county = county;
    this.bySchool = Multimaps.index(county.children(), CountyChild::school);
  }

  /** Loads a county into a store that has the default prefix and none of its schools. */
  static void load(EmbeddedDatabase database, CareStore store, County county) throws SQLException {
    StoredCounty stored = new StoredCounty(store, county);
    stored.bySchool.asMap().keySet().forEach(stored::loadSchool);
    // Foreign keys are not looked up row by row: every child is there.
    database.execute("SET session_replication_role = replica");
    database.copy(
        "jiedui_contact (school_id, child_id, contact_id, made_on, channel, made_by, parties,"
            + " reached, recorded_at, recorded_nanos, recorded_by)",
        stored.contacts().map(StoredCounty::contact).iterator());
    database.copy(
        "jiedui_contact_voiding (school_id, child_id, contact_id, recorded_at, recorded_nanos,"
            + " voided_by, reason)",
        stored.contacts().flatMap(StoredCounty::voiding).iterator());
    database.execute("SET session_replication_role = origin");
    database.execute("VACUUM (ANALYZE)");
    database.execute("CHECKPOINT");
  }

  private void loadSchool(SchoolId school) {
    long unused =
        store.write(
            writer -> {
              long version =
                  writer.schools().insert(school, School.of(school, "学校", LifeCourse.ZONE));
              writer.calendars().insert(school, PresetRules.calendar());
              writer.ruleBooks().insert(school, PresetRules.book());
              bySchool.get(school).forEach(child -> insert(writer, child));
              return version;
            });
  }

  private static void insert(CareWriter writer, CountyChild child) {
    writer.children().insert(child.child());
    child.exemptions().forEach(writer.exemptions()::insert);
  }

  private Stream<Contact> contacts() {
    return county.children().stream().flatMap(child -> child.contactList().stream());
  }

  private static String contact(Contact contact) {
    return COMMA.join(
        contact.schoolId(),
        contact.childId(),
        contact.id(),
        contact.day(),
        contact.channel().code(),
        contact.madeBy().code(),
        codes(contact.with()),
        contact.reached(),
        contact.recordedAt(),
        0,
        contact.recordedBy());
  }

  private static Stream<String> voiding(Contact contact) {
    return contact.voiding().stream()
        .map(
            voiding ->
                COMMA.join(
                    contact.schoolId(),
                    contact.childId(),
                    contact.id(),
                    voiding.recordedAt(),
                    0,
                    voiding.by(),
                    voiding.reason()));
  }

  /** Codes as the store writes them: between commas, and so in quotes here. */
  private static String codes(Iterable<? extends Coded> all) {
    StringBuilder text = new StringBuilder("\",");
    all.forEach(each -> text.append(each.code()).append(','));
    return text.append('"').toString();
  }

  /**
   * Checks that a store hands over what was drawn: every fact, exemption and contact.
   *
   * @throws IllegalStateException if it does not
   */
  static void check(CareStore store, County county) {
    ImmutableMap<ChildId, CountyChild> drawn = Maps.uniqueIndex(county.children(), CountyChild::id);
    Set<ChildId> seen = new HashSet<>();
    Set<SchoolId> schools =
        store.read(
            reader -> {
              ImmutableSet<SchoolId> ids = ImmutableSet.copyOf(reader.schools().ids());
              ids.forEach(
                  school ->
                      reader.sweep(
                          school,
                          record -> {
                            check(record, requireNonNull(drawn.get(record.childId()), "drawn"));
                            seen.add(record.childId());
                          }));
              return ids;
            });
    if (!seen.equals(drawn.keySet())) {
      throw new IllegalStateException(
          "the store has %s children in %s schools, not %s"
              .formatted(seen.size(), schools.size(), drawn.size()));
    }
  }

  private static void check(CareRecord record, CountyChild child) {
    boolean same =
        record.facts().equals(child.life().facts())
            && ImmutableSet.copyOf(record.exemptions())
                .equals(ImmutableSet.copyOf(child.exemptions()))
            && rows(record.contacts()).equals(rows(child.contacts()));
    if (!same) {
      throw new IllegalStateException("the store has something else of child " + child.id());
    }
  }

  /** The contacts; those of one day may come in another order. */
  private static ImmutableMultiset<ImmutableIntArray> rows(ContactSeries contacts) {
    return IntStream.range(0, contacts.size())
        .mapToObj(
            i ->
                ImmutableIntArray.of(
                    contacts.day(i),
                    contacts.kind(i),
                    contacts.recordedDay(i),
                    contacts.voidedDay(i)))
        .collect(ImmutableMultiset.toImmutableMultiset());
  }
}
