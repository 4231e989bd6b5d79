package org.jiedui.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups of one dimension that have turned up, numbered from 0 as they did. */
final class GroupIndex {

  /** The number of the group for what belongs to no other. */
  static final int NONE = 0;

  private final Map<Group, Integer> codes = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();

  GroupIndex(Dimension dimension) {
    codeOf(new Group.None(dimension));
  }

  int codeOf(Group group) {
    Integer known = codes.get(group);
    if (known != null) {
      return known;
    }
    codes.put(group, groups.size());
    groups.add(group);
    return groups.size() - 1;
  }

  Group group(int code) {
    return groups.get(code);
  }
}
