/** Tests of looking again that are told in the rule language. */
@NullMarked
package io.kizashi.core.review;

import org.jspecify.annotations.NullMarked;
