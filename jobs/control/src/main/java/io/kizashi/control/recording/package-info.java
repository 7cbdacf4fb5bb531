/**
 * Recorded touchpoints, and lexicons that are learned from them, read from a file or told by a
 * running engine.
 *
 * <p>Door: {@link LearnedLexicons}, {@link LexiconTable}, {@link Recording}, {@link
 * TouchpointSource}.
 */
@NullMarked
package io.kizashi.control.recording;

import org.jspecify.annotations.NullMarked;
