/** Tests of what rules are said to do. */
@NullMarked
package io.kizashi.core.explain;

import org.jspecify.annotations.NullMarked;
