package fr.vigie.notification;

/** How far one person's message is (domain.md appendix B, DELIVERY). */
public enum Delivery {
  /** Waits in the queue. */
  PREPARED,
  /** Nothing is sent before a person has decided, with a reason. */
  HELD,
  /** Claimed by a node. */
  SENDING,
  /** The node died while it spoke with the server: nobody knows; a person decides. */
  TO_VERIFY,
  /** The server took it. It may still come back, so the person does not count as told. */
  SENT,
  /** The mailbox of returns was read long enough after, and nothing had come back. */
  DELIVERED,
  /** Came back: not informed (pitfall 22). */
  BOUNCED,
  /** The letter came back, unknown at the address. */
  NPAI,
  /** Told by letter or telephone, with what was done. */
  SECOND_CHANNEL,
  /** Covered by the public notice, with the reason. */
  PUBLIC_NOTICE,
  /** Is not told, with the reason. */
  EXEMPT;

  /** What came of a message that left, or was done in its place: never to be mixed in figures. */
  public boolean isOutcome() {
    return switch (this) {
      case SENT, DELIVERED, BOUNCED, SECOND_CHANNEL, PUBLIC_NOTICE, EXEMPT -> true;
      default -> false;
    };
  }

  /** Nothing is left to do for this person. */
  public boolean isTreated() {
    return switch (this) {
      case DELIVERED, SECOND_CHANNEL, PUBLIC_NOTICE, EXEMPT -> true;
      default -> false;
    };
  }

  /** What a person may decide for a message in this state. */
  boolean mayBecome(Delivery next) {
    return switch (this) {
      case HELD, BOUNCED, NPAI ->
          next == SECOND_CHANNEL || next == PUBLIC_NOTICE || next == EXEMPT || next == PREPARED;
      case TO_VERIFY ->
          next == PREPARED || next == SENT || next == SECOND_CHANNEL || next == PUBLIC_NOTICE;
      case SENT, DELIVERED -> next == BOUNCED;
      case SECOND_CHANNEL -> next == NPAI;
      default -> false;
    };
  }
}
