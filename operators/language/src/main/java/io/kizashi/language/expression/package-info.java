/**
 * Compiles expressions with CEL, finds what they read and cost, and puts errors in an author's
 * words.
 *
 * <p>Door: {@link ExpressionCompiler}, {@link ExpressionMemory}, {@link Places}, {@link
 * PropertiesRead}, {@link Scope}.
 */
@NullMarked
package io.kizashi.language.expression;

import org.jspecify.annotations.NullMarked;
