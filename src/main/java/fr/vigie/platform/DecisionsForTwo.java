package fr.vigie.platform;

import java.util.List;

/**
 * The acts of a feature that take two people (BR-11). Each feature that has some implements it, so
 * that the desk shows what waits for a person without knowing the features.
 */
public interface DecisionsForTwo {
  /** Of each kind no more are told, so that a desk stays readable. */
  int MOST = 50;

  /**
   * What the caller of the running act may decide now, the oldest of each kind first: on the rows
   * of the permission that the decision takes, in open cases, and never what they had a hand in.
   */
  List<AwaitedDecision> awaited();
}
