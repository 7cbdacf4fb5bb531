package io.kizashi.core.reason;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Recommendation.Explanation;

/**
 * Nothing was done, though something was asked for.
 *
 * @param customer whom it is about
 * @param trigger the touchpoint's id, or the deadline, that asked for it
 * @param decidedAt time of that cause, milliseconds since the epoch
 * @param at when it was withheld: at once, or when it was to be sent
 * @param action what would have been done
 * @param reason why it is not, as a code
 * @param explanation all that was weighed
 */
public record Withheld(
    CustomerKey customer,
    String trigger,
    long decidedAt,
    long at,
    String action,
    String reason,
    Explanation explanation) {}
