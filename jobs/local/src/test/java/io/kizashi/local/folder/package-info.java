@NullMarked
package io.kizashi.local.folder;

import org.jspecify.annotations.NullMarked;
