/**
 * What customers' words and survey answers say about feeling: words in Japanese and English, by
 * lexicons and a few passes. Pure and bounded; no text goes into a log or an exception's message.
 *
 * <p>More public types than five: scorers of a company's own stand on these.
 *
 * <p>More files than twenty-five: each pass over a sentence is a file of its own.
 *
 * <p>Door: {@link EmotionScorer}, {@link Feeling}, {@link LexiconScorer}, {@link Scored}, {@link
 * Senses}, {@link Study}, {@link Witness}, {@link WordScorer}.
 */
@NullMarked
package io.kizashi.text;

import org.jspecify.annotations.NullMarked;
