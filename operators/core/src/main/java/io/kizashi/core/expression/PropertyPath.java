package io.kizashi.core.expression;

/**
 * A property that an expression can't do without.
 *
 * @param variable the touchpoint's name
 * @param property the property's name
 */
record PropertyPath(String variable, String property) {}
