/** The promises of the whole, held against the real commands, a real broker and a real Flink. */
@NullMarked
package io.kizashi.cli.acceptance;

import org.jspecify.annotations.NullMarked;
