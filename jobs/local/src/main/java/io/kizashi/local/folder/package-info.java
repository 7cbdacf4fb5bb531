/**
 * Folders of state: whose they are.
 *
 * <p>Door: {@link EngineLock}.
 */
@NullMarked
package io.kizashi.local.folder;

import org.jspecify.annotations.NullMarked;
