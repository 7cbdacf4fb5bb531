/**
 * {@code kizashi import}: exports of other systems become touchpoints. A mapping (YAML with CEL)
 * says how; it is checked as a whole before a record is read.
 */
@NullMarked
package io.kizashi.imports;

import org.jspecify.annotations.NullMarked;
