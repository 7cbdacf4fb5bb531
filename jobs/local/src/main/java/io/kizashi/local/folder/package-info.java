/**
 * Folders of state: whose they are, and who may look into them.
 *
 * <p>Door: {@link EngineLock}, {@link PrivateFolder}.
 */
@NullMarked
package io.kizashi.local.folder;

import org.jspecify.annotations.NullMarked;
