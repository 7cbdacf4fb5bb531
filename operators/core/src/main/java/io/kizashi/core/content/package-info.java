/**
 * Words that reach people: what may stand in them, how long they are, and where they are cut.
 *
 * <p>Door: {@link ChannelLimits}, {@link Filling}, {@link Format}, {@link Line}, {@link Template}.
 */
@NullMarked
package io.kizashi.core.content;

import org.jspecify.annotations.NullMarked;
