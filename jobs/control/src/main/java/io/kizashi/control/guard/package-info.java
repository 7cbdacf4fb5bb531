/**
 * A guarded roll-out: a text goes to more and more customers, and back as soon as a bound breaks.
 *
 * <p>Door: {@link Figures}, {@link GuardBase}, {@link GuardPlan}, {@link GuardedRollout}.
 */
@NullMarked
package io.kizashi.control.guard;

import org.jspecify.annotations.NullMarked;
