/** Tests of commands for topics. */
@NullMarked
package io.kizashi.cli.topics;

import org.jspecify.annotations.NullMarked;
