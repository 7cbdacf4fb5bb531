@NullMarked
package io.kizashi.local.engine;

import org.jspecify.annotations.NullMarked;
