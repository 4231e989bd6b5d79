package org.jiedui.storage.jdbc;

import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import org.jiedui.id.ChildId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.storage.PeerPairWriter;

/** Pairs of children who help each other. */
final class PeerPairs extends Owned<PeerPairId, PeerPair> implements PeerPairWriter {

  private static final Kind<PeerPairId, PeerPair> KIND =
      new Kind<>(
          "peer pair",
          "{peer_pair}",
          "pair_id",
          Columns.of(
              ObjectArrays.concat(
                  new String[] {"helper", "helped", "kind"}, Tenures.COLUMNS, String.class)),
          PeerPair::schoolId,
          PeerPair::id);

  PeerPairs(Session session) {
    super(session, KIND, "helper", "helped");
  }

  @Override
  void bind(PeerPair pair, Params params) {
    params.value(pair.helper()).value(pair.helped()).code(pair.kind());
    Tenures.bind(pair.tenure(), params);
  }

  @Override
  PeerPair read(SchoolId school, Row row) throws SQLException {
    return new PeerPair(
        school,
        row.id("pair_id", PeerPairId::of),
        row.id("helper", ChildId::of),
        row.id("helped", ChildId::of),
        row.code("kind", PeerKind.class),
        Tenures.read(row));
  }
}
