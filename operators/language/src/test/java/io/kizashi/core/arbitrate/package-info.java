/** Tests of arbitration that are told in the rule language. */
@NullMarked
package io.kizashi.core.arbitrate;

import org.jspecify.annotations.NullMarked;
