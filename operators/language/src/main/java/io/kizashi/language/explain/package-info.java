/**
 * Says in people's words what a rulebook does.
 *
 * <p>Door: {@link Explanation}, {@link Language}, {@link Phrases}, {@link Reason}.
 */
@NullMarked
package io.kizashi.language.explain;

import org.jspecify.annotations.NullMarked;
