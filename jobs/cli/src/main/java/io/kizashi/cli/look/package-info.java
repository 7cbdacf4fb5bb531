/**
 * Commands that look at what happened and say why.
 *
 * <p>Door: {@link CompareCommand}, {@link EmotionsCommand}, {@link LearnCommand}, {@link
 * WhyCommand}.
 */
@NullMarked
package io.kizashi.cli.look;

import org.jspecify.annotations.NullMarked;
