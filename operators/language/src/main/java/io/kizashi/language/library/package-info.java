/**
 * The rulebooks that come with the engine, and the files that make up one rulebook.
 *
 * <p>Door: {@link Bundle}, {@link IdFile}, {@link Library}, {@link PairFile}.
 */
@NullMarked
package io.kizashi.language.library;

import org.jspecify.annotations.NullMarked;
