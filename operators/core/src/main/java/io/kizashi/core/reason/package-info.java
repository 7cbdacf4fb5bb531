/**
 * Reasons: why something was not done, what would have let it pass, and how much of that is told.
 *
 * <p>Door: {@link Check}, {@link Exclusion}, {@link ExplanationLimits}, {@link Remedy}, {@link
 * Withheld}.
 */
@NullMarked
package io.kizashi.core.reason;

import org.jspecify.annotations.NullMarked;
