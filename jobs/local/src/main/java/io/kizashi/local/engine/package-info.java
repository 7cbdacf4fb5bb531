/**
 * The engine in this process: its broker, jobs, how far they are, and how they end.
 *
 * <p>Door: {@link JobPages}, {@link JobTime}, {@link LocalFlink}, {@link LocalJob}, {@link
 * Running}.
 */
@NullMarked
package io.kizashi.local.engine;

import org.jspecify.annotations.NullMarked;
