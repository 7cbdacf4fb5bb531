/**
 * What leaves a history, and what is kept of it.
 *
 * <p>Door: {@link Retention}.
 */
@NullMarked
package io.kizashi.core.history;

import org.jspecify.annotations.NullMarked;
