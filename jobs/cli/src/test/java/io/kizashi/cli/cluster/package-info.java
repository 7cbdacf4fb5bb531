/** What the commands on a local cluster remember, refuse and hand on. */
@NullMarked
package io.kizashi.cli.cluster;

import org.jspecify.annotations.NullMarked;
