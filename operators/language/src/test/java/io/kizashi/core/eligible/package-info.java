/** Tests of what may be sent that are told in the rule language. */
@NullMarked
package io.kizashi.core.eligible;

import org.jspecify.annotations.NullMarked;
