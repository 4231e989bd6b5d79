package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one grouping, found by the numbers of their groups. Finding one that is there
 * allocates nothing.
 *
 * <p>Memory: by cells, however high the numbers are. A county has tens of thousands of members of
 * staff, and each school a few of them.
 */
@SuppressWarnings("EnumOrdinal") // the columns of codes never leave this package
final class CellTable {

  private static final int FIRST_CAPACITY = 16;

  /** Spreads the hashes of small numbers over all bits. */
  private static final int SPREAD = 0x9E3779B9;

  final ImmutableList<Dimension> dimensions;
  private final int[] ordinals;

  // Open addressing: a cell stands at its hash, or behind it at the next free place.
  private @Nullable CellCount[] cells = new CellCount[FIRST_CAPACITY];
  private int[][] paths = new int[FIRST_CAPACITY][];
  private int size;

  CellTable(Grouping grouping) {
    this.dimensions = grouping.dimensions();
    this.ordinals = dimensions.stream().mapToInt(Dimension::ordinal).toArray();
  }

  /**
   * Finds the cell of some groups, or makes it.
   *
   * @param codes the number of the group of each dimension, by the dimension's ordinal
   */
  CellCount at(int[] codes) {
    int hash = 0;
    for (int ordinal : ordinals) {
      hash = mixed(hash, codes[ordinal]);
    }
    int mask = cells.length - 1;
    for (int place = hash & mask; ; place = place + 1 & mask) {
      CellCount cell = cells[place];
      if (cell == null) {
        return insert(codes, place);
      }
      if (isAt(paths[place], codes)) {
        return cell;
      }
    }
  }

  private static int mixed(int hash, int code) {
    int product = (hash + code) * SPREAD;
    return product ^ product >>> 16;
  }

  private boolean isAt(int[] path, int[] codes) {
    for (int d = 0; d < ordinals.length; d++) {
      if (path[d] != codes[ordinals[d]]) {
        return false;
      }
    }
    return true;
  }

  private CellCount insert(int[] codes, int place) {
    if (2 * size >= cells.length) {
      grow();
      return at(codes);
    }
    CellCount cell = new CellCount();
    cells[place] = cell;
    paths[place] = Arrays.stream(ordinals).map(ordinal -> codes[ordinal]).toArray();
    size++;
    return cell;
  }

  private void grow() {
    @Nullable CellCount[] oldCells = cells;
    int[][] oldPaths = paths;
    cells = new CellCount[2 * oldCells.length];
    paths = new int[cells.length][];
    int mask = cells.length - 1;
    for (int i = 0; i < oldCells.length; i++) {
      if (oldCells[i] != null) {
        int hash = 0;
        for (int code : oldPaths[i]) {
          hash = mixed(hash, code);
        }
        int place = hash & mask;
        while (cells[place] != null) {
          place = place + 1 & mask;
        }
        cells[place] = oldCells[i];
        paths[place] = oldPaths[i];
      }
    }
  }

  /** Hands over every cell, in no order, with the codes of its groups in that of the dimensions. */
  void forEach(BiConsumer<int[], CellCount> action) {
    for (int i = 0; i < cells.length; i++) {
      CellCount cell = cells[i];
      if (cell != null) {
        action.accept(paths[i], cell);
      }
    }
  }
}
