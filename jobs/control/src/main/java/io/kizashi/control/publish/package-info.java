/**
 * What people tell a running engine, over Kafka alone: publications of rulebooks, pauses, and
 * questions about customers.
 *
 * <p>More public types than five: the parts of a publication, its history and its result are values
 * that reports and screens show.
 *
 * <p>Door: {@link Controls}, {@link Draft}, {@link HistoryEntry}, {@link Inquirer}, {@link
 * Pausing}, {@link PublishResult}, {@link PublishedHistory}, {@link Publisher}, {@link RollCall},
 * {@link Rollback}, {@link RulebookTopic}, {@link RulebookWriter}, {@link Site}, {@link
 * SourceRetirement}, {@link TaskAnswer}, {@link VersionFate}, {@link VersionInForce}.
 */
@NullMarked
package io.kizashi.control.publish;

import org.jspecify.annotations.NullMarked;
