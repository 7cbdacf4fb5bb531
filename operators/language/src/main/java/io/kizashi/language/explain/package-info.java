/**
 * Says in people's words what a rulebook does.
 *
 * <p>More files than twenty-five: conditions, terms and the sentences of each part of a rulebook
 * are said by the same words, which nothing outside has to know.
 *
 * <p>Door: {@link Explanation}, {@link Language}, {@link Phrases}, {@link Reason}, {@link
 * TimeWords}.
 */
@NullMarked
package io.kizashi.language.explain;

import org.jspecify.annotations.NullMarked;
