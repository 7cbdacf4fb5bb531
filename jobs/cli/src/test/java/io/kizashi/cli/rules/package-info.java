/** Tests of the commands of rule authors, and a made-up engine that answers them. */
@NullMarked
package io.kizashi.cli.rules;

import org.jspecify.annotations.NullMarked;
