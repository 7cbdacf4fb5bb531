/**
 * What is kept of one customer, and its versioned binary form.
 *
 * <p>A state is a version byte and a list of tagged, length-prefixed sections. A section is decoded
 * when somebody asks for it and written back as it was otherwise, so a touchpoint that no rule
 * cares about decodes no history; a section of a tag that this release does not know is carried
 * along.
 *
 * <p>More public types than five: the engine reads and writes every section of a state.
 *
 * <p>Door: {@link ByteSink}, {@link ByteSource}, {@link Clock}, {@link CustomerState}, {@link
 * Decision}, {@link DetectedMoment}, {@link History}, {@link Profile}, {@link Projection}, {@link
 * Said}, {@link Seen}, {@link TouchpointCodec}.
 */
@NullMarked
package io.kizashi.schema.state;

import org.jspecify.annotations.NullMarked;
