/**
 * Looks again at what was decided, when its time has come or more is known.
 *
 * <p>Door: {@link Review}.
 */
@NullMarked
package io.kizashi.core.review;

import org.jspecify.annotations.NullMarked;
