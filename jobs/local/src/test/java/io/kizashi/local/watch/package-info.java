/** What is told of an engine that runs, and answered. */
@NullMarked
package io.kizashi.local.watch;

import org.jspecify.annotations.NullMarked;
