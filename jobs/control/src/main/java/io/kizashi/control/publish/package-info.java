/** What people tell a running engine, over Kafka alone: publications of rulebooks, and pauses. */
@NullMarked
package io.kizashi.control.publish;

import org.jspecify.annotations.NullMarked;
