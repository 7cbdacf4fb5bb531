/** Flink in this process: jobs, how far they are, and how they end. */
@NullMarked
package io.kizashi.cli.engine;

import org.jspecify.annotations.NullMarked;
