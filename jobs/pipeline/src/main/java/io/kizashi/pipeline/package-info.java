/**
 * The wiring: sources, the operators, sinks, settings. What is public here is what the command line
 * builds on; {@link io.kizashi.pipeline.Main} is what a cluster starts.
 */
@NullMarked
package io.kizashi.pipeline;

import org.jspecify.annotations.NullMarked;
