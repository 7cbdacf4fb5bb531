package io.kizashi.core.rules;

/**
 * Fingerprints by which a rule is known again in another version of its rulebook, with all that it
 * reads: signals, segments, journey, calendar and sessions.
 *
 * @param pattern of what makes attempts: equal ones find the same anchors
 * @param whole of what makes moments count: equal ones detect the same moments
 */
public record Definition(String pattern, String whole) {}
