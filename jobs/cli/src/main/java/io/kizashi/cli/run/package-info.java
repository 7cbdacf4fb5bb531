/**
 * Commands that run the engine: in this process, or on a cluster of processes on this machine.
 *
 * <p>Door: {@link ClusterCommand}, {@link EngineStatusCommand}, {@link RunCommand}.
 */
@NullMarked
package io.kizashi.cli.run;

import org.jspecify.annotations.NullMarked;
