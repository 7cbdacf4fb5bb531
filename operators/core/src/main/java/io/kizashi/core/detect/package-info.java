/**
 * From a history to the moments that stand on it: pure functions of the retained touchpoints.
 *
 * <p>More public types than five: what was detected is asked for, what is felt, what spares a
 * customer, and how far each rule came.
 *
 * <p>Door: {@link Courses}, {@link Detector}, {@link Feelings}, {@link Guards}, {@link Match},
 * {@link World}.
 */
@NullMarked
package io.kizashi.core.detect;

import org.jspecify.annotations.NullMarked;
