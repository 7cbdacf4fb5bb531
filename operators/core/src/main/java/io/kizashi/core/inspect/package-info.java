/**
 * What is known of one customer, for whoever asks: it reads a state, and changes nothing.
 *
 * <p>Door: {@link Inspection}.
 */
@NullMarked
package io.kizashi.core.inspect;

import org.jspecify.annotations.NullMarked;
