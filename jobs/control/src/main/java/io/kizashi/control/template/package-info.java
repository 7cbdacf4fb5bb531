/**
 * Rulebooks of everyday work, ready but for a few values that an author fills in.
 *
 * <p>Door: {@link JobTemplate}, {@link Templates}.
 */
@NullMarked
package io.kizashi.control.template;

import org.jspecify.annotations.NullMarked;
