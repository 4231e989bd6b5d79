package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.child.GuardianConsent;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.SchoolId;

/** Reads guardians' consents to visits and stays. */
public interface ConsentReader extends RecordReader<ConsentId, GuardianConsent> {

  /**
   * Returns the consents for a child.
   *
   * @param school the school
   * @param child the child
   * @return the consents by id, withdrawn ones too
   */
  ImmutableList<GuardianConsent> ofChild(SchoolId school, ChildId child);
}
