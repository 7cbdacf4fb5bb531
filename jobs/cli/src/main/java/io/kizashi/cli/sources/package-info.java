/**
 * Commands about who writes touchpoints.
 *
 * <p>Door: {@link SourcesCommand}.
 */
@NullMarked
package io.kizashi.cli.sources;

import org.jspecify.annotations.NullMarked;
