/** Tests of detection that are told in the rule language. */
@NullMarked
package io.kizashi.core.detect;

import org.jspecify.annotations.NullMarked;
