/** Tests of the commands about who writes touchpoints. */
@NullMarked
package io.kizashi.cli.sources;

import org.jspecify.annotations.NullMarked;
