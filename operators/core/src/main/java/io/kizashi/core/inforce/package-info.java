/**
 * Which rules are in force, for whom, and from when on.
 *
 * <p>Door: {@link InForce}, {@link RulebookTerm}, {@link Span}, {@link Succession}.
 */
@NullMarked
package io.kizashi.core.inforce;

import org.jspecify.annotations.NullMarked;
