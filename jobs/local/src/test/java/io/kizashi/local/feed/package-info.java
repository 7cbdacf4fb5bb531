@NullMarked
package io.kizashi.local.feed;

import org.jspecify.annotations.NullMarked;
