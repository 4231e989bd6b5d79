package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.ExemptionId;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.ExemptionWriter;

/** Exemptions. */
final class Exemptions extends OwnedRecords<ExemptionId, Exemption> implements ExemptionWriter {

  private static final Kind<ExemptionId, Exemption> KIND =
      new Kind<>("exemption", Exemption::schoolId, Exemption::id);

  Exemptions(Session session, Rows<ExemptionId, Exemption> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.childId()), rows);
  }
}
