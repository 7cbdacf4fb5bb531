/**
 * What the stories of moments and those of decisions have in common: one customer, touchpoints on
 * their way, the places they happen at, how rulebooks are written, and the engine's core to tell
 * them to.
 *
 * <p>Door: {@link CoreLoop}, {@link KnownCustomer}, {@link Place}, {@link StoryArrival}, {@link
 * Yaml}.
 */
@NullMarked
package io.kizashi.oracle.story;

import org.jspecify.annotations.NullMarked;
