/** Commands that run the engine: in this process, or on a cluster of processes on this machine. */
@NullMarked
package io.kizashi.cli.run;

import org.jspecify.annotations.NullMarked;
