/**
 * What the engine answers when somebody asks about one customer, as far as it is kept in states and
 * derived from them; and its JSON form.
 *
 * <p>Door: {@link Course}, {@link Decided}, {@link Reply}, {@link ReplyJson}.
 */
@NullMarked
package io.kizashi.schema.reply;

import org.jspecify.annotations.NullMarked;
