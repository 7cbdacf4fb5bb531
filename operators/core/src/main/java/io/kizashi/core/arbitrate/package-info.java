/**
 * Arbitration: of all that could be done for a customer on one cause, the one thing that is done,
 * its words, and why.
 *
 * <p>Door: {@link Answer}, {@link Arbiter}, {@link Cause}.
 */
@NullMarked
package io.kizashi.core.arbitrate;

import org.jspecify.annotations.NullMarked;
