package org.jiedui.ics;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/**
 * The events of a calendar as they are written, property by property. Time zones that a calendar
 * describes are not asked about, so that nothing is looked up on the network for them.
 */
final class RawEvents implements ContentHandler {

  /** A property as it is written. */
  record Property(String value, Map<String, String> parameters) {}

  /** An event: the last property of each name. */
  record Raw(Map<String, Property> properties) {}

  private static final String EVENT = "VEVENT";

  private final List<Raw> events = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private Map<String, Property> properties = new HashMap<>();
  private Map<String, String> parameters = new HashMap<>();
  private @Nullable String value;

  ImmutableList<Raw> events() {
    return ImmutableList.copyOf(events);
  }

  @Override
  public void startCalendar() {}

  @Override
  public void endCalendar() {}

  @Override
  public void startComponent(String name) {
    open.add(Ascii.toUpperCase(name));
    if (isInEvent()) {
      properties = new HashMap<>();
    }
  }

  @Override
  public void endComponent(String name) {
    if (isInEvent()) {
      events.add(new Raw(properties));
    }
    if (!open.isEmpty()) {
      open.remove(open.size() - 1);
    }
  }

  /** In the event itself, not in an alarm of it. */
  private boolean isInEvent() {
    return !open.isEmpty() && open.get(open.size() - 1).equals(EVENT);
  }

  @Override
  public void startProperty(String name) {
    parameters = new HashMap<>();
    value = null;
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void endProperty(String name) {
    if (isInEvent() && value != null) {
      properties.put(Ascii.toUpperCase(name), new Property(value, parameters));
    }
  }

  @Override
  public void parameter(String name, String text) {
    parameters.put(Ascii.toUpperCase(name), text);
  }
}
