/** What the commands on a local cluster remember, refuse and hand on. */
@NullMarked
package io.kizashi.local.cluster;

import org.jspecify.annotations.NullMarked;
