package org.jiedui.examples.benchmarks.engine;

import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;

/**
 * A contact, or an attempt that failed: then it reached nobody.
 *
 * <p>Immutable.
 */
public final class MadeContact {

  private final Party madeBy;
  private final Channel channel;
  private final boolean child;
  private final boolean parent;
  private final boolean carer;
  private final int day;
  private final int recordedDay;
  private final int voidedDay;

  /**
   * Creates the fact.
   *
   * @param madeBy who made it
   * @param channel the way
   * @param child that the child was reached
   * @param parent that a parent was reached
   * @param carer that the carer was reached
   * @param day the day, counted since 1970-01-01
   * @param recordedDay the day on which it was recorded
   * @param voidedDay the day on which it was voided, or the largest number
   */
  public MadeContact(
      Party madeBy,
      Channel channel,
      boolean child,
      boolean parent,
      boolean carer,
      int day,
      int recordedDay,
      int voidedDay) {
    this.madeBy = madeBy;
    this.channel = channel;
    this.child = child;
    this.parent = parent;
    this.carer = carer;
    this.day = day;
    this.recordedDay = recordedDay;
    this.voidedDay = voidedDay;
  }

  /**
   * Returns who made it.
   *
   * @return who made it
   */
  public Party getMadeBy() {
    return madeBy;
  }

  /**
   * Returns the way.
   *
   * @return the way
   */
  public Channel getChannel() {
    return channel;
  }

  /**
   * Whether this is so: that the child was reached.
   *
   * @return that the child was reached
   */
  public boolean isChild() {
    return child;
  }

  /**
   * Whether this is so: that a parent was reached.
   *
   * @return that a parent was reached
   */
  public boolean isParent() {
    return parent;
  }

  /**
   * Whether this is so: that the carer was reached.
   *
   * @return that the carer was reached
   */
  public boolean isCarer() {
    return carer;
  }

  /**
   * Returns the day, counted since 1970-01-01.
   *
   * @return the day, counted since 1970-01-01
   */
  public int getDay() {
    return day;
  }

  /**
   * Returns the day on which it was recorded.
   *
   * @return the day on which it was recorded
   */
  public int getRecordedDay() {
    return recordedDay;
  }

  /**
   * Returns the day on which it was voided, or the largest number.
   *
   * @return the day on which it was voided, or the largest number
   */
  public int getVoidedDay() {
    return voidedDay;
  }
}
