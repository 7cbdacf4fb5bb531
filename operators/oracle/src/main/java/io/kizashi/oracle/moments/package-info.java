/**
 * Holds the engine against a naive model of the rule language, on random rulebooks and streams: the
 * same moments must stand after every touchpoint, whatever the order of arrival.
 *
 * <p>More files than twenty-five: a model, what it models and what draws it are read side by side.
 *
 * <p>Door: {@link CheckedEngine}, {@link CoreEngine}, {@link Hunt}, {@link RandomStream}, {@link
 * ShownMoments}.
 */
@NullMarked
package io.kizashi.oracle.moments;

import org.jspecify.annotations.NullMarked;
