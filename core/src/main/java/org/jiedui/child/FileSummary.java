package org.jiedui.child;

import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Comparator;
import org.jiedui.id.ChildId;

/**
 * What the files of many children lack.
 *
 * <p>Immutable.
 *
 * @param files the gaps of each child's file, also of a complete one, by child
 */
public record FileSummary(ImmutableList<FileGaps> files) {

  /**
   * Creates a summary.
   *
   * @param files the gaps of each child's file, also of a complete one
   */
  public FileSummary {
    requireNonNull(files, "files");
    files = ImmutableList.sortedCopyOf(Comparator.comparing(gaps -> gaps.childId().value()), files);
  }

  /**
   * Returns the summary of files.
   *
   * @param files the gaps of each child's file, in any order
   * @return the summary
   */
  public static FileSummary of(Collection<FileGaps> files) {
    return new FileSummary(ImmutableList.copyOf(files));
  }

  /**
   * Returns how many files lack nothing.
   *
   * @return 0 to the number of files
   */
  public int complete() {
    return (int) files.stream().filter(FileGaps::isComplete).count();
  }

  /**
   * Returns the children whose file lacks something.
   *
   * @return the children by what is missing, in the order of {@link FileField}, by id
   */
  public ImmutableListMultimap<FileField, ChildId> childrenByField() {
    ImmutableListMultimap.Builder<FileField, ChildId> children =
        ImmutableListMultimap.<FileField, ChildId>builder().orderKeysBy(Comparator.naturalOrder());
    for (FileGaps gaps : files) {
      gaps.missing().forEach(field -> children.put(field, gaps.childId()));
    }
    return children.build();
  }

  /**
   * Returns how many files lack what.
   *
   * @return the numbers, 1 or more, in the order of {@link FileField}
   */
  public ImmutableSortedMap<FileField, Integer> counts() {
    return childrenByField().asMap().entrySet().stream()
        .collect(
            toImmutableSortedMap(
                Comparator.naturalOrder(),
                entry -> entry.getKey(),
                entry -> entry.getValue().size()));
  }
}
