package io.kizashi.lab.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * How the engine's word compares with the truth.
 *
 * @param issued recommendations for abandoned carts, each counted once
 * @param sent of these, for carts that were bought in time (or updated again in time)
 * @param standing of {@code sent}, not taken back at the end
 * @param overtaken recommendations for abandoned carts that were bought before the message left, as
 *     in the night that it waited for
 * @param unexplained of {@code sent} and {@code overtaken}, though the source told of the order
 *     before the message left: always 0, or the engine did not wait for what was proven to be
 *     outstanding, did not look again, or lost an order with a flaw
 * @param abandoned carts that were abandoned
 * @param boughtWhileLeaving of these, bought before the message leaves: it is not issued where the
 *     order has come by then
 * @param missed of the abandoned ones, without a standing moment at the end
 * @param toldTooLate carts bought in time whose order was sent when its deadline had passed by more
 *     than the disorder: the most that {@code sent} can be
 * @param heldBack carts bought in time whose order only a paused partition kept back for so long:
 *     what an engine that does not wait for that partition would get wrong as well
 * @param flawed carts whose order had a part that can't be kept, or an id used before
 */
public record Score(
    int issued,
    int sent,
    int standing,
    int overtaken,
    int unexplained,
    int abandoned,
    int boughtWhileLeaving,
    int missed,
    int toldTooLate,
    int heldBack,
    int flawed) {

  /** Whether nothing that is wrong stands, and nothing is missing. */
  public boolean perfect() {
    return standing == 0 && missed == 0 && unexplained == 0;
  }

  /** For people, and for whoever looks for the one line. */
  public String summary() {
    return String.format(
        Locale.ROOT, "false abandonment: sent %d, standing %d of %d", sent, standing, issued);
  }

  /** What stands behind the summary. */
  public String details() {
    return String.format(
        Locale.ROOT,
        "missed abandonment: %d of %d%n"
            + "orders in time, told of too late: %d; held back by a paused partition: %d%n"
            + "bought after the deadline and before a message leaves: %d; sent all the same: %d%n"
            + "orders with a flaw: %d; messages that could have been known to be false: %d",
        missed,
        abandoned,
        toldTooLate,
        heldBack,
        boughtWhileLeaving,
        overtaken,
        flawed,
        unexplained);
  }

  public ObjectNode json() {
    return new ObjectMapper().valueToTree(this);
  }
}
