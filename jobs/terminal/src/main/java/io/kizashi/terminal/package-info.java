/**
 * How commands speak with people: faults, exit codes, progress, texts that people wrote.
 *
 * <p>Door: {@link EnvironmentFault}, {@link ExitCode}, {@link InputFault}, {@link Progress}, {@link
 * TextFile}.
 */
@NullMarked
package io.kizashi.terminal;

import org.jspecify.annotations.NullMarked;
