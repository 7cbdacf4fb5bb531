/** Tests of commands that run the engine. */
@NullMarked
package io.kizashi.cli.run;

import org.jspecify.annotations.NullMarked;
