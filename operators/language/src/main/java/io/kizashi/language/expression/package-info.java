/**
 * Compiles expressions with CEL, finds what they read and cost, and puts errors in an author's
 * words.
 */
@NullMarked
package io.kizashi.language.expression;

import org.jspecify.annotations.NullMarked;
