/**
 * What the engine's topics must be, and what a broker says that they are. Knows nothing of the
 * engine's settings: whoever asks names the topics and the rights.
 *
 * <p>Door: {@link Topic}, {@link TopicFacts}, {@link TopicInquiry}, {@link TopicNeed}, {@link
 * TopicReport}.
 */
@NullMarked
package io.kizashi.pipeline.topics;

import org.jspecify.annotations.NullMarked;
