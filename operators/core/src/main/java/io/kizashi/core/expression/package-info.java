/**
 * Rule authors' expressions: CEL, checked when compiled, bounded when run.
 *
 * <p>More public types than five: the vocabulary that rules are made of; the compiler in {@code
 * operators/language} makes these, and every room of the engine asks them.
 *
 * <p>Door: {@link Bindings}, {@link Comparison}, {@link Condition}, {@link FactName}, {@link
 * Facts}, {@link Interest}, {@link Misses}, {@link Reads}, {@link TouchpointField}, {@link
 * TouchpointView}, {@link TracedFacts}, {@link Unread}, {@link Value}, {@link ValueKind}.
 */
@NullMarked
package io.kizashi.core.expression;

import org.jspecify.annotations.NullMarked;
