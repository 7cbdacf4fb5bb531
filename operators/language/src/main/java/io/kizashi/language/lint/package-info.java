/**
 * What a compiler warns of: rules that can be run, and will not do what their author means.
 *
 * <p>Door: {@link Warnings}, {@link Revealing}.
 */
@NullMarked
package io.kizashi.language.lint;

import org.jspecify.annotations.NullMarked;
