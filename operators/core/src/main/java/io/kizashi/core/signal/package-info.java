/**
 * Named values of a customer: what they add up to at any place of the history.
 *
 * <p>Door: {@link HalfLives}, {@link Ledger}, {@link Mood}, {@link Signal}, {@link Signals}.
 */
@NullMarked
package io.kizashi.core.signal;

import org.jspecify.annotations.NullMarked;
