package io.kizashi.core.rules;

import io.kizashi.schema.Publication;
import io.kizashi.schema.Sha256;

/**
 * For whom a rule is in force, and whether in earnest.
 *
 * @param mode whether what it does is done or only noted
 * @param percent percent of the customers, 1 to 100
 */
public record Trial(Mode mode, int percent) {
  /** For everybody, in earnest. */
  public static final Trial NONE = new Trial(Mode.IN_EARNEST, Publication.EVERYBODY);

  private static final long BUCKETS = 10_000;

  /** Whether what it does is only noted. */
  public boolean shadow() {
    return mode == Mode.IN_SHADOW;
  }

  /**
   * Whether a part of the customers includes one. A customer in a part is in every larger part of
   * the same name; parts of other names are drawn independently.
   *
   * @param name what the part is of
   * @param percent how large it is
   * @param customer the customer's key
   */
  public static boolean includes(String name, int percent, String customer) {
    return percent >= Publication.EVERYBODY
        || Long.remainderUnsigned(Sha256.prefix(name + "\n" + customer), BUCKETS)
            < percent * (BUCKETS / Publication.EVERYBODY);
  }
}
