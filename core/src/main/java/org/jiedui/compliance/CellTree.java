package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one grouping, found by the numbers of their groups: one array access for each
 * dimension.
 */
@SuppressWarnings("EnumOrdinal") // the columns of codes never leave this package
final class CellTree {

  final ImmutableList<Dimension> dimensions;
  private final Node root = new Node();

  CellTree(Grouping grouping) {
    this.dimensions = grouping.dimensions();
  }

  private static final class Node {
    private @Nullable Node[] next = new Node[4];
    private @Nullable CellCount cell;

    Node at(int code) {
      if (code >= next.length) {
        next = Arrays.copyOf(next, Math.max(code + 1, 2 * next.length));
      }
      Node found = next[code];
      if (found == null) {
        found = new Node();
        next[code] = found;
      }
      return found;
    }
  }

  /** Finds the cell of some groups, or makes it. */
  CellCount at(int[] codes) {
    Node node = root;
    for (Dimension dimension : dimensions) {
      node = node.at(codes[dimension.ordinal()]);
    }
    if (node.cell == null) {
      node.cell = new CellCount();
    }
    return node.cell;
  }

  /** Hands over every cell, with the codes of its groups in the order of the dimensions. */
  void forEach(BiConsumer<int[], CellCount> action) {
    visit(root, new int[dimensions.size()], 0, action);
  }

  private void visit(Node node, int[] path, int depth, BiConsumer<int[], CellCount> action) {
    if (depth == path.length) {
      if (node.cell != null) {
        action.accept(path, node.cell);
      }
      return;
    }
    for (int code = 0; code < node.next.length; code++) {
      Node next = node.next[code];
      if (next != null) {
        path[depth] = code;
        visit(next, path, depth + 1, action);
      }
    }
  }
}
