/**
 * Commands that make streams and play them: a demo, a replay, a feed, an import, a made-up shop.
 *
 * <p>Door: {@link DemoCommand}, {@link FeedCommand}, {@link GenerateCommand}, {@link
 * ImportCommand}, {@link ReplayCommand}.
 */
@NullMarked
package io.kizashi.cli.play;

import org.jspecify.annotations.NullMarked;
