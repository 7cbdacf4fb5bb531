/**
 * From a history to the moments that stand on it: pure functions of the retained touchpoints.
 *
 * <p>Door: {@link Detector}, {@link Feelings}, {@link Guards}, {@link Match}, {@link World}.
 */
@NullMarked
package io.kizashi.core.detect;

import org.jspecify.annotations.NullMarked;
