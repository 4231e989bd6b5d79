package org.jiedui.storage;

import org.jiedui.id.ReferralId;
import org.jiedui.referral.Referral;

/** Writes referrals. */
public interface ReferralWriter extends RecordWriter<ReferralId, Referral>, ReferralReader {}
