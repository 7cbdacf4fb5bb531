/**
 * {@code kizashi import}: exports of other systems become touchpoints. A mapping (YAML with CEL)
 * says how; it is checked as a whole before a record is read.
 *
 * <p>More files than twenty-five: a mapping's language, its compiler and its readers change
 * together, and nothing else may see them.
 *
 * <p>Door: {@link ImportJob}, {@link Summary}.
 */
@NullMarked
package io.kizashi.imports;

import org.jspecify.annotations.NullMarked;
