/** What the engine decides, held against the naive model of policies. */
@NullMarked
package io.kizashi.cli.check.policy;

import org.jspecify.annotations.NullMarked;
