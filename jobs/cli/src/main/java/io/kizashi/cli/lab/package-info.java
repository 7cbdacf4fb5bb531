/**
 * Commands that measure the engine: how fast, how well, and whether it does what is written.
 *
 * <p>Door: {@link BenchCommand}, {@link CheckCommand}, {@link EvaluateCommand}.
 */
@NullMarked
package io.kizashi.cli.lab;

import org.jspecify.annotations.NullMarked;
