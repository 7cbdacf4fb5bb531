/** What reaches people, against what the world sends. */
@NullMarked
package io.kizashi.core.content;

import org.jspecify.annotations.NullMarked;
