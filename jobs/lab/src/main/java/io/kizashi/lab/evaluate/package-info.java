/**
 * How well feeling is found in text, on data that people have labelled.
 *
 * <p>Door: {@link Corpora}, {@link Corpus}, {@link LabelledScores}, {@link Row}, {@link Table}.
 */
@NullMarked
package io.kizashi.lab.evaluate;

import org.jspecify.annotations.NullMarked;
