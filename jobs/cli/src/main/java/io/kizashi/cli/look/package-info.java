/**
 * Commands that look at what happened and say why, or how well and how fast the engine does it.
 *
 * <p>More public types than five: picocli is handed each command by the command line's root.
 *
 * <p>Door: {@link BenchCommand}, {@link CheckCommand}, {@link CompareCommand}, {@link
 * EmotionCurve}, {@link EmotionsCommand}, {@link EvaluateCommand}, {@link LearnCommand}, {@link
 * Lessons}, {@link LexiconTable}, {@link Recording}, {@link WhyCommand}.
 */
@NullMarked
package io.kizashi.cli.look;

import org.jspecify.annotations.NullMarked;
