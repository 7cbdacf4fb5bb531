/**
 * How a customer feels at a time and felt in a contact, for people and analyses.
 *
 * <p>Door: {@link EmotionalState}, {@link PeakEnd}.
 */
@NullMarked
package io.kizashi.core.emotion;

import org.jspecify.annotations.NullMarked;
