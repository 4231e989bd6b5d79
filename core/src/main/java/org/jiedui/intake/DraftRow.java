package org.jiedui.intake;

/**
 * A draft and where it stands.
 *
 * @param <D> the draft
 * @param row the row of the file, counted as an office program does: 1 is the line of headings; 0
 *     for a form
 * @param draft the draft
 */
public record DraftRow<D>(int row, D draft) {

  /** Returns the row; the draft is personal. */
  @Override
  public String toString() {
    return "DraftRow[" + row + "]";
  }
}
