@NullMarked
package io.kizashi.local.replay;

import org.jspecify.annotations.NullMarked;
