/**
 * Holds the engine against a naive model of the rule language, on random rulebooks and streams: the
 * same moments must stand after every touchpoint, whatever the order of arrival.
 */
@NullMarked
package io.kizashi.oracle.moments;

import org.jspecify.annotations.NullMarked;
