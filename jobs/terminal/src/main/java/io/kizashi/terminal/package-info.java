/** How commands speak with people: faults, exit codes, progress, texts that people wrote. */
@NullMarked
package io.kizashi.terminal;

import org.jspecify.annotations.NullMarked;
