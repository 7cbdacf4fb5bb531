package io.kizashi.schema.state;

import io.kizashi.schema.Recommendation;

/**
 * A decision that was taken: what is needed to take it back, and to decide no second time.
 *
 * @param recommendation as issued, without its reasoning
 * @param standing false once it was retracted
 */
public record Decision(Recommendation recommendation, boolean standing) {}
