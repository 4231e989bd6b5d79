package org.jiedui.storage;

import org.jiedui.id.HomeStayId;
import org.jiedui.mentor.HomeStay;

/** Writes visits and stays. */
public interface HomeStayWriter extends RecordWriter<HomeStayId, HomeStay>, HomeStayReader {}
