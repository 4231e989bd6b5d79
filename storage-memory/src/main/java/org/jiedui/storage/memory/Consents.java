package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.child.GuardianConsent;
import org.jiedui.id.ConsentId;
import org.jiedui.storage.ConsentWriter;

/** Guardians' consents. */
final class Consents extends OwnedRecords<ConsentId, GuardianConsent> implements ConsentWriter {

  private static final Kind<ConsentId, GuardianConsent> KIND =
      new Kind<>("consent", GuardianConsent::schoolId, GuardianConsent::id);

  Consents(Session session, Rows<ConsentId, GuardianConsent> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.childId()), rows);
  }
}
