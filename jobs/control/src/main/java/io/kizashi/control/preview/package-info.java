/**
 * The words of a rulebook as the customers of a recorded stream would get them.
 *
 * <p>Door: {@link Preview}, {@link PreviewPage}, {@link PreviewText}.
 */
@NullMarked
package io.kizashi.control.preview;

import org.jspecify.annotations.NullMarked;
