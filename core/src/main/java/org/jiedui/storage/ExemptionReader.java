package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Exemption;

/** Reads exemptions. */
public interface ExemptionReader extends RecordReader<ExemptionId, Exemption> {

  /**
   * Returns the exemptions of a child.
   *
   * @param school the school
   * @param child the child
   * @return the exemptions by id, withdrawn ones too
   */
  ImmutableList<Exemption> ofChild(SchoolId school, ChildId child);
}
