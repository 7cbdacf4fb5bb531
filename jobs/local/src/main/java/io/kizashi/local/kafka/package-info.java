/** Brokers: the embedded one, and the topics that any of them must have. */
@NullMarked
package io.kizashi.local.kafka;

import org.jspecify.annotations.NullMarked;
