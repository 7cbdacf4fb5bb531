/**
 * Compiles expressions with CEL, finds what they read and cost, and puts errors in an author's
 * words.
 *
 * <p>More public types than five: what else looks into expressions shares how they are read.
 *
 * <p>Door: {@link EventTypes}, {@link ExpressionCompiler}, {@link ExpressionMemory}, {@link
 * Places}, {@link PropertiesRead}, {@link Scope}.
 */
@NullMarked
package io.kizashi.language.expression;

import org.jspecify.annotations.NullMarked;
