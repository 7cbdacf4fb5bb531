/**
 * Flink in this process: jobs, how far they are, and how they end.
 *
 * <p>Door: {@link JobTime}, {@link LocalFlink}, {@link LocalJob}.
 */
@NullMarked
package io.kizashi.local.engine;

import org.jspecify.annotations.NullMarked;
