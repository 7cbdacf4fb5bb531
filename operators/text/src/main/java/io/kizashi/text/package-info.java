/**
 * What customers' words and survey answers say about feeling: words in Japanese and English, by
 * lexicons and a few passes. Pure and bounded; no text goes into a log or an exception's message.
 */
@NullMarked
package io.kizashi.text;

import org.jspecify.annotations.NullMarked;
