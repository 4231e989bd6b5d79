package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.HomeStay;

/** Reads visits and stays. */
public interface HomeStayReader extends RecordReader<HomeStayId, HomeStay> {

  /**
   * Returns the stays of which a child is the guest or whose family is the host.
   *
   * @param school the school
   * @param child the child
   * @return the stays by id, those called off too
   */
  ImmutableList<HomeStay> ofChild(SchoolId school, ChildId child);
}
