package io.kizashi.core.expression;

/**
 * Something that an expression can't do without: a property of a touchpoint, or a field of what is
 * known of the customer.
 *
 * @param variable the touchpoint's name, or {@code customer} or {@code signals}
 * @param property the property's or the field's name
 */
record PropertyPath(String variable, String property) {}
