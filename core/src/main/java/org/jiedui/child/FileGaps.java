package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.jiedui.id.ChildId;

/**
 * What a child's file lacks.
 *
 * <p>Immutable.
 *
 * @param childId the child
 * @param missing the missing fields and documents, in the order of {@link FileField}
 */
public record FileGaps(ChildId childId, ImmutableSet<FileField> missing) {

  /**
   * Creates gaps.
   *
   * @param childId the child
   * @param missing the missing fields and documents, in any order
   */
  public FileGaps {
    requireNonNull(childId, "childId");
    requireNonNull(missing, "missing");
    missing = Sets.immutableEnumSet(missing);
  }

  /**
   * Whether nothing is missing.
   *
   * @return true if the file is complete
   */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}
