/**
 * What is known of a customer beside moments: consent, refusals, outcomes, how they respond, where
 * they are.
 */
@NullMarked
package io.kizashi.core.known;

import org.jspecify.annotations.NullMarked;
