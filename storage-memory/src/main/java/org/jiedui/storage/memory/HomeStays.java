package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.HomeStayId;
import org.jiedui.mentor.HomeStay;
import org.jiedui.storage.HomeStayWriter;

/** Visits and stays. */
final class HomeStays extends OwnedRecords<HomeStayId, HomeStay> implements HomeStayWriter {

  private static final Kind<HomeStayId, HomeStay> KIND =
      new Kind<>("home stay", HomeStay::schoolId, HomeStay::id);

  HomeStays(Session session, Rows<HomeStayId, HomeStay> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.guest(), each.host()), rows);
  }
}
