/**
 * Options that several commands share, how their values are read, and files of rules as commands
 * name them.
 *
 * <p>More public types than five: commands of all packages share these options.
 *
 * <p>Door: {@link AuthorOptions}, {@link ClientConfig}, {@link DurationConverter}, {@link
 * EngineSettings}, {@link ForeignRecords}, {@link GuardOptions}, {@link NewFile}, {@link
 * ResultOptions}, {@link Rulebooks}, {@link SiteOptions}, {@link SpanConverter}, {@link
 * SpeedConverter}, {@link TargetOptions}, {@link TimeConverter}.
 */
@NullMarked
package io.kizashi.cli.options;

import org.jspecify.annotations.NullMarked;
