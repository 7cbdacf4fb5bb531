/**
 * Reads a rulebook: one reader for each part of the language, behind the compiler.
 *
 * <p>More files than other packages have, since each key of the language is read in one place.
 *
 * <p>More files than twenty-five: each key of the language is read in one place.
 *
 * <p>Door: {@link Compilation}, {@link RulebookCompiler}, {@link RulebookTest}, {@link TestClock}.
 */
@NullMarked
package io.kizashi.language.read;

import org.jspecify.annotations.NullMarked;
