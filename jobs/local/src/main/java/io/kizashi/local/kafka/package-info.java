/**
 * Brokers: the embedded one, and the topics that any of them must have.
 *
 * <p>Door: {@link Brokers}, {@link EmbeddedKafka}, {@link Subscriber}, {@link TemporaryFolder},
 * {@link TopicPlan}.
 */
@NullMarked
package io.kizashi.local.kafka;

import org.jspecify.annotations.NullMarked;
