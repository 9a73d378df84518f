package fr.vigie.notification;

/**
 * The nine parts that every message to an affected person must have, in reading order (GDPR art.
 * 34(2) and the practice of the CNIL).
 */
public enum MessageBlock {
  /** Who writes, and why to this person. */
  WHO_AND_WHY,
  /** What happened and when, in plain words. */
  WHAT_HAPPENED,
  /** Which data of this person were affected, and which were not. */
  AFFECTED_DATA,
  /** What could happen, in concrete scenarios. */
  POSSIBLE_CONSEQUENCES,
  /** What the controller did. */
  MEASURES_TAKEN,
  /** What the person can do, step by step. */
  ADVICE,
  /** Whom to ask: postal address, telephone, opening hours. */
  CONTACT,
  /** The right to complain. */
  RIGHT_TO_COMPLAIN,
  /** How to check that the message is genuine. */
  AUTHENTICITY
}
