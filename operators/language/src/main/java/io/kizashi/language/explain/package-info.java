/**
 * Says in people's words what a rulebook does.
 *
 * <p>More files than twenty-five: two grammars stand beside each other, part by part.
 *
 * <p>Door: {@link Explanation}, {@link Language}, {@link Phrases}, {@link Reason}.
 */
@NullMarked
package io.kizashi.language.explain;

import org.jspecify.annotations.NullMarked;
