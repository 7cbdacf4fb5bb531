/** Tests of the tracking plan. */
@NullMarked
package io.kizashi.language.plan;

import org.jspecify.annotations.NullMarked;
