/**
 * How a customer felt, and what will be remembered of it.
 *
 * <p>Door: {@link EmotionCurve}.
 */
@NullMarked
package io.kizashi.control.emotion;

import org.jspecify.annotations.NullMarked;
