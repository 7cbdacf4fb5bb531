package io.kizashi.core.rules;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Sha256;
import java.util.Optional;

/**
 * For whom a rule is in force, and whether in earnest.
 *
 * @param mode whether what it does is done or only noted
 * @param percent percent of the customers, 1 to 100
 * @param testers customers for whom it is in force in earnest already
 */
public record Trial(Mode mode, int percent, Optional<CustomerList> testers) {
  /** For everybody, in earnest. */
  public static final Trial NONE =
      new Trial(Mode.IN_EARNEST, Publication.EVERYBODY, Optional.empty());

  private static final long BUCKETS = 10_000;

  /** Whether what it does is only noted. */
  public boolean shadow() {
    return mode == Mode.IN_SHADOW;
  }

  /** The same with customers for whom it is in earnest; where it is for nobody a trial, none. */
  public Trial with(Optional<CustomerList> others) {
    return equals(NONE) ? this : new Trial(mode, percent, others);
  }

  /** Whether what it does for a customer is done or only noted. */
  public Mode mode(CustomerKey customer) {
    return isTested(customer) ? Mode.IN_EARNEST : mode;
  }

  private boolean isTested(CustomerKey customer) {
    return testers.filter(list -> list.holds(customer)).isPresent();
  }

  /**
   * Whether it is in force for a customer.
   *
   * @param name what is on trial
   * @param customer the customer's key, as a text
   */
  public boolean covers(String name, String customer) {
    return includes(name, percent, customer)
        || (testers.isPresent() && isTested(CustomerKey.parse(customer)));
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
