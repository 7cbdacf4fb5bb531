package io.kizashi.schema;

import java.util.function.Function;

/**
 * A customer for whom a defect stopped all deciding is to be tried again.
 *
 * @param customer who
 * @param by who said so; may be empty
 * @param why what for; may be empty
 * @param offset its place on the topic {@code controls}: a customer who was frozen later is not
 *     meant; {@link #UNPLACED} where it was not read there
 */
public record Thaw(CustomerKey customer, String by, String why, long offset) implements Control {
  /** Not read from the topic. */
  public static final long UNPLACED = 0;

  /** Not read from the topic. */
  public Thaw(CustomerKey customer, String by, String why) {
    this(customer, by, why, UNPLACED);
  }

  /** The key of its record, which is that of no pause. */
  public String key() {
    return "thaw=" + customer.text();
  }

  @Override
  public Kind kind() {
    return Kind.THAW;
  }

  @Override
  public <T> T map(
      Function<Publication, T> publication,
      Function<Pause, T> pause,
      Function<Thaw, T> thaw,
      Function<Inquiry, T> inquiry) {
    return thaw.apply(this);
  }
}
