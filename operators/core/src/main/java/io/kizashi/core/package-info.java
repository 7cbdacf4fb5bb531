/**
 * The verbs, pure: rules, a customer's state, a touchpoint and the time go in, a verdict comes out.
 * Nothing here knows a clock, a file, Flink or Kafka.
 */
@NullMarked
package io.kizashi.core;

import org.jspecify.annotations.NullMarked;
