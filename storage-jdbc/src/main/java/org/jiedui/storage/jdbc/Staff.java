package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.Sex;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Timeline;

/** Members of staff with their posts. */
final class Staff extends Records<StaffId, StaffMember> {

  private static final Kind<StaffId, StaffMember> KIND =
      new Kind<>(
          "member of staff",
          "{staff_member}",
          "staff_id",
          Columns.of("name", "sex", "phone"),
          StaffMember::schoolId,
          StaffMember::id);
  private static final Columns POST =
      Columns.of(
          ObjectArrays.concat(
              new String[] {"school_id", "staff_id", "place", "post"},
              Entries.COLUMNS,
              String.class));

  Staff(Session session) {
    super(session, KIND);
  }

  /** An entry and whose it is. */
  private record Given(StaffId owner, Timeline.Entry<Post> entry) {}

  @Override
  void bind(StaffMember member, Params params) {
    params
        .text(member.name().text())
        .code(member.sex())
        .text(member.phone().map(PhoneNumber::text));
  }

  @Override
  StaffMember read(SchoolId school, Row row) throws SQLException {
    return new StaffMember(
        school,
        row.id("staff_id", StaffId::of),
        PersonName.of(row.text("name")),
        row.code("sex", Sex.class),
        row.findText("phone").map(PhoneNumber::of),
        Timeline.empty());
  }

  @Override
  ImmutableList<Versioned<StaffMember>> complete(
      SchoolId school, ImmutableList<Versioned<StaffMember>> bare, Which which) {
    ImmutableListMultimap<StaffId, Given> posts =
        Multimaps.index(
            session()
                .list(
                    "SELECT * FROM {staff_post} WHERE school_id = ? AND "
                        + which.on("staff_id")
                        + " ORDER BY school_id, staff_id, place",
                    which.addTo(Params.of(school)),
                    row ->
                        new Given(
                            row.id("staff_id", StaffId::of),
                            Entries.read(row, own -> own.code("post", Post.class)))),
            Given::owner);
    return bare.stream()
        .map(row -> new Versioned<>(with(row.value(), posts), row.version()))
        .collect(toImmutableList());
  }

  private static StaffMember with(StaffMember member, ImmutableListMultimap<StaffId, Given> posts) {
    return new StaffMember(
        member.schoolId(),
        member.id(),
        member.name(),
        member.sex(),
        member.phone(),
        Timeline.of(posts.get(member.id()).stream().map(Given::entry).toList()));
  }

  @Override
  void insertParts(List<StaffMember> members) {
    List<Params> rows = new ArrayList<>();
    for (StaffMember member : members) {
      int place = 0;
      for (Timeline.Entry<Post> entry : member.post().entries()) {
        Params row = Params.of(member.schoolId()).id(member.id()).number(place++);
        Entries.bind(entry, row.code(entry.value()));
        rows.add(row);
      }
    }
    session().updateAll(POST.insertInto("{staff_post}"), rows);
  }

  @Override
  void updateParts(StaffMember member) {
    session()
        .update(
            "DELETE FROM {staff_post} WHERE school_id = ? AND staff_id = ?",
            Params.of(member.schoolId()).id(member.id()));
    insertParts(List.of(member));
  }
}
