/** Flink in this process: jobs, how far they are, and how they end. */
@NullMarked
package io.kizashi.local.engine;

import org.jspecify.annotations.NullMarked;
