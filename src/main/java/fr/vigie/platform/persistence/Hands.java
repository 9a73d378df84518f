package fr.vigie.platform.persistence;

import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Arrays;

/**
 * All who had a hand in what is to be approved: four eyes look at each of them, not at the last one
 * only (BR-11). One text column {@code hands}, never null, so that it fits into the row that it is
 * about.
 */
@Embeddable
public class Hands implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ids with a blank between; empty while nobody did anything. */
  @Column(name = "hands")
  private String ids = "";

  /**
   * Somebody wrote, changed or handed in.
   *
   * @param person id of a user
   */
  public void add(long person) {
    if (!has(person)) {
      ids = ids.isEmpty() ? Long.toString(person) : ids + " " + person;
    }
  }

  /**
   * Condition of a query: the person bound as {@code :hand} by {@link #like} had none in it.
   *
   * @param path of the hands, e.g. {@code d.hands}
   */
  public static String without(String path) {
    return "concat(concat(' ', " + path + ".ids), ' ') not like :hand";
  }

  /** The value of {@code :hand}. */
  public static String like(long person) {
    return "% " + person + " %";
  }

  public boolean has(long person) {
    return Arrays.asList(ids.split(" ")).contains(Long.toString(person));
  }

  /**
   * Whoever had a hand in it does not approve it.
   *
   * @param person id of who is about to approve
   * @param refusal message key, in the words of what is approved
   */
  public void mustBeOther(long person, String refusal) {
    if (has(person)) {
      throw new RefusedException(refusal);
    }
  }
}
