/**
 * What people type for what a rulebook takes: full-width digits, {@code 30 minutes}, {@code 9:00}.
 * A rulebook is still refused for them; but then it can be said to the letter what is meant.
 *
 * <p>Door: {@link TypedDuration}, {@link TypedExpression}, {@link TypedNumber}, {@link TypedTime},
 * {@link TypedWord}.
 */
@NullMarked
package io.kizashi.language.typed;

import org.jspecify.annotations.NullMarked;
