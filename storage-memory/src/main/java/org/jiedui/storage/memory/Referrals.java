package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.ReferralId;
import org.jiedui.referral.Referral;
import org.jiedui.storage.ReferralWriter;

/** Referrals. */
final class Referrals extends OwnedRecords<ReferralId, Referral> implements ReferralWriter {

  private static final Kind<ReferralId, Referral> KIND =
      new Kind<>("referral", Referral::schoolId, Referral::id);

  Referrals(Session session, Rows<ReferralId, Referral> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.childId()), rows);
  }
}
