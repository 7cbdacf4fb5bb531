/** Tests of the engine that are told in the rule language, hence beside its compiler. */
@NullMarked
package io.kizashi.core.decide;

import org.jspecify.annotations.NullMarked;
