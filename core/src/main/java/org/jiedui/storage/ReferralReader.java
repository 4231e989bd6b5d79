package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.referral.Referral;

/** Reads referrals. */
public interface ReferralReader extends RecordReader<ReferralId, Referral> {

  /**
   * Returns the referrals of a child.
   *
   * @param school the school
   * @param child the child
   * @return the referrals by id, ended ones too
   */
  ImmutableList<Referral> ofChild(SchoolId school, ChildId child);
}
