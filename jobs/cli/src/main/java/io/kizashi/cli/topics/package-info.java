/**
 * Commands for the topics of an engine: whether they are as it needs them, and to create them.
 *
 * <p>Door: {@link NewTopics}, {@link TopicsCommand}.
 */
@NullMarked
package io.kizashi.cli.topics;

import org.jspecify.annotations.NullMarked;
