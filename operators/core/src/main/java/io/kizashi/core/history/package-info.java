/** What leaves a history, and what is kept of it. */
@NullMarked
package io.kizashi.core.history;

import org.jspecify.annotations.NullMarked;
