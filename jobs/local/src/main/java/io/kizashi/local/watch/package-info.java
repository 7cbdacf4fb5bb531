/**
 * What happens to an engine that runs for long, for whoever runs it: told in lines as it happens,
 * and answered when asked.
 *
 * <p>Door: {@link EngineWatch}, {@link GaveUp}, {@link HealthAnswer}.
 */
@NullMarked
package io.kizashi.local.watch;

import org.jspecify.annotations.NullMarked;
