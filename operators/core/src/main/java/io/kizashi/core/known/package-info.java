/**
 * What is known of a customer beside moments: consent, refusals, outcomes, how they respond, where
 * they are, and which message speaks of what.
 *
 * <p>More public types than five: each answers another question of what is known, and none of them
 * knows another but for outcomes.
 *
 * <p>Door: {@link Consents}, {@link Corrections}, {@link Outcomes}, {@link Refusals}, {@link
 * Region}, {@link Responses}, {@link Told}.
 */
@NullMarked
package io.kizashi.core.known;

import org.jspecify.annotations.NullMarked;
