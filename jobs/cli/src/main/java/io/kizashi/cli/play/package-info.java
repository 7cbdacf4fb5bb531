/**
 * Commands that make streams and play them: a demo, a replay, a feed, an import, a made-up shop.
 *
 * <p>More public types than five: picocli is handed each command by the command line's root.
 *
 * <p>Door: {@link Demo}, {@link DemoCommand}, {@link FeedCommand}, {@link GenerateCommand}, {@link
 * ImportCommand}, {@link ReplayCommand}, {@link Scenario}.
 */
@NullMarked
package io.kizashi.cli.play;

import org.jspecify.annotations.NullMarked;
