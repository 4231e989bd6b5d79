package org.jiedui.activity;

/**
 * Activities and the options of each by their positions: an option is a day and a leader, and takes
 * up slots that no two activities may share.
 *
 * @param options how many options each activity has, without those that fixed activities keep it
 *     from
 * @param week the week of each option
 * @param moved 1 if the activity was planned before and the option is another, else 0
 * @param distance how many days each option is from the day that suits best
 * @param slots what each option takes up
 * @param slotCount how many slots there are
 * @param fixedLoad how many fixed activities each week has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record PlanProblem(
    int[] options,
    int[][] week,
    int[][] moved,
    int[][] distance,
    int[][][] slots,
    int slotCount,
    int[] fixedLoad) {

  int jobs() {
    return options.length;
  }

  int weeks() {
    return fixedLoad.length;
  }
}
