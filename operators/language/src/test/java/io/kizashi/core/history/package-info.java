/** Tests of what leaves a history that are told in the rule language. */
@NullMarked
package io.kizashi.core.history;

import org.jspecify.annotations.NullMarked;
