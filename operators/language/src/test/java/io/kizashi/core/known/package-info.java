/** Tests of what is known of a customer that are told in the rule language. */
@NullMarked
package io.kizashi.core.known;

import org.jspecify.annotations.NullMarked;
