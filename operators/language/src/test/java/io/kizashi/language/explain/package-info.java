/** Tests of what rules are said to do. */
@NullMarked
package io.kizashi.language.explain;

import org.jspecify.annotations.NullMarked;
