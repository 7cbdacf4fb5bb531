/** What the answers to surveys have taught: from a recording, a file or a running engine. */
@NullMarked
package io.kizashi.cli.learn;

import org.jspecify.annotations.NullMarked;
